"""The whole job, in order: take the lock, see what has arrived, screen each posting, delete what is past its day, tell."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from screener.errors import ScreenerError
from screener.nightly.config import Config, Posting
from screener.nightly.elsewhere import places_of
from screener.nightly.journal import Journal
from screener.nightly.lock import Owner, held_lock
from screener.nightly.nights import Nights
from screener.nightly.places import Arrivals, Places
from screener.nightly.posting import Done, StoppedError, screen_posting
from screener.nightly.purging import purge_mails, purge_nights
from screener.nightly.result import NightResult
from screener.nightly.surroundings import Surroundings
from screener.nightly.telling import tell_of


def run_night(config: Config, day: date, around: Surroundings, journal: Journal, places: Places | None = None) -> NightResult:
    """Screen every posting, also when one fails. day: the night's name and the day on which years are counted.

    Raises BusyError when another run is at work, UsageError when there can be no lock; nothing else.
    """
    with held_lock(config.state, around.now()) as dead:
        if dead:
            journal.tell("lock-recovered", "warning", owner=str(dead))
        return _Job(config, day, around, journal, places or places_of(config)).run(dead)


class _Job:
    """One night's work, under the lock."""

    def __init__(self, config: Config, day: date, around: Surroundings, journal: Journal, places: Places) -> None:
        self._config, self._day, self._around, self._journal, self._places = config, day, around, journal, places
        self._nights = {posting.id: Nights(places.nights_folder(posting)) for posting in config.postings}
        self._troubles: list[str] = []

    def run(self, dead: Owner | None) -> NightResult:
        began = self._around.now()
        self._journal.tell("started", day=self._day.isoformat(), postings=len(self._config.postings))
        done = tuple(self._postings(self._places.fetch(self._config.postings, self._around)))
        stopped = len(done) < len(self._config.postings)
        purged = () if stopped else self._purge()
        for each in done:
            if not each.error:
                self._deliver(each.posting)
        if self._journal.failure:
            self._troubles.append(f"The log could not be written to: {self._journal.failure}.")
        ended = self._around.now()
        result = NightResult(self._day, began, ended, done, stopped, purged, tuple(self._troubles), dead)
        result = tell_of(result, self._config, self._around, self._journal)
        self._journal.tell("finished", "info" if result.well else "error", well=result.well, stopped=result.stopped)
        return result

    def _postings(self, arrivals: Arrivals) -> Iterator[Done]:
        """What came of each; fewer when the job was stopped."""
        for posting in self._config.postings:
            if self._around.stop():
                return
            self._journal.tell("posting-started", posting=posting.id)
            try:
                yield self._posting(posting, arrivals)
            except StoppedError:
                self._journal.tell("posting-stopped", "warning", posting=posting.id)
                return

    def _posting(self, posting: Posting, arrivals: Arrivals) -> Done:
        try:
            arrived = arrivals[posting.id]
            if isinstance(arrived, ScreenerError):
                raise arrived
            done = screen_posting(self._config, posting, self._nights[posting.id], arrived, self._day, self._around, self._journal)
        except StoppedError:
            raise
        except (ScreenerError, OSError) as error:
            done = Done(posting, _sentence(error))
        except Exception as error:  # noqa: BLE001 - a mistake of this program with one posting must not cost the others their night
            # Without the message, which may hold what a document says.
            place = traceback.extract_tb(error.__traceback__)[-1]
            done = Done(posting, f"A mistake of the program: {type(error).__name__} in {Path(place.filename).name}, line {place.lineno}.")
        if done.error:
            with suppress(OSError):  # what is left is cleared by the next run
                self._nights[posting.id].clear()
            self._journal.tell("posting-failed", "error", posting=posting.id, text=done.error)
        else:
            self._tell_of(done)
        return done

    def _tell_of(self, done: Done) -> None:
        changes = {kind: len(done.changes.of(kind)) for kind in ("new", "changed", "other", "left")} if done.changes else {}
        details: dict[str, Any] = {"role": done.role, "version": done.role_version, "night": done.night, "again": done.again}
        details |= {"files": done.files, "waiting": len(done.waiting), **({"lost": len(done.lost)} if done.lost else {})}
        self._journal.tell(
            "posting-finished", posting=done.posting.id, **details, outcomes=dict(sorted(done.counts.items())), changes=changes,
            seconds=round(done.seconds, 1),
        )  # fmt: skip

    def _purge(self) -> tuple[str, ...]:
        try:
            purged = purge_nights(self._nights, self._config.cache, self._around.now(), self._around.today())
            if self._config.mail and self._config.mail.folder:
                longest = max(posting.retention for posting in self._config.postings)
                purge_mails(self._config.mail.folder, self._around.today(), longest)
        except (ScreenerError, OSError) as error:
            self._trouble("purge-failed", f"Nights past their day could not be deleted: {_sentence(error)}")
            return ()
        for name in purged:
            self._journal.tell("purged", night=name)
        return purged

    def _deliver(self, posting: Posting) -> None:
        try:
            self._places.deliver(posting)
        except (ScreenerError, OSError) as error:
            self._trouble("delivery-failed", f"The nights of {posting.id} could not be delivered: {_sentence(error)}")

    def _trouble(self, event: str, text: str) -> None:
        self._journal.tell(event, "error", text=text)
        self._troubles.append(text)


def _sentence(error: ScreenerError | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror or type(error).__name__}{f' ({error.filename})' if error.filename else ''}."
    return str(error)
