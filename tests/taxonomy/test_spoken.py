"""Spoken languages and their levels: whole, and every mistake of the file told."""

from __future__ import annotations

from typing import Any

import pytest

from screener.errors import DataFileError
from screener.taxonomy import spoken as module
from screener.taxonomy.spoken import CEFR, load_spoken_languages

ENGLISH = {"en": ["English"]}


def test_every_language_has_a_code_and_its_english_name() -> None:
    titles = load_spoken_languages().titles
    assert {"en", "de", "fr", "es"} <= set(titles)
    assert all(len(code) == 2 and code.islower() and title[0].isupper() for code, title in titles.items())


def test_every_level_is_a_range_and_each_code_stands_for_itself() -> None:
    levels = {value for rows in load_spoken_languages().levels.by_first.values() for _, value in rows}
    assert {(level, level) for level in CEFR} <= levels
    assert all(CEFR.index(low) <= CEFR.index(high) for low, high in levels)


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ({}, ("languages: empty",)),
        ({"languages": ENGLISH | {"de": []}}, ("languages.de: a name is needed",)),
        ({"languages": ENGLISH | {"de": ["english"]}}, ("languages.de: 'english' also stands under en",)),
        ({"languages": ENGLISH, "levels": [{"low": "C1", "high": "B1", "words": ["good"]}]},
         ("levels[0]: low and high are levels from A1 to C2, the low one first",)),
        ({"languages": ENGLISH, "levels": [{"low": "A1", "high": "A2", "words": ["basic"]}, {"low": "B1", "high": "B2", "words": ["Basic"]}]},
         ("levels[1]: 'Basic' stands there with another level already",)),
    ],
)  # fmt: skip
def test_every_mistake_of_the_file_is_told(monkeypatch: pytest.MonkeyPatch, data: dict[str, Any], problems: tuple[str, ...]) -> None:
    monkeypatch.setattr(module, "read_data", lambda _name: data)
    with pytest.raises(DataFileError) as caught:
        load_spoken_languages.__wrapped__()
    assert caught.value.problems == problems
