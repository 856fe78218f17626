"""The name of the place of study around the word that gives it away ("University", "Hochschule")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from screener.document import Document, Span
from screener.parse.degrees.entries import Entry, StudyLine
from screener.parse.degrees.status import Stretch
from screener.resume import DateRange

_EDGE = re.compile(
    r"[\t\n|•;:,()·]|\s[–—-]+\s|(?<!\w)(?:19|20)\d\d|(?<=\w{4})\.\s|"
    r"\s(?:at|from|in|an der|an dem|am|bei der|à l[’']|à la|at the)\s?(?=[A-ZÀ-Þ])|\s(?:in|with|by|since|and|from)\s(?=[\da-z])"
)
_FIGURES_FIRST = re.compile(r"(?:[^\s\d]*\d\S*\s+)+")
_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_BEFORE_DATES = frozenset(("in", "on", "from", "since", "with"))
_MARKS = " \t\n.:–—-"


def institution_of(
    document: Document, entry: Entry, line: StudyLine, degree: Stretch, field_end: int, right_end: int, dates: Sequence[DateRange]
) -> Span | None:
    """The school of a degree: named after it on its line, before it, elsewhere in its entry, or above several entries.

    degree: where its words stand on the line. field_end: where its field ends, which may stand between the degree and the school.
    """
    after = [place for place in line.places if degree[1] <= place[0] < right_end]
    before = [place for place in line.places if place[1] <= degree[0]]
    if after or before:
        place = after[0] if after else before[-1]
        left = field_end if degree[1] <= field_end <= place[0] else degree[1]
        low, high = (left, right_end) if after else (line.start, degree[0])
        return _around(document, place, low, high, dates)
    others = [other for other in entry.lines if other.places and other is not line]
    others.sort(key=lambda other: (not other.whole, abs(other.index - line.index)))
    if not others and entry.school and entry.school.places:
        others = [entry.school]
    return _around(document, others[0].places[0], others[0].start, others[0].end, dates) if others else None


def _around(document: Document, place: tuple[int, int], low: int, high: int, dates: Sequence[DateRange]) -> Span:
    high = min([high, *(d.span.start for d in dates if place[1] <= d.span.start < high)])
    low = max([low, *(d.span.end for d in dates if low < d.span.end <= place[0])])
    start, end = low, high
    for edge in _EDGE.finditer(document.text, low, high):
        if edge.end() <= place[0]:
            start = edge.end()
        elif edge.start() >= place[1]:
            end = edge.start()
            break
    return _trimmed(document, start, end)


def _trimmed(document: Document, start: int, end: int) -> Span:
    """The name without a grade or a date that stands at its ends ("2:1 University of …")."""
    span = document.span(start, end)
    figures = _FIGURES_FIRST.match(span.text)
    first = figures.end() if figures else 0
    last = first + _without_tail(span.text[first:])
    return document.span(span.start + first, span.start + last if last else end)


def _without_tail(name: str) -> int:
    """Where a name ends before the figures, the word that leads to them ("since 2015") or the marks behind it."""
    words = list(_WORD.finditer(name))
    index = len(words)
    while index > 1 and _DIGIT.search(words[index - 1].group()):
        index -= 1
    ends = [len(name.rstrip(_MARKS))]
    if index < len(words):
        ends.append(words[index - 1].end())
    if index > 1 and words[index - 1].group() in _BEFORE_DATES:
        ends.append(words[index - 1].start() - 1)
    return min(ends)
