"""What all files of a run say, gathered on disk: from the cache where that knows it, else read."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import TracebackType
from typing import Any

from screener.batch.duplicates import find_duplicates
from screener.batch.inputs import InputFile
from screener.batch.likeness import Signature, signature_from
from screener.batch.made_later import MadeLater
from screener.batch.spool import Spool
from screener.batch.waiting import Waiting, known_before
from screener.cache import Cache
from screener.decision import Duplicate

Read = Callable[[Sequence[InputFile]], Iterator[Waiting]]
"""Reads files, in their order."""
Watch = Callable[[Iterator[Any], int], Iterator[Any]]
"""Passes on what comes of each file, of so many in all: to show progress."""


class Gathered:
    """What each file says, in the order of the files; those that a stopped run did not come to are left out."""

    def __init__(self) -> None:
        self._spool = Spool[Waiting]()
        self._compared = Spool[tuple[str, str, bytes]]()

    def __enter__(self) -> Gathered:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for spool in (self._spool, self._compared):
            spool.__exit__(kind, error, trace)

    def __iter__(self) -> Iterator[Waiting]:
        return iter(self._spool)

    @property
    def bytes(self) -> int:
        """How much of it waits on disk."""
        return self._spool.bytes

    def gather(self, files: Sequence[InputFile], read: Read, cache: Cache | None, watch: Watch) -> None:
        """Fill it. What the cache knows comes first: where it knows everything, nothing is loaded that reads documents."""
        unknown = array("L")
        for place, waiting in watch(chain(_known(files, cache, unknown), _read(files, read, unknown)), len(files)):
            self._spool.put(place, replace(waiting, likeness=b""))
            self._compared.put(place, (waiting.file, waiting.sha256, waiting.likeness))
        for spool in (self._spool, self._compared):
            spool.close_gaps()

    def duplicates(self) -> Mapping[int, tuple[Duplicate, ...]]:
        """For the number of each that has any: the files that are like it."""
        return find_duplicates(_Signatures(self._compared))


class _Signatures(MadeLater[Signature]):
    """Signatures that lie on disk."""

    def __init__(self, compared: Spool[tuple[str, str, bytes]]) -> None:
        self._compared = compared

    def __len__(self) -> int:
        return len(self._compared)

    def make(self, place: int) -> Signature:
        """The signature in a place."""
        return signature_from(*self._compared[place])


class _Chosen(MadeLater[InputFile]):
    """Some of the files."""

    def __init__(self, files: Sequence[InputFile], places: Sequence[int]) -> None:
        self._files, self._places = files, places

    def __len__(self) -> int:
        return len(self._places)

    def make(self, place: int) -> InputFile:
        """The file in a place among those chosen."""
        return self._files[self._places[place]]


def _known(files: Sequence[InputFile], cache: Cache | None, unknown: array[int]) -> Iterator[tuple[int, Waiting]]:
    """What the cache knows, with the number of its file; the numbers of the others go into `unknown`."""
    if cache is None:
        unknown.extend(range(len(files)))
        return
    lookup = cache.lookup()
    for place, file in enumerate(files):
        if found := known_before(file, lookup):
            waiting, learned = found
            cache.learn(learned)
            yield place, waiting
        else:
            unknown.append(place)
    lookup.close()


def _read(files: Sequence[InputFile], read: Read, unknown: Sequence[int]) -> Iterator[tuple[int, Waiting]]:
    if unknown:
        yield from zip(unknown, read(_Chosen(files, unknown)), strict=False)  # a run that is stopped comes to fewer
