"""Two pieces of work at once, and what becomes of mistakes in either."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from screener.batch.together import at_once, side_by_side
from screener.errors import UsageError


@pytest.mark.parametrize("jobs", [1, 2])
def test_both_are_done_and_with_one_job_in_this_process(tmp_path: Path, jobs: int) -> None:
    def note(name: str) -> None:
        (tmp_path / name).write_text(str(os.getpid()))

    at_once(jobs)(lambda: note("here"), lambda: note("there"))
    own = str(os.getpid())
    assert (tmp_path / "here").read_text() == own
    assert ((tmp_path / "there").read_text() == own) is (jobs == 1)


def test_a_mistake_in_the_other_process_is_raised_in_this_one() -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left on device"):
        side_by_side(lambda: None, fail)


def test_a_mistake_in_this_process_ends_the_other() -> None:
    def fail() -> None:
        raise ValueError("here")

    def wait() -> None:
        signal.pause()

    with pytest.raises(ValueError, match="here"):
        side_by_side(fail, wait)


def test_a_process_that_is_ended_from_outside_is_told_in_a_sentence() -> None:
    def end() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(UsageError, match=r"ended from outside \(SIGKILL\): run it again"):
        side_by_side(lambda: None, end)
