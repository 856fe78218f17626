"""A run and groups to tables: each measure (outcome, score, each requirement) by each attribute and by sex and race together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from statistics import median
from typing import Literal

from screener.auditing.groups import RACE, SEX, Groups
from screener.auditing.people import JudgedPerson, JudgedRun
from screener.auditing.rates import Category, GroupRate, rates_of
from screener.auditing.significance import need_scipy
from screener.decision import Importance, Outcome, Verdict
from screener.report.cells import printable

MeasureKind = Literal["outcome", "score", "requirement"]
_PASSES: dict[Outcome, Verdict] = {"meets": "met", "review": "unclear", "does_not_meet": "not_met"}
"""The verdict on one requirement that weighs like this outcome of all."""
_MEETS: tuple[Outcome, ...] = ("meets",)


@dataclass(frozen=True, slots=True)
class Measure:
    """What counts as selected. id: of the requirement, else empty. importance: of the requirement, else empty."""

    kind: MeasureKind
    id: str = ""
    importance: Importance | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One measure by one attribute, or by two together. unknown: people judged whose group is not known, left out of the rates."""

    measure: Measure
    attributes: tuple[str, ...]
    rates: tuple[GroupRate, ...]
    unknown: int

    @property
    def people(self) -> int:
        return sum(rate.people for rate in self.rates)


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit. selected: the outcomes that count as selected. median: the score that half of the people judged do not exceed.

    judged: people in all; unreadable: files without a judgement; without_row: people judged whom groups.csv does not name;
    unmatched: rows of groups.csv that name no file of the run; duplicates: people judged who have another file in it.
    """

    run: JudgedRun
    on: date
    selected: tuple[Outcome, ...]
    median: float | None
    judged: int
    unreadable: int
    without_row: int
    unmatched: int
    duplicates: int
    tables: tuple[Table, ...]


def audit_run(run: JudgedRun, groups: Groups, *, on: date, selected: Collection[Outcome] = _MEETS) -> Audit:
    """Audit a run. on: the day of the audit. selected: outcomes that count as going forward.

    A requirement is passed with `met`, and with `unclear` where `review` counts as going forward. Raises UsageError without SciPy.
    """
    need_scipy()
    people = [person for person in run.people if person.outcome != "unreadable"]
    known = {id(person): groups.of(person.file, person.sha256) for person in people}
    middle = median(scores) if (scores := [person.score for person in people if person.score is not None]) else None
    tables = tuple(
        _table(measure, _selection(measure, selected, middle), attributes, people, known)
        for measure in _measures(run)
        for attributes in _breakdowns(groups.attributes)
    )
    return Audit(
        run,
        on,
        tuple(outcome for outcome in _PASSES if outcome in selected),
        middle,
        judged=len(people),
        unreadable=len(run.people) - len(people),
        without_row=sum(categories is None for categories in known.values()),
        unmatched=_unmatched(run.people, groups),
        duplicates=sum(person.duplicate for person in people),
        tables=tables,
    )


def _measures(run: JudgedRun) -> Iterator[Measure]:
    yield Measure("outcome")
    yield Measure("score")
    yield from (Measure("requirement", id, importance) for id, importance in run.requirements.items())


def _breakdowns(attributes: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield from ((name,) for name in attributes)
    if SEX in attributes and RACE in attributes:
        yield (SEX, RACE)


def _selection(measure: Measure, selected: Collection[Outcome], middle: float | None) -> Callable[[JudgedPerson], bool | None]:
    """Whether a person counts as selected; None when the measure says nothing of them."""
    passing = {_PASSES[outcome] for outcome in selected}
    by_kind: dict[MeasureKind, Callable[[JudgedPerson], bool | None]] = {
        "outcome": lambda person: person.outcome in selected,
        "score": lambda person: None if person.score is None or middle is None else person.score > middle,
        "requirement": lambda person: person.verdicts[measure.id] in passing if measure.id in person.verdicts else None,
    }
    return by_kind[measure.kind]


def _table(
    measure: Measure,
    select: Callable[[JudgedPerson], bool | None],
    attributes: tuple[str, ...],
    people: Sequence[JudgedPerson],
    known: Mapping[int, Mapping[str, str] | None],
) -> Table:
    totals: Counter[Category] = Counter()
    chosen: Counter[Category] = Counter()
    unknown = 0
    for person in people:
        if (answer := select(person)) is None:
            continue
        categories = known[id(person)] or {}
        if any(name not in categories for name in attributes):
            unknown += 1
            continue
        category = tuple(categories[name] for name in attributes)
        totals[category] += 1
        chosen[category] += answer
    return Table(measure, attributes, rates_of({each: (totals[each], chosen[each]) for each in _ordered(totals)}), unknown)


def _ordered(totals: Mapping[Category, int]) -> list[Category]:
    """The groups, sorted by name, those of two attributes by the first and then the second."""
    if not totals:
        return []
    axes = [sorted({category[axis] for category in totals}) for axis in range(len(next(iter(totals))))]
    return [category for category in product(*axes) if category in totals]


def _unmatched(people: Sequence[JudgedPerson], groups: Groups) -> int:
    names = {name for person in people for name in (person.file, printable(person.file), person.sha256) if name}
    return sum(not names.intersection(row) for row in groups.rows)
