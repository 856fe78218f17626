"""One run at a time: a lock that the system itself gives back when its holder ends, however it ends.

The file stays where it is, empty while nobody holds it: were it deleted, two runs could hold two files of one name. Written in it is
who holds it, for people to see. A POSIX record lock rather than flock: children that outlive their parent do not hold it.
"""

from __future__ import annotations

import fcntl
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from screener.errors import ScreenerError, UsageError
from screener.records.log import moment
from screener.report.jsonl import json_line

LOCK_NAME = "lock"
_MOST_BYTES = 4096


class BusyError(ScreenerError):
    """Another run holds the lock."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds a lock, or held it. since: when it was taken, as text."""

    process: int
    machine: str
    since: str

    def __str__(self) -> str:
        return f"process {self.process} on {self.machine}, since {self.since}"


@contextmanager
def held_lock(folder: Path, at: datetime) -> Iterator[Owner | None]:
    """Inside, this process alone holds the lock of `folder`; gives the owner that died without giving it back, if there was one.

    Raises BusyError when another process holds it, UsageError when the folder cannot be used.
    """
    path = folder / LOCK_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise UsageError(f"The lock {path} cannot be made: {error.strerror}. Name another state folder.") from error
    try:
        _take(descriptor)
        dead = _owner(descriptor)
        _write(descriptor, json_line({"process": os.getpid(), "machine": platform.node(), "since": moment(at)}) + b"\n")
        try:
            yield dead
        finally:
            _write(descriptor, b"")
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        owner = _owner(descriptor)
        raise BusyError(f"Another run is at work ({owner or 'it has not said which yet'}): this one has nothing to do.") from None


def _owner(descriptor: int) -> Owner | None:
    try:
        data = json.loads(os.pread(descriptor, _MOST_BYTES, 0))
        return Owner(int(data["process"]), str(data["machine"]), str(data["since"]))
    except (ValueError, KeyError, TypeError):
        return None


def _write(descriptor: int, content: bytes) -> None:
    with suppress(OSError):  # it is for people: the lock holds without it, also on a disk that is full
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, content, 0)
        os.fsync(descriptor)
