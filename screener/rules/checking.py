"""Every requirement of a role against a person's qualifications: findings, figures and flags. Pure: no clock, no name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from screener.decision import Finding, Measures
from screener.resume import Qualifications
from screener.rules.certification import check_certification
from screener.rules.degree import check_degree
from screener.rules.evidence import check_evidence
from screener.rules.experience import check_years
from screener.rules.facts import Facts, Ruling
from screener.rules.measures import Experience, flags_of, measure
from screener.rules.role import (
    CertificationRequirement,
    DegreeRequirement,
    EvidenceRequirement,
    LanguageRequirement,
    NoteRequirement,
    Requirement,
    Role,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)
from screener.rules.skill import check_skills
from screener.rules.skill_years import check_skill_years
from screener.rules.spoken import check_language
from screener.rules.vocabulary import Vocabulary, load_vocabulary
from screener.rules.wording import load_wording

CHECKS: Mapping[type[Requirement], tuple[str, Callable[[Any, Facts], Ruling]]] = {
    DegreeRequirement: ("degree", check_degree),
    YearsRequirement: ("years", check_years),
    SkillsRequirement: ("skills", check_skills),
    SkillYearsRequirement: ("skill-years", check_skill_years),
    CertificationRequirement: ("certification", check_certification),
    LanguageRequirement: ("language", check_language),
    EvidenceRequirement: ("evidence", check_evidence),
    NoteRequirement: ("note", check_evidence),
}
"""The kinds of requirement: how each is called in a role file, and what judges it."""


def kind_of(requirement: Requirement) -> str:
    """How a role file calls its kind."""
    return CHECKS[type(requirement)][0]


@dataclass(frozen=True, slots=True)
class Assessment:
    """One person against one role, requirement by requirement, before anything is decided.

    language: of its sentences. well_read: whether the document came out whole, so that what it is can be told.
    """

    findings: tuple[Finding, ...]
    measures: Measures
    flags: tuple[str, ...]
    language: str = "en"
    well_read: bool = True


def check(
    qualifications: Qualifications, role: Role, *, as_of: date, vocabulary: Vocabulary | None = None, language: str = "en"
) -> Assessment:
    """Each requirement of the role judged on the day `as_of`, with the figures and flags that depend on it.

    language: of the sentences, one of those shipped (ISO 639-1). Raises UsageError for another.
    """
    facts = Facts.of(qualifications, as_of, vocabulary or load_vocabulary(), load_wording(language))
    findings = tuple(_finding(requirement, facts) for requirement in role.requirements)
    experience = Experience.of(facts, role)
    well_read = qualifications.reading.verdict == "good"
    return Assessment(findings, measure(facts, role, experience), flags_of(facts, experience), language, well_read)


def _finding(requirement: Requirement, facts: Facts) -> Finding:
    kind, judge = CHECKS[type(requirement)]
    ruling = _fair(judge(requirement, facts), requirement, facts)
    return Finding(
        requirement=requirement.id,
        text=requirement.text,
        importance=requirement.importance,
        kind=kind,
        verdict=ruling.verdict,
        reason=ruling.reason,
        evidence=ruling.evidence,
        weight=requirement.weight,
        skill=requirement.single if isinstance(requirement, SkillsRequirement) else "",
        mentioned=ruling.mentioned,
    )


def _fair(ruling: Ruling, requirement: Requirement, facts: Facts) -> Ruling:
    """A document that was read well may lack what is preferred; one that was not can never speak against a person."""
    if facts.qualifications.reading.verdict != "good":
        if ruling.verdict != "not_met":
            return ruling
        return Ruling("unclear", facts.say("reading.doubtful", reason=ruling.reason.rstrip(".")), ruling.evidence, ruling.mentioned)
    if requirement.silence == "not_met" and not ruling.mentioned:
        return Ruling("not_met", ruling.reason, ruling.evidence, mentioned=False)
    return ruling
