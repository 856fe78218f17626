"""Work in a process of its own, which ends with the work.

Nothing of it stays: no connection, no thread and no credentials are there for the processes in which documents are opened afterwards.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from screener.errors import ScreenerError, UsageError

Result = TypeVar("Result")


def apart(work: Callable[..., Result], *arguments: Any, **options: Any) -> Result:
    """What `work` gives, called in a new process. work, what it is given and what it gives travel between processes.

    Raises the ScreenerError that it raises; UsageError when the process ends without a word, RuntimeError for a mistake of the program.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, arguments, options), daemon=True)
    process.start()
    there.close()
    try:
        done, told = here.recv()
    except EOFError as error:
        raise UsageError("The process that fetches and delivers files was ended from outside.") from error
    finally:
        process.terminate()
        process.join()
        here.close()
    if done:
        return told  # type: ignore[no-any-return] # what `work` gave
    raise told


def _work(there: Connection, work: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
    # Whoever started this ends it; on Ctrl-C, which reaches both, as well as when it is no more.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What the libraries log may name what is not to be shown.
    logging.captureWarnings(True)
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        there.send((True, work(*arguments, **options)))
    except ScreenerError as error:
        there.send((False, error))
    except OSError as error:
        there.send((False, UsageError(f"{error.filename or 'A file'}: {error.strerror or type(error).__name__}.")))
    except Exception as error:  # noqa: BLE001 - told without its own words, which may hold more than may be shown
        there.send((False, RuntimeError(type(error).__name__)))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
