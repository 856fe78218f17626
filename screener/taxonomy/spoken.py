"""Languages that people speak: their names, and the words that tell how well (data/spoken-languages.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.folding import PhraseTable, build_table, words_of
from screener.taxonomy.loading import read_data

_FILE = "spoken-languages.toml"
CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
"""The levels of the Common European Framework of Reference for languages, lowest first."""


class SpokenLanguages(Value, frozen=True):
    """titles: ISO 639-1 code to the English name. names: folded words to the code. levels: folded words to a low and a high level."""

    titles: Mapping[str, str]
    names: PhraseTable[str]
    levels: PhraseTable[tuple[str, str]]


@knowledge
def load_spoken_languages() -> SpokenLanguages:
    """The languages of `spoken-languages.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    problems: list[str] = []
    names = _names(data, problems)
    levels = _levels(data, problems)
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    titles = {code: spellings[0] for code, spellings in data["languages"].items()}
    return SpokenLanguages(titles, build_table(names), build_table(levels))


def _names(data: dict[str, Any], problems: list[str]) -> dict[tuple[str, ...], str]:
    names: dict[tuple[str, ...], str] = {}
    for code, spellings in data.get("languages", {}).items():
        if not spellings:
            problems.append(f"languages.{code}: a name is needed")
        for name in spellings:
            if names.setdefault(words_of(name), code) != code:
                problems.append(f"languages.{code}: {name!r} also stands under {names[words_of(name)]}")
    if not names:
        problems.append("languages: empty")
    return names


def _levels(data: dict[str, Any], problems: list[str]) -> dict[tuple[str, ...], tuple[str, str]]:
    levels: dict[tuple[str, ...], tuple[str, str]] = {words_of(level): (level, level) for level in CEFR}
    for index, table in enumerate(data.get("levels", ())):
        low, high = table.get("low"), table.get("high")
        if low not in CEFR or high not in CEFR or CEFR.index(low) > CEFR.index(high):
            problems.append(f"levels[{index}]: low and high are levels from A1 to C2, the low one first")
            continue
        for words in table.get("words", ()):
            if levels.setdefault(words_of(words), (low, high)) != (low, high):
                problems.append(f"levels[{index}]: {words!r} stands there with another level already")
    return levels
