"""Runs past the last day on which they may be kept: deleted, with a tombstone that holds no personal data."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from screener.errors import UsageError
from screener.records.log import moment, read_log
from screener.records.runs import keep_until, record_of, runs_under
from screener.report.blind import key_path
from screener.report.folder import RECORD_NAME, open_private, publish, unfinished_folder
from screener.report.jsonl import json_document

TOMBSTONE_NAME = "tombstone.json"
Forget = Callable[[frozenset[str]], None]
"""Drops what a cache holds of files, by their SHA-256."""


@dataclass(frozen=True, slots=True)
class Purge:
    """purged: folders of runs that were past their day; kept: how many are not; undated: how many have no such day."""

    purged: tuple[Path, ...]
    kept: int
    undated: int


def purge_runs(roots: Sequence[Path], at: datetime, *, today: date, forget: Forget, only_tell: bool = False) -> Purge:
    """Delete every run among `roots` and below that might be kept until before `today`.

    forget: called with the hashes of their files. only_tell: nothing is deleted.
    """
    days = {folder: _last_day(folder) for folder in runs_under(roots)}
    past = [folder for folder, day in days.items() if day and day < today]
    if not only_tell:
        hashes = {each["sha256"] for folder in past for each in record_of(folder).get("inputs", ())}
        forget(frozenset(hashes - {""}))
        # Inner folders first: a run of many roles holds one for each.
        for folder in sorted(past, key=lambda folder: len(folder.parts), reverse=True):
            _bury(folder, days[folder], at)
    undated = sum(day is None for day in days.values())
    return Purge(tuple(past), len(days) - len(past) - undated, undated)


def _last_day(folder: Path) -> date | None:
    """As `keep_until`; of a run that was deleted halfway, whose log may be gone, the day that its tombstone tells."""
    if not (folder / TOMBSTONE_NAME).exists():
        return keep_until(folder)
    try:
        return date.fromisoformat(json.loads((folder / TOMBSTONE_NAME).read_bytes())["keep_until"])
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{folder / TOMBSTONE_NAME} cannot be understood: it was changed or cut off.") from None


def _bury(folder: Path, day: date | None, at: datetime) -> None:
    """Set the tombstone, and delete all but runs inside the folder that are kept longer; run.json goes last, so that a run that was
    deleted halfway is still one and the next purge goes on."""
    if not (folder / TOMBSTONE_NAME).exists():
        tombstone = _tombstone(record_of(folder), folder, day, at)
        with unfinished_folder(folder) as new:
            with open_private(new / TOMBSTONE_NAME) as file:
                file.write(json_document(tombstone))
            publish(new, folder, replaceable=frozenset())
    _remove(path for path in folder.iterdir() if path.name not in (TOMBSTONE_NAME, RECORD_NAME))
    key_path(folder).unlink(missing_ok=True)
    (folder / RECORD_NAME).unlink()


def _remove(paths: Iterable[Path]) -> None:
    for path in sorted(paths):
        if path.is_symlink() or not path.is_dir():
            path.unlink()
        elif not (path / RECORD_NAME).exists() and not (path / TOMBSTONE_NAME).exists():
            shutil.rmtree(path)


def _tombstone(record: dict[str, Any], folder: Path, day: date | None, at: datetime) -> dict[str, Any]:
    """What may be told for ever: which role, how many people, when, and the hash of the last line of its log."""
    log = read_log(folder)
    return {
        "purged": moment(at),
        "keep_until": day.isoformat() if day else None,
        "program": record.get("program"),
        "role": record.get("role"),
        "as_of": record.get("as_of"),
        "counts": record.get("counts"),
        "log": {"events": len(log.events), "last": log.head},
    }
