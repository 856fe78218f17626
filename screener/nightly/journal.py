"""What the job tells while it works: events as JSON lines. They hold names of files and counts, never what a document says."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from screener.errors import UsageError
from screener.records.log import moment
from screener.report.cells import printable
from screener.report.jsonl import json_line

Level = Literal["info", "warning", "error"]


class Journal:
    """Writes one line an event, each at once and by a single write, so that lines never mix."""

    def __init__(self, write: Callable[[bytes], object], now: Callable[[], datetime]) -> None:
        self._write = write
        self._now = now
        self.failure = ""
        """Why a line could not be written; the job goes on without it."""

    def tell(self, event: str, level: Level = "info", **details: Any) -> None:
        """details: printable text is all that is left of text."""
        shown = {name: printable(value) if isinstance(value, str) else value for name, value in details.items()}
        try:
            self._write(json_line({"at": moment(self._now()), "level": level, "event": event, **shown}) + b"\n")
        except OSError as error:
            self.failure = error.strerror or type(error).__name__


@contextmanager
def opened_journal(path: Path | None, now: Callable[[], datetime]) -> Iterator[Journal]:
    """A journal into a file that is only added to and that its owner alone can read; without one, into the standard error stream."""
    if path is None:
        yield Journal(lambda line: os.write(sys.stderr.fileno(), line), now)
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise UsageError(f"The log {path} cannot be written to: {error.strerror}.") from error
    try:
        yield Journal(lambda line: os.write(descriptor, line), now)
    finally:
        os.close(descriptor)
