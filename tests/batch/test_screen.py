"""Batches: every file gives one row, in order, the same however it is run."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from screener.batch import InputFile, Limits, Options, find_inputs, read_one, screen_files, screen_folder
from screener.errors import UnreadableDocumentError
from screener.rules import load_role
from tests.cli.builders import BACKEND, BAKER, write_pdf

OPTIONS = Options(load_role("senior-backend"), date(2026, 11, 1))


@pytest.fixture
def files(tmp_path: Path) -> tuple[InputFile, ...]:
    write_pdf(tmp_path / "b/mira.pdf", BACKEND)
    write_pdf(tmp_path / "otto.pdf", BAKER)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\ntruncated")
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04truncated")
    return find_inputs([tmp_path]).files


def test_every_file_gives_one_row_in_input_order(files: tuple[InputFile, ...]) -> None:
    rows = list(screen_files(files, OPTIONS, jobs=2))
    assert [row.file for row in rows] == [file.name for file in files] == ["a.pdf", "b/mira.pdf", "c.docx", "otto.pdf"]
    assert [row.outcome for row in rows] == ["unreadable", "meets", "unreadable", "does_not_meet"]
    assert all((row.failure is None) == (row.decision is not None) == (row.resume is not None) for row in rows)


def test_a_folder_is_screened_in_one_call(files: tuple[InputFile, ...], tmp_path: Path) -> None:
    rows = screen_folder([tmp_path], OPTIONS.role, as_of=OPTIONS.as_of)
    assert list(rows) == list(screen_files(files, OPTIONS, jobs=0))


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_rows_are_the_same_in_this_process_and_in_any_number_of_children(files: tuple[InputFile, ...], jobs: int) -> None:
    assert list(screen_files(files, OPTIONS, jobs=jobs)) == list(screen_files(files, OPTIONS, jobs=0))


def test_the_order_of_the_files_changes_no_row(files: tuple[InputFile, ...]) -> None:
    backwards = list(screen_files(files[::-1], OPTIONS, jobs=0))
    assert backwards[::-1] == list(screen_files(files, OPTIONS, jobs=0))


def test_unreadable_neighbours_change_no_row(files: tuple[InputFile, ...]) -> None:
    alone = [file for file in files if file.name == "b/mira.pdf"]
    [row] = screen_files(alone, OPTIONS, jobs=0)
    assert row in list(screen_files(files, OPTIONS, jobs=1))


def test_special_files_and_vanished_ones_give_a_row_and_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "nothing")
    rows = list(screen_files([InputFile(tmp_path / name, name) for name in ("pipe.pdf", "link.pdf", "gone.pdf")], OPTIONS))
    assert [row.failure.code if row.failure else "" for row in rows] == ["unsupported", "not-opened", "not-opened"]
    assert [row.sha256 for row in rows] == ["", "", ""]


def test_a_hanging_reader_costs_its_row_which_still_names_the_bytes(files: tuple[InputFile, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.screening import read_resume

    def slow(path: Path, *rest: object) -> object:
        while path.name == "otto.pdf":
            pass
        return read_resume(path, *rest)  # type: ignore[arg-type] # the same arguments as it was given

    untroubled = list(screen_files(files, OPTIONS, jobs=0))
    monkeypatch.setattr("screener.batch.worker.read_resume", slow)
    rows = list(screen_files(files, OPTIONS, jobs=2, limits=Limits(seconds=1)))
    assert rows[:3] == untroubled[:3]
    assert rows[3].failure is not None
    assert rows[3].failure.code == "timed-out"
    assert rows[3].sha256 == untroubled[3].sha256 != ""


def test_one_file_is_read_without_a_role(files: tuple[InputFile, ...]) -> None:
    resume = read_one(files[1].path)
    assert resume.contact.name is not None
    assert resume.contact.name.text == "Mira Testova"
    with pytest.raises(UnreadableDocumentError):
        read_one(files[0].path)
