"""Pages written in a strange order: within a column, what stands above is read before what stands below.

Nothing else is asked of the order of writing: columns side by side stay in the order in which they were written.
"""

from __future__ import annotations

import heapq

import numpy as np
import numpy.typing as npt

from screener.extract.pdf.rows import Row

_SAME_COLUMN = 0.3  # of the narrower row's width must lie under the other
_SLACK = 0.35  # of the upper row's height: lines set tightly overlap a little
_MAX_ROWS = 1500
_MAX_PARAGRAPH = 40  # rows
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
_APART, _FAR_APART = 0.5, 3.0  # of the height of the header, of the footer


def read_downwards(rows: list[Row]) -> list[Row]:
    """The rows in their order, but for those that stand above an earlier one of their column: these go before it."""
    if not 2 < len(rows) <= _MAX_ROWS:
        return rows
    rows = _margins_outside(rows)
    above = _above(rows)
    if not np.tril(above).any():
        return rows
    waiting = above.sum(axis=0).tolist()
    ready = [index for index, count in enumerate(waiting) if not count]
    done: list[Row] = []
    while ready:
        index = heapq.heappop(ready)
        done.append(rows[index])
        for below in np.flatnonzero(above[index]).tolist():
            waiting[below] -= 1
            if not waiting[below]:
                heapq.heappush(ready, below)
    return done if len(done) == len(rows) else rows


def _margins_outside(rows: list[Row]) -> list[Row]:
    """The rows with a header that was painted late first, and a footer that was painted early last, when they stand well apart."""
    upper, lower = min(rows, key=lambda row: row.top), max(rows, key=lambda row: row.bottom)
    rest = [row for row in rows if row is not upper and row is not lower]
    apart = _APART * (upper.bottom - upper.top)
    header = [upper] if upper is not rows[0] and upper.bottom + apart < min([row.top for row in rest]) else []
    apart = _FAR_APART * (lower.bottom - lower.top)
    footer = [lower] if lower is not rows[-1] and lower.top - apart > max([row.bottom for row in rest]) else []
    return [*header, *(row for row in rows if row not in header and row not in footer), *footer] if header or footer else rows


def _above(rows: list[Row]) -> Bools:
    """[i, j]: whether row i stands above row j in one column."""
    x0, top, x1, bottom = np.array([(row.x0, row.top, row.x1, row.bottom) for row in rows]).T
    shared = np.minimum(x1[:, None], x1) - np.maximum(x0[:, None], x0)
    width = np.minimum((x1 - x0)[:, None], x1 - x0)
    over = (bottom - _SLACK * (bottom - top))[:, None] <= top
    column: Bools = (shared > _SAME_COLUMN * width) & over & (top[:, None] < top)
    for late in np.flatnonzero(np.tril(column).any(axis=1)).tolist():
        first = int(np.argmax(column[late, :late]))
        under = first + np.flatnonzero(shared[late, first:late] > 0)
        across = x0[under].max(initial=-np.inf) > x1[under].min(initial=np.inf)
        if across or over[late, first:late].all():  # what lies across columns, or above them all, goes before them though written later
            column[late, first:late] |= over[late, first:late]
    return _with_what_goes_on(column, shared, over)


def _with_what_goes_on(column: Bools, shared: Floats, over: Bools) -> Bools:
    """What goes on right below a row that goes before an earlier one goes before it too, though indented beyond it."""
    for late in np.flatnonzero(np.tril(column).any(axis=1)).tolist():
        earlier = column[late, :late]
        for after in range(late + 1, min(late + 1 + _MAX_PARAGRAPH, len(column))):
            if not over[after - 1, after] or shared[after - 1, after] <= 0 or not over[after, :late][earlier].any():
                break
            column[after, :late] |= earlier & over[after, :late]
    return column
