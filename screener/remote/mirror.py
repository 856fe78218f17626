"""A copy of an inbox: only what changed is fetched, what left is removed, and what could not be had is told by name."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from screener.errors import UsageError
from screener.remote.journal import JOURNAL_NAME, Copied, Journal, mark_of, read_journal
from screener.remote.listing import list_files
from screener.remote.names import in_the_way, unusable
from screener.remote.places import place_of
from screener.remote.stores import Found, Store
from screener.remote.transfer import Missing, bring

_FILES = "files"
_ARRIVING = "arriving"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that is fetched. files: number of files there; each, all: bytes."""

    files: int = 200_000
    each: int = 200_000_000
    all: int = 200_000_000_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """A copy. path: the folder that holds it, or the one file that the URL names.

    missing: files that could not be had; left: what is no file, with the reason; both sorted by name.
    fetched, unchanged, removed: numbers of files.
    """

    path: Path
    missing: tuple[Missing, ...] = ()
    left: tuple[tuple[str, str], ...] = ()
    fetched: int = 0
    unchanged: int = 0
    removed: int = 0


def everything(_name: str) -> bool:
    return True


def nothing(_name: str) -> bool:
    return False


def fetch(
    url: str,
    mirror: Path,
    *,
    wanted: Callable[[str], bool] = everything,
    bounds: Bounds | None = None,
    may_be_empty: bool = False,
) -> Fetched:
    """Make the folder `mirror` a copy of what lies at `url`; it is made for its owner alone, and kept for the next time.

    wanted: whether a file of this name is of use; one that is not stands in the copy as an empty file, so that its name is known.
    may_be_empty: a bucket has no empty folders; whether nothing at the URL counts as an empty one rather than as a mistake.
    Raises UsageError when the place cannot be looked into, breaks off, or holds more than `bounds`; what was brought by then is kept.
    """
    place, bounds = place_of(url), bounds or Bounds()
    store = Store(place)
    with _own(mirror):
        listing = list_files(store, bounds.files)
        if not listing.there and not (may_be_empty and store.place.flat):
            raise UsageError(f"There is no file or folder {place.shown}.")
        root = mirror / _FILES if listing.one else mirror / _FILES / place.name
        files, missing = _usable(store, listing.files, mirror, bounds)
        names = {found.name for found in files}
        of_use = [found for found in files if listing.one or wanted(found.name)]
        known = read_journal(mirror, place.shown)
        kept = {found.name: known[found.name] for found in of_use if _is_here(found, root, known)}
        todo = [found for found in of_use if found.name not in kept]
        _check_room(place.shown, todo, bounds, mirror)
        _clear(mirror / _FILES, {root / name for name in kept})
        _make(root)
        for name in names - {found.name for found in of_use}:
            _put(root / name)
        journal = Journal(mirror, place.shown, kept.items())
        lost = _bring_all(store, todo, root, mirror / _ARRIVING, journal, most=bounds.each, one=listing.one)
    fetched = len(todo) - len(lost)
    path = root / place.name if listing.one else root
    return Fetched(path, tuple(sorted([*missing, *lost])), tuple(listing.left), fetched, len(kept), len(known.keys() - names))


def _usable(store: Store, files: Sequence[Found], mirror: Path, bounds: Bounds) -> tuple[list[Found], list[Missing]]:
    """Those that can lie here, and the others with the reason."""
    reasons = {found.name: unusable(found.name) or _refused(store, found, bounds) for found in files}
    named = [name for name, reason in reasons.items() if not reason]
    reasons |= in_the_way(named, ignoring_case=_ignores_case(mirror))
    missing = [Missing(found.name, reasons[found.name]) for found in files if reasons[found.name]]
    return [found for found in files if not reasons[found.name]], missing


def _refused(store: Store, found: Found, bounds: Bounds) -> str:
    if store.misreads(found.name):
        return "its name is one that cannot be asked for"
    return f"it holds more than {bounds.each // 1_000_000} MB" if found.size > bounds.each else ""


