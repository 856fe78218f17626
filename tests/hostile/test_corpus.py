"""Whatever arrives, every file gives one row, and its neighbours the rows that they would have had alone."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from screener.batch import Limits, Options, Run, find_inputs, run_screening, screen_files
from screener.cli.result import print_result
from screener.rules import load_role
from tests.cli.builders import BACKEND, BAKER, write_pdf
from tests.hostile.corpus import ARCHIVES, FILES, NAMES, write_corpus

OPTIONS = Options(load_role("senior-backend"), date(2026, 11, 1), ocr="off")
LIMITS = Limits(computing=3, memory=600 << 20)
"""Tighter than in earnest, so that the test is quick; what is readable at all is readable within them."""
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def write_good(folder: Path) -> list[str]:
    return [
        write_pdf(folder / name, text).name
        for name, text in (("aa good.pdf", BACKEND), ("zz good.pdf", BAKER), ("good.pdf", BACKEND + "\nRust"))
    ]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "inbox"
    write_corpus(folder)
    write_good(folder)
    return folder


@pytest.fixture(scope="module")
def run(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run_screening([inbox], OPTIONS, tmp_path_factory.mktemp("report"), jobs=2, limits=LIMITS, pages="none")


def rows(run: Run) -> Iterator[dict[str, str]]:
    with (run.folder / "candidates.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def test_every_file_gives_one_row_and_what_is_no_file_is_named(run: Run) -> None:
    inside = Counter(row["file"].partition("/")[0] for row in rows(run) if row["file"].partition("/")[0] in ARCHIVES)
    assert inside == {name: count for name, (_, count) in ARCHIVES.items()}
    assert len(list(rows(run))) == len(FILES) + sum(inside.values()) + len(NAMES) + 3 == sum(run.report.counts.values())
    ignored = {path.file: path.reason for path in run.inputs.ignored if path.file.partition("/")[0] not in ARCHIVES}
    assert ignored == {
        "pipe.pdf": "not a regular file",
        "socket.pdf": "not a regular file",
        "zeros.pdf": "a link that leaves the folder",
        "outside.pdf": "a link that leaves the folder",
        "circle a.pdf": "a broken link",
        "circle b.pdf": "a broken link",
        "circle/again": "a link to a folder",
    }


def test_nothing_had_to_be_ended_by_the_clock_on_the_wall(run: Run) -> None:
    assert [row["file"] for row in rows(run) if re.search(r"more than [\d.]+ seconds\.", row["reason"])] == []


def test_no_mistake_of_the_program_came_to_light(run: Run) -> None:
    assert [(row["file"], row["reason"]) for row in rows(run) if "made a mistake" in row["reason"]] == []


def test_good_files_have_the_rows_that_they_have_alone(run: Run, tmp_path: Path) -> None:
    names = write_good(tmp_path)
    alone = run_screening([tmp_path], OPTIONS, tmp_path / "out", limits=LIMITS, pages="none")
    expected = {row["file"]: row for row in rows(alone)}
    assert set(expected) == set(names)
    assert {row["file"]: row for row in rows(run) if row["file"] in names} == expected


def test_nothing_of_the_machine_is_in_the_report_and_nothing_was_written_beside_it(run: Run, inbox: Path) -> None:
    for file in run.folder.iterdir():
        assert b"root:x:0" not in file.read_bytes()
    assert not any(Path(folder, f"climbed{suffix}").exists() for folder in ("/tmp", "/etc", "/") for suffix in ("", ".txt"))
    assert sorted(path.name for path in inbox.parent.iterdir()) == ["inbox"]


def test_nothing_that_a_terminal_obeys_reaches_the_screen_or_the_table(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    print_result(run, 1.0)
    assert CONTROLS.search(capsys.readouterr().out) is None
    for name in ("candidates.csv", "findings.csv", "results.jsonl", "report.html"):
        text = (run.folder / name).read_text(encoding="utf-8-sig")
        assert CONTROLS.search(text.replace("\t", " ")) is None, name


def test_a_hostile_file_alone_has_the_same_row_as_among_others(inbox: Path, run: Run) -> None:
    files = [file for file in find_inputs([inbox]).files if file.name in ("flate bomb.pdf", "billion laughs.docx", "truncated.docx")]
    assert len(files) == 3
    alone = {row.file: row.failure.message if row.failure else "" for row in screen_files(files, OPTIONS, limits=LIMITS)}
    among = {row["file"]: row["reason"] for row in rows(run) if row["file"] in alone}
    assert all(among[name].startswith(message) for name, message in alone.items())


@pytest.mark.parametrize("name", ["one line of ten megabytes.txt", "one word of ten megabytes.txt", "one run.docx", "one line.html"])
def test_a_text_without_end_is_refused_for_its_length_and_not_by_what_it_uses_up_first(run: Run, name: str) -> None:
    [row] = [row for row in rows(run) if row["file"] == name]
    assert row["reason"].startswith("The document holds far more text than any résumé.")
