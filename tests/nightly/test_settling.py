"""Files that are still being written to wait for the next run."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from screener.nightly import run_night
from screener.nightly.settling import look, unsettled
from tests.nightly.builders import DAY, HEAD, MORNING, Clock, Told, configured, surroundings

WATCHED = HEAD.replace("age = 0", "age = 60").replace("watch = 0", "watch = 5")


def put(path: Path, text: str = "Ada Probe\nPython", *, age: float = 3600) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, ns=(0, int((MORNING.timestamp() - age) * 1e9)))
    return path


@pytest.mark.parametrize(("age", "waits"), [(0, True), (59, True), (60, False), (3600, False), (-1, False), (-86_400, False)])
def test_a_young_file_waits_and_one_from_the_future_does_not(tmp_path: Path, age: float, waits: bool) -> None:
    path = put(tmp_path / "ada.txt", age=age)
    seen = look(tmp_path)
    assert unsettled(seen, seen, MORNING, 60) == (frozenset({path}) if waits else frozenset())


def test_a_file_that_grows_changes_or_comes_between_two_looks_waits(tmp_path: Path) -> None:
    still = put(tmp_path / "still.txt")
    growing, touched = put(tmp_path / "growing.txt"), put(tmp_path / "in/touched.txt")
    before = look(tmp_path)
    put(growing, "Ada Probe\nPython and more")
    put(touched, age=1800)
    coming = put(tmp_path / "in/coming.txt")
    assert unsettled(before, look(tmp_path), MORNING, 0) == {growing, touched, coming}
    assert still in before


def test_a_file_that_is_gone_at_the_second_look_is_no_matter(tmp_path: Path) -> None:
    path = put(tmp_path / "ada.txt")
    before = look(tmp_path)
    path.unlink()
    assert unsettled(before, look(tmp_path), MORNING, 0) == frozenset()


def test_what_waits_is_told_and_taken_by_the_next_run(tmp_path: Path) -> None:
    config = configured(tmp_path, "one", head=WATCHED)
    put(tmp_path / "inbox/one/whole.txt")
    slow = put(tmp_path / "inbox/one/by post/slow.txt")
    clock, told = Clock(), Told()
    clock.asleep = lambda: put(slow, "Ada Probe\nPython and more")
    [done] = run_night(config, DAY, surroundings(clock), told.journal).done
    assert (done.files, done.waiting) == (1, ("by post/slow.txt",))
    assert '"event":"waiting","posting":"one","file":"by post/slow.txt"' in told.text
    assert '"still being written to: it waits for the next run"' in (tmp_path / "outbox/one/latest/run.json").read_text()
    [done] = run_night(config, DAY + timedelta(days=1), surroundings(Clock(MORNING + timedelta(days=1))), told.journal).done
    assert (done.files, done.waiting) == (2, ())


def test_a_file_that_is_written_anew_has_not_left(tmp_path: Path) -> None:
    config = configured(tmp_path, "one", head=WATCHED)
    ada, archive = put(tmp_path / "inbox/one/ada.txt"), tmp_path / "inbox/one/by mail"
    put(tmp_path / "inbox/one/bea.txt", "Bea Probe\nJava")
    put(tmp_path / "packed/cem.txt", "Cem Probe\nGo")
    packed = Path(shutil.make_archive(str(archive), "zip", tmp_path / "packed"))
    os.utime(packed, (0, MORNING.timestamp() - 3600))
    run_night(config, DAY, surroundings(), Told().journal)
    clock = Clock(MORNING + timedelta(days=1))
    for path in (ada, packed):
        os.utime(path, (0, clock.at.timestamp()))
    (tmp_path / "inbox/one/bea.txt").unlink()
    [done] = run_night(config, clock.at.date(), surroundings(clock), Told().journal).done
    assert done.waiting == ("ada.txt", "by mail.zip")
    assert done.changes
    assert [row.file for row in done.changes.of("left")] == ["bea.txt"]
