"""How each skill was used: how well it is shown, for how long, and when last. Pure, like the judgement, and no part of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from screener.document import Span
from screener.resume import PartialDate, Qualifications, Skill
from screener.rules.facts import Facts
from screener.rules.skill import Showing, showings_of
from screener.rules.vocabulary import Vocabulary, load_vocabulary
from screener.rules.years import total, years

Strength = Literal["recent", "used", "listed"]
STRENGTHS: tuple[Strength, ...] = ("recent", "used", "listed")
"""Strongest first: surely used in a job of the last years; used in a dated job; only named, or shown where nothing is dated."""

RECENT_YEARS = 3
"""A skill is used recently when a job that names it surely lasted into the last so many years."""


@dataclass(frozen=True, slots=True)
class SkillUse:
    """A skill that the person has. id, name: the taxonomy's. span: the strongest line.

    years: of the dated jobs that name it, overlaps counted once, "Present" ending at as-of; 0.0 without any. last: the last month in
    which it was surely used, None without a dated job. jobs: indices into `Qualifications.positions`.
    via: empty, or the id of the skill that implies this one wherever it is shown.
    """

    id: str
    name: str
    strength: Strength
    years: float
    last: PartialDate | None
    jobs: tuple[int, ...]
    span: Span
    via: str = ""


def skill_uses(qualifications: Qualifications, *, as_of: date, vocabulary: Vocabulary | None = None) -> tuple[SkillUse, ...]:
    """One for each skill held, the strongest first, then by years, then by name. What is negated, wished for or taught is left out."""
    facts = Facts.of(qualifications, as_of, vocabulary or load_vocabulary())
    uses = [_use(skill, showings, facts) for skill in qualifications.skills if (showings := showings_of([skill], facts))]
    return tuple(sorted(uses, key=lambda use: (STRENGTHS.index(use.strength), -use.years, use.name.casefold(), use.id)))


def _use(skill: Skill, showings: list[Showing], facts: Facts) -> SkillUse:
    """showings: strongest first, at least one."""
    dated = [showing for showing in showings if showing.place == "dated_job"]
    months = {showing.mention.position: showing.months for showing in dated}
    last = max((showing.last for showing in dated if showing.last is not None), default=None)
    named = next((showing for showing in showings if not showing.mention.via), None)
    return SkillUse(
        id=skill.id,
        name=facts.vocabulary.skills.get(skill.id, skill.id),
        strength=_strength(last, bool(dated), facts),
        years=years(total(months.values())),
        last=None if last is None else PartialDate(last // 12, last % 12 + 1),
        jobs=tuple(sorted(position for position in months if position is not None)),
        span=(dated or showings)[0].mention.context,
        via="" if named else showings[0].mention.via,
    )


def _strength(last: int | None, dated: bool, facts: Facts) -> Strength:
    if last is not None and last > facts.calendar.last - RECENT_YEARS * 12:
        return "recent"
    return "used" if dated else "listed"
