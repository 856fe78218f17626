"""Which files of the paths given are screened, under which name, and which are left aside and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

from screener.batch.naming import unique_names
from screener.decision import Failure
from screener.errors import UsageError
from screener.extract import Step, reason_to_ignore_clutter, reason_to_ignore_suffix
from screener.report import IgnoredPath
from screener.report.folder import RECORD_NAME

WAITS = "still being written to: it waits for the next run"
"""Why a file is left aside that whoever starts the run saw changing."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to screen. name: as reports show it: relative to the folder given, forward slashes, unique in the run.

    way: to a file inside the mail or archive at `path`; empty for a file of its own. sha256: of its bytes, known beforehand only for such
    a file. failure: why it is known beforehand that it cannot be read. copied: the file is a copy of one elsewhere, and may go again.
    """

    path: Path
    name: str
    way: tuple[Step, ...] = ()
    sha256: str = ""
    failure: Failure | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A folder, or one file, that was copied from elsewhere. shown: where from.

    lost: names of files that could not be had, and why: they get their rows; left: what was left aside there, and why.
    """

    path: Path
    shown: str
    lost: tuple[tuple[str, Failure], ...] = ()
    left: tuple[tuple[str, str], ...] = ()


Source = Path | Copy
"""What a run is made from."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files to screen and those left aside, both sorted by name."""

    files: Sequence[InputFile]
    ignored: tuple[IgnoredPath, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """Something met on the way. root: the folder that names are relative to. reason: why it is left aside; empty: it is screened.

    name: of what is not there to have one.
    """

    root: Path
    path: Path
    reason: str = ""
    name: str = ""
    failure: Failure | None = None
    copied: bool = False

    @property
    def relative(self) -> str:
        return self.name or self.path.relative_to(self.root).as_posix()

    @property
    def is_link(self) -> bool:
        return self.path.is_symlink()


def find_inputs(paths: Sequence[Source], aside: Collection[Path] = ()) -> Inputs:
    """Walk the folders among `paths` and take its files by name.

    A file given by name always counts, whatever it is; a file met twice counts once. aside: files to leave out this time.
    Raises UsageError when a path does not exist or is itself the output folder of an earlier run.
    """
    entries = [_Entry(each.root, each.path, WAITS) if each.path in aside and not each.reason else each for each in _met(paths)]
    kept, repeated = _without_repeats(entry for entry in entries if not entry.reason and not entry.failure)
    kept += [entry for entry in entries if entry.failure]
    ignored = [entry for entry in entries if entry.reason] + repeated
    names = unique_names([(entry.root, entry.relative) for entry in [*kept, *ignored]])
    files = [InputFile(entry.path, name, failure=entry.failure, copied=entry.copied) for entry, name in zip(kept, names, strict=False)]
    left = {IgnoredPath(name, entry.reason) for entry, name in zip(ignored, names[len(kept) :], strict=True)}
    return Inputs(
        files=tuple(sorted(files, key=lambda file: file.name)),
        ignored=tuple(sorted(left)),
    )


def _met(paths: Sequence[Source]) -> Iterator[_Entry]:
    return (entry for path in paths for entry in (_copied(path) if isinstance(path, Copy) else _entries_of(path)))


def _copied(copy: Copy) -> Iterator[_Entry]:
    """What is there of it, and what should be: the latter stands for the folder, for it has no path of its own."""
    if (copy.path / RECORD_NAME).exists():
        raise UsageError(f"{copy.shown} is the output folder of an earlier run; name the folder of résumés instead.")
    if copy.path.exists():
        yield from (replace(entry, copied=True) for entry in _entries_of(copy.path))
    for name, failure in copy.lost:
        yield _Entry(copy.path, copy.path, name=name, failure=failure, copied=True)
    for name, reason in copy.left:
        yield _Entry(copy.path, copy.path, reason, name)


def _entries_of(path: Path) -> Iterator[_Entry]:
    """What a path of the command line stands for."""
    if path.is_dir():
        if (path / RECORD_NAME).exists():
            raise UsageError(f"{path} is the output folder of an earlier run; name the folder of résumés instead.")
        yield from _walk(path)
    elif path.exists() or path.is_symlink():
        yield _Entry(path.parent, path)
    else:
        raise UsageError(f"There is no file or folder {path}.")


def _walk(root: Path) -> Iterator[_Entry]:
    """All that lies below `root`, however deep."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            children = sorted(folder.iterdir())
        except OSError as error:
            yield _Entry(root, folder, f"the folder cannot be opened ({error.strerror})")
            continue
        for child in children:
            reason = _reason_to_ignore(root, child)
            if not reason and child.is_dir():
                folders.append(child)
            else:
                yield _Entry(root, child, reason)


def _reason_to_ignore(root: Path, path: Path) -> str:
    """Why a file or folder met on a walk is left aside; empty when it is not."""
    if reason := reason_to_ignore_clutter(path.name):
        return reason
    if path.is_symlink() and (reason := _reason_to_ignore_link(root, path)):
        return reason
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return f"it cannot be looked at ({error.strerror})"
    if stat.S_ISDIR(mode):
        return "the output folder of an earlier run" if (path / RECORD_NAME).exists() else ""
    if not stat.S_ISREG(mode):
        return "not a regular file"
    return reason_to_ignore_suffix(path.name)


def _reason_to_ignore_link(root: Path, path: Path) -> str:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a broken link"
    if not target.is_relative_to(root.resolve()):
        return "a link that leaves the folder"
    return "a link to a folder" if target.is_dir() else ""


def _without_repeats(entries: Iterable[_Entry]) -> tuple[list[_Entry], list[_Entry]]:
    """Each file once, under its real name rather than a link's; and the links that lead to a file already counted."""
    first: dict[tuple[str, str], _Entry] = {}
    repeated: list[_Entry] = []
    folders: dict[str, str] = {}
    for is_link, entry in sorted(((entry.is_link, entry) for entry in entries), key=itemgetter(0)):
        folder, name = os.path.split(os.path.realpath(entry.path) if is_link or not entry.path.name else entry.path)
        if folder not in folders:
            folders[folder] = os.path.realpath(folder)
        key = folders[folder], name
        if key not in first:
            first[key] = entry
        elif is_link:
            repeated.append(_Entry(entry.root, entry.path, "a link to a file that is screened already"))
    return list(first.values()), repeated
