"""What many résumés cost, and where a cluster ends: `python -m tests.sizing` prints the figures of docs/sizing.md.

The same files are screened twice: by one child process here, and by a Dask cluster of one worker on this machine. What counts is the time
of the processor, by step and by process, because machines and moments differ. Scheduler and client are one process each: a cluster grows
until the busier of the two has no time left.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import psutil

from screener.batch import Engine, Options, dask_engine, find_inputs, on_this_machine
from screener.batch.cluster.client import Cluster
from screener.batch.gathering import Gathered
from screener.batch.record import run_record
from screener.batch.screen import read_into
from screener.batch.waiting import put_by, tell_all
from screener.batch.worker import limits_for
from screener.report import FORMATS, prepare_output_folder, share_of, wanted_for, write_shares
from screener.rules import load_role
from tests.batch.cluster.machines import machines, wait_for
from tests.soak import write_corpus

OPTIONS = Options(load_role("senior-backend"), date(2026, 11, 1), ocr="off")
MILLION = 1_000_000


@dataclass(slots=True)
class Meter:
    """Seconds of processor time by step: of this process, and of its children that have ended."""

    steps: dict[str, tuple[float, float]] = field(default_factory=dict)
    _before: tuple[float, float] = (0.0, 0.0)

    def start(self) -> None:
        """A step begins."""
        self._before = _used()

    def stop(self, step: str) -> None:
        """It ends."""
        here, children = _used()
        self.steps[step] = here - self._before[0], children - self._before[1]


def _used() -> tuple[float, float]:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime


def screen(inbox: Path, out: Path, engine: Engine, meter: Meter) -> tuple[int, int]:
    """A run, measured. Returns how many bytes waited on disk, and how many bytes the report has."""
    files, limits = find_inputs([inbox]).files, limits_for(OPTIONS.how)
    read = partial(read_into, options=OPTIONS, make=put_by, jobs=1, limits=limits, engine=engine)
    with Gathered() as gathered:
        meter.start()
        gathered.gather(files, read, None, lambda steps, _: steps)
        meter.stop("reading, parsing")
        meter.start()
        linked = gathered.duplicates()
        meter.stop("finding duplicates")
        meter.start()
        tell = partial(share_of, wanted=wanted_for(FORMATS, OPTIONS.as_of))
        shares = tell_all(gathered, linked, OPTIONS, tell, jobs=1, limits=limits)
        write_shares(shares, run_record(OPTIONS, ()), prepare_output_folder(out), FORMATS, locate=lambda _: None)
        meter.stop("judging, writing the report")
        return gathered.bytes, sum(path.stat().st_size for path in out.iterdir())


def seconds_of(process: psutil.Process) -> float:
    """Processor time of a process and of all that it started."""
    total = 0.0
    for each in [process, *process.children(recursive=True)]:
        times = each.cpu_times()
        total += times.user + times.system + times.children_user + times.children_system
    return total


def through_cluster(inbox: Path, home: Path) -> dict[str, float]:
    """Processor time, in seconds, of each part of a cluster of one worker for reading all files."""
    home.mkdir()
    with machines(home) as cluster:
        worker = psutil.Process(cluster.start_worker(nanny=False).pid)
        with Cluster(cluster.address, print) as connection:
            wait_for(lambda: len(connection.workers()) == 1)
        with dask_engine(cluster.address, OPTIONS, print) as engine:
            meter, scheduler = Meter(), psutil.Process(cluster.scheduler)
            before = seconds_of(worker), seconds_of(scheduler)
            screen(inbox, home / "report", engine, meter)
            spent = meter.steps["reading, parsing"]
            return {
                "worker": seconds_of(worker) - before[0],
                "scheduler": seconds_of(scheduler) - before[1],
                "client": spent[0],
                "client's child processes": spent[1],
            }


def figures(count: int, home: Path) -> Iterator[str]:
    """The lines to print."""
    inbox = home / "inbox"
    write_corpus(inbox, count)
    sent = sum(path.stat().st_size for path in inbox.rglob("*") if path.is_file()) / count
    meter = Meter()
    waiting, written = screen(inbox, home / "report", on_this_machine, meter)
    yield f"{count} files of {sent / 1000:.0f} kB on average\n"
    yield f"{'milliseconds of processor time a file':40}{'children':>10}{'the one parent':>16}"
    for step, (here, children) in meter.steps.items():
        yield f"{step:40}{1000 * children / count:10.2f}{1000 * here / count:16.2f}"
    total = [1000 * sum(each) / count for each in zip(*meter.steps.values(), strict=True)]
    yield f"{'together':40}{total[1]:10.2f}{total[0]:16.2f}"
    yield f"\nwaiting on disk: {waiting / count / 1000:.1f} kB a file; report: {written / count / 1000:.1f} kB a file"
    yield f"a million files: {sum(total) * MILLION / 1000 / 3600:.1f} hours of one processor"
    yield f"processors that keep the parent busy: {total[1] / total[0]:.0f}\n"
    parts = through_cluster(inbox, home / "cluster")
    yield f"{'through a Dask cluster':40}{'ms a file':>10}"
    for part, seconds in parts.items():
        yield f"{part:40}{1000 * seconds / count:10.2f}"
    busiest = max(("scheduler", "client"), key=lambda part: parts[part])
    yield f"processors of workers that keep the {busiest} busy: {parts['worker'] / parts[busiest]:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.sizing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sizing-") as home:
        for line in figures(chosen.files, Path(home)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
