"""The metrics file: what a collector reads is what happened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from screener.nightly import NightResult, run_night
from tests.nightly.builders import HEAD, MORNING, Clock, Told, configured, surroundings

METRICS = 'metrics = "collected/nightly.prom"\n'


def figures(folder: Path) -> dict[str, float]:
    text = (folder / "collected/nightly.prom").read_text(encoding="utf-8")
    families = text_string_to_metric_families(text)
    return {".".join([sample.name.removeprefix("screen_nightly_"), *sample.labels.values()]): sample.value for family in families for sample in family.samples}


def night(folder: Path, days: int = 0) -> NightResult:
    clock = Clock(MORNING + timedelta(days=days))
    config = configured(folder, "one", head=METRICS + HEAD)
    return run_night(config, clock.at.date(), surroundings(clock), Told().journal)


@pytest.fixture
def strict_umask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.mark.usefixtures("strict_umask")
def test_figures_of_a_good_night_are_for_the_collector_to_read(tmp_path: Path) -> None:
    (tmp_path / "inbox/one").mkdir(parents=True)
    (tmp_path / "inbox/one/ada.txt").write_text("Ada Probe\nPython")
    night(tmp_path)
    found = figures(tmp_path)
    assert found["last_run_success"] == found["posting_success.one"] == found["posting_changes.new.one"] == 1
    assert sum(value for name, value in found.items() if name.startswith("posting_files.")) == 1
    assert found["last_success_timestamp_seconds"] == found["last_run_timestamp_seconds"] == MORNING.timestamp()
    [written] = (tmp_path / "collected").iterdir()
    assert (written.name, written.stat().st_mode & 0o777) == ("nightly.prom", 0o644)
    assert "ada." not in (tmp_path / "collected/nightly.prom").read_text(encoding="utf-8")


def test_a_bad_night_keeps_the_time_of_the_last_good_one(tmp_path: Path) -> None:
    night(tmp_path)
    (tmp_path / "outbox/one/latest").unlink()
    (tmp_path / "outbox/one/latest").mkdir()
    assert not night(tmp_path, days=1).well
    found = figures(tmp_path)
    assert (found["last_run_success"], found["posting_success.one"]) == (0, 0)
    assert found["last_success_timestamp_seconds"] == MORNING.timestamp()
    assert found["last_run_timestamp_seconds"] == MORNING.timestamp() + 86_400


def test_a_file_that_cannot_be_written_is_told_and_costs_no_report(tmp_path: Path) -> None:
    (tmp_path / "collected").write_text("")
    result = night(tmp_path)
    assert result.done[0].error == ""
    assert result.troubles[0].startswith("The metrics could not be written to ")
