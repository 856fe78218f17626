"""Counts over all who were judged: scores by outcome, verdicts by requirement, whom each required point leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from screener.decision import Outcome
from screener.report.cells import printable
from screener.report.plots import JUDGED, Bin, Plotted
from screener.report.rows import Row

_BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One requirement of one person. name: for people. letter: of the verdict, m(et), u(nclear) or n(ot met)."""

    id: str
    name: str
    importance: str
    letter: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What one requirement did. left: people whom neither it nor a required one before it rules out."""

    id: str
    name: str
    importance: str
    met: int
    unclear: int
    not_met: int
    left: int


def judged_of(row: Row, names: Mapping[str, str]) -> Judged:
    """The requirement of a row of findings. names: by its id, where they are known."""
    requirement = str(row[1])
    return _judged(requirement, names.get(requirement, ""), str(row[2]), str(row[3]))


@lru_cache(maxsize=1000)
def _judged(requirement: str, name: str, importance: str, verdict: str) -> Judged:
    return Judged(requirement, name or requirement.replace("-", " ").capitalize(), importance, verdict[0])


class Tally:
    """Counts of people as they pass by, so that none needs to stay in memory."""

    def __init__(self) -> None:
        self._scores: Counter[tuple[int, str]] = Counter()
        self._asked: dict[str, Judged] = {}
        self._verdicts: Counter[tuple[str, str]] = Counter()
        self._ruled_out: Counter[str] = Counter()
        """By the first required requirement that rules somebody out."""
        self.read = 0

    def add(self, outcome: Outcome, score: int, judged: Iterable[Judged]) -> None:
        """Count one person whose file could be judged."""
        self.read += 1
        self._scores[min(score * _BINS // 100, _BINS - 1), outcome] += 1
        against = None
        for each in judged:
            self._asked.setdefault(each.id, each)
            self._verdicts[each.id, each.letter] += 1
            if against is None and each.importance == "required" and each.letter == "n":
                against = each.id
        if against is not None:
            self._ruled_out[against] += 1

    def bins(self) -> tuple[Bin, ...]:
        """The scores from 0 to 100, in steps of equal width."""
        width = 100 // _BINS
        return tuple(
            Bin(index * width, index * width + width - (index < _BINS - 1), tuple(self._scores[index, outcome] for outcome in JUDGED))
            for index in range(_BINS)
        )

    def counts(self) -> tuple[Counts, ...]:
        """Each requirement, in role order."""
        steps, left = [], self.read
        for each in self._asked.values():
            left -= self._ruled_out[each.id]
            met, unclear, not_met = (self._verdicts[each.id, letter] for letter in "mun")
            steps.append(Counts(each.id, each.name, each.importance, met, unclear, not_met, left))
        return tuple(steps)

    def plotted(self) -> Plotted:
        """What the plots show of it."""
        required = (each for each in self.counts() if each.importance == "required")
        return Plotted(self.bins(), self.read, tuple((printable(each.name), each.left) for each in required))
