"""The matrix as a workbook: people × roles, a sheet a role, and the rules of all. Text only ever as text, no formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, BinaryIO

import xlsxwriter

from screener.report.cells import printable
from screener.report.layout import Styles
from screener.report.record import RunRecord
from screener.report.role_sheet import SHEET_NAME, write_roles

if TYPE_CHECKING:
    from screener.report.matrix import MatrixRow

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST_SHEET_NAME = 31
_MAX_CHARACTERS = 32_767
_TAKEN = frozenset({"matrix", SHEET_NAME.lower(), "history"})
"""Names of other sheets, and the one that Excel keeps for itself."""
_HEADER_HEIGHT = 120
_PEOPLE_COLUMNS = (("file", 34), ("candidate", 26), ("best role", 22))
_ROLE_COLUMNS = (("file", 34), ("candidate", 26), ("outcome", 16), ("score", 8), ("reason", 90))


def write_matrix_workbook(rows: Sequence[MatrixRow], runs: Sequence[RunRecord], file: BinaryIO) -> None:
    """Write the workbook: cells of the matrix hold scores, coloured by outcome."""
    with xlsxwriter.Workbook(file, _OPTIONS) as workbook:
        # The day of the judgement, not of the writing: the same input gives the same cells.
        workbook.set_properties({"created": datetime.combine(runs[0].as_of, time())})
        styles = Styles(workbook)
        _write_matrix(workbook.add_worksheet("Matrix"), rows, runs, styles)
        for index, (run, name) in enumerate(zip(runs, sheet_names(runs), strict=True)):
            _write_role(workbook.add_worksheet(name), rows, index, run, styles)
        if any(run.rules for run in runs):
            write_roles(workbook.add_worksheet(SHEET_NAME), runs, styles)


def sheet_names(runs: Sequence[RunRecord]) -> list[str]:
    """A name for each role's sheet, short enough and no two alike."""
    names: list[str] = []
    for run in runs:
        name, number = run.role_id[:_LONGEST_SHEET_NAME], 2
        while name.lower() in {*_TAKEN, *names}:
            ending = f"-{number}"
            name, number = run.role_id[: _LONGEST_SHEET_NAME - len(ending)] + ending, number + 1
        names.append(name)
    return names


def _write_matrix(sheet: Any, rows: Sequence[MatrixRow], runs: Sequence[RunRecord], styles: Styles) -> None:
    sheet.set_row(0, _HEADER_HEIGHT)
    for column, (heading, width) in enumerate(_PEOPLE_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, styles["header"])
    for column, run in enumerate(runs, len(_PEOPLE_COLUMNS)):
        sheet.set_column(column, column, 6)
        sheet.write_string(0, column, run.role_id, styles["header-upright"])
    for number, row in enumerate(rows, 1):
        sheet.write_string(number, 0, _cell(row.file), styles["plain"])
        sheet.write_string(number, 1, _cell(row.candidate), styles["strong"])
        sheet.write_string(number, 2, runs[row.best].role_id, styles["plain"])
        for column, standing in enumerate(row.standings, len(_PEOPLE_COLUMNS)):
            style = styles[f"outcome-{standing.outcome}"]
            if standing.score is None:
                sheet.write_blank(number, column, None, style)
            else:
                sheet.write_number(number, column, standing.score, style)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(_PEOPLE_COLUMNS) + len(runs) - 1)


def _write_role(sheet: Any, rows: Sequence[MatrixRow], index: int, run: RunRecord, styles: Styles) -> None:
    """The people of one role, in the order of its own report."""
    from screener.report.matrix import rank_for

    for column, (heading, width) in enumerate(_ROLE_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, styles["header"])
    for number, row in enumerate(sorted(rows, key=lambda row: rank_for(row, index)), 1):
        standing = row.standings[index]
        sheet.write_string(number, 0, _cell(row.file), styles["plain"])
        sheet.write_string(number, 1, _cell(row.candidate), styles["strong"])
        sheet.write_string(number, 2, standing.outcome, styles[f"outcome-{standing.outcome}"])
        if standing.score is not None:
            sheet.write_number(number, 3, standing.score, styles["integer"])
        sheet.write_string(number, 4, _cell(standing.reason), styles["text"])
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(rows), 1), len(_ROLE_COLUMNS) - 1)
    sheet.set_footer(f"&L{run.role_id}, version {run.role_version}&R&P/&N")


def _cell(text: str) -> str:
    return printable(text)[:_MAX_CHARACTERS]
