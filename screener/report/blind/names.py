"""Pseudonyms, and the key that tells whom they stand for: a file beside the run's folder, never in it."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from screener.errors import UsageError
from screener.report.folder import open_private
from screener.report.jsonl import json_document
from screener.report.matrix import roles_in

KEY_SUFFIX = ".key.json"
_SHORTEST = 8
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """Whom a pseudonym stands for. candidate: the name as read, empty when none was found."""

    id: str
    file: str
    sha256: str
    candidate: str


def pseudonyms(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A pseudonym for each (file, sha256), by file: the same in every run for the same bytes.

    Files of equal bytes, and those that could not be opened, are told apart by numbers, in order of their names.
    """
    ordered = sorted(files)
    digests = {file: hashlib.sha256(b"pseudonym\0" + (sha256 or "").encode()).hexdigest() for file, sha256 in ordered}
    length = _SHORTEST
    while len({digest[:length] for digest in digests.values()}) < len(set(digests.values())):
        length += 1
    seen: Counter[str] = Counter()
    names = {}
    for file, _ in ordered:
        name = digests[file][:length]
        seen[name] += 1
        names[file] = f"{name}-{seen[name]}" if seen[name] > 1 else name
    return names


def shown_file(pseudonym: str, file: str) -> str:
    """The name that a report gives a file: the pseudonym, and the kind of file."""
    return f"candidate-{pseudonym}{suffix_of(file)}"


def suffix_of(file: str) -> str:
    """The ending of a file's name, in small letters; empty when it is none that says only the format."""
    suffix = PurePosixPath(file).suffix
    return suffix.lower() if _SUFFIX.match(suffix) else ""


def key_path(folder: Path) -> Path:
    """Where the key of a run lies: beside its folder."""
    folder = folder.resolve()
    return folder.with_name(f"{folder.name}{KEY_SUFFIX}")


def key_of(folder: Path) -> Path:
    """The key of a run; of a run that is one role's of several, that of all of them."""
    folder = folder.resolve()
    return key_path(folder.parent if folder.name in roles_in(folder.parent) else folder)


def write_key(path: Path, entries: Iterable[KeyEntry]) -> None:
    """Write the key, readable by its owner alone."""
    path.unlink(missing_ok=True)
    with open_private(path) as file:
        file.write(json_document(sorted(entries, key=lambda entry: entry.id)))


def read_key(path: Path) -> Mapping[str, KeyEntry]:
    """The entries of a key by pseudonym. Raises UsageError when it cannot be read."""
    try:
        return {each["id"]: KeyEntry(each["id"], each["file"], each["sha256"], each["candidate"]) for each in json.loads(path.read_bytes())}
    except OSError as error:
        raise UsageError(f"The key {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is no key of a blind run.") from error
