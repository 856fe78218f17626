"""Configurations, clocks and folders for tests of the nightly job."""

from __future__ import annotations

from pathlib import Path


def files_in(folder: Path) -> dict[str, bytes | str]:
    """Everything below a folder by its path: the content of files, where links lead."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found[name] = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else ""
    return found
