"""What a cache holds of certain files, taken out of it for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from pathlib import Path

from screener.cache.lookup import BUSY_SECONDS, key_of
from screener.cache.store import FILE_NAME
from screener.errors import UsageError


def forget_files(folder: Path, hashes: Collection[str]) -> None:
    """Delete the readings of files by their SHA-256, under whatever version they were read, and where they lay; the bytes on disk too.

    A folder without a cache holds nothing. Raises UsageError when the cache cannot be written to: then nothing was deleted.
    """
    file = folder / FILE_NAME
    if not file.is_file() or not hashes:
        return
    try:
        connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _delete(connection, hashes)
        finally:
            connection.close()
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", type(error).__name__)
        raise UsageError(f"The cache {file} cannot be written to ({name}): delete it, or try again.") from error


def _delete(connection: sqlite3.Connection, hashes: Collection[str]) -> None:
    connection.execute("PRAGMA secure_delete = ON")
    versions = [name for (name,) in connection.execute("SELECT name FROM version")]
    keys = [(key_of(version, sha256),) for version in versions for sha256 in hashes]
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("DELETE FROM reading WHERE key = ?", keys)
    connection.executemany("DELETE FROM use WHERE key = ?", keys)
    connection.executemany("DELETE FROM file WHERE sha256 = ?", [(bytes.fromhex(sha256),) for sha256 in hashes])
    connection.execute("COMMIT")
    # What was deleted may still stand in the write-ahead log.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
