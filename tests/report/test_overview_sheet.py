"""The sheet Overview of the workbook of a run."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl

from screener.report import write_report
from tests.report.builders import RUN, finding, screening, unreadable
from tests.report.test_workbook import cells

PEOPLE = (screening("a.pdf", findings=(finding(),)), screening("b.pdf", "review", 60, findings=(finding(verdict="unclear"),)), unreadable())


def test_it_counts_outcomes_and_shows_the_plots_with_words_for_those_who_do_not_see_them(tmp_path: Path) -> None:
    write_report(PEOPLE, RUN, tmp_path, ["xlsx"])
    book = openpyxl.load_workbook(tmp_path / "candidates.xlsx")
    rows = [row[:2] for row in cells(book["Overview"])]
    assert rows[2:6] == [["meets", 1], ["review", 1], ["does_not_meet", 0], ["unreadable", 1]]
    with zipfile.ZipFile(tmp_path / "candidates.xlsx") as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert "People by score: 1 from 60 to 69, 1 from 80 to 89." in drawing
    assert "2 read, 2 left after Degree." in drawing


def test_its_pictures_are_the_same_in_every_run_and_whatever_else_is_written(tmp_path: Path) -> None:
    pictures = []
    for name, formats in (("one", ["xlsx"]), ("two", ["xlsx", "html"])):
        (tmp_path / name).mkdir()
        write_report(PEOPLE, RUN, tmp_path / name, formats)
        with zipfile.ZipFile(tmp_path / name / "candidates.xlsx") as package:
            pictures.append([package.read(each) for each in sorted(package.namelist()) if each.startswith("xl/media/")])
    assert pictures[0] == pictures[1]
    assert len(pictures[0]) == 2


def test_a_run_that_judged_nobody_has_no_plot(tmp_path: Path) -> None:
    write_report([unreadable()], RUN, tmp_path, ["xlsx"])
    with zipfile.ZipFile(tmp_path / "candidates.xlsx") as package:
        assert not [each for each in package.namelist() if "media" in each]
