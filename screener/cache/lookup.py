"""Looking things up in a cache, without ever writing: what child processes do."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

from screener.cache.kept import Known, Mark, Packed, check_of, unpack

BUSY_SECONDS = 30.0
"""How long to wait for another process that writes."""

_FIND_FILE = "SELECT sha256 FROM file WHERE path = ? AND size = ? AND changed = ? AND moved = ? AND inode = ?"
_FIND_READING = "SELECT content, likeness, checksum FROM reading WHERE key = ?"


def key_of(version: str, sha256: str) -> bytes:
    """What a reading is found by. version: of all that it depends on besides the file's bytes."""
    return hashlib.sha256(f"{version}\0{sha256}".encode()).digest()


class Lookup:
    """A view of the cache in `file`, opened at the first question: a connection must not outlive a fork."""

    def __init__(self, file: Path, version: str, *, trust_marks: bool = True) -> None:
        self._file = file
        self._version = version
        self._trust_marks = trust_marks
        self._connection: sqlite3.Connection | None = None
        self.damaged = False
        """Whether the cache could not be read; it then answers that nothing is known."""

    def sha256_of(self, path: bytes, mark: Mark) -> str:
        """The hash of the file at `path` when it was seen with this very mark; else empty, as always when marks are not trusted."""
        row = self._row(_FIND_FILE, path, *mark_values(mark)) if self._trust_marks else None
        return bytes(row[0]).hex() if row else ""

    def packed_of(self, sha256: str) -> Packed | None:
        """What a file of these bytes said, as it was packed, if it was read before."""
        row = self._row(_FIND_READING, key_of(self._version, sha256))
        if row is None:
            return None
        content, likeness, checksum = row
        if check_of(content, likeness) != checksum:
            self.damaged = True
            return None
        return Packed(content, likeness)

    def reading_of(self, sha256: str) -> Known | None:
        """What a file of these bytes said, if it was read before."""
        if (packed := self.packed_of(sha256)) is None:
            return None
        reading = unpack(packed.content)
        self.damaged = self.damaged or reading is None
        return reading

    def close(self) -> None:
        """Let go of the file until the next question."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _row(self, question: str, *values: bytes | int) -> tuple[Any, ...] | None:
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
            row: tuple[Any, ...] | None = self._connection.execute(question, values).fetchone()
        except sqlite3.OperationalError:  # busy for too long, or gone: not damage
            return None
        except sqlite3.DatabaseError:
            self.damaged = True
            return None
        return row


def mark_values(mark: Mark) -> tuple[int, int, int, int]:
    """The mark as columns hold it; what is beyond SQLite's integers wraps around."""
    return mark.size, mark.changed, mark.moved, mark.inode - (1 << 64) if mark.inode >= 1 << 63 else mark.inode
