"""Configurations, clocks and folders for tests of the nightly job."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from screener.nightly import Config, Journal, Surroundings, load_config
from screener.parse import build_parser

one_parser = cache(build_parser)
"""The parser, built once."""

DAY = date(2026, 11, 1)
MORNING = datetime(2026, 11, 1, 2, 30, tzinfo=UTC)

HEAD = """
state = "state"
retention = 30
jobs = 1
ocr = "off"

[settle]
age = 0
watch = 0
"""
POSTING = """
[[posting]]
id = "{0}"
role = "senior-backend"
inbox = "inbox/{0}"
outbox = "outbox/{0}"
formats = ["csv", "jsonl"]
"""


def config_file(folder: Path, *postings: str, head: str = HEAD, more: str = "") -> Path:
    """A configuration of postings with these ids; their inboxes are made."""
    for posting in postings:
        (folder / "inbox" / posting).mkdir(parents=True, exist_ok=True)
    path = folder / "nightly.toml"
    path.write_text(head + more + "".join(POSTING.format(posting) for posting in postings), encoding="utf-8")
    return path


def configured(folder: Path, *postings: str, head: str = HEAD, more: str = "") -> Config:
    return load_config(config_file(folder, *postings, head=head, more=more))


class Clock:
    """Stands still unless it is slept on or moved."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at
        self.asleep: Callable[[], object] = lambda: None

    def now(self) -> datetime:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.asleep()
        self.at += timedelta(seconds=seconds)


def surroundings(clock: Clock | None = None, *, stop: Callable[[], bool] = lambda: False, environment: dict[str, str] | None = None) -> Surroundings:
    clock = clock or Clock()
    return Surroundings(clock.now, clock.sleep, stop, environment or {})


class Told:
    """A journal that keeps its lines."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.journal = Journal(self.lines.append, lambda: MORNING)

    @property
    def text(self) -> str:
        return b"".join(self.lines).decode()


def files_in(folder: Path) -> dict[str, bytes | str]:
    """Everything below a folder by its path: the content of files, where links lead."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found[name] = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else ""
    return found
