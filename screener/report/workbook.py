"""The report as a workbook: Candidates, Findings, Decisions, an Overview, the role's rules and a Legend.

Text only ever as text, links only to files near it, no formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from screener.decision import Outcome
from screener.report import overview_sheet, role_sheet
from screener.report.cells import neutralised, printable, shortened
from screener.report.decisions import SHEET_NAME, write_decisions
from screener.report.layout import CANDIDATE_LOOKS, FINDING_LOOKS, HEADER_HEIGHT, PRINTED_CANDIDATE_COLUMNS, ColumnLook, Styles, row_height
from screener.report.legend import load_legend
from screener.report.plots import Plotted, plots
from screener.report.record import RunRecord
from screener.report.row_sheet import Columns, Placed, RowSheet
from screener.report.rows import Row

MAX_ROWS = 1_048_576
MAX_LINKS = 65_000
MAX_LINK_CHARACTERS = 1_000
"""Limits of the format, the last two with room to spare."""
MAX_FINDINGS = 200_000
"""Beyond it a sheet is no longer a pleasure to open: only required requirements are kept."""

_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MAX_TITLE = 80
"""The format's limit for the foot of a page is 255, markup included."""
# Letters, digits and plain signs: what such a link means is the same for every program that follows it.
_SAFE_LINK = re.compile(r"(?!/)[\w .,()+&@=~/-]+\Z")
_A4 = 9
_PARTIAL = "The run was stopped before the last file was read: files are missing here."
_MEANING_WIDTH = 110
_IMPORTANCE = list(FINDING_LOOKS).index("importance")


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows the tables have."""

    candidates: int
    findings: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """candidates: the table of files once more. places: of each in the page, relative to the workbook, empty for none."""

    candidates: Iterable[Row]
    places: Iterator[str]


@dataclass(frozen=True, slots=True)
class Glance:
    """The run at a glance. counts: files of each outcome."""

    counts: Mapping[Outcome, int]
    plotted: Plotted


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a sheet. whole: the file that holds all of it. frozen: columns that stay in view.

    printed: how many columns go on paper, from the left. links: one for each row or none at all.
    banded: the rows of every other file are shaded. muted: rows whose `importance` is a note are shown in grey.
    """

    name: str
    rows: Iterable[Row]
    looks: dict[str, ColumnLook]
    whole: str
    frozen: int
    printed: int
    links: Iterator[str] | None = None
    banded: bool = False
    muted: bool = False


def write_workbook(
    candidates: Iterable[Row],
    findings: Iterable[Row],
    *,
    size: Size,
    run: RunRecord,
    links: Iterator[str],
    file: BinaryIO,
    scratch: Path,
    decisions: Decisions | None = None,
    glance: Glance | None = None,
) -> None:
    """Write the workbook into `file`. candidates, findings: the rows of the tables, of which there are `size`.

    links: one for each row of `candidates`, relative to the workbook, empty for none. scratch: a private folder for temporary files.
    decisions, glance: what the sheets for decisions and for the overview need; without it there is none.
    """
    notes = [_PARTIAL] if run.partial else []
    if size.findings > MAX_FINDINGS:
        notes.append("The sheet Findings holds the required points only, for there are very many; findings.csv holds all.")
        findings = (row for row in findings if row[_IMPORTANCE] == "required")
    own_links = links if size.candidates <= MAX_LINKS else None
    sheets = (
        Sheet("Candidates", candidates, CANDIDATE_LOOKS, "candidates.csv", 2, PRINTED_CANDIDATE_COLUMNS, own_links),
        Sheet("Findings", findings, FINDING_LOOKS, "findings.csv", 2, len(FINDING_LOOKS), banded=True, muted=True),
    )
    with xlsxwriter.Workbook(file, {**_OPTIONS, "tmpdir": str(scratch)}) as workbook:
        # The only date in the file: taken from the clock, it would tell equal runs apart.
        workbook.set_properties({"title": _title(run), "created": datetime.combine(run.as_of, time())})
        styles = Styles(workbook)
        for sheet in sheets:
            notes += _write_table(workbook.add_worksheet(sheet.name, RowSheet), sheet, styles, run)
        if decisions:
            worksheet = workbook.add_worksheet(SHEET_NAME, RowSheet)
            _set_up(worksheet, run)
            write_decisions(worksheet, decisions.candidates, styles, decisions.places, most=MAX_LINKS)
        if glance:
            worksheet = workbook.add_worksheet(overview_sheet.SHEET_NAME)
            _set_up(worksheet, run)
            overview_sheet.write_overview(worksheet, glance.counts, plots(glance.plotted), _title(run), styles)
        if run.rules:
            worksheet = workbook.add_worksheet(role_sheet.SHEET_NAME)
            _set_up(worksheet, run)
            role_sheet.write_roles(worksheet, [run], styles)
        _write_legend(workbook.add_worksheet("Legend"), styles, run, notes)


