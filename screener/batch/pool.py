"""A pool of child processes that loses one document, not the run, when one crashes, hangs or runs out of memory."""

from __future__ import annotations

import gc
import multiprocessing
import resource
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from screener.batch.inputs import InputFile
from screener.batch.worker import TOO_LARGE
from screener.decision import Failure

Result = TypeVar("Result")

_WAITING_PER_WORKER = 8
"""Files handed to the pool ahead of the oldest unfinished one: enough to keep workers busy, few enough to bound memory."""

_FILES_PER_WORKER = 500
"""After so many files a worker is replaced, so that memory lost by a library does not add up."""

CRASHED = Failure(
    "crashed",
    "The program that reads it crashed, perhaps for want of memory.",
    "The file may be damaged: open it yourself, or save it anew as PDF.",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost. seconds: wall time. memory: address space of the worker, in bytes."""

    seconds: float = 60.0
    memory: int = 3 << 30


def run_pool(
    files: Sequence[InputFile],
    work: Callable[[InputFile], Result],
    lose: Callable[[InputFile, Failure], Result],
    *,
    jobs: int,
    limits: Limits,
) -> Iterator[Result]:
    """`work` on each file in one of `jobs` child processes; results in the order of `files`.

    lose: gives the result for a file whose worker was lost; called in this process.
    The children are forked: what the parent has loaded by then costs them nothing.
    """
    pool = ProcessPool(
        max_workers=jobs,
        max_tasks=_FILES_PER_WORKER,
        initializer=_start_worker,
        initargs=(work, limits.memory),
        context=multiprocessing.get_context("fork"),
    )
    try:
        waiting: deque[tuple[InputFile, ProcessFuture[Result]]] = deque()
        for file in files:
            waiting.append((file, pool.schedule(_work_on, args=(file,), timeout=limits.seconds)))
            if len(waiting) >= jobs * _WAITING_PER_WORKER:
                yield _result(*waiting.popleft(), lose, limits)
        while waiting:
            yield _result(*waiting.popleft(), lose, limits)
    finally:
        pool.stop()  # type: ignore[no-untyped-call] # pebble declares no types for it
        pool.join()


def _result(file: InputFile, future: ProcessFuture[Result], lose: Callable[[InputFile, Failure], Result], limits: Limits) -> Result:
    """What the worker gave, or what losing it gives."""
    try:
        return future.result()
    except FutureTimeoutError:
        return lose(file, _timed_out(limits))
    except ProcessExpired:
        return lose(file, CRASHED)
    except MemoryError:
        return lose(file, TOO_LARGE)


def _timed_out(limits: Limits) -> Failure:
    message = f"Reading it took more than {limits.seconds:g} seconds."
    return Failure("timed-out", message, "Look at the file yourself, or ask for a simpler one.")


_work: Callable[[InputFile], Any]
"""The work of this child process: a forked child gets it once, because what travels with each task must be small."""


def _start_worker(work: Callable[[InputFile], Any], memory: int) -> None:
    global _work
    _work = work
    highest = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (memory if highest == resource.RLIM_INFINITY else min(memory, highest), highest))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.freeze()


def _work_on(file: InputFile) -> Any:
    return _work(file)
