"""Runs past their day."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.records import TOMBSTONE_NAME, purge_runs
from tests.records.builders import ADA, BEA, NOW, everything_in, written

DAY = date(2026, 11, 24)


def forget_nothing(_: Collection[str]) -> None:
    return None


def test_a_run_past_its_day_leaves_a_tombstone_without_personal_data(tmp_path: Path) -> None:
    folder = written(tmp_path / "run", keep_until=DAY - timedelta(days=1))
    forgotten: list[frozenset[str]] = []
    done = purge_runs([tmp_path], NOW, today=DAY, forget=forgotten.append)
    assert (done.purged, done.kept, done.undated) == ((folder,), 0, 0)
    assert [path.name for path in folder.iterdir()] == [TOMBSTONE_NAME]
    told = everything_in(folder)
    assert not any(word in told for word in ("ada.pdf", "Ada ", "Bea ", "example.org", ADA, "locked"))
    tombstone = json.loads((folder / TOMBSTONE_NAME).read_bytes())
    assert (tombstone["counts"]["files"], tombstone["keep_until"], tombstone["log"]["events"]) == (3, "2026-11-23", 1)
    assert forgotten == [frozenset({ADA, BEA, "cd" * 32})]


def test_a_run_on_its_last_day_and_one_without_a_day_stay(tmp_path: Path) -> None:
    written(tmp_path / "a", keep_until=DAY)
    written(tmp_path / "b")
    done = purge_runs([tmp_path], NOW, today=DAY, forget=forget_nothing)
    assert (done.purged, done.kept, done.undated) == ((), 1, 1)
    assert (tmp_path / "a/results.jsonl").exists()


def test_a_rehearsal_deletes_nothing(tmp_path: Path) -> None:
    folder = written(tmp_path / "run", keep_until=date(2020, 1, 1))
    before = everything_in(folder)
    assert purge_runs([folder], NOW, today=DAY, forget=forget_nothing, only_tell=True).purged == (folder,)
    assert everything_in(folder) == before


def test_a_run_inside_another_that_may_be_kept_longer_stays(tmp_path: Path) -> None:
    outer = written(tmp_path / "run", keep_until=date(2020, 1, 1))
    inner = written(outer / "role", keep_until=date(2030, 1, 1))
    purge_runs([tmp_path], NOW, today=DAY, forget=forget_nothing)
    assert (inner / "results.jsonl").exists()
    assert {path.name for path in outer.iterdir()} == {TOMBSTONE_NAME, "role"}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        purge_runs([tmp_path / "none"], NOW, today=DAY, forget=forget_nothing)


@pytest.mark.parametrize("step", range(12))
def test_a_purge_that_was_cut_off_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    folder = written(tmp_path / "run", keep_until=DAY - timedelta(days=1))
    unlink, done = Path.unlink, []

    def cut_off(path: Path, missing_ok: bool = False) -> None:
        if len(done) == step:
            raise KeyboardInterrupt
        done.append(path)
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", cut_off)
        with contextlib.suppress(KeyboardInterrupt):
            purge_runs([tmp_path], NOW, today=DAY, forget=forget_nothing)
    if (folder / "run.json").exists():
        assert purge_runs([tmp_path], NOW + timedelta(days=1), today=DAY, forget=forget_nothing).purged == (folder,)
    assert [path.name for path in folder.iterdir()] == [TOMBSTONE_NAME]
    tombstone = json.loads((folder / TOMBSTONE_NAME).read_bytes())
    assert (tombstone["keep_until"], tombstone["log"]["events"]) == ("2026-11-23", 1)
