"""A requirement one step looser or tighter: the changes that a person who edits a role would try."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from screener.resume import DEGREE_LEVELS
from screener.rules.role import (
    BarRequirement,
    DegreeRequirement,
    LanguageRequirement,
    NoteRequirement,
    Requirement,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)
from screener.taxonomy.spoken import CEFR

Direction = Literal["looser", "tighter"]


@dataclass(frozen=True, slots=True)
class Step:
    """change: what is different, in words. requirement: as it would be."""

    direction: Direction
    change: str
    requirement: Requirement


def steps_of(requirement: Requirement) -> tuple[Step, ...]:
    """Every step from a requirement; none from a note, which decides nothing."""
    if isinstance(requirement, NoteRequirement) or requirement.importance == "note":
        return ()
    own = _STEPS.get(type(requirement))
    return (*(own(requirement) if own else ()), _importance(requirement))


def without_margin(requirement: Requirement) -> Requirement | None:
    """The requirement without its margin; None when it has none."""
    if isinstance(requirement, BarRequirement | LanguageRequirement) and requirement.margin:
        return replace(requirement, margin=0)
    return None


def _importance(requirement: Requirement) -> Step:
    # What silence means depends on the importance, and where a role states it, it may not be kept in the other one.
    if requirement.importance == "required":
        return Step("looser", "preferred instead of required", replace(requirement, importance="preferred", absence=None))
    return Step("tighter", "required instead of preferred", replace(requirement, importance="required", absence=None))


def _years(requirement: YearsRequirement | SkillYearsRequirement) -> Iterator[Step]:
    for direction, by in _YEARS:
        minimum = requirement.minimum + by
        if minimum > 0:
            changed = replace(requirement, minimum=minimum, margin=min(requirement.margin, minimum))
            yield Step(direction, f"{_number(minimum)} instead of {_number(requirement.minimum)}", changed)


_YEARS: tuple[tuple[Direction, int], ...] = (("looser", -1), ("tighter", 1))


def _number(years: float) -> str:
    return f"{years:g} year{'' if years == 1 else 's'}"


def _degree(requirement: DegreeRequirement) -> Iterator[Step]:
    place = DEGREE_LEVELS.index(requirement.level)
    if place > 1:
        lower = DEGREE_LEVELS[place - 1]
        yield Step("looser", f"{lower} instead of {requirement.level}", replace(requirement, level=lower))
    if place + 1 < len(DEGREE_LEVELS):
        higher = DEGREE_LEVELS[place + 1]
        yield Step("tighter", f"{higher} instead of {requirement.level}", replace(requirement, level=higher))
    if requirement.fields:
        yield Step("looser", "any field", replace(requirement, fields=()))
    if requirement.otherwise == "review":
        yield Step("tighter", "no equivalents", replace(requirement, otherwise="not_met"))
    else:
        yield Step("looser", "equivalents go to a person", replace(requirement, otherwise="review"))


def _skills(requirement: SkillsRequirement) -> Iterator[Step]:
    at_least, named = requirement.at_least, len(requirement.of)
    if at_least > 1:
        yield Step("looser", f"{at_least - 1} of {named} instead of {at_least}", replace(requirement, at_least=at_least - 1))
    if at_least < named:
        yield Step("tighter", f"{at_least + 1} of {named} instead of {at_least}", replace(requirement, at_least=at_least + 1))
    if requirement.used_within is not None:
        yield Step("looser", "however long ago", replace(requirement, used_within=None))


def _language(requirement: LanguageRequirement) -> Iterator[Step]:
    place = CEFR.index(requirement.level)
    if place:
        lower = CEFR[place - 1]
        yield Step(
            "looser",
            f"{lower} instead of {requirement.level}",
            replace(requirement, level=lower, margin=min(requirement.margin, place - 1)),
        )
    if place + 1 < len(CEFR):
        yield Step("tighter", f"{CEFR[place + 1]} instead of {requirement.level}", replace(requirement, level=CEFR[place + 1]))


_STEPS: Mapping[type[Requirement], Callable[[Any], Iterator[Step]]] = {
    YearsRequirement: _years,
    SkillYearsRequirement: _years,
    DegreeRequirement: _degree,
    SkillsRequirement: _skills,
    LanguageRequirement: _language,
}
