"""Which files are looked at, by the last part of their names: what they really are comes out when they are read."""

from __future__ import annotations

from pathlib import PurePosixPath

SUPPORTED_SUFFIXES = frozenset(
    {".pdf", ".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".ott", ".rtf", ".txt", ".md", ".html", ".htm", ".mht", ".mhtml"}
)
"""Suffixes (lower case) of the documents that are searched for. A .doc gets its row whether or not anything here can read it."""

CONTAINER_SUFFIXES = frozenset({".eml", ".zip"})
"""Suffixes of the files that hold others."""


def reason_to_ignore_name(name: str) -> str:
    """Why a file of this name (forward slashes) is left aside wherever it lies; empty when it is not."""
    return reason_to_ignore_clutter(name) or reason_to_ignore_suffix(name)


def is_read(name: str) -> bool:
    """Whether a file of this name (forward slashes) below a folder is one that a run reads."""
    return not reason_to_ignore_suffix(name) and not any(map(reason_to_ignore_clutter, PurePosixPath(name).parts))


def reason_to_ignore_clutter(name: str) -> str:
    """Why a file or folder of this name is what programs leave behind; empty when it is not."""
    last = PurePosixPath(name).name
    if last.startswith("."):
        return "its name begins with a dot"
    return "a temporary file of an office program" if last.startswith("~$") else ""


def reason_to_ignore_suffix(name: str) -> str:
    """Why a file with the suffix of this name is not read; empty when it is."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in SUPPORTED_SUFFIXES or suffix in CONTAINER_SUFFIXES:
        return ""
    return f"a kind of file that is not read ({suffix})" if suffix else "a file without a suffix"
