"""Component `screener_spoken`: the languages that the person speaks, each with the level that the text gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Line
from screener.parse.draft import Draft, draft_of
from screener.resume import SectionKind, SpokenLanguage
from screener.taxonomy.folding import WORD, PhraseTable, Value, fold, plain_word
from screener.taxonomy.phrases import pattern
from screener.taxonomy.spoken import load_spoken_languages

_ELSEWHERE: frozenset[SectionKind] = frozenset(
    {"experience", "education", "projects", "volunteering", "publications", "awards", "references", "courses", "interests"}
)
"""Sections where a language beside a level is no statement of how well the person speaks it."""
_CODE_LETTERS = 2


class _Name(NamedTuple):
    start: int
    end: int
    language: str


class _Level(NamedTuple):
    start: int
    end: int
    low: str
    high: str


@Language.component("screener_spoken")
def spoken(doc: Doc) -> Doc:
    """Fill `draft.languages`, in text order."""
    draft = draft_of(doc)
    folded = fold(draft.document.text)
    for index in sorted({draft.document.line_index(match.start()) for match in _any_name().finditer(folded)}):
        line = draft.document.lines[index]
        if draft.section_at(line.start) not in _ELSEWHERE and draft.position_at(line.start) is None:
            draft.languages += _of_line(draft, folded, index)
    return doc


def _of_line(draft: Draft, folded: str, index: int) -> Iterator[SpokenLanguage]:
    """What one line tells. Outside a section of languages only a language with its level counts."""
    line = draft.document.lines[index]
    listed = draft.section_at(line.start) == "languages"
    names, levels = _names(folded, line), _levels(folded, line)
    if listed and len(names) == 1 and not levels:
        levels = _levels_below(draft, folded, index)
    leading = bool(levels) and levels[0].start < names[0].start
    for place, name in enumerate(names):
        until = names[place + 1].start if place + 1 < len(names) else len(folded)
        if leading:  # "fluent in English and German"
            stated = _range([level for level in levels if level.end <= name.start][-1:])
        else:  # "English (fluent), German: B2"
            stated = _range([level for level in levels if name.end <= level.start < until])
        if stated or listed:
            low, high = stated or ("A1", "C2")
            context = draft.document.line_span(line.start)
            yield SpokenLanguage(draft.span(name.start, name.end), context, name.language, low, high, stated is not None)


def _levels_below(draft: Draft, folded: str, index: int) -> list[_Level]:
    """The level on a line of its own under the language."""
    lines = draft.document.lines
    if index + 1 == len(lines) or _names(folded, lines[index + 1]):
        return []
    return _levels(folded, lines[index + 1])


def _range(levels: list[_Level]) -> tuple[str, str] | None:
    """The lowest and the highest level told; a code of CEFR outweighs words ("fluent, C1"), and two codes are a range ("B2/C1")."""
    codes = sorted(level.low for level in levels if level.end - level.start == _CODE_LETTERS)
    if codes:
        return codes[0], codes[-1]
    return (levels[0].low, levels[0].high) if levels else None


def _names(folded: str, line: Line) -> list[_Name]:
    return [_Name(start, end, language) for start, end, language in _find(folded, line, load_spoken_languages().names)]


def _levels(folded: str, line: Line) -> list[_Level]:
    return [_Level(start, end, *levels) for start, end, levels in _find(folded, line, load_spoken_languages().levels)]


def _find(folded: str, line: Line, table: PhraseTable[Value]) -> Iterator[tuple[int, int, Value]]:
    """Every phrase of the table in a line, the longest at each place, without overlaps."""
    matches = list(WORD.finditer(folded, line.start, line.end))
    words = tuple(plain_word(match.group()) for match in matches)
    index = 0
    while index < len(words):
        found = table.at(words, index)
        if found:
            yield matches[index].start(), matches[index + found[0] - 1].end(), found[1]
        index += found[0] if found else 1


@lru_cache(maxsize=1)
def _any_name() -> re.Pattern[str]:
    phrases = load_spoken_languages().names.by_first.values()
    return re.compile(pattern(" ".join(words) for rows in phrases for words, _ in rows))
