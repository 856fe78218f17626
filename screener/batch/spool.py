"""Values that wait on disk for the last of them, so that no more than one is in memory."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import Generic, TypeVar, cast

Value = TypeVar("Value")

_NOT_THERE = -1


class Spool(Generic[Value]):
    """A list on disk, in a file without a name that only this process can open and that is gone when it ends (see `tempfile`)."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by __exit__, this class being its context manager
        self._starts = array("q")
        self.bytes = 0
        """How many it takes on disk."""

    def __enter__(self) -> Spool[Value]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def append(self, value: Value) -> None:
        """Put a value behind the others."""
        self.put(len(self._starts), value)

    def put(self, place: int, value: Value) -> None:
        """Put a value in its place; those before it may be filled later, or never (see `close_gaps`)."""
        self._starts.extend(_NOT_THERE for _ in range(place + 1 - len(self._starts)))
        self._starts[place] = self.bytes
        self._file.seek(self.bytes)
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self.bytes = self._file.tell()

    def close_gaps(self) -> None:
        """Forget the places that were never filled: those behind them move up."""
        self._starts = array("q", (start for start in self._starts if start != _NOT_THERE))

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, place: int) -> Value:
        """The value in a place."""
        self._file.seek(self._starts[place])
        # Unpickling is safe here: nobody else can have written to the file.
        return cast(Value, pickle.load(self._file))

    def __iter__(self) -> Iterator[Value]:
        """The values, by their places; nothing may be put in meanwhile."""
        return (self[place] for place in range(len(self)))
