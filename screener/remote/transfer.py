"""Bringing files, many at once, each whole or told as missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screener.remote.listing import look_again
from screener.remote.stores import Found, Store, UnreachableError, is_unreachable, why

_AT_ONCE = 32
_BYTES_AT_ONCE = 256_000_000

_BROKEN_OFF = 3
"""So many files in a row that nobody answers for mean that the place is gone, and not that something is wrong with the files."""


@dataclass(frozen=True, slots=True, order=True)
class Missing:
    """A file that could not be had. name: as it was found there; reason: the end of a sentence that begins with the file."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A whole file, at `path` until it is moved."""

    found: Found
    path: Path


class ChangedError(Exception):
    """What came is not what was found there a moment ago."""


def bring(store: Store, todo: Sequence[Found], folder: Path, *, most: int, one: bool) -> Iterator[Arrived | Missing]:
    """Fetch each of `todo` into `folder`, which is empty, in their order. most: bytes of each; one: the store's place is the one file.

    Raises UnreachableError when the place no longer answers.
    """
    silent = 0
    for batch in _batches(todo):
        paths = [folder / str(number) for number in range(len(batch))]
        whole = _at_once(store, batch, paths, one=one)
        for found, path, done in zip(batch, paths, whole, strict=True):
            if done:
                silent = 0
                yield Arrived(found, path)
                continue
            try:
                yield Arrived(_alone(store, found, path, most=most, one=one), path)
                silent = 0
            except Exception as error:
                # Any class at all, as each library has its own: it costs this file, and is told in words of ours.
                path.unlink(missing_ok=True)
                silent = silent + 1 if is_unreachable(error) else 0
                if silent == _BROKEN_OFF:
                    told = f"{store.place.shown}: {why(error)}. What was fetched by then is kept for the next time."
                    raise UnreachableError(told) from error
                yield Missing(found.name, "it changes while it is fetched" if isinstance(error, ChangedError) else why(error))


def _batches(todo: Iterable[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    for found in todo:
        if batch and (len(batch) == _AT_ONCE or sum(each.size for each in batch) + found.size > _BYTES_AT_ONCE):
            yield batch
            batch = []
        batch.append(found)
    if batch:
        yield batch


def _at_once(store: Store, batch: Sequence[Found], paths: Sequence[Path], *, one: bool) -> list[bool]:
    """Fetch all together; which of them are whole. One that fails may take others with it: those are fetched again, alone."""
    try:
        sources = [store.root if one else store.path_of(found.name) for found in batch]
        limit = _limit({path: found.size for path, found in zip(sources, batch, strict=True)})
        store.call("get", sources, list(map(str, paths)), callback=limit)
    except Exception:  # noqa: BLE001 - why is found out one by one
        return [False] * len(batch)
    return [_size_of(path) == found.size for found, path in zip(batch, paths, strict=True)]


def _alone(store: Store, found: Found, path: Path, *, most: int, one: bool) -> Found:
    """Fetch one, as it is by now."""
    now = look_again(store, found, one=one)
    if now.size > most:
        raise ChangedError
    source = store.root if one else store.path_of(found.name)
    limit = _limit({source: now.size})
    store.call("get_file", source, str(path), callback=limit.branched(source, str(path)))
    if _size_of(path) != now.size:
        raise ChangedError
    return now


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1


def _limit(sizes: dict[str, int]) -> Any:
    """Told by fsspec how far each file has come: stops one that turns out larger than it was found to be, before it fills the disk."""
    from fsspec.callbacks import Callback

    class Limit(Callback):  # type: ignore[misc] # fsspec ships no types
        def __init__(self, most: int | None = None) -> None:
            super().__init__()
            self.most = most

        def branched(self, path_1: str, *_: Any, **__: Any) -> Limit:
            return Limit(sizes[path_1])

        def call(self, *_: Any, **__: Any) -> None:
            if self.most is not None and max(self.value, self.size or 0) > self.most:
                raise ChangedError

    return Limit()
