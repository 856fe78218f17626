"""A worker that crashes, hangs or eats memory costs its own document and no other."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.batch.inputs import InputFile
from screener.batch.pool import Limits, run_pool
from screener.decision import Failure

FILES = [InputFile(Path(f"{number}.pdf"), f"{number}.pdf") for number in range(12)]
HARMED = "5.pdf"


def crash() -> None:
    os._exit(7)


def die_of_a_signal() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    while True:
        time.sleep(10)


def hang_deaf_to_termination() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang()


def eat_memory() -> None:
    hoard = [bytearray(1 << 24) for _ in range(1 << 12)]
    raise AssertionError(f"{len(hoard)} blocks of 16 MB were given")


def run(harm: Callable[[], None], *, jobs: int, limits: Limits) -> list[str]:
    def work(file: InputFile) -> str:
        if file.name == HARMED:
            harm()
        return f"{file.name} read"

    def lose(file: InputFile, failure: Failure) -> str:
        return f"{file.name} {failure.code}"

    return list(run_pool(FILES, work, lose, jobs=jobs, limits=limits))


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize(
    ("harm", "code", "seconds"),
    [
        (crash, "crashed", 60),
        (die_of_a_signal, "crashed", 60),
        (hang, "timed-out", 0.3),
        (eat_memory, "too-large", 60),
    ],
)
def test_only_the_harmful_document_is_lost(harm: Callable[[], None], code: str, seconds: float, jobs: int) -> None:
    told = run(harm, jobs=jobs, limits=Limits(seconds=seconds, memory=1 << 30))
    assert told == [f"{file.name} {code}" if file.name == HARMED else f"{file.name} read" for file in FILES]


def test_a_document_whose_reader_ignores_termination_is_given_up_too() -> None:
    told = run(hang_deaf_to_termination, jobs=2, limits=Limits(seconds=0.3))
    assert [line for line in told if not line.endswith(" read")] == [f"{HARMED} timed-out"]


def test_results_come_in_the_order_of_the_files_whoever_is_done_first() -> None:
    def work(file: InputFile) -> str:
        time.sleep(0.05 if file.name == "0.pdf" else 0)
        return file.name

    results = run_pool(FILES, work, lambda file, _: file.name, jobs=3, limits=Limits())
    assert list(results) == [file.name for file in FILES]


def test_work_happens_in_child_processes_even_with_one_job() -> None:
    pids = set(run_pool(FILES, lambda _: os.getpid(), lambda _file, _failure: os.getpid(), jobs=1, limits=Limits()))
    assert len(pids) == 1
    assert os.getpid() not in pids


def test_a_run_that_is_given_up_leaves_no_child_behind() -> None:
    results = run_pool(FILES, lambda _: os.getpid(), lambda _file, _failure: 0, jobs=1, limits=Limits())
    child = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
