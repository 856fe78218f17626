"""Values that wait on disk for the last of them, so that no more than one is in memory."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import Generic, TypeVar, cast

Value = TypeVar("Value")


class Spool(Generic[Value]):
    """A list on disk, in a file without a name that only this process can open and that is gone when it ends (see `tempfile`)."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by __exit__, this class being its context manager
        self._lengths: list[int] = []

    def __enter__(self) -> Spool[Value]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def append(self, value: Value) -> None:
        """Put a value behind the others."""
        # The fastest level: the values are read once, and soon.
        self._lengths.append(self._file.write(zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)))

    def __iter__(self) -> Iterator[Value]:
        """The values in their order; nothing may be put behind them meanwhile."""
        self._file.seek(0)
        for length in self._lengths:
            # Unpickling is safe here: nobody else can have written to the file.
            yield cast(Value, pickle.loads(zlib.decompress(self._file.read(length))))
