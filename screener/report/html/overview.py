"""The run at a glance: counts, the spread of scores, what each requirement left, how well the files could be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screener.decision import OUTCOMES, Outcome
from screener.report.html.person import Asked, Person
from screener.report.plots import Plotted
from screener.report.tally import Judged, Tally


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
    plotted: Plotted
    asked: tuple[Asked, ...]
    required: tuple[Step, ...]
    preferred: tuple[Step, ...]
    readings: dict[str, int]
    flags: tuple[tuple[str, int], ...]
    skills: tuple[str, ...]


class _Everybody:
    """What is counted of everybody, those whose file could not be read as well."""

    def __init__(self) -> None:
        self.judged = Tally()
        self.asked: dict[str, Asked] = {}
        self.outcomes: Counter[str] = Counter()
        self.readings: Counter[str] = Counter()
        self.flags: Counter[str] = Counter()
        self.skills: set[str] = set()

    def add(self, person: Person) -> None:
        self.outcomes[person.outcome] += 1
        self.readings[person.reading] += 1
        self.flags.update(person.flags)
        self.skills.update(person.skills)
        if not person.asked:
            return
        verdicts = zip(person.asked, person.verdicts, strict=True)
        self.judged.add(person.outcome, person.score, (Judged(each.id, each.name, each.importance, letter) for each, letter in verdicts))
        for each in person.asked:
            self.asked.setdefault(each.id, each)

    def steps(self) -> list[Step]:
        return [
            Step(index, self.asked[each.id], each.met, each.unclear, each.not_met, each.left)
            for index, each in enumerate(self.judged.counts())
        ]


def overview_of(people: Iterable[Person]) -> Overview:
    """Count everything in one pass."""
    tally = _Everybody()
    for person in people:
        tally.add(person)
    steps = tally.steps()
    return Overview(
        files=tally.outcomes.total(),
        read=tally.judged.read,
        outcomes={outcome: tally.outcomes[outcome] for outcome in OUTCOMES},
        plotted=tally.judged.plotted(),
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
