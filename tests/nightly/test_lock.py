"""One run at a time, with real processes: a second one finds nothing to do, and a run takes over from one that died."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.nightly.lock import BusyError, held_lock
from tests.nightly.builders import HEAD, MORNING, config_file

ROOT = Path(__file__).parents[2]
HOLDING = HEAD.replace("watch = 0", "watch = 3600")
"""A run that looks once and then waits, holding the lock."""


def start(config: Path, head: str) -> subprocess.Popen[str]:
    config_file(config.parent, "one", head=head)
    command = [sys.executable, "-m", "pipelines.nightly", "--config", str(config)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = config_file(tmp_path, "one")
    (tmp_path / "inbox/one/ada.txt").write_text("Ada Probe\nPython")
    return path


@pytest.fixture
def holder(config: Path) -> Iterator[subprocess.Popen[str]]:
    process = start(config, HOLDING)
    lock = config.parent / "state/lock"
    while not (lock.exists() and lock.read_bytes()):
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    yield process
    process.kill()
    process.communicate()


def test_a_second_run_does_nothing_and_says_who_is_at_work(config: Path, holder: subprocess.Popen[str]) -> None:
    second = start(config, HEAD)
    said, error = second.communicate()
    assert (second.returncode, said) == (5, "")
    assert f"Another run is at work (process {holder.pid} on " in error
    assert holder.poll() is None
    assert not (config.parent / "outbox").exists()


def test_a_run_takes_over_from_one_that_was_killed_and_says_so(config: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    second = start(config, HEAD)
    said, error = second.communicate()
    assert (second.returncode, error) == (0, "")
    assert f"An earlier run had died (process {holder.pid} on " in said
    log = [json.loads(line) for line in (config.parent / "state/log.jsonl").read_text().splitlines()]
    assert [each["level"] for each in log if each["event"] == "lock-recovered"] == ["warning"]
    assert (config.parent / "state/lock").read_bytes() == b""


def test_a_run_that_is_asked_to_stop_gives_its_lock_back(config: Path, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGTERM)
    said, error = holder.communicate()
    assert holder.returncode == 4
    assert "The run was stopped before its end." in said
    assert "what is read is kept for the next run" in error
    assert (config.parent / "state/lock").read_bytes() == b""
    assert not (config.parent / "outbox").exists()


def test_who_holds_it_stands_in_it_and_nothing_does_afterwards(tmp_path: Path) -> None:
    with held_lock(tmp_path / "state", MORNING) as dead:
        assert dead is None
        assert json.loads((tmp_path / "state/lock").read_bytes())["since"] == "2026-11-01T02:30:00Z"
        assert (tmp_path / "state").stat().st_mode & 0o077 == 0
    assert (tmp_path / "state/lock").read_bytes() == b""


def test_a_lock_with_something_else_in_it_can_be_taken(tmp_path: Path) -> None:
    (tmp_path / "lock").write_bytes(b"\xff{")
    with held_lock(tmp_path, MORNING) as dead:
        assert dead is None


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="cannot be made"), held_lock(tmp_path, MORNING):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_being_busy_is_no_mistake_of_the_command() -> None:
    assert not issubclass(BusyError, UsageError)
