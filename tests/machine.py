"""What some tests need of the machine. Where it is missing they are left out, and the last lines of the run say so and how to get it.

Under CI=true nothing is left out: the tests run, and fail for what is missing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from screener.extract.ocr import find_tool

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


def find_recogniser() -> str | None:
    """Tesseract, with the languages that the tests' scans are in."""
    tool = find_tool(os.environ.get("PATH", os.defpath))
    return tool.program if tool and {"deu", "eng", "fra", "osd"} <= {*tool.languages} else None


_RECOGNISER = "install it, for example with `sudo apt-get install tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra`"
NEEDS: tuple[Need, ...] = (
    Need("Chromium (or Chrome)", "browser", find_browser, "install it, for example with `sudo apt-get install chromium`"),
    Need("systemd-analyze", "deployment", lambda: shutil.which("systemd-analyze"), "install it, for example with `sudo apt-get install systemd`"),
    Need("Tesseract with English, German and French", "recognition", find_recogniser, _RECOGNISER),
)


def demanded() -> bool:
    """Whether a missing program is a failure."""
    return os.environ.get("CI") == "true"


def left_out() -> tuple[Need, ...]:
    """What is missing here and not demanded."""
    return () if demanded() else tuple(need for need in NEEDS if need.find() is None)
