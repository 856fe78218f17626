"""Tests that need a program which this machine lacks are left out, and named at the end (see tests/machine.py)."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings

from tests.machine import left_out

# How long a test takes says nothing here: machines are shared, and speed belongs to `make bench`.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_HERE = Path(__file__).parent
_LEFT_OUT = left_out()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """True for the folders whose tests cannot run here."""
    return True if any(collection_path.is_relative_to(_HERE / need.tests) for need in _LEFT_OUT) else None


def pytest_unconfigure() -> None:
    """Say what was left out, after everything else."""
    for need in _LEFT_OUT:
        print(f"Left out: tests/{need.tests}, for they need {need.name}. To run them, {need.advice}.")
