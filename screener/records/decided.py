"""Decisions of people, from the sheet into the log: each person's newest one, and only what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from screener.errors import DataFileError
from screener.records.log import add_events, read_log
from screener.records.runs import record_of

if TYPE_CHECKING:
    from screener.report.decisions import SheetRow

DECIDED = "decided"
_TOLD = ("decision", "why", "reviewer", "note")
_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Decided:
    """new: decisions put into the log; same: those that stood there already."""

    new: int
    same: int


def record_decisions(folder: Path, sheet: Path, at: datetime) -> Decided:
    """Put what the sheet decides into the log of the run. Raises DataFileError, and puts nothing there, when something is amiss."""
    from screener.report.decisions import read_decisions  # here: only who reads a workbook needs what reads workbooks

    rows = read_decisions(sheet)
    people = {each["sha256"] for each in record_of(folder).get("inputs", ())}
    if problems := _problems(rows, people):
        raise DataFileError(str(sheet), tuple(problems[:_MOST_PROBLEMS]))
    before = {event.data["person"]: event.data for event in read_log(folder).events if event.name == DECIDED}
    told = {row.sha256: {"person": row.sha256, **{name: getattr(row, name) for name in _TOLD}} for row in rows}
    new = [each for person, each in told.items() if any(before.get(person, {}).get(name) != each[name] for name in _TOLD)]
    add_events(folder, DECIDED, at, new)
    return Decided(len(new), len(told) - len(new))


def _problems(rows: Sequence[SheetRow], people: set[str]) -> list[str]:
    """What is amiss, row by row; words of cells are not repeated."""
    from screener.report.decisions import DECISIONS

    problems = []
    decided: dict[str, str] = {}
    for row in rows:
        if row.sha256 not in people:
            problems.append(f"row {row.number}: its sha256 is of nobody in this run")
        if row.decision not in DECISIONS:
            problems.append(f"row {row.number}: the decision is none of {', '.join(DECISIONS)}")
        if not row.reviewer:
            problems.append(f"row {row.number}: nobody stands behind the decision: fill in the reviewer")
        if decided.setdefault(row.sha256, row.decision) != row.decision:
            problems.append(f"row {row.number}: another row decides otherwise for the same file")
    return problems
