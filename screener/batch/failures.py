"""Why a file could not be read, as far as reading in a child process brings reasons of its own."""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb

from screener.decision import Failure
from screener.errors import UnreadableDocumentError

_SIMPLER = "Look at the file yourself, or ask for a simpler one."

TOO_LARGE = Failure("too-large", "Reading it takes more memory than is allowed.", _SIMPLER)
CRASHED = Failure(
    "crashed",
    "The program that reads it crashed, perhaps for want of memory.",
    "The file may be damaged: open it yourself, or save it anew as PDF.",
)
KILLED = Failure(
    "crashed",
    "The process that reads it was ended from outside, perhaps because the machine ran out of memory.",
    "Screen the file again; if that does not help, look at it yourself.",
)
"""Not the file's fault as far as anybody can tell: it is tried again next time."""


def timed_out(seconds: float) -> Failure:
    """Reading took longer than that, by the clock."""
    return Failure("timed-out", f"Reading it took more than {seconds:g} seconds.", _SIMPLER)


def overworked(seconds: int) -> Failure:
    """Reading took more work of the processor than that."""
    return Failure("timed-out", f"Reading it took more than {seconds} seconds of computing.", _SIMPLER)


def failure_of(error: Exception) -> Failure:
    """What a person is told of `error`; never its own words, which may hold text of the document."""
    if isinstance(error, UnreadableDocumentError):
        return Failure(error.code, error.message, error.advice)
    if isinstance(error, MemoryError):
        return TOO_LARGE
    if isinstance(error, OSError):
        message = f"The file could not be opened ({error.strerror or type(error).__name__})."
        return Failure("not-opened", message, "Check that it still exists and that you may read it.")
    *_, (frame, line) = walk_tb(error.__traceback__)
    place = f"{type(error).__name__} in {Path(frame.f_code.co_filename).name}, line {line}"
    return Failure("crashed", f"The program made a mistake while reading it ({place}).", "Look at the file yourself; report the mistake.")
