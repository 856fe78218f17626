"""The degree requirement, and the degree columns of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from screener.decision import Verdict
from screener.document import Span
from screener.resume import DEGREE_LEVELS, Degree
from screener.rules.experience import check_years
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import DegreeRequirement, YearsRequirement
from screener.rules.years import is_later, month_number


@dataclass(frozen=True, slots=True)
class DegreeSummary:
    """level: of the best degree held. field: of it, as written. related: `yes`, `no`, `unstated` or empty. in_progress: level or empty."""

    level: str
    field: str
    related: str
    in_progress: str


def check_degree(requirement: DegreeRequirement, facts: Facts) -> Ruling:
    """Whether a degree of the level and field asked for is held, or the work that will do in its place was done."""
    ruling = _ruling(requirement, facts)
    if requirement.instead and ruling.verdict != "met":
        ruling = _or_years(requirement.instead, ruling, facts)
    if ruling.verdict == "met" or requirement.otherwise != "review":
        return ruling
    reason = facts.say("degree.equivalents", reason=ruling.reason.rstrip("."))
    return Ruling("unclear", reason, ruling.evidence, ruling.mentioned)


def _or_years(asked: YearsRequirement, degree: Ruling, facts: Facts) -> Ruling:
    """The work in place of the degree: enough of it meets; work that may be enough leaves a missing degree open."""
    work = check_years(asked, facts)
    told = {"degree": degree.reason.rstrip("."), "work": work.reason.rstrip("."), "years": facts.wording.duration(asked.minimum)}
    if work.verdict == "met":
        return Ruling("met", facts.say("degree.years_instead", **told), work.evidence)
    mentioned = degree.mentioned or work.mentioned
    verdict: Verdict = "not_met" if degree.verdict == work.verdict == "not_met" else "unclear"
    key = "degree.years_short" if work.verdict == "not_met" else "degree.years_open"
    return Ruling(verdict, facts.say(key, **told), distinct((*degree.evidence, *work.evidence)), mentioned)


def summarise_degrees(facts: Facts, fields: Sequence[str]) -> DegreeSummary:
    """The columns: `fields` are the families that the role accepts as related; without any, relatedness is left empty."""
    held = _by_rank(degree for degree in facts.qualifications.degrees if is_held(degree, facts))
    studying = _by_rank(degree for degree in facts.qualifications.degrees if _in_progress(degree, facts))
    best = held[0] if held else None
    return DegreeSummary(
        level=best.level if best else "none",
        field=best.field.text if best and best.field else "",
        related=_related(held, _accepted(fields, facts)) if fields else "",
        in_progress=studying[0].level if studying else "",
    )


def _ruling(requirement: DegreeRequirement, facts: Facts) -> Ruling:
    degrees = _by_rank(degree for degree in facts.qualifications.degrees if degree.level != "none")
    held = [degree for degree in degrees if is_held(degree, facts)]
    high = sufficient(requirement, facts)
    enough = [degree for degree in high if degree in held]
    if enough:
        return _field_ruling(requirement, enough, facts)
    open_ones = [degree for degree in high if degree.status == "unclear" or _in_progress(degree, facts)]
    if open_ones:
        return _open_ruling(open_ones, facts)
    if held:
        reason = facts.say("degree.lower", level=_level(held[0].level, facts), asked=_level(requirement.level, facts))
        return Ruling("not_met", reason, _evidence(held))
    if high:
        return Ruling("not_met", facts.say("degree.unfinished", the_level=_the_level(high[0], facts)), _evidence(high))
    return Ruling("unclear", facts.say("degree.absent"), mentioned=False)


def _field_ruling(requirement: DegreeRequirement, enough: list[Degree], facts: Facts) -> Ruling:
    """Whether one of the degrees that are high enough is in a field asked for; the best first."""
    accepted = _accepted(requirement.fields, facts)
    for verdict, key, fits in _FIELD_CASES:
        for degree in enough:
            if fits(degree, accepted):
                field = degree.field.text if degree.field else ""
                if key == "degree.met" and field == degree.span.text:  # "BSc CS": both in one
                    field = ""
                reason = facts.say(key if field else _WITHOUT_FIELD[key], level=_level(degree.level, facts), field=field)
                return Ruling(verdict, reason, _evidence([degree]))
    raise AssertionError("the last case fits every degree")


def _open_ruling(degrees: list[Degree], facts: Facts) -> Ruling:
    """A degree under way is a contrary fact only when its own date says that it cannot be finished yet."""
    for degree in degrees:
        if degree.status == "unclear":
            return Ruling("unclear", facts.say("degree.status_unclear", level=_level(degree.level, facts)), _evidence([degree]))
        ends = degree.dates.end if degree.dates else None
        if ends is None or not is_later(ends, facts.as_of):
            return Ruling("unclear", facts.say("degree.in_progress_since", the_level=_the_level(degree, facts)), _evidence([degree]))
    last = degrees[0]
    assert last.dates
    assert last.dates.end
    end = last.dates.end
    until = facts.wording.month(month_number(end.year, end.month)) if end.month else str(end.year)
    return Ruling("not_met", facts.say("degree.in_progress", the_level=_the_level(last, facts), date=until), _evidence(degrees))


def _level(level: str, facts: Facts) -> str:
    return facts.wording.word("level", level)


def _the_level(degree: Degree, facts: Facts) -> str:
    return facts.wording.word("the_level", degree.level)


_FIELD_CASES: tuple[tuple[Verdict, str, Callable[[Degree, frozenset[str]], bool]], ...] = (
    ("met", "degree.met", lambda degree, accepted: not accepted or not accepted.isdisjoint(degree.fields)),
    ("unclear", "degree.field_unstated", lambda degree, _: degree.field is None and not degree.fields),
    ("unclear", "degree.field_unknown", lambda degree, _: not degree.fields),
    ("not_met", "degree.unrelated", lambda _degree, _accepted: True),
)
_WITHOUT_FIELD = {
    "degree.met": "degree.met_any",
    "degree.field_unstated": "degree.field_unstated",
    "degree.field_unknown": "degree.field_unstated",
    "degree.unrelated": "degree.unrelated_unnamed",
}


def _related(held: list[Degree], accepted: frozenset[str]) -> str:
    ladder = [degree for degree in held if _rank(degree) >= DEGREE_LEVELS.index("bachelor")]
    if not ladder:
        return ""
    if any(not accepted.isdisjoint(degree.fields) for degree in ladder):
        return "yes"
    return "unstated" if ladder[0].field is None and not ladder[0].fields else "no"


def _accepted(fields: Sequence[str], facts: Facts) -> frozenset[str]:
    return frozenset().union(*(facts.vocabulary.fields[field] for field in fields))


def sufficient(requirement: DegreeRequirement, facts: Facts) -> list[Degree]:
    """The degrees of the level asked for or above, held or not, the best first."""
    level = DEGREE_LEVELS.index(requirement.level)
    return _by_rank(degree for degree in facts.qualifications.degrees if _rank(degree) >= level)


def is_held(degree: Degree, facts: Facts) -> bool:
    return degree.level != "none" and degree.status == "held" and not _ends_later(degree, facts)


def _in_progress(degree: Degree, facts: Facts) -> bool:
    return degree.level != "none" and (degree.status == "in_progress" or (degree.status == "held" and _ends_later(degree, facts)))


def _ends_later(degree: Degree, facts: Facts) -> bool:
    return bool(degree.dates and degree.dates.end and is_later(degree.dates.end, facts.as_of))


def _rank(degree: Degree) -> int:
    return DEGREE_LEVELS.index(degree.level)


def _by_rank(degrees: Iterable[Degree]) -> list[Degree]:
    """Highest first; equals in text order."""
    return sorted(degrees, key=lambda degree: (-_rank(degree), degree.span.start))


def _evidence(degrees: Iterable[Degree]) -> tuple[Span, ...]:
    return distinct(degree.context for degree in degrees)
