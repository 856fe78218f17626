"""What a copy holds already: one line for each file with what it was there, so that only what changed is fetched again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screener.errors import UsageError

JOURNAL_NAME = "copied.jsonl"


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that was brought. tag, size: as it was there; here: what the copy's own size and time were then."""

    tag: str
    size: int
    here: tuple[int, int]


def read_journal(folder: Path, url: str) -> dict[str, Copied]:
    """What was brought from `url` by name; nothing when the copy is of another place. Lines cut off by a crash count for nothing."""
    try:
        lines = (folder / JOURNAL_NAME).read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(f"{folder / JOURNAL_NAME} cannot be read: {error.strerror}.") from error
    first = _line(lines[0]) if lines else None
    if first is None or first.get("url") != url:
        return {}
    return dict(filter(None, map(_copied, lines[1:])))


class Journal:
    """Adds lines; each is on the disk before the next file is fetched, as far as a crash of this program goes."""

    def __init__(self, folder: Path, url: str, known: Iterable[tuple[str, Copied]]) -> None:
        """Begin it anew with what is known."""
        new = folder / f".{JOURNAL_NAME}"
        with _opened(new, os.O_TRUNC) as file:
            file.write(_json({"url": url}))
            file.writelines(_json(_as_data(name, copied)) for name, copied in known)
        new.replace(folder / JOURNAL_NAME)
        self._file = _opened(folder / JOURNAL_NAME, os.O_APPEND)

    def add(self, name: str, copied: Copied) -> None:
        self._file.write(_json(_as_data(name, copied)))
        self._file.flush()

    def close(self) -> None:
        self._file.close()


def mark_of(path: Path) -> tuple[int, int] | None:
    """Size and time of a copy; None when it is not there."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _opened(path: Path, how: int) -> Any:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_NOFOLLOW | how, 0o600), "ab")


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data).encode() + b"\n"


def _as_data(name: str, copied: Copied) -> dict[str, Any]:
    return {"name": name, "tag": copied.tag, "size": copied.size, "here": list(copied.here)}


def _line(line: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(line)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


def _copied(line: bytes) -> tuple[str, Copied] | None:
    data = _line(line)
    try:
        if data is None:
            return None
        size, time = data["here"]
        return str(data["name"]), Copied(str(data["tag"]), int(data["size"]), (size, time))
    except (KeyError, TypeError, ValueError):
        return None
