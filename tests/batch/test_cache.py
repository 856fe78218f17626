"""Files that were read before are not read again, and nobody can tell from the rows."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from screener.batch import InputFile, Limits, Options, find_inputs, screen_files
from screener.batch.record import reading_version
from screener.cache import CacheSettings, open_cache
from screener.decision import Screening
from screener.rules import load_role
from tests.cli.builders import BACKEND, BAKER, write_pdf

OPTIONS = Options(load_role("senior-backend"), date(2026, 11, 1))
LIMITS = Limits()

Screen = Callable[..., list[Screening]]


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    write_pdf(tmp_path / "in/mira.pdf", BACKEND)
    write_pdf(tmp_path / "in/otto.pdf", BAKER)
    (tmp_path / "in/broken.pdf").write_bytes(b"%PDF-1.7\ntruncated")
    return tmp_path / "in"


@pytest.fixture
def screen(tmp_path: Path, inbox: Path) -> Screen:
    """Screens the inbox with one cache for all calls."""

    def run(*, jobs: int = 1, options: Options = OPTIONS, limits: Limits = LIMITS, trust_marks: bool = True) -> list[Screening]:
        settings = CacheSettings(tmp_path / "cache", trust_marks=trust_marks)
        with open_cache(settings, reading_version(options, limits), lambda _: None) as cache:
            return list(screen_files(find_inputs([inbox]).files, options, jobs=jobs, limits=limits, cache=cache))

    return run


@pytest.fixture
def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From the call on, a file that is read costs its row."""

    def broken(*_: object) -> None:
        raise AssertionError

    return lambda: monkeypatch.setattr("screener.batch.worker.read_resume", broken)


def plain(inbox: Path) -> list[Screening]:
    return list(screen_files(find_inputs([inbox]).files, OPTIONS, jobs=0))


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_rows_are_the_same_from_the_cache_and_nothing_is_read_twice(
    inbox: Path, screen: Screen, forbid_reading: Callable[[], None], jobs: int
) -> None:
    expected = plain(inbox)
    assert screen(jobs=jobs) == expected
    forbid_reading()
    assert screen(jobs=jobs) == expected
    assert screen(jobs=jobs, trust_marks=False) == expected


def test_a_copy_of_a_known_file_is_not_read(inbox: Path, screen: Screen, forbid_reading: Callable[[], None]) -> None:
    screen()
    (inbox / "copy.pdf").write_bytes((inbox / "mira.pdf").read_bytes())
    forbid_reading()
    assert [row.outcome for row in screen()] == ["unreadable", "meets", "meets", "does_not_meet"]


def test_judging_is_never_kept(screen: Screen) -> None:
    years = [
        row.decision.measures.years_experience
        for day in (date(2026, 11, 1), date(2020, 1, 1))
        for row in screen(options=Options(OPTIONS.role, day))
        if row.decision and row.file == "mira.pdf"
    ]
    assert years[0] != years[1]


def test_a_changed_file_is_read_anew(inbox: Path, screen: Screen) -> None:
    screen()
    write_pdf(inbox / "mira.pdf", BAKER)
    assert screen() == plain(inbox)


@pytest.mark.parametrize("other", [Options(OPTIONS.role, OPTIONS.as_of, reader="pdfium"), Options(OPTIONS.role, OPTIONS.as_of, ocr="off")])
def test_other_options_of_reading_read_anew(screen: Screen, forbid_reading: Callable[[], None], other: Options) -> None:
    screen()
    forbid_reading()
    assert {row.outcome for row in screen(options=other)} == {"unreadable"}


def test_a_file_that_hung_is_not_tried_again(inbox: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object) -> None:
        while True:
            pass

    expected = plain(inbox)
    with monkeypatch.context() as patch:
        patch.setattr("screener.batch.worker.read_resume", hang)
        rows = screen(limits=Limits(seconds=0.5))
    assert [row.failure.code if row.failure else "" for row in rows] == ["timed-out"] * 3
    assert screen(limits=Limits(seconds=0.5)) == rows
    assert screen() == expected


def test_a_file_that_could_not_be_opened_is_tried_again(inbox: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.batch.worker import sha256_of

    def closed(path: Path) -> str:
        if path.name == "mira.pdf":
            raise PermissionError(13, "Permission denied")
        return sha256_of(path)

    with monkeypatch.context() as patch:
        patch.setattr("screener.batch.worker.sha256_of", closed)
        assert [row.failure.code for row in screen() if row.failure and row.file == "mira.pdf"] == ["not-opened"]
    assert screen() == plain(inbox)


def test_a_file_that_changes_while_it_is_read_is_not_kept(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.screening import read_resume

    def meddled(path: Path, *rest: object) -> object:
        resume = read_resume(path, *rest)  # type: ignore[arg-type] # the same arguments as it was given
        os.utime(path, ns=(0, 0))
        return resume

    with monkeypatch.context() as patch:
        patch.setattr("screener.batch.worker.read_resume", meddled)
        screen()
    calls: list[str] = []

    def counted(path: Path, *rest: object) -> object:
        calls.append(path.name)
        return read_resume(path, *rest)  # type: ignore[arg-type] # as above

    monkeypatch.setattr("screener.batch.worker.read_resume", counted)
    screen(jobs=0)
    assert calls == ["mira.pdf", "otto.pdf"]


def test_a_vanished_file_has_its_row_though_it_was_known(inbox: Path, screen: Screen) -> None:
    screen()
    files = find_inputs([inbox]).files
    (inbox / "mira.pdf").unlink()
    rows = list(screen_files([InputFile(file.path, file.name) for file in files], OPTIONS, jobs=0))
    assert [row.failure.code if row.failure else "" for row in rows] == ["damaged", "not-opened", ""]
