"""Nights ended with SIGKILL: nothing is lost or doubled, whatever the moment."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOW_MANY = 6
"""Moments, from the first step to the last; `python -m tests.nightly.killing FOLDER 0` tries every one."""


def test_a_killed_night_that_is_run_again_leaves_what_an_undisturbed_one_leaves(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.nightly.killing", str(tmp_path), str(HOW_MANY)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert told["steps"] > 50
    assert (told["killed"], told["ended"], told["unequal"]) == (HOW_MANY, [-9], {})
