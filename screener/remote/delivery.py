"""Putting a folder of files where others read it, so that nobody who looks there takes half of it for the whole.

One file stands for the whole (a report's run.json): it is taken away first and put there last. `.delivered.json`, put there before the
others, names every file with its size and SHA-256: by it a delivery that broke off goes on instead of beginning anew, one that is done
already costs nothing, and a reader can check what was read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from screener.errors import UsageError
from screener.remote.listing import Listing, list_files
from screener.remote.manifest import MANIFEST_NAME, Manifest, manifest_of, understood
from screener.remote.names import unusable
from screener.remote.places import place_of
from screener.remote.stores import Store, refusal

_MOST = 1_000_000
_MOST_IN_A_MANIFEST = 500_000_000
_AT_ONCE = 32
_PART = ".part"
"""Behind the name of a file that is not whole yet, where a half written file can be seen."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was done. url: as it may be shown; files: that lie there now; sent: of those, how many had to be put there this time."""

    url: str
    files: int
    sent: int


def deliver(folder: Path, url: str, *, last: str, ended: bool = False) -> Delivered:
    """Put the files of `folder` to `url`: those that are there already are left, and those of an earlier delivery that are not are removed.

    last: the name of the file that stands for the whole; where it lies in folders inside as well, those parts are whole before the rest.
    Hidden files and links stay here. ended: the whole is no more, and what is left of it has no file `last`. Raises UsageError when it
    cannot be done; what lies there then has no file `last`, unless it is an earlier delivery that nothing was done to.
    """
    place, manifest = place_of(url), manifest_of(folder)
    if last not in manifest and not ended:
        raise UsageError(f"{folder} is not finished: there is no {last} in it.")
    store = Store(place)
    try:
        return _deliver(store, folder, manifest, last)
    except UsageError:
        raise
    except Exception as error:
        # Any class at all: each library has its own, and their words are not told.
        raise refusal(place, error) from error


def bring_back(url: str, folder: Path, *, last: str, names: Collection[str]) -> int:
    """Copy those files of an earlier delivery that are called one of `names` into `folder`, and return how many there were.

    Raises UsageError when what lies at `url` is something else than a delivery with a file `last`, so that nothing should be put there.
    """
    place = place_of(url)
    store = Store(place)
    listing = _listed(store, last)
    wanted = [found.name for found in listing.files if found.name.rpartition("/")[2] in names and not unusable(found.name)]
    try:
        for name in wanted:
            target = folder / name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            store.call("get_file", store.path_of(name), str(target))
            target.chmod(0o600)
    except Exception as error:
        # As above.
        raise refusal(place, error) from error
    return len(wanted)


def put_text(url: str, text: str) -> None:
    """Write one small file, whole or not at all. Raises UsageError."""
    place = place_of(url)
    try:
        store = Store(replace(place, path=place.path.rpartition("/")[0]))
        _send_bytes(store, place.name, text.encode())
    except Exception as error:
        # As above.
        raise refusal(place, error) from error


def _listed(store: Store, last: str) -> Listing:
    listing = list_files(store, _MOST)
    if listing.one:
        raise UsageError(f"{store.place.shown} is a file; name a folder for the report.")
    names = {found.name for found in listing.files}
    if names and not names & {MANIFEST_NAME, last}:
        raise UsageError(f"{store.place.shown} is not empty and holds no earlier report (no {last}); name another folder.")
    return listing


def _deliver(store: Store, folder: Path, manifest: Manifest, last: str) -> Delivered:
    there = {found.name: found.size for found in _listed(store, last).files}
    before = _manifest_there(store, there)
    marks = [name for name in manifest if _stands_for_a_whole(name, last)]
    same = {name for name, entry in manifest.items() if before.get(name) == entry and there.get(name) == entry.size}
    if same == manifest.keys() and before == manifest:
        return Delivered(store.place.shown, len(manifest), 0)
    keep = same.difference(marks)
    ours = before.keys() | manifest.keys() | {name for name in there if _stands_for_a_whole(name, last)}
    ours |= {name for name in there if name.endswith(_PART) and name.removesuffix(_PART) in ours}
    for name in _wholes_first(there.keys() & ours - keep, last):
        store.call("rm_file", store.path_of(name))
    if before != manifest:
        _send_bytes(store, MANIFEST_NAME, manifest.as_bytes())
    todo = [name for name in manifest if name not in keep and name not in marks]
    for batch in _batches(todo):
        _send(store, folder, batch)
    _check_sizes(store, manifest, set(manifest) - set(marks))
    for name in reversed([*_wholes_first(marks, last)]):
        _send(store, folder, [name])
    return Delivered(store.place.shown, len(manifest), len(todo) + len(marks))


def _stands_for_a_whole(name: str, last: str) -> bool:
    return name.rpartition("/")[2] == last


def _wholes_first(names: Iterable[str], last: str) -> Iterator[str]:
    """What stands for a whole before what it stands for, from the outside in."""
    return iter(sorted(names, key=lambda name: (not _stands_for_a_whole(name, last), name.count("/"), name)))


def _manifest_there(store: Store, there: dict[str, int]) -> Manifest:
    """That of an earlier delivery; nothing when there is none that can be understood."""
    if there.get(MANIFEST_NAME, _MOST_IN_A_MANIFEST) >= _MOST_IN_A_MANIFEST:
        return Manifest()
    return understood(store.call("cat_file", store.path_of(MANIFEST_NAME)))


def _send(store: Store, folder: Path, names: Sequence[str]) -> None:
    """Put these files there; each is seen under its name only when it is whole."""
    sources, targets = [str(folder / name) for name in names], [store.path_of(name) for name in names]
    if store.place.flat:
        store.call("put", sources, targets)
        return
    for source, target in zip(sources, targets, strict=True):
        store.call("put_file", source, target + _PART)
        store.call("mv", target + _PART, target)


def _send_bytes(store: Store, name: str, content: bytes) -> None:
    target = store.path_of(name)
    if store.place.flat:
        store.call("pipe_file", target, content)
        return
    store.call("pipe_file", target + _PART, content)
    store.call("mv", target + _PART, target)


def _check_sizes(store: Store, manifest: Manifest, names: Collection[str]) -> None:
    """Nothing is called whole on the word of the library alone."""
    there = {found.name: found.size for found in list_files(store, _MOST).files}
    wrong = sorted(name for name in names if there.get(name) != manifest[name].size)
    if wrong:
        raise UsageError(f"{store.place.shown}: {wrong[0]} did not arrive whole; deliver it again.")


def _batches(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))
