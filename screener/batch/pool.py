"""A pool of child processes that loses one document, not the run, when one crashes, hangs or runs out of memory."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from screener.batch.confine import Limits, allow_computing, confine
from screener.batch.failures import CRASHED, KILLED, TOO_LARGE, overworked, timed_out
from screener.decision import Failure

__all__ = ["KeptChild", "Limits", "run_pool"]

Task = TypeVar("Task")
Result = TypeVar("Result")

_WAITING_PER_WORKER = 8
"""Tasks handed to the pool ahead of the oldest unfinished one: enough to keep workers busy, few enough to bound memory."""

_TASKS_PER_WORKER = 500
"""After so many tasks a worker is replaced, so that memory lost by a library does not add up."""

_LOOK_AROUND_SECONDS = 0.2
"""How often a wait for a slow document looks whether the run is to stop."""


def run_pool(
    tasks: Iterable[Task],
    work: Callable[[Task], Result],
    lose: Callable[[Task, Failure], Result],
    *,
    jobs: int,
    limits: Limits,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Result]:
    """`work` on each task (mostly a file) in one of `jobs` child processes; results in the order of `tasks`.

    lose: gives the result for a task whose worker was lost; called in this process.
    stop: asked again and again; once it says yes, only what is done by then is still given.
    The children are forked: what the parent has loaded by then costs them nothing.
    """
    pool = _new_pool(work, jobs, limits)
    waiting: deque[tuple[Task, ProcessFuture[Result]]] = deque()
    todo = iter(tasks)
    try:
        while not stop():
            while len(waiting) < jobs * _WAITING_PER_WORKER and (task := next(todo, None)) is not None:
                waiting.append((task, pool.schedule(_work_on, args=(task,), timeout=limits.seconds)))
            if not waiting:
                return
            if _is_done(waiting[0][1]):
                yield _result(*waiting.popleft(), lose, limits)
        yield from (_result(task, future, lose, limits) for task, future in waiting if future.done())
    finally:
        pool.stop()  # type: ignore[no-untyped-call] # pebble declares no types for it
        pool.join()


class KeptChild(Generic[Task, Result]):
    """One child process that stays between requests, and is replaced when a task ends it. work, lose, limits: as in `run_pool`."""

    def __init__(self, work: Callable[[Task], Result], lose: Callable[[Task, Failure], Result], limits: Limits) -> None:
        self._pool, self._lose, self._limits = _new_pool(work, 1, limits), lose, limits

    def do(self, tasks: Sequence[Task], stop: Callable[[], bool] = lambda: False) -> list[Result]:
        """The results of a few tasks, in their order; when `stop` says yes, only of those that were done by then."""
        waiting = [(task, self._pool.schedule(_work_on, args=(task,), timeout=self._limits.seconds)) for task in tasks]
        results: list[Result] = []
        while len(results) < len(waiting) and not stop():
            if _is_done(waiting[len(results)][1]):
                results.append(_result(*waiting[len(results)], self._lose, self._limits))
        return results

    def close(self) -> None:
        """End the child."""
        self._pool.stop()  # type: ignore[no-untyped-call] # pebble declares no types for it
        self._pool.join()


def _new_pool(work: Callable[[Task], Result], jobs: int, limits: Limits) -> ProcessPool:
    return ProcessPool(
        max_workers=jobs,
        max_tasks=_TASKS_PER_WORKER,
        initializer=_start_worker,
        initargs=(work, limits),
        context=multiprocessing.get_context("fork"),
    )


def _is_done(future: ProcessFuture[Any]) -> bool:
    """Whether it is, after waiting for it for a moment."""
    try:
        future.exception(timeout=_LOOK_AROUND_SECONDS)
    except FutureTimeoutError:
        return future.done()
    return True


def _result(task: Task, future: ProcessFuture[Result], lose: Callable[[Task, Failure], Result], limits: Limits) -> Result:
    """What the worker gave, or what losing it gives."""
    try:
        return future.result()
    except FutureTimeoutError:
        return lose(task, timed_out(limits.seconds))
    except ProcessExpired as expired:
        return lose(task, _reason(expired.exitcode, limits))
    except MemoryError:
        return lose(task, TOO_LARGE)


def _reason(exit_code: int, limits: Limits) -> Failure:
    """Why a worker ended, as its exit status tells it."""
    return {-signal.SIGXCPU: overworked(limits.computing), -signal.SIGKILL: KILLED}.get(exit_code, CRASHED)


_work: Callable[[Any], Any]
"""The work of this child process: a forked child gets it once, because what travels with each task must be small."""
_computing: int


def _start_worker(work: Callable[[Any], Any], limits: Limits) -> None:
    global _work, _computing
    _work, _computing = work, limits.computing
    confine(limits)
    gc.freeze()


def _work_on(task: Any) -> Any:
    allow_computing(_computing)
    return _work(task)
