"""Sequences whose values are made when they are asked for, because all of them at once would be much to keep."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

Value = TypeVar("Value", covariant=True)


class MadeLater(Sequence[Value]):
    """What makes its values one by one."""

    @abstractmethod
    def make(self, place: int) -> Value:
        """The value in a place, counted from 0."""

    @overload
    def __getitem__(self, place: int) -> Value: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, place: int | slice) -> Value | tuple[Value, ...]:
        if isinstance(place, slice):
            return tuple(map(self.make, range(*place.indices(len(self)))))
        return self.make(range(len(self))[place])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment] # what is equal to a list has none
