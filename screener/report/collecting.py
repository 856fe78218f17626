"""Shares of many files, put on disk as they come and read back in the order of the outputs: memory does not grow with their number."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from screener.decision import Outcome
from screener.report.folder import open_private
from screener.report.shares import Entry, Share, unpacked

_TABLE_NAME = ".shares.sqlite"
_TEXTS_NAME = ".shares"
_SCHEMA = """
CREATE TABLE share (
    outcome INTEGER, score INTEGER, file BLOB, sha256 TEXT, entry BLOB, line_at INTEGER, line_size INTEGER, details_at INTEGER,
    details_size INTEGER
)
"""
_ORDER = "outcome, score, file"
_BATCH = 100


@dataclass(frozen=True, slots=True)
class Filed:
    """A file of the report, with its entry."""

    file: str
    sha256: str
    entry: Entry


class Collected:
    """All shares. Texts that may be long lie one behind the other in a file; the database knows where, and all that is small."""

    def __init__(self, table: sqlite3.Connection, texts: BinaryIO) -> None:
        self._table = table
        self._texts = texts
        self.counts: dict[Outcome, int] = {}
        """Files by outcome."""
        self.files = self.findings = self.required = 0
        """How many files, rows of findings, and rows of required points there are."""

    def add(self, shares: Iterable[Share]) -> None:
        """Take in shares, in any order."""
        counts: Counter[Outcome] = Counter()
        waiting: list[tuple[object, ...]] = []
        for share in shares:
            counts[share.outcome] += 1
            self.findings += share.findings
            self.required += share.required
            outcome, score, file = share.key
            # Bytes of UTF-8 sort as their characters do.
            name = file.encode("utf-8", "surrogatepass")
            waiting.append((outcome, score, name, share.sha256, share.entry, *self._put(share.line), *self._put(share.details)))
            if len(waiting) >= _BATCH:
                self._write(waiting)
        self._write(waiting)
        self._table.execute(f"CREATE INDEX place ON share ({_ORDER})")
        self.counts, self.files = dict(counts), counts.total()

    def __iter__(self) -> Iterator[Filed]:
        """Every file, in the order of the outputs."""
        for file, sha256, entry in self._table.execute(f"SELECT file, sha256, entry FROM share ORDER BY {_ORDER}"):
            yield Filed(_name(file), sha256, unpacked(entry))

    def lines(self) -> Iterator[bytes]:
        """The lines of results.jsonl, in that order."""
        return self._read("line")

    def details(self) -> Iterator[bytes]:
        """The details for the page, in that order."""
        return self._read("details")

    def inputs(self) -> Iterator[tuple[str, str]]:
        """(file, sha256) of every file, by name."""
        return ((_name(file), sha256) for file, sha256 in self._table.execute("SELECT file, sha256 FROM share ORDER BY file, sha256"))

    def _put(self, text: bytes) -> tuple[int, int]:
        return self._texts.tell(), self._texts.write(text)

    def _write(self, waiting: list[tuple[object, ...]]) -> None:
        self._table.executemany("INSERT INTO share VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", waiting)
        waiting.clear()

    def _read(self, text: str) -> Iterator[bytes]:
        for start, size in self._table.execute(f"SELECT {text}_at, {text}_size FROM share ORDER BY {_ORDER}"):
            self._texts.seek(start)
            yield self._texts.read(size)


@contextmanager
def collecting(folder: Path) -> Iterator[Collected]:
    """Room on disk, inside `folder`, for the shares of a report; gone afterwards."""
    table_file, texts_file = folder / _TABLE_NAME, folder / _TEXTS_NAME
    open_private(table_file).close()
    table = sqlite3.connect(table_file, isolation_level=None)
    try:
        # Nothing in here outlives this run, so nothing needs to survive a crash.
        table.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; {_SCHEMA}")
        with open_private(texts_file) as texts:
            table.execute("BEGIN")
            yield Collected(table, texts)
    finally:
        table.close()
        for file in (table_file, texts_file):
            file.unlink(missing_ok=True)


def _name(file: bytes) -> str:
    return file.decode("utf-8", "surrogatepass")
