"""Ctrl-C and SIGTERM: the first one asks the run to finish with what is done, the second one ends it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_TOLD = "screen: stopping: the report is written of the files read so far (once more: stop without one)"


@contextmanager
def stop_on_signals(told: str = _TOLD) -> Iterator[Callable[[], bool]]:
    """Inside, signals only set what the function given returns; afterwards they do what they did before. told: printed at the first."""
    seen: list[int] = []
    before = {number: signal.getsignal(number) for number in _SIGNALS}

    def note(number: int, _frame: FrameType | None) -> None:
        seen.append(number)
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        print(told, file=sys.stderr)

    for number in _SIGNALS:
        signal.signal(number, note)
    try:
        yield lambda: bool(seen)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
