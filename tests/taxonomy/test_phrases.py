"""The phrase lists: whole, and matched as whole words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from screener.errors import DataFileError
from screener.taxonomy import phrases as module
from screener.taxonomy.folding import fold
from screener.taxonomy.phrases import load_phrases, pattern

LISTS = load_phrases().lists


def test_every_list_has_a_title_and_phrases() -> None:
    assert {"scalability", "reliability", "mentoring", "code-review", "communication", "teamwork", "certifications"} <= set(LISTS)
    assert all(entry.title and len(entry.words) >= 8 for entry in LISTS.values())


@pytest.mark.parametrize("identity", sorted(LISTS))
def test_every_phrase_is_found_in_a_sentence_and_not_inside_another_word(identity: str) -> None:
    matcher = re.compile(pattern(LISTS[identity].words))
    for word in LISTS[identity].words:
        plain = word.replace("*", "")
        assert matcher.search(f"we saw {plain}, twice"), plain
        assert not re.compile(pattern([word])).search(f"x{plain}"), plain


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["mentor*"], "mentored two", ["mentored"]),
        (["mentor*"], "commentor", []),
        (["code review*"], "code-reviews and code review", ["code-reviews", "code review"]),
        (["code review"], "code reviews", []),
        (["led", "led a team"], "led a team, led", ["led a team", "led"]),
        (["c.i"], "cxi c.i", ["c.i"]),  # signs mean themselves
        (["partner*", "partnered with"], "partnered with two", ["partnered with"]),
        (["partnered with", "partner*"], "partnered with two", ["partnered with"]),
        (["go*"], "g" + "o" * 100, []),  # an ending has its limit
    ],
)
def test_a_pattern_matches_whole_words_the_longest_first(words: list[str], text: str, found: list[str]) -> None:
    assert [match.group() for match in re.finditer(pattern(words), text)] == found


def test_phrases_are_kept_without_capitals_and_accents() -> None:
    for entry in LISTS.values():
        assert all(fold(word) == word for word in entry.words)


def load(monkeypatch: pytest.MonkeyPatch, table: dict[str, Any]) -> tuple[str, ...]:
    words = {language: ["a word"] for language in ("en", "de", "fr", "es")}
    data = {"not": words, "wish": words, "studied": words, "phrases": {"x": {"title": "X", **words, **table}}}
    monkeypatch.setattr(module, "read_data", lambda _name: data)
    with pytest.raises(DataFileError) as caught:
        load_phrases.__wrapped__()
    return caught.value.problems


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({"title": ""}, "phrases.x.title: missing"),
        ({"it": ["parola"]}, "phrases.x.it: no such key"),
        ({"de": []}, "phrases.x.de: missing"),
        ({"en": ["two  spaces"]}, "phrases.x.en: 'two  spaces' is not words with single spaces"),
        ({"en": ["*all"]}, "phrases.x.en: '*all' is not words with single spaces"),
        ({"en": ["Same", "same"]}, "phrases.x.en: 'same' stands there twice"),
    ],
)
def test_a_wrong_list_is_told(monkeypatch: pytest.MonkeyPatch, table: dict[str, Any], problem: str) -> None:
    assert load(monkeypatch, table) == (problem,)
