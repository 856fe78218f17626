"""The name of the place of study around the word that gives it away ("University", "Hochschule")."""

from __future__ import annotations

import re

from screener.document import Document, Span
from screener.parse.degrees.entries import Entry, StudyLine

_EDGE = re.compile(
    r"[\t\n|•;:,()·]|\s[–—-]+\s|(?<!\w)(?:19|20)\d\d|"
    r"\s(?:at|from|in|an der|an dem|am|bei der|à l[’']|à la|at the)\s?(?=[A-ZÀ-Þ])"
)


def institution_of(document: Document, entry: Entry, line: StudyLine, mention_span: tuple[int, int], right_end: int) -> Span | None:
    """The school of a degree: named after it on its line, before it, elsewhere in its entry, or above several entries."""
    after = [place for place in line.places if mention_span[1] <= place[0] < right_end]
    before = [place for place in line.places if place[1] <= mention_span[0]]
    if after or before:
        place = after[0] if after else before[-1]
        low, high = (mention_span[1], right_end) if after else (line.start, mention_span[0])
        return _around(document, place, low, high)
    others = [other for other in entry.lines if other.places and other is not line]
    others.sort(key=lambda other: (not other.whole, abs(other.index - line.index)))
    if not others and entry.school and entry.school.places:
        others = [entry.school]
    return _around(document, others[0].places[0], others[0].start, others[0].end) if others else None


def _around(document: Document, place: tuple[int, int], low: int, high: int) -> Span:
    start, end = low, high
    for edge in _EDGE.finditer(document.text, low, high):
        if edge.end() <= place[0]:
            start = edge.end()
        elif edge.start() >= place[1]:
            end = edge.start()
            break
    return document.span(start, end)
