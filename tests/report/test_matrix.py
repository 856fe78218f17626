"""People × roles: order, workbook, page."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from openpyxl import load_workbook

from screener.report import prepare_output_folder
from screener.report.matrix import Matrix, in_order, matrix_row, write_matrix
from screener.report.matrix_workbook import sheet_names
from tests.report.builders import RUN, screening, unreadable

RUNS = [replace(RUN, role_id="backend"), replace(RUN, role_id="frontend", role_title="<b>Front</b> & end")]
ROWS = in_order(
    [
        matrix_row([screening("z.pdf", "review", 50, name="=SUM(A1)"), screening("z.pdf", "does_not_meet", 90)]),
        matrix_row([unreadable("c.pdf"), unreadable("c.pdf")]),
        matrix_row([screening("a.pdf", "does_not_meet", 10, name="<script>"), screening("a.pdf", "meets", 70)]),
        matrix_row([screening("b.pdf", "meets", 80), screening("b.pdf", "meets", 95)]),
    ]
)


def written(tmp_path: Path) -> Path:
    write_matrix(Matrix(ROWS, RUNS, ("csv", "xlsx", "html", "jsonl")), prepare_output_folder(tmp_path / "out"))
    return tmp_path / "out"


def test_who_stands_best_for_some_role_comes_first() -> None:
    assert [(row.file, row.best) for row in ROWS] == [("b.pdf", 1), ("a.pdf", 1), ("z.pdf", 0), ("c.pdf", 0)]


def test_the_workbook_has_a_sheet_a_role_and_no_formula(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path) / "matrix.xlsx")
    assert book.sheetnames == ["Matrix", "backend", "frontend"]
    assert [row[0].value for row in book["Matrix"].iter_rows(min_row=2)] == ["b.pdf", "a.pdf", "z.pdf", "c.pdf"]
    assert [[cell.value for cell in row[3:5]] for row in book["Matrix"].iter_rows(min_row=2)] == [
        [80, 95],
        [10, 70],
        [50, 90],
        [None, None],
    ]
    assert [row[0].value for row in book["backend"].iter_rows(min_row=2)] == ["b.pdf", "z.pdf", "a.pdf", "c.pdf"]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_the_csv_neutralises_formulas(tmp_path: Path) -> None:
    assert "'=SUM(A1)" in (written(tmp_path) / "matrix.csv").read_text(encoding="utf-8-sig")


def test_sheet_names_are_short_enough_and_never_alike() -> None:
    runs = [replace(RUN, role_id=each) for each in ("a" * 40, "a" * 41, "matrix", "b")]
    assert sheet_names(runs) == ["a" * 31, "a" * 29 + "-2", "matrix-2", "b"]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as HTMLParser calls it
        self.tags.add(tag)


def test_the_page_shows_names_as_text_and_leads_to_each_role(tmp_path: Path) -> None:
    page = (written(tmp_path) / "index.html").read_text()
    parser = _Tags()
    parser.feed(page)
    assert "script" not in parser.tags
    assert "b" not in parser.tags
    assert "&lt;script&gt;" in page
    assert 'href="frontend/report.html"' in page
    assert "default-src 'none'" in unescape(page)


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = written(tmp_path / "1"), written(tmp_path / "2")
    for name in ("matrix.csv", "matrix.jsonl", "index.html", "run.json"):
        assert (one / name).read_bytes() == (other / name).read_bytes()
