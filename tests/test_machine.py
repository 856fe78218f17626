"""Tests that need a program of the machine: left out and named where it is missing, demanded under CI=true."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent


def run_without_programs(ci: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": "/nonexistent", "CI": ci}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False)


def test_without_the_programs_their_tests_are_left_out_and_the_last_lines_say_how_to_get_them() -> None:
    done = run_without_programs("", "tests/browser", "tests/test_machine.py", "-k", "this_one_runs_everywhere or ends_of_the_list_hold")
    assert done.returncode == 0, done.stdout
    assert "failed" not in done.stdout
    browser, deployment, recognition = done.stdout.splitlines()[-3:]
    assert browser.startswith("Left out: tests/browser, for they need Chromium (or Chrome). To run them, install it")
    assert deployment.startswith("Left out: tests/deployment, for they need systemd-analyze. To run them, install it")
    assert recognition.startswith("Left out: tests/recognition, for they need Tesseract with English, German and French. To run them, install it")


def test_under_ci_a_missing_browser_is_a_failure_that_says_so() -> None:
    done = run_without_programs("true", "tests/browser/test_keys.py::test_the_ends_of_the_list_hold")
    assert done.returncode == 1
    assert "These tests need Chromium; install it" in done.stdout


@pytest.mark.parametrize("name", ["tests/browser", "tests/deployment", "tests/recognition"])
def test_this_one_runs_everywhere(name: str) -> None:
    assert (_ROOT / name).is_dir()
