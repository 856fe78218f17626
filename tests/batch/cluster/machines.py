"""A Dask cluster of real processes on this machine, for tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]
_PATIENCE = 60.0
_PATIENCE_AT_THE_END = 15.0


class Machines:
    """A scheduler (process `scheduler`) at `address`, and its workers. folder: for logs and what workers write."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        place = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place)).pid
        wait_for(lambda: place.exists() and place.stat().st_size > 0)
        self.address: str = json.loads(place.read_text())["address"]

    def start_worker(self, *, nanny: bool = True) -> subprocess.Popen[bytes]:
        """A worker with one thread; with a nanny, as is usual, what it starts may have no children by `multiprocessing`."""
        options = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self._folder), "--nanny" if nanny else "--no-nanny")
        return self._start("worker", self.address, *options)

    def logs(self) -> str:
        """All that scheduler and workers said."""
        return "".join(path.read_text() for path in sorted(self._folder.glob("*.log")))

    def stop(self) -> None:
        """End all of it."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            try:
                process.wait(_PATIENCE_AT_THE_END)
            except subprocess.TimeoutExpired:  # nothing is tested any more: a worker may be waiting for the scheduler that has gone
                process.kill()
                process.wait()

    def _start(self, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))}
        with (self._folder / f"{len(self._processes)}.log").open("wb") as log:
            process = subprocess.Popen(command, env=environment, cwd=self._folder, stdout=log, stderr=log)
        self._processes.append(process)
        return process


@contextmanager
def machines(folder: Path) -> Iterator[Machines]:
    """A scheduler without workers yet."""
    cluster = Machines(folder)
    try:
        yield cluster
    finally:
        cluster.stop()


def wait_for(happens: Callable[[], bool]) -> None:
    """Return when it does. Raises AssertionError when it never does."""
    deadline = time.monotonic() + _PATIENCE
    while not happens():
        assert time.monotonic() < deadline, "it does not come"
        time.sleep(0.05)
