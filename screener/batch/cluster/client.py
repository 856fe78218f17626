"""The cluster as the machine of a run sees it: a scheduler that is asked and may fall silent. The only place for Dask."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from importlib import import_module
from time import monotonic
from types import TracebackType
from typing import Any

from screener.batch.cluster.order import Answer, Parcel, Refusal, Told
from screener.batch.cluster.worker import read_parcels
from screener.cache import Warn
from screener.errors import UsageError

_CONNECT_SECONDS = 10
_CHECK_SECONDS = 60
"""A worker loads the program for its first request."""
_FETCH_SECONDS = 10
_LOOK_AROUND_SECONDS = 0.2
_SILENCE_SECONDS = 2.0
"""A scheduler that takes longer to tell its workers does not count as there."""
_ASK_EVERY = 20
_ALONE_SECONDS = 30.0
"""So long without any worker, and what was to be read there is read here: workers that are started anew need a while."""

_NOT_YET: tuple[Answer, ...] = (Answer(None),)


class Cluster:
    """A connection to a scheduler. warn: told in a sentence when the cluster fails though the run goes on.

    Raises UsageError when Dask is missing or no scheduler answers at `address`.
    """

    def __init__(self, address: str, warn: Warn) -> None:
        self._distributed = _load()
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters to the user of a run is told by `warn`
        warnings.filterwarnings("ignore", "Sending large graph")  # how large a sheaf may be is decided where it is bound
        self._warn = warn
        self._warned: set[str] = set()
        self._threads, self._asked = 0, 0
        self._alone_since: float | None = None
        try:
            self._client: Any = self._distributed.Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            sentence = f"No Dask scheduler answers at {address} ({type(error).__name__}): check --scheduler, or use --engine local."
            raise UsageError(sentence) from error

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def check(self, order: bytes) -> None:
        """Make sure that every worker can follow the order. Raises UsageError, also when there are no workers."""
        workers = self.workers()
        if not workers:
            raise UsageError("The Dask cluster has no workers: start some with `dask worker`, or use --engine local.")
        asked = {name: self._client.submit(read_parcels, order, (), workers=[name], pure=False) for name in workers}
        for name, future in asked.items():
            try:
                told = future.result(timeout=_CHECK_SECONDS)
            except (TimeoutError, CancelledError):
                continue  # it is busy, or has just gone: what it says later is looked at too
            except Exception as error:
                sentence = f"The worker {name} cannot run this program ({type(error).__name__}): install the same version there."
                raise UsageError(sentence) from error
            if isinstance(told, Refusal):
                raise UsageError(f"The worker {name} {told.reason}: install the same on all machines.")

    def workers(self) -> dict[str, int]:
        """The threads of each worker; none when the scheduler says nothing."""
        try:
            found: dict[str, int] = self._client.sync(self._client.scheduler.ncores, callback_timeout=_SILENCE_SECONDS)
        except Exception:  # noqa: BLE001 - however it came that nothing can be learned, there is nothing to count on
            found = {}
        self._alone_since = None if found else self._alone_since or monotonic()
        self._threads = sum(found.values())
        return found

    def threads(self) -> int:
        """About how many documents the cluster reads at once: asked for now and then, for workers come and go."""
        if self._asked % _ASK_EVERY == 0:
            self.workers()
        self._asked += 1
        return self._threads

    def send(self, order: bytes, parcels: Sequence[Parcel]) -> Any:
        """Have parcels read; what is returned stands for the answer. None when nothing can be sent."""
        try:
            # Not in the graph of the scheduler under a name that tells anything; what is read twice gives the same.
            return self._client.submit(read_parcels, order, tuple(parcels), pure=False)
        except Exception:  # noqa: BLE001 - the scheduler is gone, for which there are many exceptions
            return None

    def receive(self, sent: Any, stop: Callable[[], bool]) -> tuple[Answer, ...] | None:
        """The answer to what was sent, waited for until `stop` says yes; None when it does not come."""
        if sent is None:
            self._complain("The scheduler of the cluster is gone: what is left is read on this machine.")
        while sent is not None and not stop():
            if self._is_done(sent) and (told := self._fetched(sent)) is not _NOT_YET:
                return told
            if not self.workers() and monotonic() - (self._alone_since or 0) > _ALONE_SECONDS:
                self._complain("No worker of the cluster is left: documents are read on this machine until there is one.")
                break
        return None

    def give_up(self, sent: Sequence[Any]) -> None:
        """Nobody waits for these any more."""
        try:
            self._client.cancel([each for each in sent if each is not None])
        except Exception:  # noqa: BLE001 - then there is nothing to cancel either
            return

    def _complain(self, sentence: str) -> None:
        """Tell the user, once."""
        if sentence not in self._warned:
            self._warned.add(sentence)
            self._warn(sentence)

    def _is_done(self, sent: Any) -> bool:
        try:
            self._distributed.wait([sent], timeout=_LOOK_AROUND_SECONDS)
        except TimeoutError:
            return bool(sent.status != "pending")
        except Exception:  # noqa: BLE001 - cancelled, which is an end too
            return True
        return True

    def _fetched(self, sent: Any) -> tuple[Answer, ...] | None:
        """What came of it; None when it was lost with the scheduler, or with one worker after the other."""
        try:
            told: Told = sent.result(timeout=_FETCH_SECONDS)
        except TimeoutError:  # it was done, and is lost with the worker that had it: another one does it again
            return _NOT_YET
        except Exception as error:  # noqa: BLE001 - whatever the cluster could not do is done here
            self._complain(f"The cluster lost some documents ({type(error).__name__}): they are read on this machine.")
            return None
        if isinstance(told, Refusal):
            self._complain(f"A worker {told.reason}: what it was given is read on this machine.")
            return None
        return told


def _load() -> Any:
    """Dask's distributed, which comes with an extra."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise UsageError("More than one machine needs Dask: install it with `pip install 'screen-resumes[dask]'`.") from error
