"""Two pieces of work at once: one in this process, one in a child of it."""

from __future__ import annotations

import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection

from screener.errors import UsageError
from screener.report.writing import one_after_the_other

Work = Callable[[], None]

_SET_PARENT_DEATH_SIGNAL = 1


def at_once(jobs: int) -> Callable[[Work, Work], None]:
    """How to do two pieces of work with so many processes."""
    return side_by_side if jobs > 1 else one_after_the_other


def side_by_side(here: Work, there: Work) -> None:
    """Do both, `there` in a child process that ends with this one. Raises what either raises, `here` first.

    Raises UsageError when the child was ended from outside.
    """
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_alone, args=(there, sender))
    child.start()
    sender.close()
    try:
        here()
        # It is waited for here already: what it says may be more than a pipe holds.
        error = receiver.recv() if receiver.poll(None) else None
    except EOFError:
        child.join()
        how = _how(child.exitcode)
        raise UsageError(f"A process that wrote a part of the report was ended from outside ({how}): run it again.") from None
    finally:
        if child.is_alive() and sys.exc_info()[0]:
            child.kill()
        child.join()
        receiver.close()
    if error is not None:
        raise error


def _alone(work: Work, sender: Connection[BaseException | None, None]) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    try:
        work()
    except Exception as error:  # noqa: BLE001 - the parent raises it
        sender.send(error)
    else:
        sender.send(None)


def _how(exit_code: int | None) -> str:
    return signal.Signals(-exit_code).name if exit_code and exit_code < 0 else f"status {exit_code}"
