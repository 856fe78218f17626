"""The figures and flags of the report that depend on the as-of date or the role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screener.decision import Measures
from screener.rules.degree import summarise_degrees
from screener.rules.facts import Facts
from screener.rules.role import DegreeRequirement, Role, YearsRequirement
from screener.rules.tally import EMPLOYMENT, Tally, tally
from screener.rules.years import starts_or_ends_later, years

JUDGED_LANGUAGES = frozenset({"en", "de", "fr", "es"})
NOT_A_RESUME = "not-a-resume"
LANGUAGE = "language-"


@dataclass(frozen=True, slots=True)
class Experience:
    """All work, and the work that the role asks for: by its first required years requirement, else its first, else all of it."""

    all_work: Tally
    relevant: Tally

    @classmethod
    def of(cls, facts: Facts, role: Role) -> Experience:
        families = _families(role)
        all_work = tally(facts, ())
        return cls(all_work, tally(facts, families) if families else all_work)


def measure(facts: Facts, role: Role, experience: Experience) -> Measures:
    """Every figure of the report."""
    all_work, relevant = experience.all_work, experience.relevant
    degrees = summarise_degrees(facts, _fields(role))
    dated = all_work.dated
    return Measures(
        degree_level=degrees.level,
        degree_field=degrees.field,
        degree_related=degrees.related,
        degree_in_progress=degrees.in_progress,
        years_experience=years(all_work.point) if dated else None,
        years_low=years(relevant.low) if dated else None,
        years_high=years(relevant.high) if dated and not relevant.undated else None,
        years_relevant=years(relevant.point) if dated else None,
        years_claimed=relevant.claimed.years if relevant.claimed else None,
        jobs=relevant.job_years(),
    )


def flags_of(facts: Facts, experience: Experience) -> tuple[str, ...]:
    """The codes that only judging can tell, sorted."""
    qualifications = facts.qualifications
    ranges = [position.dates for position in qualifications.positions if position.dates]
    employment = [position for position in qualifications.positions if position.kind in EMPLOYMENT]
    applies = {
        "claimed-exceeds-dated": _claim_exceeds(experience),
        "undated-jobs": bool(employment) and not any(position.dates for position in employment),
        "future-date": any(starts_or_ends_later(dates, facts.as_of) for dates in ranges),
        "reversed-dates": any(dates.problem == "reversed" for dates in ranges),
        "document-older-than-a-year": _older_than_a_year(qualifications.document_date, facts.as_of),
        NOT_A_RESUME: not qualifications.is_resume,
        f"{LANGUAGE}{qualifications.language}": qualifications.language not in JUDGED_LANGUAGES,
    }
    return tuple(sorted(code for code, true in applies.items() if true))


def _claim_exceeds(experience: Experience) -> bool:
    """The text claims over a year more than all dated work together."""
    claim, all_work = experience.relevant.claimed, experience.all_work
    return bool(claim and all_work.dated and claim.years * 12 > all_work.point + 12)


def _older_than_a_year(document_date: date | None, as_of: date) -> bool:
    if document_date is None:
        return False
    return (document_date.year + 1, document_date.month, document_date.day) < (as_of.year, as_of.month, as_of.day)


def _families(role: Role) -> tuple[str, ...]:
    asked = [requirement for requirement in role.requirements if isinstance(requirement, YearsRequirement)]
    asked.sort(key=lambda requirement: requirement.importance != "required")
    return asked[0].of if asked else ()


def _fields(role: Role) -> tuple[str, ...]:
    asked = [requirement for requirement in role.requirements if isinstance(requirement, DegreeRequirement)]
    asked.sort(key=lambda requirement: requirement.importance != "required")
    return asked[0].fields if asked else ()
