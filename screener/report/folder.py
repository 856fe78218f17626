"""The folder that a report goes into: its owner's alone, and each file in it whole or not there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from screener.errors import UsageError

RECORD_NAME = "run.json"
_UNFINISHED = ".unfinished"
"""Where outputs grow. Left behind only by a run that was killed, so a folder that holds it is a report's."""


def prepare_output_folder(path: Path) -> Path:
    """Make `path` ready to receive a report and return it; a new folder can be entered by its owner only.

    Raises UsageError when it is not a folder, or is not empty and holds no earlier report.
    """
    if path.exists() and not path.is_dir():
        raise UsageError(f"{_shown(path)} is a file; name a folder for the report.")
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        names = {entry.name for entry in path.iterdir()}
    except OSError as error:
        raise UsageError(f"{_shown(path)} cannot be used for the report: {error.strerror}.") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise UsageError(f"{_shown(path)} cannot be written to; name another folder.")
    if names and not names & {RECORD_NAME, _UNFINISHED}:
        raise UsageError(f"{_shown(path)} is not empty and holds no earlier report (no {RECORD_NAME}); name another folder.")
    return path


def _shown(path: Path) -> str:
    return repr(os.fspath(path))


def open_private(path: Path) -> BinaryIO:
    """A new file, open for writing bytes, that only its owner can read."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "w+b")


@contextmanager
def unfinished_folder(out_dir: Path) -> Iterator[Path]:
    """A folder inside `out_dir` to write outputs in; it is gone afterwards, whatever happened."""
    folder = out_dir / _UNFINISHED
    _remove(folder)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        _remove(folder)


def publish(folder: Path, out_dir: Path, *, replaceable: frozenset[str]) -> tuple[Path, ...]:
    """Move every file and folder of `folder` into `out_dir`, the run's record last, and return where they are now.

    replaceable: names of outputs that an earlier run may have left; those that this run does not write are removed.
    """
    names = sorted((entry.name for entry in folder.iterdir()), key=lambda name: (name == RECORD_NAME, name))
    for stale in sorted(replaceable.difference(names)):
        _remove(out_dir / stale)
    for name in names:
        if (folder / name).is_dir():
            _remove(out_dir / name)
        (folder / name).replace(out_dir / name)
    return tuple(out_dir / name for name in names)


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)
