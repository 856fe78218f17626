"""Folders of runs: finding them, what lies in them, and the event that seals a run when it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from screener.errors import UsageError
from screener.records.log import LOG_NAME, Event, Log, add_event, file_digest, read_log
from screener.report.folder import RECORD_NAME
from screener.report.writing import LOG_NAME as RUN_LOG_NAME

WRITTEN, FORGOTTEN = "written", "forgotten"
_LOGS = frozenset({LOG_NAME, RUN_LOG_NAME})


def seal(folder: Path, at: datetime, *, keep_until: date | None, reason: str = WRITTEN, **details: Any) -> Event:
    """Put into the log the hash of every file of the run as it is now, and the last day on which the run may be kept."""
    kept = {"keep_until": keep_until.isoformat() if keep_until else None}
    return add_event(folder, reason, at, **kept, **details, outputs=outputs_of(folder))


def seal_all(folder: Path, at: datetime, *, keep_until: date | None) -> None:
    """Seal a run, and those of its roles when it has several."""
    for run in sorted(runs_under([folder])):
        seal(run, at, keep_until=keep_until)


def outputs_of(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of the run by its name in the folder; logs, hidden files and runs inside it are none.

    run.log is left out since it differs from run to run: it holds times and folders, and nothing that was judged.
    """
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in sorted(_files(folder)) if path.name not in _LOGS}


def runs_under(roots: Sequence[Path]) -> Iterator[Path]:
    """Every folder with a run among `roots` and below, each once. Raises UsageError for a root that does not exist."""
    seen = set()
    for root in roots:
        if not root.is_dir():
            raise UsageError(f"There is no folder {root}.")
        for record in sorted(root.rglob(RECORD_NAME)):
            folder = record.parent
            if folder.resolve() not in seen and not record.is_symlink():
                seen.add(folder.resolve())
                yield folder


def record_of(folder: Path) -> dict[str, Any]:
    """run.json. Raises UsageError when it is not there or cannot be understood."""
    try:
        record = json.loads((folder / RECORD_NAME).read_bytes())
        if not isinstance(record, dict):
            raise ValueError("no record")
    except FileNotFoundError as error:
        raise UsageError(f"There is no run in {folder} (no {RECORD_NAME}).") from error
    except OSError as error:
        raise UsageError(f"{folder} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise UsageError(f"{folder / RECORD_NAME} cannot be understood: it was changed or cut off.") from error
    return record


def last_seal(log: Log) -> Event | None:
    """The last event that told the hashes of the outputs."""
    return next((event for event in reversed(log.events) if "outputs" in event.data), None)


def keep_until(folder: Path) -> date | None:
    """The last day on which a run may be kept, None when none was set."""
    sealed = last_seal(read_log(folder))
    day = sealed.data.get("keep_until") if sealed else None
    try:
        return date.fromisoformat(day) if day else None
    except (ValueError, TypeError):
        raise UsageError(f"{folder / LOG_NAME} cannot be understood: it was changed or cut off.") from None


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir() and not (path / RECORD_NAME).exists():
            yield from _files(path)
        elif path.is_file():
            yield path
