"""What a delivery holds: every file with its size and SHA-256."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

MANIFEST_NAME = ".delivered.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file. size: bytes; sha256: of them, hexadecimal."""

    size: int
    sha256: str


class Manifest(dict[str, Entry]):
    """Files by name: relative, forward slashes."""

    def as_bytes(self) -> bytes:
        """The same for the same files."""
        return json.dumps({"files": {name: asdict(self[name]) for name in sorted(self)}}, indent=1).encode() + b"\n"


def manifest_of(folder: Path) -> Manifest:
    """Of every file in a folder and below; hidden ones and links are none of it."""
    return Manifest({path.relative_to(folder).as_posix(): _entry(path) for path in sorted(_files(folder))})


def understood(content: bytes) -> Manifest:
    """The manifest that was written; an empty one when it cannot be understood."""
    try:
        files = json.loads(content)["files"]
        return Manifest({str(name): Entry(int(each["size"]), str(each["sha256"])) for name, each in files.items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Manifest()


def _entry(path: Path) -> Entry:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Entry(file.tell(), digest)


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.is_file():
            yield path
