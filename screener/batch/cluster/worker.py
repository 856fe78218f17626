"""What runs inside a worker of the cluster: it passes documents on to a process that reads them (see `host`), and keeps that for the next.

Nothing here raises: a cluster writes what failed, with its arguments, into its logs.
"""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from multiprocessing.connection import Connection

from screener.batch.cluster.order import Parcel, Refusal, Told

_TRIES = 2
"""A host that has slept too long has gone: its first request fails, and a new one takes it."""


class Host:
    """A process that reads documents, on this machine."""

    def __init__(self) -> None:
        here, there = multiprocessing.Pipe()
        command = [sys.executable, "-m", "screener.batch.cluster.host", str(there.fileno())]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, pass_fds=[there.fileno()])
        self._connection: Connection[tuple[bytes, Sequence[Parcel]], Told] = here
        there.close()

    def ask(self, order: bytes, parcels: Sequence[Parcel]) -> Told:
        """What it says. Raises OSError or EOFError when it has gone."""
        self._connection.send((order, parcels))
        return self._connection.recv()

    def close(self) -> None:
        """End it."""
        self._connection.close()
        self._process.kill()
        self._process.wait()


_idle: deque[Host] = deque()
"""Hosts with nothing to do: there come to be as many as this worker has threads."""


def read_parcels(order: bytes, parcels: Sequence[Parcel]) -> Told:
    """The answer to each of `parcels`, or why there is none."""
    for _ in range(_TRIES):
        try:
            host = _idle.pop() if _idle else Host()
        except (IndexError, OSError):  # another thread was quicker; or no more processes may be started
            continue
        try:
            told = host.ask(order, parcels)
        except (EOFError, OSError):
            host.close()
            continue
        _idle.append(host)
        return told
    return Refusal("cannot keep a process that reads documents")
