"""record.jsonl: what was done with a run, one event a line, only ever added to; each line carries the hash of the one before.

Whoever changes, drops or adds a line between others breaks the chain. Lines cut off at the end show only against a hash that was kept
elsewhere: `screen verify` prints it. A line about a person who asked to be forgotten gives way to one that holds nothing but its hash.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from screener.errors import UsageError
from screener.report.folder import RECORD_NAME
from screener.report.jsonl import json_line

LOG_NAME = "record.jsonl"
NOTHING_BEFORE = "0" * 64
ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Event:
    """A line. data: its content; digest: SHA-256 of its bytes, for an erased one of those that were there; before: of the line before."""

    data: dict[str, Any]
    digest: str

    @property
    def name(self) -> str:
        return str(self.data["event"])

    @property
    def before(self) -> str:
        return str(self.data["before"])


@dataclass(frozen=True, slots=True)
class Log:
    """The events in order, and where the chain is broken, in sentences."""

    events: tuple[Event, ...]
    problems: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """The hash of the last line: it stands for the whole log."""
        return self.events[-1].digest if self.events else NOTHING_BEFORE

    def last(self, name: str) -> Event | None:
        return next((event for event in reversed(self.events) if event.name == name), None)


def read_log(folder: Path) -> Log:
    """The log of a run; without events when there is none."""
    try:
        lines = (folder / LOG_NAME).read_bytes().splitlines()
    except FileNotFoundError:
        return Log(())
    except OSError as error:
        raise UsageError(f"{folder / LOG_NAME} cannot be read: {error.strerror}.") from error
    events: list[Event] = []
    problems: list[str] = []
    before = NOTHING_BEFORE
    for number, line in enumerate(lines, 1):
        event = _event(line)
        if event is None:
            problems.append(f"{LOG_NAME}, line {number}: it is not a line of a log.")
            continue
        if event.before != before:
            problems.append(f"{LOG_NAME}, line {number}: it does not follow the line before it.")
        before = event.digest
        events.append(event)
    return Log(tuple(events), tuple(problems))


def add_event(folder: Path, event: str, at: datetime, **details: Any) -> Event:
    """Put a line behind the others and on the disk. Raises UsageError when the folder holds no run.

    at: with a time zone. It is left out of a first line about outputs: same input, same bytes; when it was written stands in run.log.
    """
    if not (folder / RECORD_NAME).is_file():
        raise UsageError(f"There is no run in {folder} (no {RECORD_NAME}).")
    with locked(folder):
        return _append(folder, event, at, details)


def add_events(folder: Path, event: str, at: datetime, several: Sequence[dict[str, Any]]) -> None:
    """As `add_event`, a line for each of `several`, one behind the other."""
    if not several:
        return
    with locked(folder):
        before = read_log(folder).head
        lines = []
        for details in several:
            lines.append(_line(event, at, details, before))
            before = hashlib.sha256(lines[-1]).hexdigest()
        _write(folder, b"".join(line + b"\n" for line in lines))


def erase_events(folder: Path, concerns: Callable[[Event], bool], event: str, at: datetime, **details: Any) -> int:
    """Empty the lines that `concerns` names, and say so in a new one that tells their hashes; returns how many there were."""
    with locked(folder):
        log = read_log(folder)
        if log.problems:
            raise UsageError(f"Nothing was erased from {folder / LOG_NAME}, for it was tampered with: see `screen verify {folder}`.")
        erased = [each.digest for each in log.events if each.name != ERASED and concerns(each)]
        lines = [json_line(_emptied(each) if each.digest in erased else each.data) for each in log.events]
        _replace(folder / LOG_NAME, b"".join(line + b"\n" for line in lines))
        _append(folder, event, at, {**details, ERASED: erased})
    return len(erased)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nobody else writes to the log meanwhile."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def moment(at: datetime) -> str:
    """A point in time as the log writes it: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def not_answered_for(events: Sequence[Event]) -> tuple[str, ...]:
    """Erased lines that no later line says were erased: whoever emptied them did not use this program."""
    told = {digest for event in events for digest in event.data.get(ERASED, ()) if event.name != ERASED}
    return tuple(event.digest for event in events if event.name == ERASED and event.digest not in told)


def _event(line: bytes) -> Event | None:
    try:
        data = json.loads(line)
        event = Event(data, str(data["was"]) if data["event"] == ERASED else hashlib.sha256(line).hexdigest())
        if not isinstance(data["before"], str):
            return None
    except (ValueError, KeyError, TypeError):
        return None
    return event


def _append(folder: Path, event: str, at: datetime, details: dict[str, Any]) -> Event:
    before = read_log(folder).head
    sealed_first = before == NOTHING_BEFORE and "outputs" in details
    line = _line(event, None if sealed_first else at, details, before)
    _write(folder, line + b"\n")
    return Event(json.loads(line), hashlib.sha256(line).hexdigest())


def _line(event: str, at: datetime | None, details: dict[str, Any], before: str) -> bytes:
    when = {"at": moment(at)} if at else {}
    return json_line({"event": event, **when, **details, "before": before})


def _write(folder: Path, lines: bytes) -> None:
    descriptor = os.open(folder / LOG_NAME, os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def _emptied(event: Event) -> dict[str, str]:
    return {"event": ERASED, "was": event.digest, "before": event.before}


def _replace(path: Path, content: bytes) -> None:
    """Write the file whole or not at all."""
    new = path.with_name(f".{path.name}")
    descriptor = os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