def _title(run: RunRecord) -> str:
    return shortened(printable(f"Screening for {run.role_title or run.role_id}"), _MAX_TITLE)


def _write_table(worksheet: RowSheet, sheet: Sheet, styles: Styles, run: RunRecord) -> list[str]:
    """Write the sheet; returns what the legend must say of it."""
    _set_up(worksheet, run)
    looks = list(sheet.looks.values())
    worksheet.set_row(0, HEADER_HEIGHT if any(look.upright for look in looks) else None)
    for column, (name, look) in enumerate(sheet.looks.items()):
        worksheet.set_column(column, column, look.width)
        worksheet.write_string(0, column, name, styles["header-upright" if look.upright else "header"])
    total = _write_rows(worksheet, sheet, Columns(looks, styles))
    written = min(total, MAX_ROWS - 1)
    last_row = max(written, 1)
    worksheet.freeze_panes(1, sheet.frozen)
    worksheet.autofilter(0, 0, last_row, len(looks) - 1)
    worksheet.repeat_rows(0)
    worksheet.print_area(0, 0, last_row, sheet.printed - 1)
    if written == total:
        return []
    return [f"The sheet {sheet.name} ends after {written} rows, the most that a sheet can hold; {sheet.whole} holds all {total}."]


def _write_rows(worksheet: RowSheet, sheet: Sheet, columns: Columns) -> int:
    """Write as many rows as the sheet can hold; returns how many there are."""
    rows = _placed(sheet)
    return worksheet.put_rows(1, islice(rows, MAX_ROWS - 1), columns) + sum(1 for _ in rows)


def _placed(sheet: Sheet) -> Iterator[Placed]:
    shaded, file = True, None
    for row in sheet.rows:
        link = next(sheet.links) if sheet.links else ""
        if sheet.banded and row[0] != file:
            shaded, file = not shaded, row[0]
        muted = sheet.muted and row[_IMPORTANCE] == "note"
        yield Placed(row, link if link and _is_safe_link(link) else "", shaded=sheet.banded and shaded, muted=muted)


def _is_safe_link(link: str) -> bool:
    return len(link) <= MAX_LINK_CHARACTERS and _SAFE_LINK.match(link) is not None


def _set_up(worksheet: Any, run: RunRecord) -> None:
    """For paper: landscape, as wide as the page, the run and the page's number at the foot."""
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    name = _title(run).replace("&", "&&")
    worksheet.set_footer(f"&L&8{name}, version {run.role_version}, as of {run.as_of.isoformat()}&R&8Page &P of &N")


def _write_legend(worksheet: Any, styles: Styles, run: RunRecord, notes: Sequence[str]) -> None:
    _set_up(worksheet, run)
    worksheet.hide_gridlines(2)
    worksheet.set_column(0, 0, 30)
    worksheet.set_column(1, 1, _MEANING_WIDTH)
    worksheet.write_string(0, 0, _title(run), styles["title"])
    about = [("Role", f"{run.role_id}, version {run.role_version}"), ("As of", run.as_of.isoformat()), ("Program", run.program)]
    about += [("Note", note) for note in notes]
    row = 1
    for section in load_legend().values():
        row += 1
        worksheet.write_string(row, 0, section.title, styles["section"])
        worksheet.write_blank(row, 1, None, styles["section"])
        row += 1
        for word, meaning in (*(about if section.key == "run" else ()), *section.entries):
            worksheet.set_row(row, row_height([(meaning, _MEANING_WIDTH)]))
            worksheet.write_string(row, 0, printable(word), styles.of(ColumnLook(0, section.key, by_value=True), word))
            worksheet.write_string(row, 1, neutralised(printable(meaning)), styles["text"])
            row += 1
