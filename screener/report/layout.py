"""How the workbook looks: the width and style of each column, the colours of outcomes and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, inf
from typing import Any

Properties = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """width: in characters. style: a key of STYLES, or a prefix of keys where `by_value`. upright: the header is turned to save width.

    items: a list, shown with a space after each `;` so that lines break between items.
    """

    width: int
    style: str = "text"
    by_value: bool = False
    upright: bool = False
    wraps: bool = True
    items: bool = False


_NARROW_TEXT = ColumnLook(9, "centred", upright=True)
_YEARS = ColumnLook(6, "decimal", upright=True)

CANDIDATE_LOOKS: dict[str, ColumnLook] = {
    "file": ColumnLook(28, "plain", wraps=False),
    "candidate": ColumnLook(20, "strong"),
    "outcome": ColumnLook(14, "outcome", by_value=True),
    "score": ColumnLook(6, "integer", upright=True),
    "degree_level": _NARROW_TEXT,
    "degree_field": ColumnLook(20, "text"),
    "degree_related": _NARROW_TEXT,
    "degree_in_progress": _NARROW_TEXT,
    "years_experience": _YEARS,
    "years_low": _YEARS,
    "years_high": _YEARS,
    "years_relevant": _YEARS,
    "years_claimed": _YEARS,
    "skills_found": ColumnLook(26, "text", items=True),
    "skills_missing": ColumnLook(24, "text", items=True),
    "flags": ColumnLook(24, "text", items=True),
    "reason": ColumnLook(48, "text"),
    "sha256": ColumnLook(12, "faint", wraps=False),
    "email": ColumnLook(28, "text", items=True),
    "phone": ColumnLook(20, "phone", items=True),
    "duplicates": ColumnLook(28, "text", items=True),
    "reading": ColumnLook(10, "centred"),
    "reading_doubts": ColumnLook(36, "text", items=True),
    "language": ColumnLook(9, "centred", items=True),
    "format": ColumnLook(8, "centred"),
    "producer": ColumnLook(26, "text"),
    "pages": ColumnLook(7, "integer"),
}
FINDING_LOOKS: dict[str, ColumnLook] = {
    "file": ColumnLook(30, "plain", wraps=False),
    "requirement": ColumnLook(20, "strong"),
    "importance": ColumnLook(11, "text"),
    "verdict": ColumnLook(10, "verdict", by_value=True),
    "reason": ColumnLook(50, "text"),
    "quote": ColumnLook(66, "quote"),
    "page": ColumnLook(7, "integer"),
    "line": ColumnLook(7, "integer"),
}
HEADER_HEIGHT = 125
"""In points: room for the longest name that is written upright, and for the button of the filter below it."""
PRINTED_CANDIDATE_COLUMNS = list(CANDIDATE_LOOKS).index("reason") + 1
"""What follows the reason would make the printed page too small to read."""

_CELL: Properties = {"valign": "top", "bottom": 1, "bottom_color": "#D9DEE4", "font_name": "Calibri", "font_size": 10}
_WRAPPED: Properties = {**_CELL, "text_wrap": True}
_HEADER: Properties = {**_CELL, "bold": True, "bg_color": "#24405F", "font_color": "#FFFFFF"}
_GREEN: Properties = {"bg_color": "#D8F0DD", "font_color": "#14532D"}
_AMBER: Properties = {"bg_color": "#FFF0C7", "font_color": "#6B4500"}
_RED: Properties = {"bg_color": "#F9DAD7", "font_color": "#7A1B14"}
_GREY: Properties = {"bg_color": "#E6E8EB", "font_color": "#3F4650"}

STYLES: dict[str, Properties] = {
    "header": {**_HEADER, "text_wrap": True, "valign": "bottom"},
    "header-upright": {**_HEADER, "rotation": 90, "align": "center", "valign": "top"},
    "text": _WRAPPED,
    "plain": _CELL,
    "centred": {**_WRAPPED, "align": "center"},
    "strong": {**_WRAPPED, "bold": True},
    "quote": {**_WRAPPED, "italic": True},
    "faint": {**_CELL, "font_color": "#6B7280"},
    "link": {**_CELL, "font_color": "#1D4ED8", "underline": 1},
    # A quote prefix keeps "+44 20 …" text even when somebody edits the cell, without showing an apostrophe.
    "phone": {**_WRAPPED, "quote_prefix": True},
    "integer": {**_CELL, "num_format": "0", "align": "center"},
    "decimal": {**_CELL, "num_format": "0.0", "align": "center"},
    "weight": {**_CELL, "num_format": "General", "align": "center"},
    "outcome-meets": {**_CELL, **_GREEN, "bold": True},
    "outcome-review": {**_CELL, **_AMBER, "bold": True},
    "outcome-does_not_meet": {**_CELL, **_RED, "bold": True},
    "outcome-unreadable": {**_CELL, **_GREY, "bold": True},
    "verdict-met": {**_CELL, **_GREEN},
    "verdict-unclear": {**_CELL, **_AMBER},
    "verdict-not_met": {**_CELL, **_RED},
    "choice-green": _GREEN,
    "choice-amber": _AMBER,
    "choice-red": _RED,
    "title": {"bold": True, "font_size": 16, "font_color": "#24405F", "font_name": "Calibri"},
    "section": {"bold": True, "font_size": 12, "font_color": "#24405F", "bottom": 2, "bottom_color": "#24405F", "font_name": "Calibri"},
}


_SHADED: dict[str, object] = {"bg_color": "#F4F6F9"}
_MUTED: dict[str, object] = {"bg_color": "#FFFFFF", "font_color": "#6B7280", "bold": False}
_LINE_HEIGHT = 13.5
_MAX_LINES = 12
"""A longer cell is cut off on the sheet; the whole text is in it."""
_CHARACTERS_PER_WIDTH = 1.15
"""A column's width is told in digits of the default font, which is larger than the cells'; but words are not broken."""


class Styles:
    """The formats of one workbook, made once each; those without a colour of their own also shaded."""

    def __init__(self, workbook: Any) -> None:
        self._plain = self._made(workbook, {}, {})
        self._shaded = self._made(workbook, _SHADED, {})
        self._muted = self._made(workbook, {}, _MUTED)
        self._shaded_muted = self._made(workbook, {}, _MUTED | _SHADED)

    @staticmethod
    def _made(workbook: Any, below: Properties, above: Properties) -> dict[str, Any]:
        return {name: workbook.add_format({**below, **properties, **above}) for name, properties in STYLES.items()}

    def __getitem__(self, name: str) -> Any:
        return self._plain[name]

    def of(self, look: ColumnLook, value: object, *, shaded: bool = False, muted: bool = False) -> Any:
        """The format of a cell with `value` in a column that looks like `look`.

        shaded: on a ground that sets its rows apart, unless it has a colour of its own. muted: grey, without any other colour.
        """
        formats = (self._shaded_muted if shaded else self._muted) if muted else (self._shaded if shaded else self._plain)
        return formats.get(f"{look.style}-{value}" if look.by_value else look.style, formats["text"])


def room_in(look: ColumnLook) -> float:
    """Characters that fit into a line of a cell that looks so; without end where lines do not break."""
    return look.width * _CHARACTERS_PER_WIDTH if look.wraps else inf


def height_of_lines(lines: int) -> float:
    """Height in points of a row with so many lines; not every program finds it by itself."""
    return _LINE_HEIGHT * min(lines, _MAX_LINES)


def row_height(texts: Iterable[tuple[str, int]]) -> float:
    """Height in points for cells of (text, width in characters)."""
    return height_of_lines(max((ceil(len(text) / (width * _CHARACTERS_PER_WIDTH)) for text, width in texts), default=1) or 1)
