"""Which files of a folder are still being written to: they wait for the next run, for half a résumé is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from screener.batch import find_inputs

Sizes = Mapping[Path, tuple[int, int]]
"""Of each file that would be screened: its size, and when it was changed, in nanoseconds."""


def look(folder: Path) -> Sizes:
    """Raises UsageError when there is no such folder."""
    seen = {}
    for file in find_inputs([folder]).files:
        try:
            status = file.path.stat()
        except OSError:  # gone meanwhile
            continue
        seen[file.path] = (status.st_size, status.st_mtime_ns)
    return seen


def unsettled(before: Sizes, after: Sizes, now: datetime, age: float) -> frozenset[Path]:
    """Files that came or changed between two looks, and those that were changed less than `age` seconds ago."""
    return frozenset(path for path, seen in after.items() if before.get(path) != seen or _is_young(seen[1], now, age))


def _is_young(changed: int, now: datetime, age: float) -> bool:
    """A time that lies ahead is a clock that goes wrong, and no reason to wait for ever: two equal looks must do there."""
    return 0 <= now.timestamp() - changed / 1_000_000_000 < age
