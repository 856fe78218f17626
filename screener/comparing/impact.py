"""What a role does to real candidates: requirement by requirement, step by step, and against another role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from screener.comparing.steps import Direction, Step, steps_of, without_margin
from screener.decision import OUTCOMES, Decision, Finding, Importance, Outcome, Screening
from screener.resume import Qualifications
from screener.rules import Assessment, Role, check, decide
from screener.rules.role import Requirement


@dataclass(frozen=True, slots=True)
class Move:
    """One file whose outcome is another one. reason: why it is what it is after."""

    file: str
    before: Outcome
    after: Outcome
    reason: str


@dataclass(frozen=True, slots=True)
class RequirementImpact:
    """What one requirement does. met, unclear, not_met: numbers of people; silent: of those about whom the document says nothing of it.

    The others are files. removes: those that `does_not_meet` because of it alone; holds_back: those in `review` because of it alone;
    within_margin: those that only its margin keeps from being `not_met`.
    """

    id: str
    text: str
    importance: Importance
    met: int
    unclear: int
    not_met: int
    silent: int
    removes: tuple[str, ...]
    holds_back: tuple[str, ...]
    within_margin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepImpact:
    """What one change of one requirement, with all else as it is, would move."""

    requirement: str
    direction: Direction
    change: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What changes when the role takes the place of another: outcomes under that one, and who moves."""

    role: str
    version: int
    outcomes: dict[Outcome, int]
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """A role's effect. people: those whose file could be read, as are all numbers here; unreadable: the others."""

    role: str
    version: int
    title: str
    as_of: date
    people: int
    unreadable: int
    outcomes: dict[Outcome, int]
    requirements: tuple[RequirementImpact, ...]
    steps: tuple[StepImpact, ...]
    replacement: Replacement | None = None


@dataclass(frozen=True, slots=True)
class _Person:
    """assessment, decision: for the role as it is. margins, steps: findings of requirements without their margin, and after each step."""

    file: str
    assessment: Assessment
    decision: Decision
    margins: tuple[Finding | None, ...]
    steps: tuple[Finding, ...]
    other: Decision | None


def impact_of(screenings: Iterable[Screening], role: Role, *, as_of: date, against: Role | None = None) -> Impact:
    """The effect of `role` on the people of `screenings`, whose own decisions are not looked at.

    against: the role that it would replace. The screenings may come from a generator: what is kept of each is small.
    """
    steps = [(index, step) for index, requirement in enumerate(role.requirements) for step in steps_of(requirement)]
    people: list[_Person] = []
    unreadable = 0
    for screening in screenings:
        if screening.resume is None:
            unreadable += 1
        else:
            people.append(_person(screening.file, screening.resume.qualifications, role, steps, as_of, against))
    return Impact(
        role=role.id,
        version=role.version,
        title=role.title,
        as_of=as_of,
        people=len(people),
        unreadable=unreadable,
        outcomes=_outcomes(person.decision for person in people),
        requirements=tuple(_requirement(role, index, people) for index in range(len(role.requirements))),
        steps=tuple(_step(role, index, step, number, people) for number, (index, step) in enumerate(steps)),
        replacement=_replacement(against, people) if against else None,
    )


def _person(
    file: str, qualifications: Qualifications, role: Role, steps: Sequence[tuple[int, Step]], as_of: date, against: Role | None
) -> _Person:
    """Judged by the role, and by each of its variants: all in one pass over the facts."""
    bare = [without_margin(requirement) for requirement in role.requirements]
    variants: list[Requirement] = [*(each for each in bare if each), *(step.requirement for _, step in steps)]
    asked = replace(role, requirements=(*role.requirements, *variants))
    findings = check(qualifications, asked, as_of=as_of).findings
    first = len(role.requirements)
    rest = iter(findings[first:])
    margins = tuple(next(rest) if each else None for each in bare)
    assessment = check(qualifications, role, as_of=as_of)
    other = decide(check(qualifications, against, as_of=as_of), against) if against else None
    return _Person(file, assessment, decide(assessment, role), margins, tuple(rest), other)


def _outcomes(decisions: Iterable[Decision]) -> dict[Outcome, int]:
    counts = Counter(decision.outcome for decision in decisions)
    return {outcome: counts[outcome] for outcome in OUTCOMES if outcome != "unreadable"}


def _requirement(role: Role, index: int, people: Sequence[_Person]) -> RequirementImpact:
    requirement = role.requirements[index]
    findings = [person.assessment.findings[index] for person in people]
    verdicts = Counter(finding.verdict for finding in findings)
    freed = [
        person for person in people if requirement.importance == "required" and _without(person, role, index) != person.decision.outcome
    ]
    return RequirementImpact(
        id=requirement.id,
        text=requirement.text,
        importance=requirement.importance,
        met=verdicts["met"],
        unclear=verdicts["unclear"],
        not_met=verdicts["not_met"],
        silent=sum(not finding.mentioned for finding in findings),
        removes=tuple(person.file for person in freed if person.decision.outcome == "does_not_meet"),
        holds_back=tuple(person.file for person in freed if person.decision.outcome == "review"),
        within_margin=tuple(person.file for person in people if _is_within_margin(person, index)),
    )


def _is_within_margin(person: _Person, index: int) -> bool:
    bare = person.margins[index]
    return bare is not None and bare.verdict == "not_met" and person.assessment.findings[index].verdict == "unclear"


def _without(person: _Person, role: Role, index: int) -> Outcome:
    """The outcome if the requirement were not asked."""
    findings, requirements = person.assessment.findings, role.requirements
    fewer = replace(person.assessment, findings=findings[:index] + findings[index + 1 :])
    return decide(fewer, replace(role, requirements=requirements[:index] + requirements[index + 1 :])).outcome


def _step(role: Role, index: int, step: Step, number: int, people: Sequence[_Person]) -> StepImpact:
    changed = [(person, _with(person, role, index, person.steps[number])) for person in people]
    moves = tuple(
        Move(person.file, person.decision.outcome, decision.outcome, decision.reason)
        for person, decision in changed
        if decision.outcome != person.decision.outcome
    )
    return StepImpact(role.requirements[index].id, step.direction, step.change, moves)


def _with(person: _Person, role: Role, index: int, finding: Finding) -> Decision:
    """The decision with another finding for one requirement."""
    findings = person.assessment.findings
    return decide(replace(person.assessment, findings=(*findings[:index], finding, *findings[index + 1 :])), role)


def _replacement(against: Role, people: Sequence[_Person]) -> Replacement:
    pairs = [(person.file, person.other, person.decision) for person in people if person.other]
    moves = tuple(Move(file, old.outcome, new.outcome, new.reason) for file, old, new in pairs if old.outcome != new.outcome)
    return Replacement(against.id, against.version, _outcomes(old for _, old, _ in pairs), moves)
