"""A whole report: which files, in which order, the same bytes each time, and nothing half done."""

from __future__ import annotations

import json
import random
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from screener.decision import Screening
from screener.errors import UsageError
from screener.report import FORMATS, prepare_output_folder, write_report, write_run_log
from tests.report.builders import RUN, finding, screening, unreadable

PEOPLE = (
    screening("b.pdf", "meets", 90, findings=(finding(), finding("sql", "unclear", quote=None))),
    screening("a/a.pdf", "review", 40, findings=(finding(verdict="unclear"),)),
    screening("c.docx", "does_not_meet", 10, name="Zoë Muster", findings=(finding(verdict="not_met"),)),
    unreadable("locked.pdf"),
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_formats_give_every_output_of_the_contract_and_nothing_else(tmp_path: Path) -> None:
    report = write_report(PEOPLE, RUN, tmp_path)
    expected = ["candidates.csv", "candidates.xlsx", "findings.csv", "report.html", "results.jsonl", "run.json"]
    assert names(tmp_path) == expected
    assert [path.name for path in report.files] == expected
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("csv", ["candidates.csv", "findings.csv", "run.json"]),
        ("xlsx", ["candidates.xlsx", "run.json"]),
        ("html", ["report.html", "run.json"]),
        ("jsonl", ["results.jsonl", "run.json"]),
    ],
)
def test_one_format_gives_its_files_and_the_record_and_removes_those_of_an_earlier_run(
    tmp_path: Path, format: str, expected: list[str]
) -> None:
    write_report(PEOPLE, RUN, tmp_path)
    write_run_log(tmp_path, ["an earlier run"])
    write_report(PEOPLE, RUN, tmp_path, [format])
    assert names(tmp_path) == expected


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no format pdf; there are csv, xlsx, html, jsonl, parquet, json-resume"):
        write_report(PEOPLE, RUN, tmp_path, ["csv", "pdf"])
    assert names(tmp_path) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_same_screenings_in_any_order_give_the_same_bytes(tmp_path: Path, seed: int) -> None:
    shuffled = list(PEOPLE)
    random.Random(seed).shuffle(shuffled)
    first, second = prepare_output_folder(tmp_path / "first"), prepare_output_folder(tmp_path / "second")
    write_report(PEOPLE, RUN, first)
    write_report(iter(shuffled), RUN, second)
    assert content(first) == content(second)


def test_every_output_has_the_files_in_the_same_order(tmp_path: Path) -> None:
    report = write_report(PEOPLE[::-1], RUN, tmp_path)
    expected = ["b.pdf", "a/a.pdf", "c.docx", "locked.pdf"]
    csv_lines = (tmp_path / "candidates.csv").read_text("utf-8-sig").splitlines()[1:]
    sheet = openpyxl.load_workbook(tmp_path / "candidates.xlsx")["Candidates"]
    assert [row.file for row in report.rows] == expected
    assert [json.loads(line)["file"] for line in (tmp_path / "results.jsonl").read_text("utf-8").splitlines()] == expected
    assert [line.split(",")[0] for line in csv_lines] == expected
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == expected


def test_the_record_tells_what_can_change_a_result(tmp_path: Path) -> None:
    report = write_report(PEOPLE, RUN, tmp_path, ["csv"])
    record = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert record == {
        "program": "1.2.3",
        "role": {"id": "senior-backend", "version": 1, "title": "Senior Backend Engineer", "sha256": "", "requirements": [], "changes": []},
        "taxonomy": "",
        "as_of": "2026-11-01",
        "options": {"ocr": False, "reader": "auto"},
        "tools": {"pdfplumber": "0.11.7", "pypdfium2": "5.0"},
        "counts": {"meets": 1, "review": 1, "does_not_meet": 1, "unreadable": 1, "files": 4},
        "inputs": [
            {"file": "a/a.pdf", "sha256": "ab" * 32}, {"file": "b.pdf", "sha256": "ab" * 32}, {"file": "c.docx", "sha256": "ab" * 32},
            {"file": "locked.pdf", "sha256": "cd" * 32},
        ],
        "ignored": [{"file": ".hidden.pdf", "reason": "dotfile"}, {"file": "notes.xyz", "reason": "other suffix"}],
    }
    assert report.counts == {"meets": 1, "review": 1, "does_not_meet": 1, "unreadable": 1}


def test_the_order_in_which_options_and_ignored_paths_were_met_changes_nothing(tmp_path: Path) -> None:
    other = replace(
        RUN, ignored=RUN.ignored[::-1], tools=dict(reversed(RUN.tools.items())), options=dict(reversed(RUN.options.items()))
    )
    first, second = prepare_output_folder(tmp_path / "first"), prepare_output_folder(tmp_path / "second")
    write_report(PEOPLE, RUN, first)
    write_report(PEOPLE, other, second)
    assert content(first) == content(second)


def test_a_run_that_breaks_off_leaves_the_earlier_report_as_it_was(tmp_path: Path) -> None:
    def breaking() -> Iterator[Screening]:
        yield PEOPLE[0]
        raise KeyboardInterrupt

    write_report(PEOPLE, RUN, tmp_path)
    before = content(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_report(breaking(), RUN, tmp_path)
    assert content(tmp_path) == before


def test_links_lead_from_the_report_to_the_files(tmp_path: Path) -> None:
    out = prepare_output_folder(tmp_path / "out")
    write_report(PEOPLE, RUN, out, ["xlsx"], locate=lambda file: None if file == "c.docx" else tmp_path / "inbox" / file)
    sheet = openpyxl.load_workbook(out / "candidates.xlsx")["Candidates"]
    links = [row[0].hyperlink for row in sheet.iter_rows(min_row=2)]
    assert [link and link.target for link in links] == ["..\\inbox\\b.pdf", "..\\inbox\\a\\a.pdf", None, "..\\inbox\\locked.pdf"]


def test_links_hold_where_the_report_lies_behind_a_symbolic_link(tmp_path: Path) -> None:
    real = prepare_output_folder(tmp_path / "deep" / "down" / "out")
    (tmp_path / "out").symlink_to(real)
    write_report(PEOPLE[:1], RUN, tmp_path / "out", ["xlsx"], locate=lambda file: tmp_path / "inbox" / file)
    assert openpyxl.load_workbook(real / "candidates.xlsx")["Candidates"].cell(2, 1).hyperlink.target == "..\\..\\..\\inbox\\b.pdf"


def test_the_log_has_one_printable_line_for_each_and_stays_beside_the_report(tmp_path: Path) -> None:
    write_report(PEOPLE, RUN, tmp_path, FORMATS)
    path = write_run_log(tmp_path, ["folder: a\nb", "jobs: 2\x1b[2J"])
    assert path.read_text("utf-8") == "folder: a b\njobs: 2[2J\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "run.json" in names(tmp_path)


def test_the_libraries_that_write_are_not_imported_before_a_report_is_written() -> None:
    code = "import sys, screener.report; print({'pandas', 'xlsxwriter', 'numpy', 'jinja2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
