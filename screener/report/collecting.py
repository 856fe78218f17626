"""Shares of many files, put on disk as they come and read back in the order of the outputs: memory does not grow with their number."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from screener.decision import OUTCOMES, Outcome
from screener.report.folder import open_private
from screener.report.rows import Row
from screener.report.shares import Share, Shown, candidate_of, rows_of, shown_of

_TABLE_NAME = ".shares.sqlite"
_TEXTS_NAME = ".shares"
_SCHEMA = """
CREATE TABLE share (
    outcome INTEGER, score INTEGER, file BLOB, sha256 TEXT, line_at INTEGER, line_size INTEGER, details_at INTEGER, details_size INTEGER,
    candidate BLOB, shown BLOB, rows BLOB
)
"""
_ORDER = "outcome, score, file"
_BATCH = 100


class Collected:
    """All shares. Texts that may be long lie one behind the other in a file; the database knows where, and all that is small."""

    def __init__(self, folder: Path, table: sqlite3.Connection, texts: BinaryIO) -> None:
        self._folder = folder
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
            texts = (*self._put(share.line), *self._put(share.details))
            waiting.append((outcome, score, name, share.sha256, *texts, share.candidate, share.shown, share.rows))
            if len(waiting) >= _BATCH:
                self._write(waiting)
        self._write(waiting)
        self._table.execute(f"CREATE INDEX place ON share ({_ORDER})")
        self._table.execute("COMMIT")
        self._texts.flush()
        self.counts, self.files = dict(counts), counts.total()

    @contextmanager
    def opened_again(self) -> Iterator[Collected]:
        """The same for another process: neither a database nor a place in a file may be shared with this one."""
        with closing(sqlite3.connect(self._folder / _TABLE_NAME)) as table, (self._folder / _TEXTS_NAME).open("rb") as texts:
            again = Collected(self._folder, table, texts)
            again.counts, again.files, again.findings, again.required = self.counts, self.files, self.findings, self.required
            yield again

    def names(self) -> Iterator[tuple[str, str]]:
        """(file, sha256) of every file, in the order of the outputs."""
        return ((_name(file), sha256) for file, sha256 in self._ordered("file, sha256"))

    def candidates(self) -> Iterator[Row]:
        """The rows of the table of files, in that order."""
        return (candidate_of(row) for (row,) in self._ordered("candidate"))

    def rows(self) -> Iterator[tuple[Row, ...]]:
        """The rows of findings of every file, in that order."""
        return (rows_of(rows) for (rows,) in self._ordered("rows"))

    def shown(self) -> Iterator[Shown]:
        """What page and terminal show of every file, in that order."""
        return (shown_of(shown) for (shown,) in self._ordered("shown"))

    def first(self, most: int) -> Iterator[Shown]:
        """The same of the first files of each outcome, so many of each."""
        for outcome in range(len(OUTCOMES)):
            for (shown,) in self._table.execute(f"SELECT shown FROM share WHERE outcome = ? ORDER BY {_ORDER} LIMIT ?", (outcome, most)):
                yield shown_of(shown)

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
        self._table.executemany(f"INSERT INTO share VALUES ({', '.join('?' * 11)})", waiting)
        waiting.clear()

    def _ordered(self, columns: str) -> Iterator[tuple[Any, ...]]:
        return self._table.execute(f"SELECT {columns} FROM share ORDER BY {_ORDER}")

    def _read(self, text: str) -> Iterator[bytes]:
        for start, size in self._ordered(f"{text}_at, {text}_size"):
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
            yield Collected(folder, table, texts)
    finally:
        table.close()
        for file in (table_file, texts_file):
            file.unlink(missing_ok=True)


def _name(file: bytes) -> str:
    return file.decode("utf-8", "surrogatepass")
