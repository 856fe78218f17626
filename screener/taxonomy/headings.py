"""The names of sections, in seven languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from screener.document import Value
from screener.errors import DataFileError
from screener.resume import SectionKind
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

_FILE = "headings.toml"


class Headings(Value, frozen=True):
    """kinds: a heading's words to its kind. last_words, first_words: a last or first word to the
    kind it tells. All in lower case.

    modifiers: words that may stand around a heading. weak: headings that are also everyday words.
    """

    kinds: Mapping[str, SectionKind]
    last_words: Mapping[str, SectionKind]
    first_words: Mapping[str, SectionKind]
    modifiers: frozenset[str]
    weak: frozenset[str]


@knowledge
def load_headings() -> Headings:
    """The headings of `headings.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    problems: list[str] = []
    kinds = _by_words(data, "headings", problems)
    last_words = _by_words(data, "last_words", problems)
    first_words = _by_words(data, "first_words", problems)
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    return Headings(kinds, last_words, first_words, frozenset(data["modifiers"]["words"]), frozenset(data["weak"]["words"]))


def _by_words(data: dict[str, Any], table: str, problems: list[str]) -> dict[str, SectionKind]:
    result: dict[str, SectionKind] = {}
    for kind, names in data.get(table, {}).items():
        if kind not in get_args(SectionKind):
            problems.append(f"{table}.{kind}: no such kind of section")
            continue
        for name in names:
            if name != name.lower():
                problems.append(f"{table}.{kind}: {name!r} is not in lower case")
            if result.setdefault(name, kind) != kind:
                problems.append(f"{table}.{kind}: {name!r} also stands under {result[name]}")
    if not result:
        problems.append(f"{table}: empty")
    return result
