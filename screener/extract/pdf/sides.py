"""A right column that was written before the left one, beside it: a person reads the left one first.

Moved only where both carry a section heading, and where the left one is no narrow margin beside the main column.
"""

from __future__ import annotations

from itertools import pairwise

from screener.extract.pdf.columns import is_heading
from screener.extract.pdf.rows import Row

_MIN_ROWS = 3
_NARROW = 0.7  # of the right column's width: a margin
_FAR = 5.0  # of the line's height

Place = tuple[float, float, float, float]
"""x0, top, x1, bottom of a row."""


def left_side_first(rows: list[Row]) -> list[Row]:
    """The rows in their order, with a right column put behind the left one that was written after it."""
    places = [(row.x0, row.top, row.x1, row.bottom) for row in rows]
    done = 0
    for middle, (before, after) in enumerate(pairwise(places), start=1):
        if after[2] > before[0] or after[1] >= before[1] or middle < done:
            continue
        start, end = _sides(places, middle)
        if _is_behind(rows[start:middle], rows[middle:end]):
            rows = rows[:start] + rows[middle:end] + rows[start:middle] + rows[end:]
            done = end
    return rows


def _sides(places: list[Place], middle: int) -> tuple[int, int]:
    """Where the right column begins that ends before `middle`, and where the left one ends that begins there."""
    left, _, _, bottom = places[middle - 1]
    end = middle
    while end < len(places) and places[end][2] <= left and not (end > middle and _is_apart(places[end], places[end - 1], bottom)):
        end += 1
    right = max([place[2] for place in places[middle:end]])
    start = middle - 1
    while start and places[start - 1][0] >= right and places[start - 1][1] <= places[start][1]:
        start -= 1
    return start, end


def _is_apart(place: Place, before: Place, bottom: float) -> bool:
    """Whether a row stands well below both the one before it and the column beside it, as a footer does."""
    return place[1] > bottom and place[1] - before[3] > _FAR * (place[3] - place[1])


def _is_behind(right: list[Row], left: list[Row]) -> bool:
    """Whether the right one of two columns is read after the left one."""
    if min(len(right), len(left)) < _MIN_ROWS:
        return False
    if not all(any(is_heading(segment) for row in side for segment in row.segments) for side in (right, left)):
        return False
    widths = [max(row.x1 for row in side) - min(row.x0 for row in side) for side in (right, left)]
    return widths[1] >= _NARROW * widths[0] or left[0].top < right[0].top - (right[0].bottom - right[0].top)
