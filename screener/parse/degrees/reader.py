"""Which mentions are degrees of the person, and where they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec.structs import replace

from screener.document import Document
from screener.parse.degrees.assemble import Assembler
from screener.parse.degrees.entries import Zone, is_detail, is_prose
from screener.parse.degrees.mentions import Mention, Vocabulary, find_mentions, is_others, starts_piece
from screener.parse.degrees.told import told_degree
from screener.parse.words import Words, words_in
from screener.resume import DateRange, Degree, Position, Section, SectionKind
from screener.taxonomy.degrees import load_degrees, load_fields

_OWN_WORDS: frozenset[SectionKind] = frozenset(("header", "summary"))
_NEVER: frozenset[SectionKind] = frozenset(("references", "publications", "awards"))
_LEAD = re.compile(r"[•\s:–—-]*(?:[\d/.\s–—-]{4,20}\t?)?\s*$")
_LEAD_IN = 3  # characters
_AFTER_SENTENCE = re.compile(r"[^\W_]{2}\)?\.\s$")
_BULLET_WORDS = 3
_LINES_ABOVE, _LINES_BELOW = 2, 3


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary(load_degrees(), load_fields())


def read_degrees(
    document: Document,
    sections: Sequence[Section] = (),
    dates: Sequence[DateRange] = (),
    positions: Sequence[Position] = (),
    words: Words | None = None,
) -> tuple[Degree, ...]:
    """Every degree that the document says its person has, had begun, or is at; in text order.

    sections, dates and positions may be empty or imperfect: without headings, lines that look like a list of studies are read as one.
    words: those of `words_in(document.text)`, where they are at hand.
    School diplomas and certificates (level `none`) are given only where there is no degree at all.
    """
    words = words or words_in(document.text)
    mentions = find_mentions(words, _vocabulary())
    if not mentions:
        return ()
    assembler = Assembler(document, words, _vocabulary(), tuple(dates))
    return _Reader(assembler, tuple(sections), tuple(positions), tuple(mentions)).degrees()


@dataclass(frozen=True, slots=True)
class _Reader:
    assembler: Assembler
    sections: tuple[Section, ...]
    positions: tuple[Position, ...]
    mentions: tuple[Mention, ...]

    def degrees(self) -> tuple[Degree, ...]:
        zones = list(self._education())
        listed = [
            degree for zone in zones for degree in self.assembler.in_zone(zone, [m for m in self.mentions if self._is_study(m, zone)])
        ]
        listed = _without_restated(listed)
        told = list(self._elsewhere(zones, any(degree.level != "none" for degree in listed)))
        found = self._agreed(listed, told)
        if any(degree.level != "none" for degree in found):
            found = [degree for degree in found if degree.level != "none"]
        return tuple(sorted(found, key=lambda degree: degree.span.start))

    def _education(self) -> Iterator[Zone]:
        """Lines of each part that its heading calls education, without the heading."""
        document = self.assembler.document
        for section in self.sections:
            if section.kind == "education":
                first = document.line_index(section.span.start)
                start = section.span.start
                if section.heading and section.heading.line - 1 == first:
                    start = section.heading.end
                    first += start >= document.lines[first].end
                yield Zone(range(first, document.line_index(max(section.span.end - 1, section.span.start)) + 1), start)

    def _is_study(self, mention: Mention, zone: Zone) -> bool:
        """Whether a mention in a list of studies names one: not inside a bullet's sentence, not of somebody else."""
        index = self.assembler.line_of(mention)
        if index not in zone.lines or mention.hit.start < zone.start or mention.name.kind == "titles":
            return False
        line = self.assembler.document.lines[index]
        words = self.assembler.words
        in_bullet = words.text.startswith("•", line.start) and mention.hit.first - words.first_from(line.start) > _BULLET_WORDS
        apart = starts_piece(words.text, mention.hit.start) or _AFTER_SENTENCE.search(words.text, line.start, mention.hit.start)
        return not (in_bullet and not apart) and not self._is_others(mention)

    def _is_others(self, mention: Mention) -> bool:
        line = self.assembler.document.lines[self.assembler.line_of(mention)]
        return is_others(self.assembler.words, self.assembler.vocabulary, mention, line.start, line.end)

    def _elsewhere(self, zones: list[Zone], has_list: bool) -> Iterator[Degree]:
        """Degrees told outside the education part: in the summary, beside the name, in a document without headings."""
        for mention in self.mentions:
            index = self.assembler.line_of(mention)
            if any(index in zone.lines for zone in zones) or not mention.sure or mention.level == "none" or self._is_others(mention):
                continue
            kind, part = self._part_at(mention.hit.start)
            if kind in _NEVER or (has_list and kind not in _OWN_WORDS):
                continue
            yield from self._one(mention, index, kind, part)

    def _one(self, mention: Mention, index: int, kind: SectionKind, part: tuple[int, int]) -> Iterator[Degree]:
        """A mention outside the education part: as a list of studies where its lines look like one, else as running text."""
        words, line = self.assembler.words, self.assembler.document.lines[index]
        if is_detail(words, self.assembler.vocabulary, line.start, line.end):
            return
        listed = self._leads(line.start, mention.hit.start) and not is_prose(words, line.start, line.end)
        if listed or kind not in _OWN_WORDS:
            zone = self._window(index, part)
            nearby = [other for other in self.mentions if self._is_study(other, zone)]
            found = [degree for degree in self.assembler.in_zone(zone, nearby) if degree.span.start == mention.hit.start]
            # Above the first heading, dates on another line are of something else: "Engineer", "Licence B since 2006".
            near = range(index, index + 1) if kind == "header" else zone.lines
            believed = [degree for degree in found if degree.institution or (degree.dates and degree.dates.span.line - 1 in near)]
            if believed or kind not in _OWN_WORDS:
                yield from (degree for degree in believed if listed or degree.institution)
                return
        degree = told_degree(self.assembler, mention, part)
        if degree.fields or mention.name.kind in ("names", "titles") or mention.dotted:
            yield degree

    def _leads(self, start: int, mention: int) -> bool:
        """Whether nothing but a bullet, figures or dates stands before a mention on its line: "2025 - heute: MSc …"."""
        text = self.assembler.words.text
        for dates in self.assembler.dates:
            if start <= dates.span.start <= start + _LEAD_IN and dates.span.end <= mention:
                start = dates.span.end
        return _LEAD.match(text, start, mention) is not None

    def _part_at(self, offset: int) -> tuple[SectionKind, tuple[int, int]]:
        """Kind and bounds of the section at `offset`; the whole document where no section is known."""
        kind: SectionKind = "header"
        start, end = 0, len(self.assembler.document.text)
        for section in self.sections:
            if section.span.start > offset:
                end = section.span.start
                break
            kind, start = section.kind, section.span.start
        return kind, (start, end)

    def _window(self, index: int, part: tuple[int, int]) -> Zone:
        """The few lines around a degree that may belong to it: of its own section, and of no job below it."""
        lines = self.assembler.document.lines
        first, last = max(index - _LINES_ABOVE, 0), min(index + _LINES_BELOW, len(lines) - 1)
        while lines[first].start < part[0] and first < index:
            first += 1
        jobs = [position.span.line - 1 for position in self.positions if position.span.line - 1 > index]
        last = min([last, *(job - 1 for job in jobs)])
        while lines[last].start >= part[1] and last > index:
            last -= 1
        return Zone(range(first, last + 1))

    def _agreed(self, listed: list[Degree], told: list[Degree]) -> list[Degree]:
        """The list of studies, what is told besides, and "currently pursuing a master's" believed of the master's in the list."""
        levels = {degree.level for degree in listed}
        pursued = {degree.level for degree in told if degree.status == "in_progress"}
        kept = [replace(degree, status="in_progress") if self._may_be_open(degree, pursued) else degree for degree in listed]
        seen: set[str] = set()
        for degree in told:
            if degree.level not in levels and degree.level not in seen:
                seen.add(degree.level)
                kept.append(degree)
        return kept

    def _may_be_open(self, degree: Degree, pursued: set[str]) -> bool:
        """Whether a degree that the summary calls under way may be so: listed with a range of dates, and nowhere said to be awarded."""
        if degree.level not in pursued or degree.status != "held" or degree.dates is None or degree.dates.start == degree.dates.end:
            return False
        awarded = self.assembler.words.phrases(self.assembler.vocabulary.terms.held, degree.context.start, degree.context.end)
        return next(awarded, None) is None


def _without_restated(degrees: list[Degree]) -> list[Degree]:
    """The degrees without those that only head what is told of one listed above: of its level and field, with no dates and no school."""
    kept: list[Degree] = []
    for degree in degrees:
        bare = degree.field is not None and degree.dates is None and degree.institution is None
        if not (bare and any(other.level == degree.level and other.dates and _same_field(other, degree) for other in kept)):
            kept.append(degree)
    return kept


def _same_field(one: Degree, other: Degree) -> bool:
    if one.field is None or other.field is None:
        return False
    first, second = set(one.field.text.lower().split()), set(other.field.text.lower().split())
    return first <= second or second <= first
