"""A right column that was written before the left one, beside it: a person reads the left one first.

Moved only where both carry a section heading, and where the left one is no narrow margin beside the main column.
"""

from __future__ import annotations

from screener.extract.pdf.columns import is_heading
from screener.extract.pdf.rows import Row

_MIN_ROWS = 3
_NARROW = 0.7  # of the right column's width: a margin
_MAX_ROWS = 1500
_FAR = 5.0  # of the line's height


def left_side_first(rows: list[Row]) -> list[Row]:
    """The rows in their order, with a right column put behind the left one that was written after it."""
    if len(rows) > _MAX_ROWS:
        return rows
    start = 0
    while start < len(rows):
        middle, end = _sides(rows, start)
        if end and _is_behind(rows[start:middle], rows[middle:end]):
            rows = rows[:start] + rows[middle:end] + rows[start:middle] + rows[end:]
            start = end
        else:
            start = middle
    return rows


def _sides(rows: list[Row], start: int) -> tuple[int, int]:
    """Where the run of rows from `start` ends that all stand to the right of the next one, and the run to the left of them after it ends.

    The second is 0 where no row stands to the left.
    """
    left, top, bottom = rows[start].x0, rows[start].top, rows[start].bottom
    for middle in range(start + 1, len(rows)):
        row = rows[middle]
        if row.x1 <= left and row.top < bottom:
            break
        if row.top < bottom - (row.bottom - row.top) and row.top < top:
            return start + 1, 0
        left, top, bottom = min(left, row.x0), min(top, row.top), max(bottom, row.bottom)
    else:
        return start + 1, 0
    end = middle
    while end < len(rows) and rows[end].x1 <= left and not _is_apart(rows[end], rows[end - 1], bottom):
        end += 1
    return middle, end


def _is_apart(row: Row, before: Row, bottom: float) -> bool:
    """Whether a row stands well below both the one before it and the column beside it, as a footer does."""
    return row.top > bottom and row.top - before.bottom > _FAR * (row.bottom - row.top)


def _is_behind(right: list[Row], left: list[Row]) -> bool:
    """Whether the right one of two columns is read after the left one."""
    if min(len(right), len(left)) < _MIN_ROWS:
        return False
    if not all(any(is_heading(segment) for row in side for segment in row.segments) for side in (right, left)):
        return False
    widths = [max(row.x1 for row in side) - min(row.x0 for row in side) for side in (right, left)]
    return widths[1] >= _NARROW * widths[0] or left[0].top < right[0].top - (right[0].bottom - right[0].top)
