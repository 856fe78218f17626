"""From mentions and entries to degrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screener.document import Document, Span
from screener.parse.degrees.entries import Entry, StudyLine, cut_entries, is_detail, is_prose, study_lines
from screener.parse.degrees.institution import institution_of
from screener.parse.degrees.mentions import Mention, Vocabulary, end_with_tail, find_mentions, is_others
from screener.parse.degrees.status import status_in, stretches_of
from screener.parse.degrees.subject import Subject, subject_of
from screener.parse.degrees.words import Words, words_in
from screener.resume import DateRange, Degree, DegreeStatus, Section, SectionKind
from screener.taxonomy.degrees import load_degrees, load_fields

_OWN_WORDS: frozenset[SectionKind] = frozenset(("header", "summary"))
_NEVER: frozenset[SectionKind] = frozenset(("references", "publications", "skills", "languages", "awards", "interests"))
_LEAD = re.compile(r"[•\s]*(?:[\d/.\s–—-]{4,20}\t?)?\s*$")
_JOINED = re.compile(r"[.\s]*(?:[/+&(,|–-]|and|und|et|y|e|with|zum|zur|degree|:)?\s*\(?$")
_LINES_ABOVE, _LINES_BELOW = 2, 3


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary(load_degrees(), load_fields())


def read_degrees(document: Document, sections: Sequence[Section] = (), dates: Sequence[DateRange] = ()) -> tuple[Degree, ...]:
    """Every degree that the document says its person has, had begun, or is at; in text order.

    sections and dates may be empty or imperfect: without headings, lines that look like a list of studies are read as one.
    """
    words = words_in(document.text)
    mentions = find_mentions(words, _vocabulary())
    if not mentions:
        return ()
    return _Reader(document, words, _vocabulary(), tuple(sections), tuple(dates), tuple(mentions)).degrees()


@dataclass(frozen=True, slots=True)
class _Shared:
    """What degrees written as one ("B.Tech + M.Tech") have in common."""

    context: Span
    subject: Subject | None
    institution: Span | None
    dates: DateRange | None
    status: DegreeStatus


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    words: Words
    vocabulary: Vocabulary
    sections: tuple[Section, ...]
    dates: tuple[DateRange, ...]
    mentions: tuple[Mention, ...]

    def degrees(self) -> tuple[Degree, ...]:
        listed = [degree for zone in self._education() for degree in self._in_zone(zone, self.mentions)]
        told = list(self._elsewhere(bool(listed)))
        levels = {degree.level for degree in listed}
        found = listed + [degree for degree in told if degree.level not in levels and degree.level != "none"]
        return tuple(sorted(found, key=lambda degree: degree.span.start))

    def _education(self) -> Iterator[range]:
        """Lines of each part that its heading calls education, without the heading."""
        for section in self.sections:
            if section.kind == "education":
                first = self.document.line_index(section.span.start)
                if section.heading and section.heading.line - 1 == first:
                    first += 1
                yield range(first, self.document.line_index(max(section.span.end - 1, section.span.start)) + 1)

    def _in_zone(self, zone: range, mentions: Sequence[Mention]) -> Iterator[Degree]:
        inside = [mention for mention in mentions if self.document.line_index(mention.hit.start) in zone and not self._is_others(mention)]
        if not inside:
            return
        lines = study_lines(self.document, self.words, self.vocabulary, inside, self.dates, zone)
        for entry in cut_entries(lines):
            yield from self._in_entry(entry)

    def _is_others(self, mention: Mention) -> bool:
        line = self.document.lines[self.document.line_index(mention.hit.start)]
        return is_others(self.words, self.vocabulary, mention, line.start)

    def _in_entry(self, entry: Entry) -> Iterator[Degree]:
        seen: list[Degree] = []
        for line in entry.lines:
            groups = self._groups(line)
            for index, group in enumerate(groups):
                right = groups[index + 1][0].hit.start if index + 1 < len(groups) else line.end
                left = line.start if index == 0 else group[0].hit.start
                shared = self._shared(entry, line, group, (left, right))
                seen += _distinct([self._degree(mention, shared) for mention in group])
        yield from seen

    def _groups(self, line: StudyLine) -> list[list[Mention]]:
        """Mentions of one line; those written as one ("B.Tech + M.Tech", "Bachelor of Science (B.Sc.)") together."""
        groups: list[list[Mention]] = []
        for mention in line.mentions:
            if groups and _JOINED.match(self.words.text[groups[-1][-1].hit.end : mention.hit.start]):
                groups[-1].append(mention)
            else:
                groups.append([mention])
        return groups

    def _shared(self, entry: Entry, line: StudyLine, group: list[Mention], own: tuple[int, int]) -> _Shared:
        last = group[-1]
        subject = subject_of(self.words, self.vocabulary, entry, line, last, own[1])
        place = institution_of(self.document, entry, line, (group[0].hit.start, last.hit.end), own[1])
        dates = self._dates(entry, line, own)
        stretches = stretches_of(self.words, self.vocabulary, entry, line, own)
        status = status_in(self.words, self.vocabulary, stretches, dates)
        return _Shared(self.document.span(entry.start, entry.end), subject, place, dates, status)

    def _degree(self, mention: Mention, shared: _Shared) -> Degree:
        span = self.document.span(mention.hit.start, end_with_tail(self.words, mention))
        subject = shared.subject
        field = self.document.span(subject.start, subject.end) if subject else None
        families = subject.families if subject else ()
        if not families and mention.name.fields:
            field, families = field or span, mention.name.fields
        return Degree(
            span,
            shared.context,
            mention.level,
            shared.status,
            field,
            families,
            shared.institution,
            shared.dates,
            mention.name.equivalence,
        )

    def _dates(self, entry: Entry, line: StudyLine, own: tuple[int, int]) -> DateRange | None:
        inside = [dates for dates in self.dates if entry.start <= dates.span.start < entry.end]
        beside = [dates for dates in inside if own[0] <= dates.span.start < own[1]]
        if beside:
            return beside[0]
        plain = {other.index for other in entry.lines if not other.detail and not other.bullet and not other.mentions}
        rest = [dates for dates in inside if dates.span.line - 1 in plain]
        return min(rest, key=lambda dates: abs(dates.span.line - 1 - line.index), default=None)

    def _elsewhere(self, has_list: bool) -> Iterator[Degree]:
        """Degrees told outside the education part: in the summary, beside the name, in a document without headings."""
        zones = list(self._education())
        for mention in self.mentions:
            index = self.document.line_index(mention.hit.start)
            if any(index in zone for zone in zones) or not mention.sure or mention.level == "none" or self._is_others(mention):
                continue
            kind = self._section_at(mention.hit.start)
            if kind in _NEVER or (has_list and kind not in _OWN_WORDS):
                continue
            line = self.document.lines[index]
            if is_detail(self.words, self.vocabulary, line.start, line.end):
                continue
            if self._is_listed(mention, line.start, line.end):
                yield from self._listed(mention, index)
            elif kind in _OWN_WORDS:
                yield self._told(mention)

    def _section_at(self, offset: int) -> SectionKind:
        kind: SectionKind = "header"
        for section in self.sections:
            if section.span.start > offset:
                break
            kind = section.kind
        return kind

    def _is_listed(self, mention: Mention, start: int, end: int) -> bool:
        lead = self.words.text[start : mention.hit.start]
        return bool(_LEAD.match(lead)) and not is_prose(self.words, start, end)

    def _listed(self, mention: Mention, index: int) -> Iterator[Degree]:
        zone = range(max(index - _LINES_ABOVE, 0), min(index + _LINES_BELOW + 1, len(self.document.lines)))
        nearby = [other for other in self.mentions if self.document.line_index(other.hit.start) in zone]
        yield from (degree for degree in self._in_zone(zone, nearby) if degree.span.start == mention.hit.start)

    def _told(self, mention: Mention) -> Degree:
        line = self.document.line_span(mention.hit.start)
        zone = range(line.line - 1, line.line)
        entry = Entry(tuple(study_lines(self.document, self.words, self.vocabulary, [mention], self.dates, zone)))
        own = (max(line.start, mention.hit.start - 40), min(line.end, mention.hit.end + 60))
        return self._degree(mention, self._shared(entry, entry.lines[0], [mention], own))


def _distinct(together: list[Degree]) -> list[Degree]:
    """A level named twice for one course of study ("Bachelor of Science (B.Sc.)") is one degree, the one whose field is known."""
    by_level: dict[str, Degree] = {}
    for degree in together:
        kept = by_level.get(degree.level)
        if kept is None or (degree.fields and not kept.fields):
            by_level[degree.level] = degree
    return list(by_level.values())
