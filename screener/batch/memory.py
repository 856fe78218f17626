"""What Python's collector of garbage looks at while documents are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 100_000
"""How many new objects start a collection: about what ten documents leave behind. Python's own 700 starts several for each."""


@contextmanager
def loading() -> Iterator[None]:
    """While all is loaded that stays. Nothing of it is garbage: the collector, which would look for some again and again, is told so."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        all_stays()
        if wanted:
            gc.enable()


def all_stays() -> None:
    """Call where hardly anything is garbage: what there is is not looked at again, forks go on sharing it, and collections become rare."""
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def settle() -> None:
    """Call when all that stays is loaded; what is garbage by then goes first."""
    gc.collect()
    all_stays()


def unsettle() -> None:
    """Python's usual ways again."""
    gc.unfreeze()
    gc.set_threshold(*_USUAL)


_USUAL = gc.get_threshold()
