"""Nights past the last day to keep them: deleted by `records`, and with them what the cache holds of files that no later night needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from screener.cache import forget_files
from screener.nightly.nights import Nights, night_day
from screener.records import purge_runs
from screener.records.runs import record_of


def purge_nights(outboxes: Mapping[str, Nights], cache: Path, at: datetime, today: date, *, only_tell: bool = False) -> tuple[str, ...]:
    """Returns the names of what was deleted, as `posting/night`. outboxes: of each posting, by its id. Raises ScreenerError and OSError."""
    there = {name: nights for name, nights in outboxes.items() if nights.outbox.is_dir()}

    def forget(hashes: frozenset[str]) -> None:
        # Most files of an old night still lie in the inbox and are in tonight's: they would only have to be read again.
        forget_files(cache, hashes - _needed(there, today))

    names = {nights.outbox: name for name, nights in there.items()}
    done = purge_runs(list(names), at, today=today, forget=forget, only_tell=only_tell)
    if not only_tell:
        for nights in there.values():
            nights.point_latest()
    return tuple(sorted(_name(folder, names) for folder in done.purged))


def purge_mails(folder: Path, today: date, days: int) -> int:
    """Delete the mails of nights that are no longer kept by any posting; returns how many there were."""
    old = [path for path in folder.glob("*.eml") if (day := night_day(path.stem)) and day + timedelta(days=days) < today]
    for path in old:
        path.unlink()
    return len(old)


def _needed(outboxes: Mapping[str, Nights], today: date) -> frozenset[str]:
    """Hashes of the files of each posting's newest night."""
    newest = [nights.all()[-1] for nights in outboxes.values() if nights.all()]
    return frozenset(each["sha256"] for night in newest if night.day <= today for each in record_of(night.folder)["inputs"])


def _name(folder: Path, names: Mapping[Path, str]) -> str:
    outbox = next(outbox for outbox in names if outbox in folder.parents or outbox == folder)
    return f"{names[outbox]}/{folder.relative_to(outbox).as_posix()}"
