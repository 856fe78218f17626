"""A whole run: the same report whichever way it came about, and a partial one when it was stopped."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from screener.batch import InputFile, Options, find_inputs, run_screening, screen_files
from screener.batch.duplicates import link_duplicates
from screener.batch.record import run_record
from screener.batch.waiting import put_by, take_up
from screener.batch.worker import Found
from screener.cache import CacheSettings
from screener.decision import Screening
from screener.report import write_report
from screener.rules import load_role
from tests.report.builders import screening, unreadable

SAMPLES = Path(__file__).parents[2] / "samples/resumes"
OPTIONS = Options(load_role("senior-backend"), date(2026, 11, 1), ocr="off")


def outputs(folder: Path) -> dict[str, bytes]:
    """All files of a report but the workbook, whose zip archive carries the time of its making."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".xlsx"}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The report made in one process, with nothing packed on the way."""
    folder = tmp_path_factory.mktemp("plain")
    inputs = find_inputs([SAMPLES])
    rows = link_duplicates(screen_files(inputs.files, OPTIONS, jobs=0))
    places = {file.name: file.path for file in inputs.files}
    write_report(rows, run_record(OPTIONS, inputs.ignored), folder, locate=places.get)
    return outputs(folder)


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_the_same_bytes_whatever_the_number_of_jobs_and_whatever_the_cache_holds(
    plain: dict[str, bytes], tmp_path: Path, jobs: int
) -> None:
    settings = CacheSettings(tmp_path / "cache")
    for number, cache in enumerate((None, settings, settings)):
        # Links lead from the report to the files, so all reports lie equally deep and far.
        folder = tmp_path.with_name(f"plain-like-{jobs}-{number}")
        run_screening([SAMPLES], OPTIONS, folder, jobs=jobs, pages="none", cache=cache)
        found = outputs(folder)
        assert found.keys() == plain.keys()
        assert [name for name in plain if found[name] != plain[name]] == []


def sheets(folder: Path) -> dict[str, bytes]:
    """The parts of the workbook that hold cells and formats."""
    with zipfile.ZipFile(folder / "candidates.xlsx") as book:
        return {name: book.read(name) for name in book.namelist() if name.startswith("xl/") and name.endswith(".xml")}


def test_the_workbook_has_the_same_cells_whichever_process_writes_it(tmp_path: Path) -> None:
    for jobs in (1, 2):
        run_screening([SAMPLES], OPTIONS, tmp_path / f"out-{jobs}", jobs=jobs, pages="none")
    assert sheets(tmp_path / "out-1") == sheets(tmp_path / "out-2")


def stopping_after(number: int) -> Callable[[], bool]:
    asked = count()
    return lambda: next(asked) >= number


def test_a_run_that_is_stopped_reports_what_is_done_and_says_so(tmp_path: Path) -> None:
    run = run_screening([SAMPLES], OPTIONS, tmp_path / "out", pages="none", stop=stopping_after(6))
    record = json.loads((tmp_path / "out/run.json").read_text())
    assert run.partial
    assert record["partial"] is True
    assert 0 < record["counts"]["files"] == len(record["inputs"]) < len(run.inputs.files)


def test_a_run_that_went_through_says_nothing_of_parts(tmp_path: Path) -> None:
    run = run_screening([SAMPLES / "Leila Haddad.docx"], OPTIONS, tmp_path / "out", pages="none", stop=lambda: False)
    assert not run.partial
    assert "partial" not in json.loads((tmp_path / "out/run.json").read_text())


@pytest.mark.parametrize("row", [screening(), unreadable(), screening("caf\udce9.pdf"), screening(text="a \ud800 b")])
def test_what_a_file_says_comes_back_the_same_from_where_it_waits(row: Screening) -> None:
    known = row.resume or row.failure
    assert known is not None
    waiting = put_by(InputFile(Path(), row.file), Found(row.sha256, known))
    assert (waiting.file, waiting.sha256, take_up(waiting)) == (row.file, row.sha256, known)


def test_where_the_cache_knows_every_file_nothing_is_loaded_that_reads_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = CacheSettings(tmp_path / "cache")
    first = run_screening([SAMPLES], OPTIONS, tmp_path / "first", pages="none", cache=cache)

    def broken(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("screener.batch.engine.warm_parser", broken)
    again = run_screening([SAMPLES], OPTIONS, tmp_path / "again", pages="none", cache=cache)
    assert again.report.rows == first.report.rows
    assert outputs(tmp_path / "first") == outputs(tmp_path / "again")


def test_a_changed_and_a_new_file_are_read_among_those_that_are_known(tmp_path: Path) -> None:
    inbox, cache = tmp_path / "inbox", CacheSettings(tmp_path / "cache")
    shutil.copytree(SAMPLES, inbox)
    run_screening([inbox], OPTIONS, tmp_path / "first", pages="none", cache=cache)
    shutil.copy(inbox / "Leila Haddad.docx", inbox / "a new one.docx")
    shutil.copy(inbox / "Noor Hashemi.docx", inbox / "Siobhan McCarron.pdf")
    (inbox / "Noor Hashemi.docx").unlink()
    for number, settings in enumerate((cache, None)):
        run_screening([inbox], OPTIONS, tmp_path / f"out-{number}", pages="none", cache=settings)
    assert outputs(tmp_path / "out-0") == outputs(tmp_path / "out-1") != outputs(tmp_path / "first")
