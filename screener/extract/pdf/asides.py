"""Dates and places that a layout pushes to the margin, brought back to the line they stand beside.

Producers write them in their own time: after the entry's bullets, before the whole page (a browser paints floats first), or in a column
of their own. A piece is moved only when it is a date with hardly a word beside it, and no line of its own column lies next to it.
"""

from __future__ import annotations

import re

from screener.extract.pdf.dates import looks_like_date
from screener.extract.pdf.rows import Row, Segment, level

_MARGIN_WIDTH = 0.42  # of the page: what stands in a margin is narrower
_MAX_BLOCK = 4  # lines of a place-and-dates block beside an entry
_LOOK_BACK = 60  # rows
_MAX_FLOATS = 200  # a page with more dates in its margins is no page of a résumé
_SAME_EDGE = 3.0  # points
_MOSTLY = 0.6
_NEXT_LINE = 2.5  # of the line's height: lines of one entry stand closer
_BULLET_INDENT = 30.0  # points
_AROUND = 8  # rows
_NEAR = 60.0  # points
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_BULLETS = frozenset("•●▪■◦○‣-–*∙·")


def asides_attached(rows: list[Row], width: float) -> list[Row]:
    """The rows of a page of this width with every aside on the row that it stands level with."""
    rows = _blocks_attached(_bullets_attached(rows), width)
    return _floats_attached(rows, width)


def _bullets_attached(rows: list[Row]) -> list[Row]:
    """Bullets that were painted apart from their lines, before or after them all."""
    bullets = [row for row in rows if len(row.segments) == 1 and row.segments[0].text in _BULLETS]
    if not bullets or len(bullets) > _MAX_FLOATS:
        return rows
    gone = []
    for bullet in bullets:
        near = [row for row in rows if row is not bullet and 0 <= row.x0 - bullet.x1 < _BULLET_INDENT and level(row, bullet)]
        if near:
            min(near, key=lambda row: row.x0).segments.insert(0, bullet.segments[0])
            gone.append(id(bullet))
    return [row for row in rows if id(row) not in gone]


def _blocks_attached(rows: list[Row], width: float) -> list[Row]:
    """Blocks of places and dates that were written after the entry, and date cells of several lines that were written before it."""
    index = 1
    while index < len(rows):
        row, before = rows[index], rows[index - 1]
        if row.top < before.bottom - (row.bottom - row.top):
            if length := _late_block(rows, index, width):
                del rows[index : index + length]
                continue
            if length := _stacked_cell(rows, index):
                del rows[index - length : index]
                index -= length
        index += 1
    return rows


def _late_block(rows: list[Row], start: int, width: float) -> int:
    """Attach the block of rows from `start` to the entry it stands beside; how many rows it had, 0 when it is no aside."""
    home = _mate_before(rows, start, rows[start])
    block = _narrow_block(rows, start, width) if home is not None else []
    if home is None or not block:
        return 0
    dated = sum([looks_like_date(row.text) for row in block])
    follows = rows[start + len(block)] if start + len(block) < len(rows) else None
    short = len(block) <= _MAX_BLOCK and (follows is None or follows.x0 < block[0].x0 - _SAME_EDGE)
    short = short and block[0].x0 > home.x0  # places stand in the right margin; what is written late on the left is a column
    if not dated or not (short or dated >= _MOSTLY * len(block)):
        return 0
    if len(block) == 1 and _BARE_YEAR.fullmatch(block[0].text) and _is_elsewhere(rows, rows.index(home), block[0]):
        return 0
    homes: list[Row] = []
    for row in block:
        mate = _mate_before(rows, start, row)
        if mate is not None and mate is not home and _opens_line(mate, home):
            home = mate
        homes.append(home)
    if any(row.top - home.bottom > _NEAR for row, home in zip(block, homes, strict=True)):
        return 0  # the lines that these stand beside are still to come
    for row, home in zip(block, homes, strict=True):
        _put(row, home)
    return len(block)


def _narrow_block(rows: list[Row], start: int, width: float) -> list[Row]:
    """The narrow rows one below the other that share an edge with the first."""
    first = rows[start]
    block: list[Row] = []
    for row in rows[start:]:
        edge = abs(row.x1 - first.x1) <= _SAME_EDGE or abs(row.x0 - first.x0) <= _SAME_EDGE
        if not _narrow(row, width) or not edge or (block and row.top <= block[-1].top):
            break
        if block and row.top - block[-1].bottom > 1.5 * (row.bottom - row.top) and not looks_like_date(row.text):
            break
        block.append(row)
    return block


def _mate_before(rows: list[Row], start: int, row: Row) -> Row | None:
    """The row before `start` that stands level with `row`, wholly beside it: the nearest in content order."""
    for other in reversed(rows[max(0, start - _LOOK_BACK) : start]):
        if _level_beside(other.segments[0], row.segments[0]):
            return other
    return None


