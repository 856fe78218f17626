"""Tables as a person reads them: rows of short cells across, cells full of text one after the other.

Résumés use tables for two things: real rows (label and value, date and entry) and layout (columns side by side).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from screener.extract.lines import TextLine

Cell = Sequence[TextLine]
Row = Sequence[Cell]

_FIGURE = re.compile(r"\d{2}")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b|\b\d{1,2}[./]\d{2}\b|['’]\d{2}\b")
_CONTACT = re.compile(r"@|\+\d|https?:|www\.")
_BULLET = "•"
_MAX_HEADING = 40
_MAX_MARGIN = 60  # characters of a date and place beside an entry
_MAX_MARGIN_LINES = 3
_FULL_CELL = 3  # lines from which a cell is a column of text


def table_lines(rows: Sequence[Row]) -> list[TextLine]:
    """The lines of a table. Cells merged into one are given once, where they begin; empty cells keep their place."""
    result: list[TextLine] = []
    headings_aside = _has_headings_aside(rows)
    index = 0
    while index < len(rows):
        if index + 1 < len(rows) and _heads_columns(rows[index], rows[index + 1]):
            for heading, column in zip(rows[index], rows[index + 1], strict=True):
                result += [*heading, *column]
            index += 2
            continue
        result += _one_after_the_other(rows[index]) if headings_aside else row_lines(rows[index])
        index += 1
    return result


def row_lines(row: Row) -> list[TextLine]:
    """The lines of one row."""
    cells = [cell for cell in row if cell]
    if len(cells) < 2:
        return _one_after_the_other(cells)
    if all(len(cell) == 1 for cell in cells):
        return _across([cell[0] for cell in cells])
    if len(cells) == 2:
        left, right = cells
        if _is_margin(left, right):
            return [*_across([_on_one_line(left), right[0]]), *right[1:]]
        if _is_margin(right, left):
            return [*_across([left[0], _on_one_line(right)]), *left[1:]]
    return _one_after_the_other(cells)


def _one_after_the_other(cells: Row) -> list[TextLine]:
    return [line for cell in cells for line in cell]


def _across(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines that stand at the same height, as one; apart where one of them is a heading or a list item of its own."""
    first = lines[0]
    if any(line.heading != first.heading or line.text.startswith(_BULLET) for line in lines[1:]):
        return list(lines)
    return [replace(first, text="\t".join(line.text for line in lines))]


def _on_one_line(cell: Cell) -> TextLine:
    return replace(cell[0], text=" ".join(line.text for line in cell))


def _is_margin(cell: Cell, entry: Cell) -> bool:
    """Whether a cell holds the date (and perhaps the place) of the entry beside it: its first line is beside that of the entry."""
    if len(cell) > _MAX_MARGIN_LINES or len(cell) >= max(len(entry), 2) or cell[0].heading:
        return False
    text = _on_one_line(cell).text
    if len(text) > _MAX_MARGIN or text.startswith(_BULLET) or _CONTACT.search(text):
        return False
    return _YEAR.search(text) is not None


def _is_label(cell: Cell) -> bool:
    return len(cell) == 1 and len(cell[0].text) <= _MAX_HEADING and not _FIGURE.search(cell[0].text)


def _heads_columns(row: Row, below: Row) -> bool:
    """Whether the cells of a row are the headings of the columns of text in the row below: columns are read one by one."""
    if len(row) < 2 or len(row) != len(below) or not all(_is_label(cell) for cell in row):
        return False
    return all(below) and sum(1 for cell in below if len(cell) >= _FULL_CELL) >= 1 and any(len(cell) >= 2 for cell in below[1:])


def _has_headings_aside(rows: Sequence[Row]) -> bool:
    """Whether the first of two columns holds headings, and the second what they head."""
    pairs = [row for row in rows if len(row) == 2 and all(row)]
    full = sum(1 for _, right in pairs if len(right) >= _FULL_CELL)
    return len(pairs) >= 2 and all(_is_label(left) for left, _ in pairs) and 2 * full >= len(pairs)
