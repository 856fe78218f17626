"""A figure with its target, and how it reads in a table."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Target:
    """The figure that is wanted: at least, or at most."""

    bound: float
    at_least: bool = True

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.bound:g}"

    def is_met_by(self, figure: float) -> bool:
        """Whether it is reached."""
        return figure >= self.bound if self.at_least else figure <= self.bound


@dataclass(frozen=True, slots=True)
class Ratio:
    """One ratio, measured round by round."""

    label: str
    values: Sequence[float]
    target: Target | None = None

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    @property
    def cells(self) -> tuple[str, ...]:
        """label, lowest, median, highest, target, whether it is reached."""
        reached = "" if self.target is None else "yes" if self.target.is_met_by(self.middle) else "**no**"
        low, middle, high = (f"{value:.2f}" for value in (min(self.values), self.middle, max(self.values)))
        return self.label, low, middle, high, str(self.target or ""), reached


def processor_seconds() -> float:
    """Seconds of processor time of this process and of the children that have ended: what other programs take does not count."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)  # finer than os.times, which counts in hundredths of a second
    return time.process_time() + children.ru_utime + children.ru_stime


def costs(run: Callable[[], object]) -> float:
    """Processor time of one call, in seconds."""
    started = processor_seconds()
    run()
    return processor_seconds() - started
