"""Where files come from and where nights go to: the one place that knows what an inbox and an outbox are.

Everything else works on folders of this machine. Here they are the configuration's own paths; URLs are reached in `elsewhere`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from screener.batch import Copy, Source
from screener.errors import ScreenerError, UsageError
from screener.nightly.config import Config, Posting
from screener.nightly.settling import Sizes, look, unsettled
from screener.nightly.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Arrived:
    """What lies in an inbox. folder: where on this machine; waiting: files in it to leave aside, for they are still being written to.

    copy: of an inbox elsewhere, with what could not be had of it.
    """

    folder: Path
    waiting: frozenset[Path]
    copy: Copy | None = None

    @property
    def source(self) -> Source:
        """What a run is made from."""
        return self.copy or self.folder

    @property
    def shown(self) -> str:
        """Where the files come from."""
        return self.copy.shown if self.copy else str(self.folder)

    @property
    def lost(self) -> tuple[tuple[str, str], ...]:
        """Names of files that could not be had, and why."""
        return tuple((name, failure.message) for name, failure in self.copy.lost) if self.copy else ()


Arrivals = Mapping[str, Arrived | ScreenerError]
"""Of each posting, by its id; or why its inbox cannot be read."""


class Places(Protocol):
    """How the job reaches inboxes and outboxes."""

    def fetch(self, postings: Sequence[Posting], around: Surroundings) -> Arrivals:
        """Make the files of all inboxes be on this machine, and tell which of them are still being written to."""

    def nights_folder(self, posting: Posting) -> Path:
        """Where the posting's nights are kept on this machine. Working there changes nothing elsewhere."""

    def deliver(self, posting: Posting) -> None:
        """Make the outbox hold what `nights_folder` holds now; called when nights came or went. Raises ScreenerError."""


class LocalPlaces:
    """Inboxes and outboxes that are folders of this machine."""

    def __init__(self, config: Config) -> None:
        self._config = config

    def fetch(self, postings: Sequence[Posting], around: Surroundings) -> Arrivals:
        settle = self._config.settle
        first = {posting.id: self._look(posting) for posting in postings}
        if settle.watch and any(first.values()):
            around.sleep(settle.watch)
        return {posting.id: self._compare(posting, first[posting.id], around) for posting in postings}

    def nights_folder(self, posting: Posting) -> Path:
        return self._config.path(posting.outbox)

    def deliver(self, posting: Posting) -> None:
        """Nothing is left to do: nights are kept in the outbox itself."""

    def _look(self, posting: Posting) -> Sizes:
        try:
            return look(self._config.path(posting.inbox))
        except (ScreenerError, OSError):  # told when it is looked at again
            return {}

    def _compare(self, posting: Posting, first: Sizes, around: Surroundings) -> Arrived | ScreenerError:
        folder = self._config.path(posting.inbox)
        try:
            return Arrived(folder, unsettled(first, look(folder), around.now(), self._config.settle.age))
        except ScreenerError as error:
            return error
        except OSError as error:
            return UsageError(f"The inbox {folder} cannot be looked at: {error.strerror}.")
