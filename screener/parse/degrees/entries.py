"""The lines about studies, cut into entries: one school, one degree, their dates, in whatever order they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screener.document import Document
from screener.parse.degrees.mentions import Mention, Vocabulary
from screener.parse.words import Hit, Words
from screener.resume import DateRange

_AFTER_DETAIL = re.compile(
    r"\s*(?:[:\-–—(.=]|\d|$|(?:in|on|of|from|at|for|title|include[sd]?|using|with|about|über|sur|sobre)\b)", re.IGNORECASE
)
_BULLET = re.compile(r"[•*▪◦‣·–-]\s")
_SHORT_WORD = 4
_PROSE_WORDS = 18
_MOST_LINES = 40
"""Of one entry: a list of studies that goes on without an end is something else."""


@dataclass(frozen=True, slots=True)
class StudyLine:
    """One line and what stands in it. places: of words of an institution; whole: one of them names more than a part of a school.

    awaits: it opens with words of a degree under way ("erwartet 1.2027: …"), which is the one above it.
    """

    index: int
    start: int
    end: int
    mentions: tuple[Mention, ...]
    places: tuple[tuple[int, int], ...]
    whole: bool
    dated: bool
    detail: bool
    bullet: bool
    awaits: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """Neighbouring lines that are read together, from the offset `start` (behind a heading on the same line)."""

    lines: range
    start: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """Neighbouring lines about one course of study. school: the line of the entry before it that names the school of both, if any."""

    lines: tuple[StudyLine, ...]
    school: StudyLine | None = None

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(mention for line in self.lines for mention in line.mentions)


def study_lines(
    document: Document, words: Words, vocabulary: Vocabulary, mentions: Iterable[Mention], dates: Sequence[DateRange], zone: Zone
) -> list[StudyLine]:
    """The lines of `zone`, each with what it holds."""
    by_line: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_line.setdefault(document.line_index(mention.hit.start), []).append(mention)
    dated = {document.line_index(dates_.span.start) for dates_ in dates}
    return [
        _study_line(words, vocabulary, index, max(line.start, zone.start), line.end, by_line.get(index, []), index in dated)
        for index in zone.lines
        for line in (document.lines[index],)
    ]


def _study_line(words: Words, vocabulary: Vocabulary, index: int, begin: int, end: int, mentions: list[Mention], dated: bool) -> StudyLine:
    bullet = _BULLET.match(words.text, begin, end)
    start = bullet.end() if bullet else begin
    detail = is_detail(words, vocabulary, start, end) and not (mentions and mentions[0].hit.start == start)
    places = [] if detail else list(places_in(words, vocabulary, start, end))
    return StudyLine(
        index,
        begin,
        end,
        () if detail else _without_schools(mentions, places),
        tuple((left, right) for left, right, _ in places),
        any(whole for _, _, whole in places),
        dated or words.has_year(begin, end),
        detail,
        bullet is not None,
        _awaits(words, vocabulary, start, end),
    )


def _awaits(words: Words, vocabulary: Vocabulary, start: int, end: int) -> bool:
    first = words.first_from(start)
    return first < words.first_from(end) and words.phrase_at(vocabulary.terms.in_progress, first) is not None


def _without_schools(mentions: Sequence[Mention], places: Sequence[tuple[int, int, bool]]) -> tuple[Mention, ...]:
    """Beside a degree, "Lycée …" or "… High School" is where it was taken and no study of its own."""
    degrees = [mention for mention in mentions if mention.level != "none"]
    if not degrees:
        return tuple(mentions)
    schools = [(start, end) for start, end, _ in places]
    return tuple(m for m in mentions if m.level != "none" or not any(m.hit.start < end and start < m.hit.end for start, end in schools))


def is_detail(words: Words, vocabulary: Vocabulary, start: int, end: int) -> bool:
    """Whether the line tells of the degree above it: a thesis, courses, a grade."""
    first = words.first_from(start)
    if first >= len(words.plain) or words.starts[first] >= end:
        return False
    found = words.phrase_at(vocabulary.terms.detail, first)
    return found is not None and bool(_AFTER_DETAIL.match(words.text, found[0].end, end))


def places_in(words: Words, vocabulary: Vocabulary, start: int, end: int) -> Iterable[tuple[int, int, bool]]:
    """Words of places of study: start, end, and whether they name more than a part of one."""
    for hit, whole in words.phrases(vocabulary.terms.institution, start, end):
        written = words.text[hit.start : hit.end]
        bracketed = words.text[hit.start - 1 : hit.start] == "(" and words.text[hit.end : hit.end + 1] == ")"
        if hit.last < len(words.plain) and words.gap(hit.last - 1) == " " and words.phrase_at(vocabulary.terms.not_places, hit.last):
            continue
        short = len(written) <= _SHORT_WORD and not written.isupper() and written not in ("Univ", "Uni", "IITs")
        if not (bracketed or short) and (written[0].isupper() or _ends_a_name(words, hit)):
            yield hit.start, hit.end, whole


def _ends_a_name(words: Words, hit: Hit) -> bool:
    """Whether a word in small letters ends a name ("Norrby universitet"); "a university" does not."""
    return hit.first > 0 and words.gap(hit.first - 1) == " " and words.written(hit.first - 1)[0].isupper()


def cut_entries(lines: Sequence[StudyLine]) -> list[Entry]:
    """Entries in text order: a new one begins where a line repeats what the entry already has."""
    entries: list[list[StudyLine]] = []
    degree_first = _is_degree_first(lines)
    for index, line in enumerate(lines):
        begins = (
            not entries
            or len(entries[-1]) == _MOST_LINES
            or _begins_entry(entries[-1], line)
            or (degree_first and line.mentions and _has_own(lines, index))
        )
        if not begins:
            entries[-1].append(line)
        else:
            entries.append([line])
    return _with_schools([Entry(tuple(entry)) for entry in entries])


def _is_degree_first(lines: Sequence[StudyLine]) -> bool:
    """Whether the degree leads an entry here, with its school and dates on the same line or below."""
    first = next((line for line in lines if line.mentions or line.whole or line.dated), None)
    return first is not None and bool(first.mentions)


def _has_own(lines: Sequence[StudyLine], index: int) -> bool:
    """Whether a degree's school or dates stand on its line or on the next."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    return line.whole or line.dated or (following is not None and not following.mentions and (following.whole or following.dated))


def _begins_entry(entry: Sequence[StudyLine], line: StudyLine) -> bool:
    if line.detail:
        return False
    has_degree = any(other.mentions for other in entry)
    if line.mentions:
        return has_degree
    if (line.bullet or line.awaits) and not line.whole:
        return False
    repeats_school = line.whole and any(other.whole for other in entry)
    repeats_dates = line.dated and any(other.dated and not other.detail for other in entry)
    if line.whole or line.dated:
        return (repeats_school or repeats_dates) and (has_degree or repeats_school)
    return False


def _with_schools(entries: list[Entry]) -> list[Entry]:
    """Several degrees under one school: those without a school of their own take the one written above."""
    found: list[Entry] = []
    school: StudyLine | None = None
    for entry in entries:
        own = [line for line in entry.lines if line.whole]
        if own:
            school_first = entry.lines[0].whole and not entry.lines[0].mentions
            school = own[0] if school_first else None
            found.append(entry)
        else:
            found.append(Entry(entry.lines, school))
    return found


def is_prose(words: Words, start: int, end: int) -> bool:
    """Whether a line is running text rather than a line of a list."""
    return words.first_from(end) - words.first_from(start) > _PROSE_WORDS
