"""candidates.xlsx, read back with another library."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from screener.decision import Screening
from screener.report import RunRecord, workbook
from screener.report.cells import neutralised, printable
from screener.report.legend import load_legend
from screener.report.rows import CANDIDATE_COLUMNS, FINDING_COLUMNS, candidate_row, finding_rows
from tests.report.builders import RUN, finding, screening, unreadable
from tests.report.test_csv import HOSTILE, hostile


def written(*screenings: Screening, links: Sequence[str] | None = None, scratch: Path | None = None, run: RunRecord = RUN) -> bytes:
    file = io.BytesIO()
    workbook.write_workbook(
        [candidate_row(item) for item in screenings],
        [row for item in screenings for row in finding_rows(item)],
        size=workbook.Size(len(screenings), sum(len(finding_rows(item)) for item in screenings)),
        run=run,
        links=iter([""] * len(screenings) if links is None else links),
        file=file,
        scratch=Path(tempfile.gettempdir()) if scratch is None else scratch,
    )
    return file.getvalue()


def opened(*screenings: Screening, links: Sequence[str] | None = None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(*screenings, links=links)))


def cells(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def legend_text(book: Any) -> str:
    return "\n".join(str(value) for row in cells(book["Legend"]) for value in row)


def test_the_sheets_hold_the_cells_of_the_frames() -> None:
    book = opened(screening(findings=(finding(), finding("sql", "unclear", quote=None))), unreadable())
    assert book.sheetnames == ["Candidates", "Findings", "Legend"]
    header, first, second = cells(book["Candidates"])
    assert header == [column.name for column in CANDIDATE_COLUMNS]
    assert first[:5] == ["ada.pdf", "Ada Beispiel", "meets", 80, "bachelor"]
    assert first[8:13] == [9.0, 6.5, 7.3, 7.0, 10.0]
    assert second[:5] == ["locked.pdf", None, "unreadable", None, None]
    assert cells(book["Findings"])[0] == [column.name for column in FINDING_COLUMNS]
    assert [row[6:] for row in cells(book["Findings"])[1:]] == [[1, 7], [None, None]]


def test_the_legend_explains_every_word_of_the_report() -> None:
    text = legend_text(opened(screening()))
    for section in load_legend().values():
        assert section.title in text
        for word, meaning in section.entries:
            assert word in text
            assert meaning in text
    assert "senior-backend, version 1" in text
    assert "2026-11-01" in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_and_nothing_else(text: str) -> None:
    book = opened(hostile(text))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type in {"s", "n"} and cell.hyperlink is None for cell in row)
            assert all(len(str(cell.value)) <= 32_767 for cell in row)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_gives_a_file_that_opens_with_that_text_in_it(text: str) -> None:
    value = opened(screening(name=f"Ada {text}"))["Candidates"].cell(2, 2).value
    assert unescape(value) == neutralised(printable(f"Ada {text}"))


def test_no_part_of_the_file_holds_a_formula_a_macro_or_a_link_elsewhere() -> None:
    data = written(*(screening(text, name=text, findings=(finding(quote=text),)) for text in HOSTILE))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            assert not name.endswith((".bin", ".vml"))
            assert "externalLink" not in name
            assert b"<f>" not in parts.read(name)
            assert b"TargetMode" not in parts.read(name)


def test_a_very_long_text_is_cut_with_an_ellipsis() -> None:
    value = opened(screening(reason="word " * 9_000))["Candidates"].cell(2, 17).value
    assert len(value) == 32_767
    assert value.endswith("…")


def test_an_escape_of_the_format_inside_text_stays_text() -> None:
    # `_x0041_` would be read as "A"; its underscore is escaped in the same way, which this reader, unlike spreadsheets, does not undo.
    assert opened(screening(name="_x0041_ Beispiel"))["Candidates"].cell(2, 2).value == "_x005F_x0041_ Beispiel"


def test_a_telephone_number_reads_as_it_is_and_stays_text() -> None:
    cell = opened(screening(phones=("+44 20 7946 0000", "+49 30 1234")))["Candidates"].cell(2, 20)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("+44 20 7946 0000; +49 30 1234", "s", True)


def test_the_items_of_a_list_stand_apart_so_that_lines_break_between_them() -> None:
    found = tuple(finding(skill, skill=skill) for skill in ("java", "api-development"))
    sheet = opened(screening(findings=found, flags=("ocr", "scanned"), emails=("a@example.org", "b@example.org")))["Candidates"]
    shown = [sheet.cell(2, column).value for column in (14, 16, 19)]
    assert shown == ["java; api-development", "ocr; scanned", "a@example.org; b@example.org"]


def test_notes_are_shown_without_the_colours_of_verdicts_that_count() -> None:
    sheet = opened(screening(findings=(finding(verdict="unclear"), finding(verdict="unclear", importance="note"))))["Findings"]
    assert sheet.cell(2, 4).fill.start_color.rgb != sheet.cell(3, 4).fill.start_color.rgb == sheet.cell(3, 2).fill.start_color.rgb


def test_links_are_relative_and_only_to_plain_names() -> None:
    links = ["../cv/ada lovelace.pdf", "/etc/passwd", "a#b.pdf", "%41.pdf", "\\\\host\\share.pdf", "x\n.pdf", "é.pdf", "c:\\x.pdf", ""]
    sheet = opened(*(screening(f"{index}.pdf") for index in range(len(links))), links=links)["Candidates"]
    found = [sheet.cell(row, 1).hyperlink for row in range(2, len(links) + 2)]
    assert [link and link.target for link in found] == ["..\\cv\\ada%20lovelace.pdf", *[None] * 5, "é.pdf", None, None]
    assert [sheet.cell(row, 1).value for row in range(2, 5)] == ["0.pdf", "1.pdf", "2.pdf"]


def test_too_many_links_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_LINKS", 1)
    sheet = opened(screening(), screening(), links=["a.pdf", "b.pdf"])["Candidates"]
    assert sheet.cell(2, 1).hyperlink is None


def test_rows_beyond_the_limit_of_a_sheet_are_left_to_the_csv_and_the_legend_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 4)
    book = opened(*(screening(f"{index}.pdf") for index in range(5)))
    assert book["Candidates"].max_row == 4
    assert "ends after 3 rows, the most that a sheet can hold; candidates.csv holds all 5." in legend_text(book)


def test_of_very_many_findings_only_required_ones_are_kept_and_the_legend_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_FINDINGS", 1)
    book = opened(screening(findings=(finding("degree"), finding("sql", importance="preferred"))))
    assert [row[1] for row in cells(book["Findings"])] == ["requirement", "degree"]
    assert "findings.csv holds all" in legend_text(book)


def test_the_sheets_are_set_up_for_the_screen_and_for_paper() -> None:
    book = opened(screening(findings=(finding(),)), unreadable())
    sheet = book["Candidates"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", "A1:AA3")
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", "'Candidates'!$A$1:$Q$3")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_each_outcome_and_verdict_has_its_own_colour() -> None:
    verdicts = (finding(verdict="met"), finding(verdict="unclear"), finding(verdict="not_met"))
    book = opened(screening(findings=verdicts), screening(outcome="review"), screening(outcome="does_not_meet"), unreadable())
    assert len({book["Candidates"].cell(row, 3).fill.start_color.rgb for row in range(2, 6)}) == 4
    assert len({book["Findings"].cell(row, 4).fill.start_color.rgb for row in range(2, 5)}) == 3


def test_the_same_rows_give_the_same_bytes() -> None:
    items = (screening(findings=(finding(),)), unreadable())
    assert written(*items) == written(*items)


def test_an_empty_run_still_gives_a_workbook() -> None:
    assert cells(opened()["Candidates"]) == [[column.name for column in CANDIDATE_COLUMNS]]


def test_temporary_files_grow_in_the_private_folder_alone_and_are_gone_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "does not exist"))
    written(screening(), scratch=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_long_title_with_markup_of_page_footers_is_shown_as_text(tmp_path: Path) -> None:
    run = replace(RUN, role_title="R&D & " * 60)
    with (tmp_path / "x.xlsx").open("w+b") as file:
        workbook.write_workbook([], [], size=workbook.Size(0, 0), run=run, links=iter([]), file=file, scratch=tmp_path)
    footer = openpyxl.load_workbook(tmp_path / "x.xlsx")["Candidates"].oddFooter.left.text
    assert footer.startswith("Screening for R&&D && R&&D")


def test_every_row_is_as_high_as_its_longest_cell_needs() -> None:
    reasons = ("Short.", "word " * 40, "word " * 4_000)
    sheet = opened(*(screening(file=f"{number}.pdf", reason=reason) for number, reason in enumerate(reasons)))["Candidates"]
    assert [sheet.row_dimensions[row].height for row in range(2, 5)] == [13.5, 54, 162]
