"""The units for systemd, as systemd itself reads them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

UNITS = Path(__file__).parents[2] / "pipelines" / "systemd"


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units as they are, but that their program is one that this machine has, and their user one that it knows."""
    for unit in UNITS.iterdir():
        text = unit.read_text(encoding="utf-8")
        text = text.replace("/opt/screen/.venv/bin/python", sys.executable).replace("User=screen", "User=root").replace("Group=screen", "Group=root")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return tmp_path


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("unit", ["screen-nightly.service", "screen-nightly.timer"])
def test_systemd_finds_nothing_wrong_with_a_unit(units: Path, unit: str) -> None:
    found = analyze("verify", "--man=no", "--recursive-errors=no", units / unit)
    assert (found.returncode, found.stdout + found.stderr) == (0, "")


def test_systemd_would_find_something_wrong(units: Path) -> None:
    service = units / "screen-nightly.service"
    service.write_text(service.read_text(encoding="utf-8").replace("KillMode=mixed", "KilMode=mixed"), encoding="utf-8")
    found = analyze("verify", "--man=no", "--recursive-errors=no", service)
    assert "KilMode" in found.stderr


def test_the_timer_goes_off_every_day_outside_the_hour_that_clocks_change() -> None:
    [calendar] = re.findall(r"^OnCalendar=(.*)$", (UNITS / "screen-nightly.timer").read_text(encoding="utf-8"), re.MULTILINE)
    found = analyze("calendar", "--iterations=2", calendar)
    assert found.returncode == 0
    assert re.search(r"Normalized form: \*-\*-\* 03:30:00", found.stdout)
