"""The sheet for decisions: written, filled in by another program, read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from screener.errors import UsageError
from screener.report import prepare_output_folder, write_report
from screener.report.decisions import DECISIONS, HEADERS, read_decisions
from tests.report.builders import RUN, screening, unreadable

PEOPLE = (screening("=ada.pdf", name="=Ada"), screening("bea.pdf", "review", 40, sha256="be" * 32), unreadable())


def written(folder: Path, *formats: str) -> Path:
    write_report(PEOPLE, RUN, prepare_output_folder(folder), formats or ("xlsx", "html"))
    return folder / "candidates.xlsx"


def filled(path: Path, *cells: tuple[str, str]) -> Path:
    book = openpyxl.load_workbook(path)
    for place, text in cells:
        book["Decisions"][place] = text
    book.save(path)
    return path


def test_the_sheet_shows_whom_it_is_about_with_lists_to_choose_from(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path / "run"))["Decisions"]
    assert [cell.value for cell in sheet[1]] == list(HEADERS)
    assert [cell.value for cell in sheet[2]][:4] == ["'=ada.pdf", "'=Ada", "meets", 80]
    lists = {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation}
    assert lists["E2:E4"] == f'"{",".join(DECISIONS)}"'
    assert "F2:F4" in lists
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_name_leads_to_the_person_in_the_page(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path / "run"))["Decisions"]
    link: Any = sheet["B2"].hyperlink
    assert f"{link.target}#{link.location}".startswith("report.html#p=")
    assert openpyxl.load_workbook(written(tmp_path / "other", "xlsx"))["Decisions"]["B2"].hyperlink is None


def test_what_was_filled_in_is_read_back(tmp_path: Path) -> None:
    path = filled(
        written(tmp_path / "run"), ("E2", "Invite"), ("F2", "meets the role"), ("G2", "Rita"), ("H2", "Tuesday & <b>"), ("G3", "Rita")
    )
    first, second = read_decisions(path)
    assert (first.number, first.sha256, first.decision, first.why, first.reviewer, first.note) == (2, "ab" * 32, "invite", "meets the role", "Rita", "Tuesday & <b>")  # fmt: skip
    assert (second.number, second.decision) == (3, "")


def test_an_untouched_sheet_decides_nothing(tmp_path: Path) -> None:
    assert read_decisions(written(tmp_path / "run")) == []


def test_a_file_without_the_sheet_is_told(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(other)
    (tmp_path / "text.xlsx").write_text("no workbook")
    for path in (other, tmp_path / "text.xlsx"):
        with pytest.raises(UsageError, match="no sheet Decisions"):
            read_decisions(path)


def test_a_sheet_without_its_columns_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no column sha256"):
        read_decisions(filled(written(tmp_path / "run"), ("I1", "other")))
