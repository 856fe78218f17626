"""The skill-years requirement: the work in which a skill was used, added up like any other work."""

from __future__ import annotations

from dataclasses import dataclass

from screener.document import Span
from screener.resume import Position
from screener.rules.facts import Facts, Ruling, distinct, names_of
from screener.rules.role import SkillYearsRequirement
from screener.rules.skill import SHOWN
from screener.rules.tally import EMPLOYMENT
from screener.rules.wording import sentence_start
from screener.rules.years import Bounds, bounds, total, usable, years


@dataclass(frozen=True, slots=True)
class _Use:
    """Months: low and point where the skill is named, high in all work that it may have been used in.

    used: the positions that name it. undated: work that has no usable dates may add to all of this.
    """

    used: tuple[tuple[Position, Bounds], ...]
    low: int
    point: int
    high: int
    undated: bool


def check_skill_years(requirement: SkillYearsRequirement, facts: Facts) -> Ruling:
    """Met by the jobs that name the skill. The others may have used it too, so only all work together can be too little."""
    mentions = [mention for skill in facts.qualifications.skills if skill.id in requirement.skills for mention in skill.mentions]
    shown = [mention for mention in mentions if mention.scope in SHOWN]
    use = _use(requirement, facts)
    gaps = _gaps(requirement, use, facts)
    if use.low >= requirement.minimum_months:
        return Ruling("met", facts.say("skill_years.met", **gaps), _evidence(use))
    denied = [mention for mention in mentions if mention.scope == "negated"]
    if denied and not shown:
        quote = facts.wording.quoted(denied[0].context, denied[0].span)
        return Ruling("not_met", facts.say("skill.negated", quote=quote), distinct(mention.context for mention in denied))
    if use.high and not use.undated and use.high < requirement.floor_months:
        return Ruling("not_met", facts.say("skill_years.short", **gaps), _evidence(use) or _all_work(facts))
    if use.used:
        return Ruling("unclear", facts.say("skill_years.open", **gaps), _evidence(use))
    if mentions:
        return Ruling("unclear", facts.say("skill_years.unplaced", **gaps), distinct(mention.context for mention in shown or mentions))
    return Ruling("unclear", facts.say("skill_years.absent", **gaps), mentioned=False)


def used_months(requirement: SkillYearsRequirement, facts: Facts) -> int:
    """Months in which one of the skills was surely used."""
    return _use(requirement, facts).low


def _use(requirement: SkillYearsRequirement, facts: Facts) -> _Use:
    named = {
        mention.position
        for skill in facts.qualifications.skills
        if skill.id in requirement.skills
        for mention in skill.mentions
        if mention.scope in SHOWN and mention.position is not None
    }
    positions = facts.qualifications.positions
    work = [(index, position) for index, position in enumerate(positions) if position.kind in EMPLOYMENT]
    used = tuple((position, bounds(position.dates, facts.calendar)) for index, position in work if index in named)
    perhaps = [position for index, position in work if index in named or position.work or not position.legible]
    point = total(each.point for _, each in used)
    return _Use(
        used=used,
        low=min(total(each.low for _, each in used), point),
        point=point,
        high=total(bounds(position.dates, facts.calendar).high for position in perhaps),
        undated=any(not usable(position.dates, facts.calendar) for position in perhaps),
    )


def _gaps(requirement: SkillYearsRequirement, use: _Use, facts: Facts) -> dict[str, str]:
    wording = facts.wording
    months = [each.point for _, each in use.used if each.point]
    return {
        "names": sentence_start(wording.listed(names_of(requirement.skills, facts), "or")),
        "point": wording.duration(years(use.point)),
        "high": wording.duration(years(use.high)),
        "jobs": facts.say("years.jobs", count=len(months)) if len(months) > 1 else "",
        "first": wording.month(min(interval.first for interval in months)) if months else "",
        "last": wording.month(max(interval.last for interval in months)) if months else "",
        "minimum": wording.figure(requirement.minimum),
        "minimum_years": wording.duration(requirement.minimum),
    }


def _evidence(use: _Use) -> tuple[Span, ...]:
    """The headings of the jobs that name the skill, the longest first."""
    used = sorted(use.used, key=lambda pair: -total([pair[1].high]))
    return distinct(position.heading for position, _ in used)


def _all_work(facts: Facts) -> tuple[Span, ...]:
    return distinct(position.heading for position in facts.qualifications.positions if position.kind in EMPLOYMENT)
