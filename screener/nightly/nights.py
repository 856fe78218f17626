"""The folders of one outbox: a night is written in a working folder and moved into place when it is whole; `latest` leads to the newest.

A day's night is called by its day; a later one of the same day that differs gets `-2`, so that nothing that people have read, or put
decisions into, is replaced.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from screener.errors import UsageError
from screener.records import TOMBSTONE_NAME
from screener.report.folder import RECORD_NAME

LATEST = "latest"
_WORKING = ".working"
_NEW_LINK = ".latest"
_NIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?")


@dataclass(frozen=True, slots=True, order=True)
class Night:
    """A night's folder. number: of the day's; 1 for the first."""

    day: date
    number: int
    folder: Path


@dataclass(frozen=True, slots=True)
class Nights:
    """Those in `outbox`, which need not be there yet."""

    outbox: Path

    def all(self) -> tuple[Night, ...]:
        """The nights that hold a report, oldest first; one that is being deleted holds none."""
        return tuple(sorted(night for night in self._named() if _is_whole(night.folder)))

    def before(self, day: date) -> Night | None:
        """The last night of an earlier day."""
        return next((night for night in reversed(self.all()) if night.day < day), None)

    def begin(self) -> Path:
        """A new working folder."""
        try:
            self.outbox.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.outbox / _WORKING).mkdir(mode=0o700)
        except OSError as error:
            raise UsageError(f"The outbox {self.outbox} cannot be written to: {error.strerror}.") from error
        return self.outbox / _WORKING

    def clear(self) -> bool:
        """Remove what a run left that did not come to its end; whether there was anything."""
        left = [path for path in (self.outbox / _WORKING, self.outbox / _NEW_LINK) if path.exists() or path.is_symlink()]
        for path in left:
            if path.is_symlink():
                path.unlink()
            else:
                shutil.rmtree(path)
        return bool(left)

    def same(self, working: Path, day: date) -> Night | None:
        """A night of that day that was made from the same files, role and options as the working folder, and so says the same."""
        record = (working / RECORD_NAME).read_bytes()
        return next((night for night in self.all() if night.day == day and (night.folder / RECORD_NAME).read_bytes() == record), None)

    def publish(self, working: Path, day: date) -> Night:
        """Move the working folder to where it belongs, in one step, after all of it is on the disk."""
        for path in (working, *working.rglob("*")):
            _flush(path)
        taken = {night.number for night in self._named() if night.day == day}
        number = next(number for number in count(1) if number not in taken)
        folder = self.outbox / (day.isoformat() + (f"-{number}" if number > 1 else ""))
        working.rename(folder)
        _flush(self.outbox)
        return Night(day, number, folder)

    def point_latest(self) -> None:
        """Lead `latest` to the newest night, in one step; without any night it goes."""
        nights, link = self.all(), self.outbox / LATEST
        if link.exists() and not link.is_symlink():
            raise UsageError(f"{link} is not a link of this program: move it away.")
        if not nights:
            link.unlink(missing_ok=True)
        elif not link.is_symlink() or link.readlink().name != nights[-1].folder.name:
            new = self.outbox / _NEW_LINK
            new.unlink(missing_ok=True)
            new.symlink_to(nights[-1].folder.name)
            new.replace(link)
            _flush(self.outbox)

    def _named(self) -> Iterator[Night]:
        """Every folder with a night's name, also where only a tombstone is left."""
        for path in self.outbox.iterdir() if self.outbox.is_dir() else ():
            found = _NIGHT.fullmatch(path.name)
            if found and path.is_dir() and not path.is_symlink() and (day := night_day(found[1])):
                yield Night(day, int(found[2] or 1), path)


def _is_whole(folder: Path) -> bool:
    return (folder / RECORD_NAME).is_file() and not (folder / TOMBSTONE_NAME).exists()


def night_day(text: str) -> date | None:
    """The day that a name tells, None when it tells none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _flush(path: Path) -> None:
    """Wait until it is on the disk: a rename must not survive a loss of power that the content did not."""
    if path.is_symlink():
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
