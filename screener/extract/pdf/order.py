"""The order in which a person reads a page: content order, with what the layout pushed to the margins brought back to its line.

Sorting by position is what scrambles columns; a piece is moved only where the page itself shows whose line it belongs to.
"""

from __future__ import annotations

import itertools
from collections import Counter

from screener.extract.pdf.dates import is_open_range, looks_like_date
from screener.extract.pdf.rows import Row, Segment, level

_MARGIN_WIDTH = 0.42  # of the page: what stands in a margin is narrower
_MAX_ASIDE = 4  # lines of a place-and-dates block beside an entry
_LOOK_BACK = 60
_COLUMN_LINES = 3
_SAME_EDGE = 3.0
_NARROW_COLUMN = 0.45  # of the page
_STRETCHED_GAP = 4.0  # of the line's height
_BULLETS = frozenset("•●▪■◦○‣-–*∙·")


def rows_of(segments: list[Segment], width: float) -> list[Row]:
    """Segments in content order as rows in reading order."""
    rows = _joined(segments)
    rows = _asides_attached(rows, width)
    _close_ranges(rows)
    _unstretch(rows, width)
    return [row for row in rows if row.segments]


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
    return not a.hyphen and b.x0 >= a.x1 and level(a, b)


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


def _asides_attached(rows: list[Row], width: float) -> list[Row]:
    """Dates and places that were written after (or before) the entry they stand beside, moved to its line."""
    index = 1
    while index < len(rows):
        row, before = rows[index], rows[index - 1]
        if row.top < before.bottom - (row.bottom - row.top):
            if length := _late_aside(rows, index, width):
                del rows[index : index + length]
                continue
            if length := _stacked_cell(rows, index):
                del rows[index - length : index]
                index -= length
        index += 1
    return rows


def _late_aside(rows: list[Row], start: int, width: float) -> int:
    """Attach the block of rows from `start` to the entry it stands beside; how many rows it had, 0 when it is no aside."""
    home = _mate(rows, start, rows[start])
    block = _aside_block(rows, start, width) if home is not None else []
    if home is None or not block:
        return 0
    dated = sum(looks_like_date(row.text) for row in block)
    follows = rows[start + len(block)] if start + len(block) < len(rows) else None
    short = len(block) <= _MAX_ASIDE and (follows is None or follows.x0 < block[0].x0 - _SAME_EDGE)
    if not dated or not (short or dated >= 0.6 * len(block)):
        return 0
    _attach(rows, start, block, home)
    return len(block)


def _aside_block(rows: list[Row], start: int, width: float) -> list[Row]:
    """The narrow rows one below the other that share an edge with the first."""
    first = rows[start]
    block: list[Row] = []
    for row in rows[start:]:
        narrow = row.x1 - row.x0 <= _MARGIN_WIDTH * width and len(row.segments) == 1
        edge = abs(row.x1 - first.x1) <= _SAME_EDGE or abs(row.x0 - first.x0) <= _SAME_EDGE
        if not narrow or not edge or (block and row.top <= block[-1].top):
            break
        if block and row.top - block[-1].bottom > 1.5 * (row.bottom - row.top) and not looks_like_date(row.text):
            break
        block.append(row)
    return block


def _attach(rows: list[Row], start: int, block: list[Row], home: Row) -> None:
    for row in block:
        mate = _mate(rows, start, row)
        if mate is not None and mate is not home and _opens_line(mate, home):
            home = mate
        if row.x1 <= home.x0 + _SAME_EDGE:
            home.segments[:0] = row.segments
        else:
            home.segments.extend(row.segments)


def _opens_line(row: Row, home: Row) -> bool:
    """Whether a row stands as far left as the entry's first line and is no bullet: a line that may carry its own date."""
    return abs(row.segments[0].x0 - home.segments[0].x0) <= _SAME_EDGE and row.text[0] not in _BULLETS


def _mate(rows: list[Row], start: int, row: Row) -> Row | None:
    """The row before `start` that stands level with `row`, wholly to its left or right: the nearest in content order."""
    for other in reversed(rows[max(0, start - _LOOK_BACK) : start]):
        if level(other.segments[0], row) and (other.segments[0].x1 <= row.x0 or other.segments[0].x0 >= row.x1):
            return other
    return None


def _stacked_cell(rows: list[Row], index: int) -> int:
    """Join a date of two or three lines in a narrow cell, written before the line it stands beside, to that line: how many rows."""
    row = rows[index]
    for length in range(2, _MAX_ASIDE):
        if length > index or not level(rows[index - length].segments[0], row.segments[0]):
            continue
        cell = rows[index - length : index]
        beside = all(len(line.segments) == 1 and line.x1 <= row.x0 for line in cell)
        if beside and looks_like_date(" ".join([line.text for line in cell])):
            row.segments[:0] = [line.segments[0] for line in cell]
            return length
    return 0


def _close_ranges(rows: list[Row]) -> None:
    """"Jan 2020 –" over "Mar 2022" in one cell: one piece of text."""
    for row in rows:
        for left, right in zip(row.segments, row.segments[1:], strict=False):
            if is_open_range(left.text) and looks_like_date(right.text) and not level(left, right):
                left.words = left.words + right.words
                row.segments.remove(right)
                break
    for row, after in itertools.pairwise(rows):
        for segment in row.segments:
            if len(row.segments) < 2 or not is_open_range(segment.text):
                continue
            for below in after.segments:
                if below.top >= segment.top and min(below.x1, segment.x1) > max(below.x0, segment.x0) and looks_like_date(below.text):
                    segment.words = segment.words + below.words
                    after.segments.remove(below)
                    break


def _unstretch(rows: list[Row], width: float) -> None:
    """A justified line of a narrow column may have gaps as wide as a table's: one piece of text all the same."""
    for before, row, after in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        if len(row.segments) < 2 or row.x1 - row.x0 > _NARROW_COLUMN * width:
            continue
        gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(row.segments)]
        beside = [other for other in (before, after) if other is not None and len(other.segments) == 1]
        flush = any(abs(other.x0 - row.x0) <= 1 and abs(other.x1 - row.x1) <= 1 for other in beside)
        if flush and max(gaps) <= _STRETCHED_GAP * (row.bottom - row.top) and not any(looks_like_date(s.text) for s in row.segments):
            row.segments[0].words = [word for segment in row.segments for word in segment.words]
            row.segments[0].x1 = row.x1
            del row.segments[1:]
