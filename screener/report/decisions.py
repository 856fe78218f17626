"""The sheet in which people decide: who is invited, why, and who says so; read back from the workbook as somebody saved it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from screener.errors import UsageError
from screener.report.cells import neutralised, shortened
from screener.report.layout import CANDIDATE_LOOKS, ColumnLook, Styles
from screener.report.row_sheet import Columns, Placed, RowSheet
from screener.report.rows import CANDIDATE_COLUMNS, Row

SHEET_NAME = "Decisions"
DECISIONS = ("invite", "hold", "reject")
REASONS = (
    "meets the role", "a required point is not met", "a required point is unclear", "others fit better", "withdrew", "position is filled",
    "other",
)  # fmt: skip
_SHOWN = ("file", "candidate", "outcome", "score")
_WRITTEN = {"decision": 12, "why": 28, "reviewer": 20, "note": 40}
HEADERS = (*_SHOWN, *_WRITTEN, "sha256")
_LOOKS = {
    **{name: CANDIDATE_LOOKS[name] for name in _SHOWN},
    **{name: ColumnLook(width) for name, width in _WRITTEN.items()},
    "sha256": CANDIDATE_LOOKS["sha256"],
}
_COLUMNS = [column.name for column in CANDIDATE_COLUMNS]
_PLACES, _SHA256 = [_COLUMNS.index(name) for name in _SHOWN], _COLUMNS.index("sha256")
_CANDIDATE = _SHOWN.index("candidate")
_MAX_NOTE = 2_000
_MOST_OF_A_NAME = 200
_MAX_BYTES = 200_000_000
"""Of a sheet, unpacked: far beyond any that this program writes."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the sheet as it was saved. number: of the row, as a spreadsheet counts it."""

    number: int
    sha256: str
    file: str
    decision: str
    why: str
    reviewer: str
    note: str


def write_decisions(worksheet: RowSheet, candidates: Iterable[Row], styles: Styles, links: Iterator[str], *, most: int) -> None:
    """Write the sheet: who it is about, and empty cells with lists to choose from. links: to each person's place in the page.

    most: rows that fit.
    """
    for column, (name, look) in enumerate(_LOOKS.items()):
        worksheet.set_column(column, column, look.width)
        worksheet.write_string(0, column, name, styles["header"])
    rows = (Placed(_row_of(candidate, link), link) for candidate, link in zip(candidates, links, strict=True))
    columns = Columns(list(_LOOKS.values()), styles, link_column=_CANDIDATE)
    last = max(worksheet.put_rows(1, islice(rows, most), columns, heights=False), 1)
    decision = len(_SHOWN)
    worksheet.data_validation(1, decision, last, decision, {"validate": "list", "source": list(DECISIONS)})
    worksheet.data_validation(
        1, decision + 1, last, decision + 1, {"validate": "list", "source": list(REASONS), "error_type": "information"}
    )
    score = _SHOWN.index("score")
    bar = {"type": "data_bar", "bar_color": "#9DB8D9", "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100}
    worksheet.conditional_format(1, score, last, score, bar)
    for word, style in zip(DECISIONS, ("green", "amber", "red"), strict=True):
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": styles[f"choice-{style}"]}
        worksheet.conditional_format(1, decision, last, decision, rule)
    worksheet.freeze_panes(1, 2)
    worksheet.autofilter(0, 0, last, len(HEADERS) - 1)
    worksheet.repeat_rows(0)


def _row_of(candidate: Row, link: str) -> Row:
    """The cells of a person; a link needs a word to stand under."""
    shown = [candidate[place] for place in _PLACES]
    shown[_CANDIDATE] = shortened(neutralised(str(shown[_CANDIDATE])), _MOST_OF_A_NAME) or ("open" if link else "")
    return (*shown, *[None] * len(_WRITTEN), candidate[_SHA256])


def read_decisions(path: Path) -> list[SheetRow]:
    """The rows of the sheet in which something was decided. Raises UsageError when the file is no workbook with such a sheet."""
    try:
        with zipfile.ZipFile(path) as book:
            rows = _cells(book)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, etree.XMLSyntaxError) as error:
        raise UsageError(f"{path} holds no sheet {SHEET_NAME} that can be understood: save the report's workbook as .xlsx.") from error
    header = {name: column for column, name in rows.pop(1, {}).items()}
    if missing := [name for name in ("decision", "sha256") if name not in header]:
        raise UsageError(f"The sheet {SHEET_NAME} of {path} has no column {' and no column '.join(missing)}.")
    found = (_row(number, {name: cells.get(column, "") for name, column in header.items()}) for number, cells in sorted(rows.items()))
    return [row for row in found if row.decision or row.why or row.reviewer or row.note]


def _row(number: int, cells: dict[str, str]) -> SheetRow:
    told = {name: cells.get(name, "").strip()[:_MAX_NOTE] for name in ("sha256", "file", "decision", "why", "reviewer", "note")}
    return SheetRow(number, told["sha256"].lower(), told["file"], told["decision"].lower(), told["why"], told["reviewer"], told["note"])


def _cells(book: zipfile.ZipFile) -> dict[int, dict[str, str]]:
    """The texts of the sheet: row number → column letters → text."""
    strings = _shared(book)
    rows: dict[int, dict[str, str]] = {}
    with _open(book, _sheet_path(book)) as file:
        for _, cell in etree.iterparse(file, tag=f"{_MAIN}c", resolve_entities=False, no_network=True):
            place = cell.get("r", "")
            letters = place.rstrip("0123456789")
            if text := _text(cell, strings):
                rows.setdefault(int(place[len(letters) :]), {})[letters] = text
            cell.clear()
    return rows


def _text(cell: Any, strings: list[str]) -> str:
    value = cell.findtext(f"{_MAIN}v") or ""
    if cell.get("t") == "s":
        return strings[int(value)]
    return _joined(cell) if cell.get("t") == "inlineStr" else value


def _shared(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    with _open(book, "xl/sharedStrings.xml") as file:
        return [_joined(item) for _, item in etree.iterparse(file, tag=f"{_MAIN}si", resolve_entities=False, no_network=True)]


def _joined(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(f"{_MAIN}t"))


def _sheet_path(book: zipfile.ZipFile) -> str:
    """Where the sheet lies in the package. Raises KeyError when there is none."""
    relations = {each.get("Id"): each.get("Target", "") for each in _parsed(book, "xl/_rels/workbook.xml.rels")}
    for sheet in _parsed(book, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        if sheet.get("name") == SHEET_NAME:
            target = relations[sheet.get(_RELATION)]
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(SHEET_NAME)


def _parsed(book: zipfile.ZipFile, name: str) -> Any:
    with _open(book, name) as file:
        return etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()


def _open(book: zipfile.ZipFile, name: str) -> BinaryIO:
    if book.getinfo(name).file_size > _MAX_BYTES:
        raise ValueError("too large")
    return book.open(name)  # type: ignore[return-value] # reads bytes, as binary files do
