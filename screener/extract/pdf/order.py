"""The order in which a person reads a page: content order, with what the layout pushed to the margins brought back to its line.

Sorting by position is what scrambles columns; a piece is moved only where the page itself shows whose line it belongs to.
"""

from __future__ import annotations

import itertools
from collections import Counter

from screener.extract.pdf.asides import asides_attached
from screener.extract.pdf.columns import columns_apart
from screener.extract.pdf.dates import closes_range, is_open_range, looks_like_date
from screener.extract.pdf.downwards import read_downwards
from screener.extract.pdf.labels import labels_first
from screener.extract.pdf.margins import labels_apart
from screener.extract.pdf.rows import UPRIGHT, Row, Segment, level
from screener.extract.pdf.sides import left_side_first

_COLUMN_LINES = 3
_SAME_EDGE = 3.0
_MAX_DATE_WORDS = 8
_NARROW_COLUMN = 0.45  # of the page
_STRETCHED_GAP = 4.0  # of the line's height


def rows_of(segments: list[Segment], width: float) -> list[Row]:
    """Segments in content order as rows in reading order."""
    rows = columns_apart(labels_first(read_downwards(asides_attached(_joined(labels_apart(segments)), width))))
    _close_ranges(rows)
    rows = [row for row in rows if row.segments]
    _unstretch(rows, width)
    return left_side_first(rows)


def _joined(segments: list[Segment]) -> list[Row]:
    """Neighbours in content order that stand on one line, left to right, as one row; not across the gap between two columns."""
    pairs = Counter(round(b.x0 / _SAME_EDGE) for a, b in itertools.pairwise(segments) if _beside(a, b))
    rows: list[Row] = []
    for index, segment in enumerate(segments):
        last = rows[-1].segments[-1] if rows else None
        if last is not None and _beside(last, segment):
            edge = round(segment.x0 / _SAME_EDGE)
            alone = pairs[edge - 1] + pairs[edge] + pairs[edge + 1] < 2
            if not (alone and _starts_column(segments, index, last)):
                rows[-1].segments.append(segment)
                continue
        rows.append(Row([segment]))
    return rows


def _beside(a: Segment, b: Segment) -> bool:
    return not a.hyphen and b.x0 >= a.x1 and level(a, b) and max(a.height, b.height) < UPRIGHT * min(a.height, b.height)


def _starts_column(segments: list[Segment], index: int, left: Segment) -> bool:
    """Whether the writing stays on the right of `left` for several lines from here on."""
    lines = 0
    previous = segments[index]
    for segment in segments[index + 1 : index + 4 * _COLUMN_LINES]:
        if segment.x0 < left.x1 or segment.top < previous.top - previous.height / 2:
            return False
        lines += not level(segment, previous)
        if lines >= _COLUMN_LINES:
            return True
        previous = segment
    return False


def _close_ranges(rows: list[Row]) -> None:
    """"Jan 2020 –" over "Mar 2022" in one cell: one piece of text."""
    for row in rows:
        for left, right in zip(row.segments, row.segments[1:], strict=False):
            goes_on = (is_open_range(left.text) and looks_like_date(right.text)) or closes_range(left.text, right.text)
            if goes_on and not level(left, right):
                left.take(right.words)
                row.segments.remove(right)
                break
    for row, after in itertools.pairwise(rows):
        for segment in row.segments:
            if (end := _end_below(segment, after)) is not None:
                segment.take(end.words)
                after.segments.remove(end)
                break


def _end_below(start: Segment, after: Row) -> Segment | None:
    """The end of a range that was begun on the line above."""
    if len(start.words) > _MAX_DATE_WORDS:
        return None
    opened = is_open_range(start.text)
    for segment in after.segments if opened or looks_like_date(start.text) else ():
        under = segment.top >= start.top and min(segment.x1, start.x1) > max(segment.x0, start.x0)
        if under and segment.top - start.bottom < start.height and looks_like_date(segment.text):
            if not opened and not closes_range(start.text, segment.text):
                continue
            return segment
    return None


def _unstretch(rows: list[Row], width: float) -> None:
    """A justified line of a narrow column may have gaps as wide as a table's: one piece of text all the same."""
    for before, row, after in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if len(row.segments) < 2 or row.x1 - row.x0 > _NARROW_COLUMN * width:
            continue
        gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(row.segments)]
        beside = [other for other in (before, after) if other is not None and len(other.segments) == 1]
        flush = any(abs(other.x0 - row.x0) <= 1 and abs(other.x1 - row.x1) <= 1 for other in beside)
        if flush and max(gaps) <= _STRETCHED_GAP * (row.bottom - row.top) and not any(looks_like_date(s.text) for s in row.segments):
            row.segments[0].take([word for segment in row.segments[1:] for word in segment.words])
            row.segments[0].x1 = row.x1
            del row.segments[1:]
