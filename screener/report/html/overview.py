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
    """read: people whose file could be judged. readings: files by how well they were read. flags: most frequent first."""

    files: int
    read: int
    outcomes: dict[Outcome, int]
    bins: tuple[Bin, ...]
    required: tuple[Step, ...]
    preferred: tuple[Step, ...]
    notes: tuple[Step, ...]
    readings: dict[str, int]
    flags: tuple[tuple[str, int], ...]


def overview_of(people: Sequence[Person]) -> Overview:
    """Count everything once."""
    judged = [person for person in people if person.asked]
    steps = _steps(judged)
    flags = Counter(flag for person in people for flag in person.flags)
    return Overview(
        files=len(people),
        read=len(judged),
        outcomes={outcome: sum(person.outcome == outcome for person in people) for outcome in OUTCOMES},
        bins=_bins(judged),
        required=tuple(step for step in steps if step.asked.importance == "required"),
        preferred=tuple(step for step in steps if step.asked.importance == "preferred"),
        notes=tuple(step for step in steps if step.asked.importance == "note"),
        readings={verdict: sum(person.reading == verdict for person in people) for verdict in ("good", "doubtful", "failed")},
        flags=tuple(sorted(flags.items(), key=lambda item: (-item[1], item[0]))),
    )


def asked_of(people: Iterable[Person]) -> tuple[Asked, ...]:
    """What was asked of these people, each requirement once, in the order of the role."""
    # People of one role share their requirements, mostly the very same tuples: those are looked at once.
    return tuple({asked.id: asked for group in dict.fromkeys(person.asked for person in people) for asked in group}.values())


def verdicts_of(person: Person, asked: Sequence[Asked]) -> str:
    """One letter for each of `asked`; `-` for what was not asked of this person."""
    own = {each.id: letter for each, letter in zip(person.asked, person.verdicts, strict=True)}
    return "".join(own.get(each.id, "-") for each in asked)


def _bins(judged: Sequence[Person]) -> tuple[Bin, ...]:
    counts = Counter((min(person.score * _BINS // 100, _BINS - 1), person.outcome) for person in judged)
    width = 100 // _BINS
    return tuple(
        Bin(index * width, index * width + width - (index < _BINS - 1), tuple(counts[index, outcome] for outcome in JUDGED))
        for index in range(_BINS)
    )


def _steps(judged: Sequence[Person]) -> list[Step]:
    asked_of_all = asked_of(judged)
    verdicts = [verdicts_of(person, asked_of_all) for person in judged]
    steps, left = [], verdicts
    for index, asked in enumerate(asked_of_all):
        counts = Counter(letters[index] for letters in verdicts)
        if asked.importance == "required":
            left = [letters for letters in left if letters[index] != "n"]
        steps.append(Step(index, asked, counts["m"], counts["u"], counts["n"], len(left)))
    return steps
