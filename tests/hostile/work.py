"""How much work a function is, counted and not timed: lines of this package's code that were run, and characters that it looked through.

What C code does inside one call (spaCy, a regular expression) is not seen; expressions have a count of their own (see growth.py).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import screener

_PACKAGE = str(Path(screener.__file__).parent)
_CHARACTERS_A_LINE = 64
"""So many characters looked through in one call count as one line."""


class Work:
    """steps: counted so far."""

    def __init__(self) -> None:
        self.steps = 0.0

    def of(self, function: Callable[[], object]) -> int:
        """The steps of calling the function once."""
        before = sys.gettrace()
        self.steps = 0.0
        sys.settrace(self._called)
        try:
            function()
        finally:
            sys.settrace(before)
        return round(self.steps)

    def _called(self, frame: FrameType, _event: str, _argument: object) -> Any:
        return self._ran if frame.f_code.co_filename.startswith(_PACKAGE) else None

    def _ran(self, _frame: FrameType, _event: str, _argument: object) -> Any:
        self.steps += 1
        return self._ran

    def text(self, text: str) -> str:
        """The text, counting what is looked through of it."""
        counted = _Text(text)
        counted.work = self
        return counted

    def looked(self, characters: int) -> None:
        self.steps += max(characters, 0) / _CHARACTERS_A_LINE


class _Text(str):
    """A text that tells its `work` how far it was looked through. What it gives back is plain."""

    __slots__ = ("work",)
    work: Work

    def __getitem__(self, key: Any) -> str:
        found = str.__getitem__(self, key)
        self.work.looked(len(found))
        return found

    def __contains__(self, part: object) -> bool:
        self.work.looked(len(self))
        return isinstance(part, str) and str.__contains__(self, part)

    def _range(self, bounds: tuple[Any, ...]) -> tuple[int, int]:
        start, end, _ = slice(*(bounds or (None,)), *([None] if len(bounds) == 1 else [])).indices(len(self))
        return start, end

    def find(self, part: str, *bounds: Any) -> int:  # type: ignore[override] # only the bounds that are given are handed on
        start, end = self._range(bounds)
        found = str.find(self, part, *bounds)
        self.work.looked((found if found >= 0 else end) - start)
        return found

    def rfind(self, part: str, *bounds: Any) -> int:  # type: ignore[override] # as above
        start, end = self._range(bounds)
        found = str.rfind(self, part, *bounds)
        self.work.looked(end - (found if found >= 0 else start))
        return found

    def count(self, part: str, *bounds: Any) -> int:  # type: ignore[override] # as above
        start, end = self._range(bounds)
        self.work.looked(end - start)
        return str.count(self, part, *bounds)


def _whole(name: str) -> Callable[..., Any]:
    method = getattr(str, name)

    def counting(self: _Text, *arguments: Any, **named: Any) -> Any:
        self.work.looked(len(self))
        return method(self, *arguments, **named)

    return counting


for _name in ("lower", "upper", "casefold", "split", "rsplit", "splitlines", "strip", "replace", "translate", "partition", "rpartition"):
    setattr(_Text, _name, _whole(_name))