def _is_here(found: Found, root: Path, known: Mapping[str, Copied]) -> bool:
    """Whether the copy is there as it was made, and nothing has changed where it came from. Without a tag nobody can tell."""
    copied = known.get(found.name)
    if copied is None or not found.tag or (copied.tag, copied.size) != (found.tag, found.size):
        return False
    return mark_of(root / found.name) == copied.here


def _check_room(url: str, todo: Sequence[Found], bounds: Bounds, mirror: Path) -> None:
    wanted, free = sum(found.size for found in todo), shutil.disk_usage(mirror).free
    if wanted > bounds.all:
        raise UsageError(f"{url}: {wanted // 1_000_000} MB would have to be fetched, more than the {bounds.all // 1_000_000} allowed.")
    if wanted > free:
        raise UsageError(f"{url}: {wanted // 1_000_000} MB would have to be fetched, and {mirror} has room for {free // 1_000_000}.")


def _bring_all(store: Store, todo: Sequence[Found], root: Path, arriving: Path, journal: Journal, *, most: int, one: bool) -> list[Missing]:
    """Fetch each into its place, and return those that could not be had."""
    missing = []
    try:
        for each in bring(store, todo, arriving, most=most, one=one):
            if isinstance(each, Missing):
                missing.append(each)
            else:
                target = root / each.found.name
                if each.found.changed is not None:
                    os.utime(each.path, (each.found.changed, each.found.changed))
                _put(target, each.path)
                here = mark_of(target)
                assert here is not None  # it was just put there
                journal.add(each.found.name, Copied(each.found.tag, each.found.size, here))
    finally:
        journal.close()
    return missing


def _put(target: Path, source: Path | None = None) -> None:
    """The file in its place, whole; an empty one without a source."""
    _make(target.parent)
    if source is None:
        target.touch(mode=0o600)
    else:
        source.chmod(0o600)
        source.replace(target)


def _make(folder: Path) -> None:
    """The folder and those it lies in, each its owner's alone; `mkdir` gives only the last one the mode that it is told."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(mode=0o700)


def _clear(folder: Path, keep: Collection[Path]) -> None:
    """Remove every file below that is not to be kept, and folders without files."""
    for here, folders, files in os.walk(folder, topdown=False):
        for name in files:
            if (path := Path(here, name)) not in keep:
                path.unlink()
        for name in folders:
            path = Path(here, name)
            if path.is_symlink():
                path.unlink()
            elif not any(path.iterdir()):
                path.rmdir()


def _ignores_case(mirror: Path) -> bool:
    """Whether the file system takes `A` and `a` for one name."""
    return (mirror / JOURNAL_NAME.upper()).exists()


@contextmanager
def _own(mirror: Path) -> Iterator[None]:
    """The folder, its owner's alone, and nobody else at work in it. Raises UsageError for one that is somebody's, or no copy."""
    try:
        mirror.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = mirror.lstat()
        strange = any(mirror.iterdir()) and not (mirror / JOURNAL_NAME).exists()
    except OSError as error:
        raise UsageError(f"{mirror} cannot be used for copies of files: {error.strerror}.") from error
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise UsageError(f"{mirror} cannot be used for copies of files: it must be a folder that only you can enter (chmod 700).")
    if strange:
        raise UsageError(f"{mirror} is not empty and holds no copies of files; name another folder for them.")
    descriptor = os.open(mirror, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        (mirror / JOURNAL_NAME).touch(mode=0o600)
        shutil.rmtree(mirror / _ARRIVING, ignore_errors=True)
        (mirror / _ARRIVING).mkdir(mode=0o700)
        yield
        (mirror / _ARRIVING).rmdir()
    except BlockingIOError as error:
        raise UsageError(f"{mirror} is being filled by another run; wait for it to end.") from error
    finally:
        os.close(descriptor)
