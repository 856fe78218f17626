"""Names from elsewhere as names of files here: whoever puts files into an inbox chooses them, and may mean harm."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

_LONGEST_PART = 255
_LONGEST = 2000
"""Bytes: what file systems take for a part of a path, and what leaves room for the path of the copy."""
_DEEPEST = 50


def unusable(name: str) -> str:
    """Why a file cannot have this name (parts between `/`, relative) here; empty when it can."""
    parts = name.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "its name is no path of a file (an empty part, `.` or `..`)"
    try:
        encoded = [os.fsencode(part) for part in parts]
    except UnicodeEncodeError:
        return "its name holds what no name of a file can hold"
    if "\0" in name:
        return "its name holds what no name of a file can hold"
    if len(parts) > _DEEPEST:
        return f"it lies more than {_DEEPEST} folders deep"
    if any(len(part) > _LONGEST_PART for part in encoded) or sum(map(len, encoded)) + len(parts) > _LONGEST:
        return "its name is too long"
    return ""


def in_the_way(names: Sequence[str], *, ignoring_case: bool) -> dict[str, str]:
    """Of names that cannot all be files of one folder, those that give way, and why.

    One that is a folder of others gives way to them. ignoring_case: whether the file system takes `A` and `a` for one name; the first
    in the order of their characters stays then.
    """
    fold = _folded if ignoring_case else str
    folders = {fold(folder.as_posix()) for name in names for folder in PurePosixPath(name).parents}
    found = {name: "a folder has its name" for name in names if fold(name) in folders}
    first: dict[str, str] = {}
    for name in sorted(set(names) - found.keys()):
        other = first.setdefault(fold(name), name)
        if other != name:
            found[name] = "its name differs from that of another file only in capital letters or the way that accents are written"
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
