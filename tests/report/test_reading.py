"""A run's tables read back in Python, and as Parquet."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest

import screener
from screener.errors import UsageError
from screener.report import prepare_output_folder, read_screenings, write_report
from tests.report.builders import RUN, finding, screening, unreadable

PEOPLE = (screening("=ada.pdf", findings=(finding(),)), screening("b\udce9a.pdf", "review", 40, name=None), unreadable())


def written(folder: Path, *formats: str) -> Path:
    write_report(PEOPLE, RUN, prepare_output_folder(folder), formats)
    return folder


def test_frames_have_the_documented_types_and_the_text_as_it_was(tmp_path: Path) -> None:
    run = screener.read_run(written(tmp_path / "run", "jsonl"))
    assert run.record["counts"]["files"] == 3
    assert list(run.candidates["file"]) == ["=ada.pdf", "b\\xe9a.pdf", "locked.pdf"]
    kinds = {name: str(kind) for name, kind in run.candidates.dtypes.items()}
    assert (kinds["file"], kinds["score"], kinds["years_experience"]) == ("string", "Int64", "Float64")
    assert pd.isna(run.candidates["score"][2])
    assert list(run.findings["requirement"]) == ["degree"]


def test_people_are_read_back_whole(tmp_path: Path) -> None:
    assert tuple(read_screenings(written(tmp_path / "run", "jsonl"))) == PEOPLE


def test_parquet_holds_the_same_frames(tmp_path: Path) -> None:
    folder = written(tmp_path / "run", "jsonl", "parquet")
    run = screener.read_run(folder)
    for name, frame in (("candidates", run.candidates), ("findings", run.findings)):
        stored = pd.read_parquet(folder / f"{name}.parquet")
        assert list(stored.columns) == list(frame.columns)
        for column in frame:
            expected = frame[column].astype(object).where(frame[column].notna(), None)
            assert list(stored[column].astype(object).where(stored[column].notna(), None)) == list(expected)


def test_parquet_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    first, second = written(tmp_path / "a", "parquet"), written(tmp_path / "b", "parquet")
    assert (first / "candidates.parquet").read_bytes() == (second / "candidates.parquet").read_bytes()


def test_parquet_without_its_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'screen-resumes\[parquet\]'"):
        written(tmp_path / "run", "parquet")


def test_a_folder_without_results_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no run\.json"):
        screener.read_run(tmp_path)
    with pytest.raises(UsageError, match=r"no results\.jsonl"):
        screener.read_run(written(tmp_path / "run", "csv"))


def test_damaged_results_are_told(tmp_path: Path) -> None:
    (written(tmp_path / "run", "jsonl") / "results.jsonl").write_bytes(b'{"file": 1}\n')
    with pytest.raises(UsageError, match="changed or cut off"):
        screener.read_run(tmp_path / "run")
