"""One entry's mentions, field, school, dates and status put together as degrees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screener.document import Document, Span
from screener.parse.degrees.entries import Entry, StudyLine, Zone, cut_entries, study_lines
from screener.parse.degrees.institution import institution_of
from screener.parse.degrees.mentions import Mention, Vocabulary, end_with_tail
from screener.parse.degrees.status import Stretch, status_in, stretches_of
from screener.parse.degrees.subject import Subject, subject_of
from screener.parse.words import Words
from screener.resume import DateRange, Degree, DegreeStatus

_JOINED = re.compile(r"[.\s]*(?:[/+&(,|–-]|and|und|et|y|e|with|zum|zur|degree|:)?\s*\(?$")


@dataclass(frozen=True, slots=True)
class Shared:
    """What degrees written as one ("B.Tech + M.Tech") have in common."""

    context: Span
    subject: Subject | None
    institution: Span | None
    dates: DateRange | None
    status: DegreeStatus


@dataclass(frozen=True, slots=True)
class Assembler:
    """The document with what is known of it, and the steps from its lines to degrees."""

    document: Document
    words: Words
    vocabulary: Vocabulary
    dates: tuple[DateRange, ...]

    def line_of(self, mention: Mention) -> int:
        """Index of the line that the mention starts on."""
        return self.document.line_index(mention.hit.start)

    def in_zone(self, zone: Zone, mentions: Sequence[Mention]) -> Iterator[Degree]:
        """The degrees that the lines of `zone` list; `mentions` are those to believe, in text order."""
        if not mentions:
            return
        lines = study_lines(self.document, self.words, self.vocabulary, mentions, self.dates, zone)
        for entry in cut_entries(lines):
            yield from self._in_entry(entry)

    def _in_entry(self, entry: Entry) -> Iterator[Degree]:
        for line in entry.lines:
            groups = self._groups(line)
            found: list[Degree] = []
            for index, group in enumerate(groups):
                right = groups[index + 1][0].hit.start if index + 1 < len(groups) else line.end
                left = line.start if index == 0 else group[0].hit.start
                shared = self._shared(entry, line, group, (left, right))
                found += _distinct([self.degree(mention, shared) for mention in group])
            yield from _without_repeats(found)

    def _groups(self, line: StudyLine) -> list[list[Mention]]:
        """Mentions of one line; those written as one ("B.Tech + M.Tech", "Bachelor of Science (B.Sc.)") together."""
        groups: list[list[Mention]] = []
        for mention in line.mentions:
            if groups and _JOINED.match(self.words.text[groups[-1][-1].hit.end : mention.hit.start]):
                groups[-1].append(mention)
            else:
                groups.append([mention])
        return groups

    def _shared(self, entry: Entry, line: StudyLine, group: list[Mention], own: Stretch) -> Shared:
        last = group[-1]
        subject = subject_of(self.words, self.vocabulary, entry, line, last, own[1])
        named = group[0].hit.start, last.hit.end
        place = institution_of(self.document, entry, line, named, subject.end if subject else named[1], own[1], self.dates)
        dates = self._dates(entry, line, own)
        stretches = stretches_of(self.words, self.vocabulary, entry, line, own)
        status = status_in(self.words, self.vocabulary, stretches, dates)
        return Shared(self.document.span(entry.start, entry.end), subject, place, dates, status)

    def degree(self, mention: Mention, shared: Shared) -> Degree:
        """The degree that `mention` names."""
        span = self.document.span(mention.hit.start, end_with_tail(self.words, mention))
        subject = shared.subject
        field = self.document.span(subject.start, subject.end) if subject else None
        families = subject.families if subject else ()
        families += tuple(family for family in mention.name.fields if family not in families)
        if mention.name.fields and field is None:
            field = span
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

    def _dates(self, entry: Entry, line: StudyLine, own: Stretch) -> DateRange | None:
        inside = [dates for dates in self.dates if entry.start <= dates.span.start < entry.end]
        beside = [dates for dates in inside if own[0] <= dates.span.start < own[1]]
        if beside:
            return beside[0]
        plain = {other.index for other in entry.lines if not other.detail and not other.bullet and not other.mentions}
        rest = [dates for dates in inside if dates.span.line - 1 in plain]
        return min(rest, key=lambda dates: abs(dates.span.line - 1 - line.index), default=None)


def _without_repeats(line: list[Degree]) -> list[Degree]:
    """Of two degrees of one level on a line, one without a field only repeats the other ("École d'ingénieurs …, Diplôme d'ingénieur")."""
    stated = {degree.level for degree in line if degree.field}
    return [degree for degree in line if degree.field or degree.level not in stated]


def _distinct(together: list[Degree]) -> list[Degree]:
    """A level named twice for one course of study ("Bachelor of Science (B.Sc.)") is one degree, the one whose field is known."""
    by_level: dict[str, Degree] = {}
    for degree in together:
        kept = by_level.get(degree.level)
        if kept is None or (degree.fields and not kept.fields):
            by_level[degree.level] = degree
    return list(by_level.values())
