"""A person's jobs and skills as the page draws them: periods on a line of years, skills by the jobs that name them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from screener.decision import JobYears, Measures
from screener.report.cells import printable
from screener.report.html.places import Places
from screener.resume import DateRange, OtherSkill, PartialDate, Position, Qualifications, Skill, SkillMention
from screener.taxonomy.skills import load_skills

Extent = tuple[float, float]
"""A period in years with decimals: (2019.0, 2019.25) is January to March 2019."""

_MOST_PLACES = 6
"""Places shown of one skill; more say nothing new."""


def extent(dates: DateRange, as_of: date) -> Extent | None:
    """What a range covers, "Present" ending before the month of `as_of`; None for one that cannot be drawn.

    A year alone covers as much as it counts for: 2015 – 2018 three years, an end year beside a month up to its middle.
    """
    start = dates.start.year + ((dates.start.month or 1) - 1) / 12
    end = as_of.year + (as_of.month - 1) / 12 if dates.current else _end(dates.start, dates.end)
    if dates.problem or end is None or end <= start:
        return None
    return round(start, 3), round(end, 3)


def _end(start: PartialDate, end: PartialDate | None) -> float | None:
    if end is None:
        return None
    if end.month is not None:
        return end.year + end.month / 12
    if start.month is not None:
        return end.year + 0.5
    return end.year + (1 if end == start else 0)


def job_data(qualifications: Qualifications, measures: Measures, places: Places, as_of: date) -> list[dict[str, Any]]:
    """The positions in the order of the document, each with its period and whether it counts."""
    years = {job.position: job for job in measures.jobs}
    return [_job(position, years.get(index), places, as_of) for index, position in enumerate(qualifications.positions)]


def _job(position: Position, years: JobYears | None, places: Places, as_of: date) -> dict[str, Any]:
    dates = position.dates
    title = position.title or position.heading
    return {
        "title": printable(title.text),
        "employer": printable(position.employer.text) if position.employer else "",
        "at": places.piece(position.heading),
        "dates": printable(dates.span.text) if dates else "",
        "extent": extent(dates, as_of) if dates else None,
        "vague": bool(dates and not dates.start.month),
        "current": bool(dates and dates.current),
        "problem": dates.problem if dates else "",
        "months": years.months if years else 0,
        "counts": years.counts if years else "no",
        "reason": printable(years.reason) if years else "",
    }


def skill_data(qualifications: Qualifications, places: Places) -> list[dict[str, Any]]:
    """The skills that the text names itself, by name; what is held apart from what is only mentioned."""
    names = load_skills().skills
    found = [_skill(skill, names[skill.id].name if skill.id in names else skill.id, places) for skill in qualifications.skills]
    return sorted((data for data in found if data["at"]), key=lambda data: (data["name"].casefold(), data["name"]))


def _skill(skill: Skill, name: str, places: Places) -> dict[str, Any]:
    named = [mention for mention in skill.mentions if not mention.via]
    held = [mention for mention in named if mention.scope == "held"]
    shown = held or named
    return {
        "name": name,
        "scope": "held" if held else _first_scope(named),
        "jobs": sorted({mention.position for mention in held if mention.position is not None}),
        "at": [places.piece(mention.span) for mention in shown[:_MOST_PLACES]],
    }


def other_skill_data(others: Iterable[OtherSkill], places: Places) -> list[dict[str, Any]]:
    """What lists of skills name and the taxonomy does not know, in the order of the document, after the form of `skill_data`."""
    return [
        {"name": printable(" ".join(other.span.text.split())), "scope": other.kind, "jobs": [], "at": [places.piece(other.span)]}
        for other in others
    ]


def _first_scope(mentions: list[SkillMention]) -> str:
    return mentions[0].scope if mentions else ""
