"""What some tests need of the machine. Where it is missing they are left out, and the last lines of the run say so and how to get it.

Under CI=true nothing is left out: the tests run, and fail for what is missing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_MAC_BROWSER = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


@dataclass(frozen=True, slots=True)
class Need:
    """A program of the machine. tests: the folder below tests/ that needs it. find: its path, None when it is missing."""

    name: str
    tests: str
    find: Callable[[], str | None]
    advice: str


def find_browser() -> str | None:
    """A browser that speaks Chromium's language."""
    return next(filter(None, map(shutil.which, _BROWSERS)), str(_MAC_BROWSER) if _MAC_BROWSER.exists() else None)


NEEDS: tuple[Need, ...] = (
    Need("Chromium (or Chrome)", "browser", find_browser, "install it, for example with `sudo apt-get install chromium`"),
)


def demanded() -> bool:
    """Whether a missing program is a failure."""
    return os.environ.get("CI") == "true"


def left_out() -> tuple[Need, ...]:
    """What is missing here and not demanded."""
    return () if demanded() else tuple(need for need in NEEDS if need.find() is None)
