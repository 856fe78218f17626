"""What would change a decision: the smallest facts that would move a person to `meets`, as questions to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from screener.decision import Decision, Finding
from screener.resume import DEGREE_LEVELS, Qualifications
from screener.rules.certification import named_in
from screener.rules.degree import is_held, sufficient
from screener.rules.facts import Facts, names_of
from screener.rules.measures import LANGUAGE, NOT_A_RESUME
from screener.rules.role import (
    BarRequirement,
    CertificationRequirement,
    DegreeRequirement,
    EvidenceRequirement,
    LanguageRequirement,
    Requirement,
    Role,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)
from screener.rules.skill import recently_shown, shown_skills
from screener.rules.skill_years import used_months
from screener.rules.spoken import language_name
from screener.rules.tally import Counted, Tally, tally
from screener.rules.vocabulary import Vocabulary, load_vocabulary
from screener.rules.wording import load_wording
from screener.rules.years import total, years

_MOST_MONTHS = 23
"""Longer spans are told in years."""


_MOST_NAMED = 6
"""So many skills are named in a question."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to find out. requirement: its id, empty when it is about the document. text: one or two sentences, to the person.

    months: how many more months of the work would do. skills: ids of those of which `count` more would do.
    """

    requirement: str
    text: str
    months: int = 0
    skills: tuple[str, ...] = ()
    count: int = 0


def questions(
    decision: Decision,
    qualifications: Qualifications,
    role: Role,
    *,
    as_of: date,
    vocabulary: Vocabulary | None = None,
    language: str = "en",
) -> tuple[Question, ...]:
    """One question for each required finding that is not met, in role order; the answers to all of them could give `meets`.

    The arguments are those that the decision was made from. Empty when the decision is `meets`.
    Raises ValueError when the decision was not made for this role.
    """
    if [finding.requirement for finding in decision.findings] != [requirement.id for requirement in role.requirements]:
        raise ValueError(f"this is not a decision for the role {role.id}")
    facts = Facts.of(qualifications, as_of, vocabulary or load_vocabulary(), load_wording(language))
    lacking = [
        _ASKS[type(requirement)](requirement, facts)
        for requirement, finding in zip(role.requirements, decision.findings, strict=True)
        if _decides(finding)
    ]
    return (*_about_the_document(decision, facts), *lacking)


def _decides(finding: Finding) -> bool:
    return finding.importance == "required" and finding.verdict != "met"


def _about_the_document(decision: Decision, facts: Facts) -> Iterator[Question]:
    if NOT_A_RESUME in decision.flags:
        yield Question("", facts.say("ask.resume" if facts.qualifications.reading.verdict == "good" else "ask.better_file"))
    for flag in decision.flags:
        if flag.startswith(LANGUAGE):
            name = language_name(flag.removeprefix(LANGUAGE), facts.vocabulary, facts.wording)
            yield Question("", facts.say("ask.judged_language", language=name))


def _ask_degree(requirement: DegreeRequirement, facts: Facts) -> Question:
    text = _degree_text(requirement, facts)
    if requirement.instead is None:
        return Question(requirement.id, text)
    counted = tally(facts, requirement.instead.of)
    months = _missing(requirement.instead, counted.low)
    text += " " + facts.say("ask.degree_or_years", work=counted.work, months=_in_words(months, facts))
    return Question(requirement.id, text, months)


def _degree_text(requirement: DegreeRequirement, facts: Facts) -> str:
    wording = facts.wording
    high = sufficient(requirement, facts)
    held = [degree for degree in high if is_held(degree, facts)]
    for degree in held or high:
        gaps = {"level": wording.word("plain_level", degree.level), "quote": wording.quoted(degree.context, degree.span)}
        if not held:
            return facts.say("ask.degree_finished", **gaps)
        if not degree.fields:
            return facts.say("ask.degree_field", text=requirement.text, **gaps)
    if any(degree.level in DEGREE_LEVELS[1:] for degree in facts.qualifications.degrees):
        return facts.say("ask.degree_other", text=requirement.text)
    return facts.say("ask.degree", asked=wording.word("level", requirement.level), text=requirement.text)


def _ask_years(requirement: YearsRequirement, facts: Facts) -> Question:
    counted = tally(facts, requirement.of)
    months = _missing(requirement, counted.low)
    gaps = {"work": counted.work, "months": _in_words(months, facts)}
    for key, doubtful in _doubts(counted, facts).items():
        enough = counted.undated or counted.high >= requirement.minimum_months
        if doubtful and enough:
            heading = doubtful[0].position.title or doubtful[0].position.heading
            return Question(requirement.id, facts.say(key, quote=facts.wording.quoted(heading, heading), **gaps), months)
    return Question(requirement.id, facts.say("ask.years_more", **gaps), months)


def _doubts(counted: Tally, facts: Facts) -> Mapping[str, list[Counted]]:
    """What may hide the months, the easiest to answer first, with the jobs that it is about, the longest first."""
    jobs = sorted(counted.employment, key=lambda each: -total([each.bounds.high]))
    concerned = [each for each in jobs if each.counts != "no" and each.position.dates]
    old = facts.calendar.written < facts.calendar.last
    return {
        "ask.years_undated": list(counted.undated),
        "ask.years_present": [each for each in concerned if old and each.position.dates and each.position.dates.current],
        "ask.years_possible": [each for each in jobs if each.counts == "unclear" and each.dated],
        "ask.years_imprecise": [each for each in concerned if total([each.bounds.low]) < total([each.bounds.high])],
    }


def _ask_skills(requirement: SkillsRequirement, facts: Facts) -> Question:
    recent, shown = recently_shown(requirement, facts), shown_skills(requirement, facts)
    count = requirement.at_least - len(recent)
    older = tuple(skill for skill in shown if skill not in recent)
    if older and len(shown) >= requirement.at_least:
        names = facts.wording.listed(names_of(older, facts), "or")
        text = facts.say("ask.skill_recent", names=names, years=facts.wording.duration(requirement.used_within or 0))
        return Question(requirement.id, text, skills=older, count=count)
    missing = tuple(skill for skill in requirement.of if skill not in recent)
    key = "ask.skill_one" if len(missing) == 1 else ("ask.skill_all" if count == len(missing) else "ask.skill_any")
    key = "ask.skill_any_one" if key == "ask.skill_any" and count == 1 else key
    text = facts.say(key, names=_some_of(missing, facts), count=count)
    return Question(requirement.id, text, skills=missing, count=count)


def _some_of(skills: Sequence[str], facts: Facts) -> str:
    """Their names, the first few where there are many."""
    if len(skills) <= _MOST_NAMED + 1:
        return facts.wording.listed(names_of(skills, facts))
    others = facts.say("list.others", count=len(skills) - _MOST_NAMED)
    return facts.wording.listed([*names_of(skills[:_MOST_NAMED], facts), others])


def _ask_skill_years(requirement: SkillYearsRequirement, facts: Facts) -> Question:
    months = _missing(requirement, used_months(requirement, facts))
    names = facts.wording.listed(names_of(requirement.skills, facts), "or")
    text = facts.say("ask.skill_years", names=names, months=_in_words(months, facts))
    return Question(requirement.id, text, months, requirement.skills, 1)


def _ask_certification(requirement: CertificationRequirement, facts: Facts) -> Question:
    named = named_in(requirement, facts)
    if named:
        quote = facts.wording.quoted(named[0].span, named[0].span)
        return Question(requirement.id, facts.say("ask.certification_finished", quote=quote))
    return Question(requirement.id, facts.say("ask.certification", names=facts.wording.listed(requirement.names, "or")))


def _ask_language(requirement: LanguageRequirement, facts: Facts) -> Question:
    name = facts.wording.word("spoken", requirement.language, facts.vocabulary.languages[requirement.language])
    return Question(requirement.id, facts.say("ask.language", language=name, asked=requirement.level))


def _ask_evidence(requirement: EvidenceRequirement, facts: Facts) -> Question:
    return Question(requirement.id, facts.say("ask.evidence", text=requirement.text))


_ASKS: Mapping[type[Requirement], Callable[[Any, Facts], Question]] = {
    DegreeRequirement: _ask_degree,
    YearsRequirement: _ask_years,
    SkillsRequirement: _ask_skills,
    SkillYearsRequirement: _ask_skill_years,
    CertificationRequirement: _ask_certification,
    LanguageRequirement: _ask_language,
    EvidenceRequirement: _ask_evidence,
}


def _missing(requirement: BarRequirement, low: int) -> int:
    """Whole months that lack to the bar."""
    return max(0, -(-requirement.minimum_months // 1) - low)


def _in_words(months: int, facts: Facts) -> str:
    if months > _MOST_MONTHS:
        return facts.wording.duration(years(months))
    return facts.say("months.one" if months == 1 else "months.many", months=months)
