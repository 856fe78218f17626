"""What came of a whole night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from screener.nightly.lock import Owner
from screener.nightly.posting import Done


@dataclass(frozen=True, slots=True)
class NightResult:
    """done: a posting each, in the order of the configuration, those that were not begun left out. began, ended: by the clock.

    purged: names of nights past their day, as `posting/night`. troubles: what else went wrong, in sentences.
    recovered: the run that died without giving its lock back, if there was one.
    """

    day: date
    began: datetime
    ended: datetime
    done: tuple[Done, ...]
    stopped: bool = False
    purged: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()
    recovered: Owner | None = None

    @property
    def failed(self) -> tuple[Done, ...]:
        return tuple(each for each in self.done if each.error)

    @property
    def well(self) -> bool:
        """Whether all was done that there was to do."""
        return not (self.failed or self.troubles or self.stopped)
