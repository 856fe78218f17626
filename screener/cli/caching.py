"""Options of the cache, and where it lies unless they say otherwise."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from screener.cache import CacheSettings

DEFAULT_CACHE_MAX = 2000

CacheFolder = Annotated[
    Path | None, typer.Option("--cache", metavar="DIR", help="Where readings are kept.", show_default="your cache folder")
]
CacheMax = Annotated[int, typer.Option("--cache-max", metavar="MB", min=1, help="The most that kept readings may take.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every file anew, and keep nothing.")]
Rehash = Annotated[bool, typer.Option("--rehash", help="Look into every file, also where size and times are unchanged.")]


def cache_settings(folder: Path | None, megabytes: int, *, rehash: bool) -> CacheSettings:
    """The cache that the options ask for. One that nobody named may be missing: the run then does without."""
    from screener.cache import CacheSettings

    return CacheSettings(cache_folder(folder), megabytes * 1_000_000, trust_marks=not rehash, needed=folder is not None)


def cache_folder(named: Path | None) -> Path:
    """The folder of the cache: the one named, else the user's."""
    return named or _user_folder()


def _user_folder() -> Path:
    """Where this platform keeps what can be made anew."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "screen-resumes"
    named = os.environ.get("XDG_CACHE_HOME", "")
    # Relative paths are to be ignored: XDG Base Directory Specification.
    base = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    return base / "screen-resumes"
