"""The bytes of a file, once."""

from __future__ import annotations

from pathlib import Path

from screener.extract.unreadable import unreadable

MAX_BYTES = 50_000_000


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """All bytes of a regular file, in one reading. Raises UnreadableDocumentError when it cannot be opened or holds over `limit`."""
    try:
        if not path.is_file():  # opening a pipe would wait for ever
            raise unreadable("not-opened")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise unreadable("not-opened") from error
    if len(data) > limit:
        raise unreadable("too-large")
    return data
