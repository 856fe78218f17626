"""One posting's night: its inbox screened, compared with the night before, sealed, and moved into place when it is whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from screener.batch import Options, Run, run_screening
from screener.cache import CacheSettings
from screener.decision import Outcome
from screener.errors import UsageError
from screener.nightly.changes import Changes, changes_since
from screener.nightly.config import Config, Posting
from screener.nightly.journal import Journal
from screener.nightly.nights import Night, Nights
from screener.nightly.places import Arrived
from screener.nightly.surroundings import Surroundings
from screener.records import seal_all
from screener.report import write_run_log
from screener.report.changes import write_changes
from screener.rules import Role, load_role


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a posting. error: why there is no report of tonight; empty when there is one.

    night: name of its folder; again: whether it was there already, made from the very same. unclear: why it could not be compared.
    waiting: names of files that are left to the next night; lost: those that could not be fetched, and why.
    """

    posting: Posting
    error: str = ""
    role: str = ""
    role_version: int = 0
    night: str = ""
    again: bool = False
    counts: Mapping[Outcome, int] = field(default_factory=dict)
    changes: Changes | None = None
    unclear: str = ""
    waiting: tuple[str, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0

    @property
    def files(self) -> int:
        return sum(self.counts.values())


class StoppedError(Exception):
    """The job is to come to an end: the posting has no report, and what was read of it is kept in the cache."""


def load_posting_role(config: Config, posting: Posting) -> Role:
    """The role file that a path names, or the shipped role of a name. Raises UsageError and DataFileError."""
    is_path = posting.role.endswith(".toml") or "/" in posting.role
    return load_role(config.path(posting.role) if is_path else posting.role)


def screen_posting(
    config: Config, posting: Posting, nights: Nights, arrived: Arrived, day: date, around: Surroundings, journal: Journal
) -> Done:
    """Raises ScreenerError and OSError when there can be no report, StoppedError when there is none for now."""
    started = around.now()
    role = load_posting_role(config, posting)
    if nights.clear():
        journal.tell("unfinished-cleared", "warning", posting=posting.id)
    waiting = tuple(sorted(path.relative_to(arrived.folder).as_posix() for path in arrived.waiting))
    for name in waiting:
        journal.tell("waiting", posting=posting.id, file=name)
    for name, why in arrived.lost:
        journal.tell("not-fetched", "warning", posting=posting.id, file=name, text=why)
    options = Options(role, day, ocr=config.ocr, ocr_tool=None if config.ocr == "off" else around.ocr_tool, converter=around.converter)
    working = nights.begin()
    run = _screen(config, posting, options, arrived, working, around, journal)
    if run.partial:
        nights.clear()
        raise StoppedError
    before = nights.before(day)
    changes, unclear = _compare(before, working, waiting)
    if changes:
        write_changes(working, changes.rows)
    seconds = (around.now() - started).total_seconds()
    night, again = _publish(nights, working, day, around.now(), posting, arrived, seconds)
    return Done(
        posting, "", role.id, role.version, night.folder.name, again, dict(run.report.counts), changes, unclear, waiting, arrived.lost,
        seconds
    )  # fmt: skip


def _screen(
    config: Config, posting: Posting, options: Options, arrived: Arrived, working: Path, around: Surroundings, journal: Journal
) -> Run:
    return run_screening(
        [arrived.source],
        options,
        working,
        formats=posting.formats,
        jobs=config.jobs or around.jobs,
        cache=CacheSettings(config.cache, config.cache_megabytes * 1_000_000, needed=False),
        warn=lambda text: journal.tell("warning", "warning", posting=posting.id, text=text),
        stop=around.stop,
        aside=arrived.waiting,
    )


def _compare(before: Night | None, working: Path, waiting: tuple[str, ...]) -> tuple[Changes | None, str]:
    """What changed; else why that cannot be told. An earlier night that was damaged is no reason to have none tonight."""
    try:
        return changes_since(before.folder if before else None, working, frozenset(waiting)), ""
    except UsageError as error:
        return None, str(error)


def _publish(
    nights: Nights, working: Path, day: date, at: datetime, posting: Posting, arrived: Arrived, seconds: float
) -> tuple[Night, bool]:
    """The night, and whether it was there already: then nothing is doubled."""
    same = nights.same(working, day)
    if same:
        nights.clear()
    else:
        write_run_log(working, [f"seconds: {seconds:.1f}", f"path: {arrived.shown}"])
        seal_all(working, at, keep_until=at.date() + timedelta(days=posting.retention))
        same = None
    night = same or nights.publish(working, day)
    nights.point_latest()
    return night, same is not None
