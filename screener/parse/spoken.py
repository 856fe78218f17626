"""Component `screener_spoken`: the languages that the person speaks, each with the level that the text gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Line
from screener.parse.draft import Draft, draft_of
from screener.resume import SectionKind, SpokenLanguage
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
    starts = (draft.words.starts[index] for index in draft.words.beginning(load_spoken_languages().names))
    for index in sorted({draft.document.line_index(start) for start in starts}):
        line = draft.document.lines[index]
        if draft.section_at(line.start) not in _ELSEWHERE and draft.position_at(line.start) is None:
            draft.languages += _of_line(draft, index)
    return doc


def _of_line(draft: Draft, index: int) -> Iterator[SpokenLanguage]:
    """What one line tells. Outside a section of languages only a language with its level counts."""
    line = draft.document.lines[index]
    listed = draft.section_at(line.start) == "languages"
    names, levels = _names(draft, line), _levels(draft, line)
    alone = names[0].start == line.start and names[0].end == line.end
    if (listed or alone) and len(names) == 1 and not levels:
        levels = _levels_below(draft, index)
    leading = bool(levels and names) and levels[0].start < names[0].start
    for place, name in enumerate(names):
        until = names[place + 1].start if place + 1 < len(names) else len(draft.document.text)
        if leading:  # "fluent in English and German"
            stated = _range([level for level in levels if level.end <= name.start][-1:])
        else:  # "English (fluent), German: B2"
            stated = _range([level for level in levels if name.end <= level.start < until])
        if stated or listed:
            low, high = stated or ("A1", "C2")
            context = draft.document.line_span(line.start)
            yield SpokenLanguage(draft.span(name.start, name.end), context, name.language, low, high, stated is not None)


def _levels_below(draft: Draft, index: int) -> list[_Level]:
    """The level on a line of its own under the language."""
    lines = draft.document.lines
    if index + 1 == len(lines) or _names(draft, lines[index + 1]):
        return []
    return _levels(draft, lines[index + 1])


def _range(levels: list[_Level]) -> tuple[str, str] | None:
    """The lowest and the highest level told; a code of CEFR outweighs words ("fluent, C1"), and two codes are a range ("B2/C1")."""
    codes = sorted(level.low for level in levels if level.end - level.start == _CODE_LETTERS)
    if codes:
        return codes[0], codes[-1]
    return (levels[0].low, levels[0].high) if levels else None


def _names(draft: Draft, line: Line) -> list[_Name]:
    found = draft.words.phrases(load_spoken_languages().names, line.start, line.end)
    return [_Name(hit.start, hit.end, language) for hit, language in found]


def _levels(draft: Draft, line: Line) -> list[_Level]:
    found = draft.words.phrases(load_spoken_languages().levels, line.start, line.end)
    return [_Level(hit.start, hit.end, *levels) for hit, levels in found]
