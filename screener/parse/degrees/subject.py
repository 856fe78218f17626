"""What a degree is in: the field as it is written, and the families that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from screener.parse.degrees.entries import Entry, StudyLine, places_in
from screener.parse.degrees.mentions import Mention, Vocabulary
from screener.parse.words import Hit, Words

_MOST_PIECES = 60
"""So many pieces of a line are looked at: no line that tells a degree has more."""

_PIECE_END = re.compile(r"[\t\n|•;:,()\[\]/·]|\s[–—-]+\s|\s[–—-]|[–—](?=\s)|\.\s|\.$")
_CONNECTOR = re.compile(
    r"\s*(?:\([^()\n]{0,20}\)\s*)?(?:degree|programme|program|studies|studium)?\s*"
    r"(?:with (?:[\w-]{1,12} ){0,2}(?:honou?rs|distinction|merit|class) )?(?:in der|"
    r"in the|in|of|on|en|em|di|de la|del|des|de|d['’]|der|im|i|zum|mention|option|sp[ée]cialit[ée])\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FIELD_STOP = re.compile(
    r"\s+(?:from|at|with|from the|by|minor|minoring|specializ\w+|specialis\w+|concentration|focus\w*|emphasis|"
    r"gpa|cgpa|\d\.\d|(?:19|20)\d\d|aus|an der|"
    r"expected|anticipated|and\s+(?:a\s+)?minor|mit|avec|con|where|who|while|plus|candidate|student|graduate|graduated)\b|\s+(?:and|or|und|et|y|e)\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[\s.–—'’*:-]*(?:(?:19|20)\d\d[\s.,–—/-]*)*(?:(?:duales\s+)?studium|stud(?:y|ied|ies)|studi|études|estudios)?\s*(?:der|des|of|in|de|en|di)?\s+",
    re.IGNORECASE,
)
_SPECIAL = re.compile(
    r"\b(?:major(?:ing|s)?|speciali[sz]ation|speciali[sz]ing|concentration|emphasis|focus|schwerpunkt|vertiefung|option|track)"
    r"(?:\s+(?:in|on))?\s*[:–-]?\s+",
    re.IGNORECASE,
)
_MINOR = re.compile(r"\bminor|\bnebenfach|\bmineure|\bminored", re.IGNORECASE)
_MAJOR_LINE = re.compile(
    r"[•\s]*(?:double\s+|dual\s+)?(?:majors?|field of study|field|branch|speciali[sz]ation|"
    r"discipline|stream|subjects?|studiengang|fachrichtung|studienrichtung|fach|fili[eè]re|sp[ée]cialit[ée]|option|parcours|especialidad)\b(?:\s+in|\s*[:\-–])?\s*",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_AND = re.compile(r"\s(?:and|&|und|et|y|e)\s", re.IGNORECASE)
_ENOUGH_COVER = 0.5
_LEAD_CHARACTERS = 2
_FIELD_WORDS = 6
_DEPARTMENT_CHARACTERS = 5  # " for ", " of "


@dataclass(frozen=True, slots=True)
class Subject:
    """start, end: the field as written. families: empty when no family knows it."""

    start: int
    end: int
    families: tuple[str, ...]


def subject_of(words: Words, vocabulary: Vocabulary, entry: Entry, line: StudyLine, mention: Mention, right_end: int) -> Subject | None:
    """The field of `mention`, which stands in `line` of `entry`; on its own line it reaches no further right than `right_end`."""
    reader = _Reader(words, vocabulary)
    stated = reader.after(mention.hit.end, right_end)
    if right_end == line.end and not (stated and stated.families) and (wrapped := reader.over_the_edge(mention.hit.end, line.end)):
        return wrapped
    return stated or next(filter(None, reader.around(entry, line, mention, right_end)), None)


@dataclass(frozen=True, slots=True)
class _Reader:
    words: Words
    vocabulary: Vocabulary

    def after(self, start: int, end: int) -> Subject | None:
        """The field right after a degree: "in Computer Science", ", Physics", "(Informatik)"; also an unknown one after "in"."""
        unknown = None
        for begin, stop in self._pieces(start, end):
            connector = _CONNECTOR.match(self.words.text, begin, stop) if begin == start or unknown is None else None
            piece = self._trim(connector.end() if connector else begin, stop)
            if piece is None or self._is_generic(*piece):
                continue
            place = self._place_in(*piece)
            if place is not None:
                known = self.known(piece[0], place)
                if known and known.start - piece[0] <= _LEAD_CHARACTERS:
                    return known
                continue
            known = self.known(*piece)
            if known and (connector or self._covers(known, *piece)):
                return Subject(*piece, known.families) if connector else known
            if unknown is None and self._is_stated(begin - start, connector is not None, *piece):
                unknown = Subject(*piece, ())
        return unknown

    def over_the_edge(self, start: int, end: int) -> Subject | None:
        """A field that begins behind a degree, before the `end` of its line, and goes on in the next: "B.S. Computer &", "Science"."""
        index, stop = self.words.first_from(start), self.words.first_from(end)
        while index < stop:
            found = self.words.phrase_at(self.vocabulary.fields.names, index)
            if found is not None and found[0].end > end:
                return Subject(found[0].start, found[0].end, found[1])
            index += 1
        return None

    def around(self, entry: Entry, line: StudyLine, mention: Mention, right_end: int) -> Iterator[Subject | None]:
        """Fields that stand elsewhere in the entry, nearest first."""
        text = self.words.text
        special = _SPECIAL.search(text, mention.hit.end, right_end)
        if special:
            yield self._in_pieces(special.end(), right_end)
        yield self._in_pieces(line.start, mention.hit.start)
        at = entry.lines.index(line)
        for other in entry.lines[at + 1 : at + 3]:
            if other.mentions:
                break
            major = _MAJOR_LINE.match(text, other.start, other.end)
            if major or not (other.detail or other.bullet):
                yield self._in_pieces(major.end() if major else other.start, other.end)
        for other in reversed(entry.lines[:at]):
            if not other.mentions and not other.detail:
                yield self._in_pieces(other.start, other.end)
        for other in entry.lines[at + 1 :]:
            major = _MAJOR_LINE.match(text, other.start, other.end)
            if major:
                yield self._in_pieces(major.end(), other.end)
        for other in (line, *entry.lines):
            yield self._in_department(other)

    def known(self, start: int, end: int) -> Subject | None:
        """From the first to the last word that a family knows inside `text[start:end]`, with all their families."""
        families: list[str] = []
        first = last = -1
        index, stop = self.words.first_from(start), self.words.first_from(end)
        while index < stop:
            found = self.words.phrase_at(self.vocabulary.fields.names, index) or self._abbreviation(index)
            if found is None or found[0].end > end:
                index += 1
                continue
            first = found[0].start if first < 0 else first
            last = found[0].end
            families += [family for family in found[1] if family not in families]
            index = found[0].last
        return Subject(first, last, tuple(families)) if families else None

    def _abbreviation(self, index: int) -> tuple[Hit, tuple[str, ...]] | None:
        families = self.vocabulary.fields.abbreviations.get(self.words.plain[index])
        if families is None or not self.words.written(index).replace(".", "").isupper():
            return None
        return Hit(index, index + 1, self.words.starts[index], self.words.ends[index]), families

    def _in_pieces(self, start: int, end: int) -> Subject | None:
        for begin, stop in self._pieces(start, end):
            piece = self._trim(begin, stop)
            if piece is None or self._place_in(*piece) is not None or self._is_generic(*piece):
                continue
            known = self.known(*piece)
            if known and self._covers(known, *piece):
                return known
        return None

    def _in_department(self, line: StudyLine) -> Subject | None:
        """The subject of "Department of Mathematics", "School of Computer Science"."""
        for begin, stop in islice(self._pieces(line.start, line.end), _MOST_PIECES):
            first = self.words.first_from(begin)
            part = self.words.phrase_at(self.vocabulary.terms.parts, first) if first < self.words.first_from(stop) else None
            known = self.known(part[0].end, stop) if part else None
            if part and known and known.start - part[0].end <= _DEPARTMENT_CHARACTERS:
                return known
        return None

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        begin = start
        for mark in _PIECE_END.finditer(self.words.text, start, end):
            yield begin, mark.start()
            begin = mark.end()
        yield begin, end

    def _trim(self, start: int, end: int) -> tuple[int, int] | None:
        text = self.words.text
        lead = _LEAD.match(text, start, end)
        start = lead.end() if lead else start
        stop = _FIELD_STOP.search(text, start, end)
        end = stop.start() if stop else end
        raw = text[start:end]
        if _MINOR.match(raw.lstrip()):
            return None
        start += len(raw) - len(raw.lstrip(" .-–'’*"))
        end -= len(raw) - len(raw.rstrip(" .-–'’*"))
        return (start, end) if end - start > 1 else None

    def _place_in(self, start: int, end: int) -> int | None:
        """Where the first word of a place of study stands."""
        return next((begin for begin, _, _ in places_in(self.words, self.vocabulary, start, end)), None)

    def _is_stated(self, distance: int, connected: bool, start: int, end: int) -> bool:
        """Whether a piece that no family knows is a field all the same: after "in", or right after the degree ("Licence Musicologie")."""
        if distance > _LEAD_CHARACTERS or _DIGIT.search(self.words.text, start, end):
            return False
        first, stop = self.words.first_from(start), self.words.first_from(end)
        if connected or first >= stop:
            return connected
        plain = self.words.text[start].isupper() and stop - first <= _FIELD_WORDS
        return plain and self.words.phrase_at(self.vocabulary.fields.generic, first) is None

    def _is_generic(self, start: int, end: int) -> bool:
        first, stop = self.words.first_from(start), self.words.first_from(end)
        found = self.words.phrase_at(self.vocabulary.fields.generic, first) if first < stop else None
        return found is not None and found[0].last >= stop

    def _covers(self, subject: Subject, start: int, end: int) -> bool:
        """Whether a subject is what a piece tells: half of it, or what it begins with before "and"."""
        leads = subject.start == start and _AND.match(self.words.text, subject.end, end) is not None
        return leads or (subject.end - subject.start) / (end - start) >= _ENOUGH_COVER
