"""What lies in a place: its files with their sizes, and all that is no file or could not be looked into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from screener.errors import UsageError
from screener.remote.stores import Found, Store, is_unreachable, refusal, why


@dataclass(slots=True)
class Listing:
    """The files of a place, sorted by name. left: what is none, with the reason. one: the place is itself the one file.

    there: whether the place exists; where there are no folders, one without files does not.
    """

    files: list[Found] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    one: bool = False
    there: bool = True


def list_files(store: Store, most: int) -> Listing:
    """All files below the store's place. Raises UsageError when it cannot be looked into, or holds more than `most`."""
    place = store.place
    try:
        if (single := _single(store)) is not None:
            return Listing([single], one=True)
        listing = _flat(store) if store.place.flat else _walked(store, most)
    except Exception as error:
        # Any class at all: see `why`. The words of the library are left out on purpose.
        if isinstance(error, FileNotFoundError) and store.place.flat:
            raise UsageError(f"{place.shown}: there is no bucket {place.host}.") from error
        if isinstance(error, FileNotFoundError):
            return Listing(there=False)
        raise refusal(place, error) from error
    if len(listing.files) > most:
        raise UsageError(f"{place.shown} holds more than {most} files: name a folder with fewer.")
    listing.files.sort(key=lambda found: found.name)
    listing.left.sort()
    return listing


def look_again(store: Store, found: Found, *, one: bool) -> Found:
    """The file as it is now. Raises what the library raises."""
    path = store.root if one else store.path_of(found.name)
    return store.describe(found.name, store.call("info", path))


def _single(store: Store) -> Found | None:
    """The file that the place itself is; None when it is a folder."""
    if not store.place.path:
        return None
    try:
        info = store.call("info", store.root)
    except (FileNotFoundError, PermissionError):
        if not store.place.flat:
            raise
        return None  # who may list a folder need not be allowed to ask for a file of its name
    return None if info["type"] != "file" else store.describe(store.place.name, info)


def _flat(store: Store) -> Listing:
    """A bucket has no folders, only names with slashes in them; programs mark a folder by an empty object whose name ends with one."""
    listing = Listing()
    found: dict[str, Any] = store.call("find", store.root, detail=True)
    before = len(store.root) + 1
    for path, info in found.items():
        name = path[before:]
        if info["type"] == "file" and not (name.endswith("/") and not info["size"]) and name:
            listing.files.append(store.describe(name, info))
    listing.there = bool(found) or not store.place.path
    return listing


def _walked(store: Store, most: int) -> Listing:
    """Folder by folder, for the library's own walk leaves out without a word what it may not look into. Links are not followed."""
    listing = Listing()
    for name, info in _below(store, listing, most):
        if info["type"] == "file":
            listing.files.append(store.describe(name, info))
        else:
            listing.left.append((name, "a link" if info["type"] == "link" else "not a regular file"))
    return listing


def _below(store: Store, listing: Listing, most: int) -> Iterator[tuple[str, Any]]:
    waiting = [""]
    looked = 0
    while waiting:
        folder = waiting.pop()
        try:
            entries = _entries(store, folder)
        except Exception as error:
            # As above; only a folder inside the place is left aside.
            if not folder or is_unreachable(error):
                raise
            listing.left.append((folder, f"the folder cannot be looked into: {why(error)}"))
            continue
        looked += 1
        if looked > most or len(listing.files) > most:
            raise UsageError(f"{store.place.shown} holds more than {most} files or folders: name a folder with fewer.")
        for info in entries:
            name = f"{folder}/{_last(info)}" if folder else _last(info)
            if info["type"] == "directory":
                waiting.append(name)
            else:
                yield name, info


def _entries(store: Store, folder: str) -> list[Any]:
    path = store.path_of(folder) if folder else store.root
    return list(store.call("ls", path, detail=True))


def _last(info: Any) -> str:
    return str(info["name"]).rstrip("/").rpartition("/")[2]
