"""Decisions from the sheet into the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.errors import DataFileError
from screener.records import Decided, forget_person, read_log, record_decisions, verify_run
from tests.records.builders import ADA, NOW, written
from tests.report.test_decisions import filled

RITA = (("E2", "invite"), ("G2", "Rita"))


def sheet(tmp_path: Path, *cells: tuple[str, str]) -> Path:
    copy = tmp_path / "filled.xlsx"
    copy.write_bytes((tmp_path / "run/candidates.xlsx").read_bytes())
    return filled(copy, *cells)


def test_only_new_and_changed_decisions_are_logged(tmp_path: Path) -> None:
    run = written(tmp_path / "run")
    assert record_decisions(run, sheet(tmp_path, *RITA, ("E3", "hold"), ("G3", "Rita")), NOW) == Decided(2, 0)
    assert record_decisions(run, sheet(tmp_path, *RITA, ("E3", "reject"), ("G3", "Rita")), NOW) == Decided(1, 1)
    events = [event.data for event in read_log(run).events if event.name == "decided"]
    assert [(event["person"][:2], event["decision"], event["reviewer"]) for event in events] == [
        ("ab", "invite", "Rita"), ("be", "hold", "Rita"), ("be", "reject", "Rita"),
    ]  # fmt: skip
    assert verify_run(run).problems == ()


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ((("E2", "maybe"), ("G2", "Rita")), "row 2: the decision is none of invite, hold, reject"),
        ((("E2", "invite"),), "row 2: nobody stands behind the decision"),
        ((*RITA, ("I2", "00")), "row 2: its sha256 is of nobody"),
        ((*RITA, ("E3", "reject"), ("G3", "Rita"), ("I3", ADA)), "row 3: another row decides otherwise"),
    ],
)
def test_a_sheet_with_mistakes_is_refused_whole(tmp_path: Path, cells: tuple[tuple[str, str], ...], problem: str) -> None:
    run = written(tmp_path / "run")
    with pytest.raises(DataFileError, match=problem):
        record_decisions(run, sheet(tmp_path, *cells), NOW)
    assert len(read_log(run).events) == 1


def test_a_decision_about_somebody_forgotten_goes_with_them(tmp_path: Path) -> None:
    run = written(tmp_path / "run")
    record_decisions(run, sheet(tmp_path, *RITA), NOW)
    forget_person([run], ADA, NOW, forget=lambda _: None)
    assert "Rita" not in (run / "record.jsonl").read_text()
    assert verify_run(run).problems == ()
