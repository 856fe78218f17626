"""A sheet with very many rows: xlsxwriter makes a dozen calls for a cell; here a row becomes XML in one go, just as xlsxwriter has it.

All else of the sheet, and of the workbook, is xlsxwriter's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import product
from math import ceil
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.url import Url
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet
from xlsxwriter.xmlwriter import XMLwriter

from screener.report.cells import neutralised, neutralised_phones, shortened
from screener.report.layout import ColumnLook, Styles, height_of_lines, room_in
from screener.report.rows import Cell, Row

MAX_CHARACTERS = 32_767
"""The format's limit for a cell."""
_REMEMBERED = 1000
"""Texts of a column, so that memory does not grow with the number of rows."""
_SPECIAL = re.compile("[&<>\x00-\x1f\ufffe\uffff]|_x")
"""What cannot stand as it is in the text of XML or of a cell."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row to write. link: where the cell in the column of links leads, relative to the workbook; empty for nowhere.

    shaded, muted: see `Styles.of`.
    """

    values: Row
    link: str = ""
    shaded: bool = False
    muted: bool = False


class RowSheet(Worksheet):  # type: ignore[misc] # xlsxwriter has no types
    """A worksheet in constant memory that takes whole rows, below those that were written cell by cell."""

    def __init__(self) -> None:
        super().__init__()
        self._files: dict[str, int] = {}
        self._links = bytearray()

    def put_rows(self, first: int, rows: Iterable[Placed], columns: Columns, *, heights: bool = True) -> int:
        """Write rows from the row `first` on, counted from 0; returns how many. heights: as their text needs it; else as high as any."""
        self._write_single_row(first)  # the one above, which xlsxwriter would write when the next begins
        number = first
        for number, row in enumerate(rows, first + 1):
            if row.link:
                self._link(f"{columns.linked}{number}", row.link)
            self.fh.write(columns.xml(number, row, height=heights))
        if number > first:
            self._check_dimensions(first, 0)
            self._check_dimensions(number - 1, columns.count - 1)
        return number - first

    def _link(self, place: str, link: str) -> None:
        """Links to many places in one file name it once."""
        file, _, anchor = link.partition("#")
        if file not in self._files:
            self.rel_count += 1
            self._files[file] = self.rel_count
            self.external_hyper_links.append(["/hyperlink", Url(f"external:{file}")._target(), "External"])
        location = f" location={quoteattr(anchor)}" if anchor else ""
        self._links += f'<hyperlink ref="{place}" r:id="rId{self._files[file]}"{location}/>'.encode()

    def _write_hyperlinks(self) -> None:
        """What xlsxwriter calls where the links have their place."""
        if self._links:
            self.fh.write(f"<hyperlinks>{self._links.decode()}</hyperlinks>")


class Columns:
    """How the cells of a table become XML. looks: of its columns. link_column: the one whose cells may be links."""

    def __init__(self, looks: Sequence[ColumnLook], styles: Styles, *, link_column: int = 0) -> None:
        self.count = len(looks)
        self.linked = xl_col_to_name(link_column)
        self._parts = [(f'<c r="{xl_col_to_name(column)}', _maker(look), room_in(look)) for column, look in enumerate(looks)]
        self._numbers: dict[tuple[bool, bool, bool], list[tuple[str, _Numbers]]] = {}
        for shaded, muted, is_link in product((False, True), repeat=3):
            numbers = [_numbers(look, styles, shaded=shaded, muted=muted) for look in looks]
            if is_link:
                numbers[link_column] = _numbers(_LINK, styles)
            self._numbers[shaded, muted, is_link] = numbers

    def xml(self, number: int, row: Placed, *, height: bool) -> str:
        """A row. number: as a spreadsheet counts it. height: whether it has one of its own."""
        cells, lines = [], 1
        numbers = self._numbers[row.shaded, row.muted, row.link != ""]
        for (start, make, room), (number_of_all, number_of), value in zip(self._parts, numbers, row.values, strict=True):
            style = number_of_all or number_of[value]
            if value is None or value == "":
                cells.append(f'{start}{number}" s="{style}"/>')
            elif isinstance(value, str):
                text, length = make(value)
                if length > room:
                    lines = max(lines, ceil(length / room))
                cells.append(f'{start}{number}" s="{style}" t="inlineStr"><is>{text}</is></c>')
            else:
                cells.append(f'{start}{number}" s="{style}"><v>{value:.16G}</v></c>')
        own = f' ht="{height_of_lines(lines):.16g}" customHeight="1"' if height else ""
        return f'<row r="{number}"{own}>{"".join(cells)}</row>'


_LINK = ColumnLook(0, "link")


class _Numbers(dict[Cell, str]):
    """By the value of a cell: the number of its format."""

    def __init__(self, format_of: Callable[[Cell], Any]) -> None:
        super().__init__()
        self._format_of = format_of

    def __missing__(self, value: Cell) -> str:
        return self.setdefault(value, str(self._format_of(value)._get_xf_index()))


def _numbers(look: ColumnLook, styles: Styles, *, shaded: bool = False, muted: bool = False) -> tuple[str, _Numbers]:
    """The number of the format of all cells of a column; empty, and numbers by value, where it depends on that."""
    by_value = _Numbers(partial(styles.of, look, shaded=shaded, muted=muted))
    return "" if look.by_value else by_value[None], by_value


def _maker(look: ColumnLook) -> Callable[[str], tuple[str, int]]:
    """Makes of a text the element of a cell that looks so, and tells how long it is when it is read."""
    guard = neutralised_phones if look.style == "phone" else neutralised
    separator = "; " if look.items else ";"

    def make(text: str) -> tuple[str, int]:
        shown = shortened(guard(text).replace(";", separator), MAX_CHARACTERS)
        safe = shown
        if _SPECIAL.search(shown):
            safe = escape(XMLwriter._escape_control_characters(shown))
        space = ' xml:space="preserve"' if shown[0].isspace() or shown[-1].isspace() else ""
        return f"<t{space}>{safe}</t>", len(shown)

    # What stands in most columns comes again and again; quotes and names of files do not.
    return make if look.style in ("quote", "plain") else lru_cache(_REMEMBERED)(make)
