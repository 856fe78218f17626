"""What is different about a night since the night before: for the summary, and as rows of changes.csv."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from screener.comparing import CAUSES, PersonChange, compare_runs, read_run
from screener.report.changes import ChangeRow


@dataclass(frozen=True, slots=True)
class Changes:
    """before: name of the night that this one was compared with, empty for the first. runs: what differs about the runs themselves.

    rows: by kind of change, then outcome, then file; same: how many files are as they were.
    """

    before: str = ""
    runs: tuple[tuple[str, str, str], ...] = ()
    rows: tuple[ChangeRow, ...] = ()
    same: int = 0

    def of(self, *kinds: str) -> tuple[ChangeRow, ...]:
        return tuple(row for row in self.rows if row.change in kinds)


def changes_since(before: Path | None, after: Path, waiting: Set[str]) -> Changes:
    """Compare two nights. waiting: names in the inbox of files that are left aside tonight: they have not left.

    Raises UsageError for a night that cannot be understood.
    """
    now = read_run(after)
    if before is None:
        return Changes(rows=tuple(_new(line["file"], line["outcome"], line["sha256"]) for line in now.lines))
    found = compare_runs(read_run(before), now)
    left = [change for change in found.left if not _waits(change.file, waiting)]
    rows = (
        *(_new(change.file, change.after, change.sha256) for change in found.entered),
        *_rows("changed", found.changed),
        *_rows("other", found.shifted),
        *_rows("left", left),
    )
    runs = tuple((run.what, run.before, run.after) for run in found.runs if run.what != "as of")
    return Changes(before.name, runs, rows, found.unchanged)


def _new(file: str, outcome: str, sha256: str) -> ChangeRow:
    return ChangeRow("new", file, "", "", outcome, "", sha256)


def _rows(kind: str, changes: tuple[PersonChange, ...] | list[PersonChange]) -> Iterator[ChangeRow]:
    for each in changes:
        because = " and ".join(CAUSES[cause] for cause in each.causes)
        yield ChangeRow(kind, each.file, each.was, each.before, each.after, because, each.sha256)


def _waits(file: str, waiting: Set[str]) -> bool:
    """Whether the file waits, or the mail or archive that it lies in."""
    return any(file == name or file.startswith(f"{name}/") for name in waiting)
