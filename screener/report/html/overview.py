"""The run at a glance: counts, the spread of scores, what each requirement left, how well the files could be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screener.decision import OUTCOMES, Outcome
from screener.report.html.person import Asked, Person

JUDGED: tuple[Outcome, ...] = ("meets", "review", "does_not_meet")
"""The outcomes of those who have a score."""
_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """People with a score from `low` to `high`, by outcome in the order of JUDGED."""

    low: int
    high: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one requirement did. index: in role order. left: people whom neither it nor a required one before it rules out."""

    index: int
    asked: Asked
    met: int
    unclear: int
    not_met: int
    left: int


@dataclass(frozen=True, slots=True)
class Overview:
    """read: people whose file could be judged. asked: each requirement once, in role order. skills: all that somebody has, by name.

    readings: files by how well they were read. flags: most frequent first.
    """

    files: int
    read: int
    outcomes: dict[Outcome, int]
    bins: tuple[Bin, ...]
    asked: tuple[Asked, ...]
    required: tuple[Step, ...]
    preferred: tuple[Step, ...]
    readings: dict[str, int]
    flags: tuple[tuple[str, int], ...]
    skills: tuple[str, ...]


class _Tally:
    """Counts of people as they pass by, so that none needs to stay in memory."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.readings: Counter[str] = Counter()
        self.flags: Counter[str] = Counter()
        self.scores: Counter[tuple[int, str]] = Counter()
        self.asked: dict[str, Asked] = {}
        self.verdicts: Counter[tuple[str, str]] = Counter()
        self.ruled_out: Counter[str] = Counter()
        """By the first required requirement that rules somebody out."""
        self.skills: set[str] = set()
        self.read = 0

    def add(self, person: Person) -> None:
        self.outcomes[person.outcome] += 1
        self.readings[person.reading] += 1
        self.flags.update(person.flags)
        self.skills.update(person.skills)
        if person.asked:
            self._add_verdicts(person)

    def _add_verdicts(self, person: Person) -> None:
        self.read += 1
        self.scores[min(person.score * _BINS // 100, _BINS - 1), person.outcome] += 1
        verdicts = list(zip(person.asked, person.verdicts, strict=True))
        for asked, letter in verdicts:
            self.asked.setdefault(asked.id, asked)
            self.verdicts[asked.id, letter] += 1
        against = next((asked.id for asked, letter in verdicts if asked.importance == "required" and letter == "n"), None)
        if against is not None:
            self.ruled_out[against] += 1

    def bins(self) -> tuple[Bin, ...]:
        width = 100 // _BINS
        return tuple(
            Bin(index * width, index * width + width - (index < _BINS - 1), tuple(self.scores[index, outcome] for outcome in JUDGED))
            for index in range(_BINS)
        )

    def steps(self) -> list[Step]:
        steps, left = [], self.read
        for index, asked in enumerate(self.asked.values()):
            left -= self.ruled_out[asked.id]
            met, unclear, not_met = (self.verdicts[asked.id, letter] for letter in "mun")
            steps.append(Step(index, asked, met, unclear, not_met, left))
        return steps


def overview_of(people: Iterable[Person]) -> Overview:
    """Count everything in one pass."""
    tally = _Tally()
    for person in people:
        tally.add(person)
    steps = tally.steps()
    return Overview(
        files=tally.outcomes.total(),
        read=tally.read,
        outcomes={outcome: tally.outcomes[outcome] for outcome in OUTCOMES},
        bins=tally.bins(),
        asked=tuple(tally.asked.values()),
        required=tuple(step for step in steps if step.asked.importance == "required"),
        preferred=tuple(step for step in steps if step.asked.importance == "preferred"),
        readings={verdict: tally.readings[verdict] for verdict in ("good", "doubtful", "failed")},
        flags=tuple(sorted(tally.flags.items(), key=lambda item: (-item[1], item[0]))),
        skills=tuple(sorted(tally.skills, key=lambda name: (name.casefold(), name))),
    )


def verdicts_of(person: Person, asked: Sequence[Asked]) -> str:
    """One letter for each of `asked`; `-` for what was not asked of this person."""
    own = {each.id: letter for each, letter in zip(person.asked, person.verdicts, strict=True)}
    return "".join(own.get(each.id, "-") for each in asked)