def _opens_line(row: Row, home: Row) -> bool:
    """Whether a row stands as far left as the entry's first line and is no bullet: a line that may carry its own date."""
    return abs(row.segments[0].x0 - home.segments[0].x0) <= _SAME_EDGE and row.text[0] not in _BULLETS


def _stacked_cell(rows: list[Row], index: int) -> int:
    """Join a date of two or three lines in a narrow cell, written before the line it stands beside, to that line: how many rows."""
    row = rows[index]
    for length in range(2, _MAX_BLOCK):
        if length > index or not level(rows[index - length].segments[0], row.segments[0]):
            continue
        cell = rows[index - length : index]
        beside = all(len(line.segments) == 1 and line.x1 <= row.x0 for line in cell)
        if beside and looks_like_date(" ".join([line.text for line in cell])):
            row.segments[:0] = [line.segments[0] for line in cell]
            return length
    return 0


def _floats_attached(rows: list[Row], width: float) -> list[Row]:
    """Single dates, wherever in the order they were written, and the places written next to them on the same edge."""
    dated = {index for index, row in enumerate(rows) if _narrow(row, width) and looks_like_date(row.text)}
    loose = {index for index in dated if not _has_neighbour(rows, index, dated)}
    if not loose or len(loose) > _MAX_FLOATS:
        return rows
    for index in sorted(loose):
        for other in (index - 1, index + 1):
            on_edge = 0 <= other < len(rows) and abs(rows[other].x1 - rows[index].x1) <= 1 and _narrow(rows[other], width)
            if on_edge and not _has_neighbour(rows, other, dated):
                loose.add(other)
    gone = set()
    for index in sorted(loose):
        mates = [other for other, row in enumerate(rows) if other not in loose and _level_beside(row.segments[0], rows[index].segments[0])]
        mate = min(mates, key=lambda other: _strangeness(rows, other, rows[index]), default=None)
        if mate is not None and not (_BARE_YEAR.fullmatch(rows[index].text) and _is_elsewhere(rows, mate, rows[index])):
            _put(rows[index], rows[mate])
            gone.add(index)
    return [row for index, row in enumerate(rows) if index not in gone]


def _strangeness(rows: list[Row], mate: int, aside: Row) -> tuple[bool, bool, float]:
    """How little a row seems to be the one that a date stands beside: itself a date, of another column, far away."""
    row = rows[mate]
    around = [other for other in rows[max(0, mate - _AROUND) : mate + _AROUND + 1] if _is_near(other, aside)]
    shared = any(_overlap(other, row) > 0 and _overlap(other, aside) > 0 for other in around)
    return looks_like_date(row.text), not shared, _distance(row, aside)


def _is_elsewhere(rows: list[Row], mate: int, year: Row) -> bool:
    """Whether a year without a month or a range belongs to something else than the row beside it.

    So it does where that row goes on with the paragraph above it, or where text of another column stands between the two.
    """
    row = rows[mate]
    if row.text[:1].islower() and mate and _stacked(row, rows[mate - 1]) and row.top > rows[mate - 1].top:
        return True
    return any(row.x1 < other.x0 and other.x1 < year.x0 for other in rows if _is_near(other, year))


def _is_near(row: Row, aside: Row) -> bool:
    """Whether a row stands not far above or below."""
    return abs(row.top - aside.top) < _NEAR and not level(row, aside)


def _overlap(a: Row, b: Row) -> float:
    """Points that two rows have in common, seen from above; below 0 where they stand apart."""
    return min(a.x1, b.x1) - max(a.x0, b.x0)


def _has_neighbour(rows: list[Row], index: int, dated: set[int]) -> bool:
    """Whether a line of the same column, no date itself, comes right before or after a row in the order of writing."""
    others = [other for other in (index - 1, index + 1) if 0 <= other < len(rows) and other not in dated]
    return any(_stacked(rows[index], rows[other]) for other in others)


def _stacked(a: Row, b: Row) -> bool:
    """Whether one row stands right above the other, as two lines of a paragraph or an entry do."""
    return _overlap(a, b) > 0 and max(a.top, b.top) - min(a.bottom, b.bottom) < _NEXT_LINE * (a.bottom - a.top)


def _narrow(row: Row, width: float) -> bool:
    return len(row.segments) == 1 and row.segments[0].width <= _MARGIN_WIDTH * width


def _level_beside(a: Segment, b: Segment) -> bool:
    return (a.x1 <= b.x0 or a.x0 >= b.x1) and level(a, b)


def _distance(a: Row, b: Row) -> float:
    return max(a.x0 - b.x1, b.x0 - a.x1)


def _put(aside: Row, home: Row) -> None:
    """Add the aside to the left or the right end of a row."""
    if aside.x1 <= home.x0 + _SAME_EDGE:
        home.segments[:0] = aside.segments
    else:
        home.segments.extend(aside.segments)
