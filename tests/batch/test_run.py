"""A whole run: the same report whichever way it came about, and a partial one when it was stopped."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from screener.batch import Options, find_inputs, run_screening, screen_files
from screener.batch.duplicates import link_duplicates
from screener.batch.record import run_record
from screener.batch.waiting import put_by, take_up
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
def test_a_screening_that_waits_comes_back_the_same(row: Screening) -> None:
    assert take_up(put_by(row)[1]) == row
