"""Headings in a margin of their own that were written after the section they name, as browsers write cells that are aligned by a line."""

from __future__ import annotations

from screener.extract.pdf.columns import is_heading
from screener.extract.pdf.rows import Row
from screener.taxonomy.headings import load_headings

_MIN_LABELS = 2  # on a page: one alone may be a column of its own
_ABOVE = 1.5  # of the heading's height: as far as its section's first line may stand above the first heading of a page


def labels_first(rows: list[Row]) -> list[Row]:
    """The rows with each such heading before the lines that stand beside it; as they are where there are none."""
    kinds = load_headings().kinds
    places: dict[int, int] = {}
    last = -1
    for index, row in enumerate(rows):
        if len(row.segments) == 1 and index and rows[index - 1].x0 >= row.x1 and row.text.lower().strip(" :") in kinds:
            start = _start_of_section(rows, index, last)
            if start is None:
                return rows
            places[start] = last = index
    if sum(is_heading(rows[label].segments[0]) for label in places.values()) < _MIN_LABELS:
        return rows
    moved = set(places.values())
    done: list[Row] = []
    for index, row in enumerate(rows):
        if index in places:
            done.append(rows[places[index]])
        if index not in moved:
            done.append(row)
    return done


def _start_of_section(rows: list[Row], label: int, previous: int) -> int | None:
    """Index of the first row beside the heading at `label` and behind the one at `previous`; None when it heads what comes after it."""
    head = rows[label]
    highest = rows[previous].bottom if previous >= 0 else head.top - _ABOVE * (head.bottom - head.top)
    start = label
    while start - 1 > previous and rows[start - 1].x0 >= head.x1 and rows[start - 1].top >= highest:
        start -= 1
    beside = start < label and rows[start].top < head.bottom and rows[label - 1].bottom >= head.top
    follows = rows[label + 1] if label + 1 < len(rows) else None
    return start if beside and (follows is None or follows.top >= head.bottom or follows.x0 < head.x1) else None
