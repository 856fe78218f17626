"""Tesseract as a program of the machine: finding it, choosing its languages, and running it on one picture."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]

OCR_SECONDS = 120.0
"""What reading a document may take beyond the usual, where pictures are read."""
_PAGE_SECONDS = 30.0
_ASKING_SECONDS = 10.0
_MOST_LANGUAGES = 6
"""Each language read along costs time on every page."""

_PALE = ("-c", "thresholding_method=2")
"""Black and white are told apart by what is around each point (Sauvola), from Tesseract 5 on; older ones go on without."""

_VERSION = re.compile(r"tesseract\s+v?(\S{1,40})")
_ROTATE = re.compile(r"^Rotate: (\d{1,3})", re.MULTILINE)
_SCRIPT = re.compile(r"^Script: (\w+)", re.MULTILINE)

LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "Latin": (
        "eng", "deu", "fra", "spa", "ita", "por", "nld", "pol", "swe", "dan", "nor", "fin", "ces", "tur", "ron", "hun", "cat", "hrv",
        "slk", "slv", "lit", "lav", "est", "ind", "vie",
    ),
    "Cyrillic": ("rus", "ukr", "bul", "srp", "bel", "mkd"),
    "Greek": ("ell",),
    "Arabic": ("ara", "fas", "urd"),
    "Hebrew": ("heb",),
    "Devanagari": ("hin", "mar", "nep"),
    "Bengali": ("ben",),
    "Tamil": ("tam",),
    "Thai": ("tha",),
    "Han": ("chi_sim", "chi_tra"),
    "Japanese": ("jpn",),
    "Korean": ("kor",),
}  # fmt: skip
"""Script, as Tesseract names it → its languages by the names of their data, the ones likelier in a résumé first."""

COMPANION = "eng"
"""Read along with every script: names of products are written in it everywhere."""


@dataclass(frozen=True, slots=True)
class OcrTool:
    """Tesseract on this machine. program: its path. languages: those whose data is installed, sorted. data: their folder if not the usual.

    Equal tools give equal text for equal pictures.
    """

    program: str
    version: str
    languages: tuple[str, ...]
    data: str = ""

    @property
    def description(self) -> str:
        """Version and languages, for the record of a run."""
        return f"{self.version} ({'+'.join(self.languages)})"

    def of_script(self, script: str) -> tuple[str, ...]:
        """The installed languages to read a script with; none when it has none of its own."""
        own = [language for language in LANGUAGES.get(script, ()) if language in self.languages][:_MOST_LANGUAGES]
        return tuple(dict.fromkeys([*own, *([COMPANION] if own and COMPANION in self.languages else [])]))

    def first_languages(self) -> tuple[str, ...]:
        """The languages to try first: those in Latin letters, else the first of any."""
        return self.of_script("Latin") or next(filter(None, map(self.of_script, LANGUAGES)), ())


class RecognitionTimeoutError(Exception):
    """A page took too long to recognise: that depends on what else the machine does, and says nothing about the page."""


@dataclass(frozen=True, slots=True)
class Direction:
    """turns: quarter turns, clockwise, that put a picture upright. script: a key of LANGUAGES, or another name, or empty."""

    turns: int
    script: str


def find_tool(search_path: str, data: str = "") -> OcrTool | None:
    """The Tesseract of the folders of `search_path` (as PATH lists them); None when there is none that can read a language.

    data: the folder of its languages' data; empty: where it looks by itself.
    """
    program = shutil.which("tesseract", path=search_path)
    if program is None:
        return None
    version = _VERSION.search(_asked(program, "--version"))
    listed = _asked(program, "--list-langs", *_data_option(data)).splitlines()[1:]
    languages = tuple(sorted(line.strip() for line in listed if line.strip() and " " not in line.strip()))
    tool = OcrTool(program, version[1] if version else "unknown", languages, data)
    return tool if tool.first_languages() else None


def recognise(tool: OcrTool, picture: Grey, dots: int, languages: Sequence[str], *, pale: bool = False) -> str | None:
    """The words of a picture as Tesseract's table (TSV); None when it fails. Raises RecognitionTimeoutError.

    picture: grey, rows of pixels. dots: for an inch. pale: whether print paler than the rest is looked for, at the cost of more noise.
    """
    options = ["--dpi", str(dots), "--oem", "1", "--psm", "3", *(_PALE if pale else ()), "-l", "+".join(languages)]
    output = _run(tool, _as_pgm(picture), [*options, "tsv"])
    return None if output is None else output.decode("utf-8", "replace")


def direction_of(tool: OcrTool, picture: Grey, dots: int) -> Direction:
    """Which way up a picture is, and its script; upright and of no known script where that cannot be told.

    Raises RecognitionTimeoutError.
    """
    output = _run(tool, _as_pgm(picture), ["--dpi", str(dots), "--psm", "0"]) if "osd" in tool.languages else None
    told = output.decode("utf-8", "replace") if output else ""
    degrees, script = _ROTATE.search(told), _SCRIPT.search(told)
    return Direction(int(degrees[1]) // 90 if degrees else 0, script[1] if script else "")


def _as_pgm(picture: Grey) -> bytes:
    """The simplest picture file there is: nothing is spent on packing."""
    height, width = picture.shape
    return b"P5 %d %d 255\n" % (width, height) + np.ascontiguousarray(picture).tobytes()


def _run(tool: OcrTool, picture: bytes, options: Sequence[str]) -> bytes | None:
    """What Tesseract writes, from pipe to pipe: no file holds the page. One thread, for pages are read side by side."""
    command = [tool.program, "stdin", "stdout", *_data_option(tool.data), *options]
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_PAGE_SECONDS, env=_ENVIRONMENT, check=False)
    except subprocess.TimeoutExpired as error:
        raise RecognitionTimeoutError from error
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _asked(program: str, *question: str) -> str:
    try:
        done = subprocess.run([program, *question], capture_output=True, timeout=_ASKING_SECONDS, env=_ENVIRONMENT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _data_option(data: str) -> tuple[str, ...]:
    return ("--tessdata-dir", data) if data else ()


_ENVIRONMENT = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
