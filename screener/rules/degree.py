"""The degree requirement, and the degree columns of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from screener.decision import Verdict
from screener.document import Span
from screener.resume import DEGREE_LEVELS, Degree
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import DegreeRequirement
from screener.rules.wording import month, say, word
from screener.rules.years import is_later, month_number


@dataclass(frozen=True, slots=True)
class DegreeSummary:
    """level: of the best degree held. field: of it, as written. related: `yes`, `no`, `unstated` or empty. in_progress: level or empty."""

    level: str
    field: str
    related: str
    in_progress: str


def check_degree(requirement: DegreeRequirement, facts: Facts) -> Ruling:
    """Whether a degree of the level and field asked for is held."""
    ruling = _ruling(requirement, facts)
    if ruling.verdict == "met" or requirement.otherwise != "review":
        return ruling
    reason = say("degree.equivalents", reason=ruling.reason.rstrip("."))
    return Ruling("unclear", reason, ruling.evidence, ruling.mentioned)


def summarise_degrees(facts: Facts, fields: Sequence[str]) -> DegreeSummary:
    """The columns: `fields` are the families that the role accepts as related; without any, relatedness is left empty."""
    held = _by_rank(degree for degree in facts.qualifications.degrees if _is_held(degree, facts))
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
    held = [degree for degree in degrees if _is_held(degree, facts)]
    high = [degree for degree in degrees if _rank(degree) >= DEGREE_LEVELS.index(requirement.level)]
    enough = [degree for degree in high if degree in held]
    if enough:
        return _field_ruling(requirement, enough, facts)
    open_ones = [degree for degree in high if degree.status == "unclear" or _in_progress(degree, facts)]
    if open_ones:
        return _open_ruling(open_ones, facts)
    if held:
        reason = say("degree.lower", level=word("level", held[0].level), asked=word("level", requirement.level))
        return Ruling("not_met", reason, _evidence(held))
    if high:
        return Ruling("not_met", say("degree.unfinished", the_level=word("the_level", high[0].level)), _evidence(high))
    return Ruling("unclear", say("degree.absent"), mentioned=False)


def _field_ruling(requirement: DegreeRequirement, enough: list[Degree], facts: Facts) -> Ruling:
    """Whether one of the degrees that are high enough is in a field asked for; the best first."""
    accepted = _accepted(requirement.fields, facts)
    for verdict, key, fits in _FIELD_CASES:
        for degree in enough:
            if fits(degree, accepted):
                field = degree.field.text if degree.field else ""
                reason = say(key if field else _WITHOUT_FIELD[key], level=word("level", degree.level), field=field)
                return Ruling(verdict, reason, _evidence([degree]))
    raise AssertionError("the last case fits every degree")


def _open_ruling(degrees: list[Degree], facts: Facts) -> Ruling:
    """A degree under way is a contrary fact only when its own date says that it cannot be finished yet."""
    for degree in degrees:
        if degree.status == "unclear":
            return Ruling("unclear", say("degree.status_unclear", level=word("level", degree.level)), _evidence([degree]))
        ends = degree.dates.end if degree.dates else None
        if ends is None or not is_later(ends, facts.as_of):
            return Ruling("unclear", say("degree.in_progress_since", the_level=word("the_level", degree.level)), _evidence([degree]))
    last = degrees[0]
    assert last.dates
    assert last.dates.end
    until = month(month_number(last.dates.end.year, last.dates.end.month)) if last.dates.end.month else str(last.dates.end.year)
    return Ruling("not_met", say("degree.in_progress", the_level=word("the_level", last.level), date=until), _evidence(degrees))


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


def _is_held(degree: Degree, facts: Facts) -> bool:
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
