"""The cache's file: made, filled, kept within its limit, and made anew when it is damaged."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from screener.cache.kept import Learned, check_of
from screener.cache.lookup import BUSY_SECONDS, Lookup, key_of, mark_values
from screener.errors import UsageError

DEFAULT_LIMIT = 2_000_000_000
"""Bytes that a cache may take: about 250,000 résumés."""

FILE_NAME = "readings.sqlite"
_LOCK_NAME = "readings.lock"
_FORMAT = 3
_BATCH = 200
"""Files learned before they are written: a kill loses so many at most."""
_EVICTED_AT_ONCE = 500

_SCHEMA = """
CREATE TABLE reading (key BLOB PRIMARY KEY, content BLOB NOT NULL, likeness BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE use (key BLOB PRIMARY KEY, run INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, moved INTEGER, inode INTEGER, sha256 BLOB NOT NULL, run INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE version (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE runs (last INTEGER NOT NULL);
INSERT INTO runs VALUES (0);
"""
# Times of use stand apart from readings: changing a column of a long row writes the whole row again.
_PUT_READING = "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?)"
_PUT_USE = "INSERT OR REPLACE INTO use VALUES (?, ?)"
_PUT_FILE = "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)"
_OLDEST = "SELECT key, run FROM use ORDER BY run, key LIMIT ?"

Warn = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class CacheSettings:
    """Where a cache lies and how it is used. limit: bytes on disk.

    trust_marks: whether a file whose size and times are unchanged keeps its hash without being opened.
    needed: whether a folder that cannot be used is an error; else the run only does without.
    """

    folder: Path
    limit: int = DEFAULT_LIMIT
    trust_marks: bool = True
    needed: bool = True


class Cache:
    """An open cache, for the one process that writes to it in a run; children use `lookup`. Other runs may use the same file.

    version: of all that a reading depends on besides the file's bytes. warn: told in a sentence when the cache is of no use.
    """

    def __init__(self, settings: CacheSettings, version: str, warn: Warn) -> None:
        self._file = file = settings.folder / FILE_NAME
        self._version = version
        self._limit = settings.limit
        self._trust_marks = settings.trust_marks
        self._warn = warn
        self._waiting: list[Learned] = []
        self._damaged = False
        self._connection = _connect(file)
        # Keys tell neither version nor file: whoever must find the readings of a file needs to know all versions that there were.
        self._connection.execute("INSERT OR IGNORE INTO version VALUES (?)", (version,))
        [self._run] = self._connection.execute("UPDATE runs SET last = last + 1 RETURNING last").fetchone()
        self._connection.commit()

    def lookup(self) -> Lookup:
        """A view for a child process."""
        return Lookup(self._file, self._version, trust_marks=self._trust_marks)

    def learn(self, learned: Learned) -> None:
        """Keep what a file taught; written when enough has come together."""
        self._damaged = self._damaged or learned.damaged
        self._waiting.append(learned)
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what was learned so far."""
        waiting, self._waiting = [each for each in self._waiting if each.sha256], []
        if self._damaged or not waiting:
            return
        keys = [key_of(self._version, each.sha256) for each in waiting]
        used = [(key, self._run) for key, each in zip(keys, waiting, strict=True) if each.known or each.content is not None]
        new = [
            (key, each.content, each.likeness, check_of(each.content, each.likeness))
            for key, each in zip(keys, waiting, strict=True)
            if each.content is not None
        ]
        files = [(each.path, *mark_values(each.mark), bytes.fromhex(each.sha256), self._run) for each in waiting if each.mark is not None]
        try:
            with self._connection:
                self._connection.executemany(_PUT_READING, new)
                self._connection.executemany(_PUT_USE, used)
                self._connection.executemany(_PUT_FILE, files)
            if new:
                self._keep_within(self._limit)
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Write the rest and let go of the file; one that turned out damaged is removed."""
        self.flush()
        self._connection.close()
        if self._damaged:
            self._warn(f"The cache {self._file} is damaged and is made anew; the next run fills it.")
            with _locked(self._file.parent):
                _remove(self._file)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _keep_within(self, limit: int) -> None:
        """Forget what has been of no use for longest until the rest takes less than `limit` bytes."""
        while self._size() > limit:
            oldest = self._connection.execute(_OLDEST, (_EVICTED_AT_ONCE,)).fetchall()
            if not oldest:
                return
            keys = [(key,) for key, _ in oldest]
            with self._connection:
                self._connection.executemany("DELETE FROM reading WHERE key = ?", keys)
                self._connection.executemany("DELETE FROM use WHERE key = ?", keys)
                self._connection.execute("DELETE FROM file WHERE run < ?", (oldest[-1][1],))
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    def _size(self) -> int:
        [pages], [free], [size] = (
            self._connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _give_up(self, error: sqlite3.Error) -> None:
        """Damage ends the cache's part in this run; a full disk or a busy file only costs what was to be written."""
        if isinstance(error, sqlite3.OperationalError):
            self._warn(f"The cache {self._file} could not be used for some files ({error.sqlite_errorname}).")
        else:
            self._damaged = True


def open_cache(settings: CacheSettings, version: str, warn: Warn) -> Cache:
    """The cache, made when it is not there, and made anew, with a warning, when it is damaged.

    Raises UsageError when its folder is not this user's own, or cannot be used.
    """
    folder = settings.folder
    try:
        _prepare(folder)
        with _locked(folder):
            try:
                return Cache(settings, version, warn)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                warn(f"The cache {folder / FILE_NAME} is damaged and is made anew.")
                _remove(folder / FILE_NAME)
                return Cache(settings, version, warn)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or getattr(error, "sqlite_errorname", None) or type(error).__name__
        raise UsageError(f"The cache {folder} cannot be used ({reason}); name another folder with --cache, or use --no-cache.") from error


def _prepare(folder: Path) -> None:
    """A folder that nobody but this user can enter. Raises UsageError for one that belongs to somebody else, or holds other things."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    names = {entry.name for entry in folder.iterdir()}
    if names and not names & {FILE_NAME, _LOCK_NAME}:
        raise UsageError(f"{folder} is not empty and holds no cache; name another folder with --cache.")
    status = folder.stat()
    if status.st_uid != os.geteuid():
        raise UsageError(f"The cache {folder} belongs to another user; name another folder with --cache, or use --no-cache.")
    if stat.S_IMODE(status.st_mode) & 0o077:
        folder.chmod(0o700)


def _connect(file: Path) -> sqlite3.Connection:
    """The file, opened, with its tables. Raises sqlite3.DatabaseError when it is not what it should be."""
    os.close(os.open(file, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600))
    file.chmod(0o600)
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS)
    try:
        [made] = connection.execute("PRAGMA user_version").fetchone()
        if made == 0:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if made == 0:
            connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_FORMAT}; COMMIT;")
        elif made != _FORMAT:
            raise sqlite3.DatabaseError("another format")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _remove(file: Path) -> None:
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        file.with_name(name).unlink(missing_ok=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """While one process makes the cache, or makes it anew, no other does."""
    descriptor = os.open(folder / _LOCK_NAME, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
