"""The years requirement: what the dates, or without them the claims, decide."""

from __future__ import annotations

from collections.abc import Callable

from screener.document import Span
from screener.resume import Claim
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import YearsRequirement
from screener.rules.tally import Counts, Tally, tally
from screener.rules.wording import duration, figure, listed, month, say, sentence_start
from screener.rules.years import total, years


def check_years(requirement: YearsRequirement, facts: Facts) -> Ruling:
    """Whether the dates (or, without any, the text's own figure) give the years asked for."""
    counted = tally(facts, requirement.of)
    case = next(case for applies, case in _CASES if applies(counted, requirement))
    return case(counted, requirement, facts)


def _absent(counted: Tally, requirement: YearsRequirement, _facts: Facts) -> Ruling:
    claim = counted.claimed
    gaps = _gaps(counted, requirement)
    if claim is None:
        return Ruling("unclear", say("years.absent", **gaps), mentioned=False)
    if _below(claim, requirement):
        return _claim_below(claim, requirement)
    return Ruling("unclear", say("years.absent_claim", claim=duration(claim.years), **gaps), (claim.context,))


def _met(counted: Tally, requirement: YearsRequirement, _facts: Facts) -> Ruling:
    return Ruling("met", _sum("years.met", counted, requirement), _evidence(counted, "yes"))


def _undated(counted: Tally, requirement: YearsRequirement, facts: Facts) -> Ruling:
    """Work that may count has no usable dates: only a claim below the bar, which dates do not contradict, decides against."""
    claim = counted.claimed
    if claim and _below(claim, requirement) and counted.high < requirement.floor_months:
        return _claim_below(claim, requirement)
    evidence = _evidence(counted, "yes", "unclear")
    if counted.point:
        return Ruling("unclear", _range("years.open", counted, requirement, facts), evidence)
    gaps = _gaps(counted, requirement)
    if claim is None:
        return Ruling("unclear", say("years.undated", **gaps), evidence)
    return Ruling("unclear", say("years.undated_claim", claim=duration(claim.years), **gaps), (claim.context, *evidence))


def _short(counted: Tally, requirement: YearsRequirement, _facts: Facts) -> Ruling:
    if counted.point:
        return Ruling("not_met", _sum("years.below", counted, requirement), _evidence(counted, "yes"))
    key = "years.below_perhaps" if counted.high else ("years.none_below" if counted.dated else "years.another")
    reason = say(key, high=duration(years(counted.high)), **_gaps(counted, requirement))
    return Ruling("not_met", reason, _evidence(counted, "yes", "unclear") or _evidence(counted, "no"))


def _near(counted: Tally, requirement: YearsRequirement, facts: Facts) -> Ruling:
    exact = counted.low == counted.point == counted.high
    reason = _sum("years.near", counted, requirement) if exact else _range("years.between", counted, requirement, facts)
    return Ruling("unclear", reason, _evidence(counted, "yes", "unclear"))


_Case = Callable[[Tally, YearsRequirement, Facts], Ruling]
_CASES: tuple[tuple[Callable[[Tally, YearsRequirement], bool], _Case], ...] = (
    (lambda counted, _: not counted.dated and all(each.position.kind != "job" for each in counted.employment), _absent),
    (lambda counted, requirement: counted.low >= requirement.minimum_months, _met),
    (lambda counted, _: bool(counted.undated), _undated),
    (lambda counted, requirement: counted.high < requirement.floor_months, _short),
    (lambda _counted, _requirement: True, _near),
)
"""The first that applies decides."""


def _below(claim: Claim, requirement: YearsRequirement) -> bool:
    return claim.years * 12 < requirement.floor_months


def _claim_below(claim: Claim, requirement: YearsRequirement) -> Ruling:
    reason = say("years.claim_below", claim=duration(claim.years), minimum=figure(requirement.minimum))
    return Ruling("not_met", reason, (claim.context,))


def _sum(key: str, counted: Tally, requirement: YearsRequirement) -> str:
    covered = [each.bounds.point for each in counted.positions if each.counts == "yes" and each.bounds.point]
    return say(
        key,
        work=sentence_start(counted.work),
        point=duration(years(counted.point)),
        jobs=say("years.jobs", count=len(covered)) if len(covered) > 1 else "",
        first=month(min(interval.first for interval in covered)),
        last=month(max(interval.last for interval in covered)),
        minimum=figure(requirement.minimum),
    )


def _range(key: str, counted: Tally, requirement: YearsRequirement, facts: Facts) -> str:
    return say(
        key,
        work=sentence_start(counted.work),
        low=figure(years(counted.low)),
        point=duration(years(counted.point)),
        high=figure(years(counted.high)),
        causes=listed(_causes(counted, facts)),
        minimum=figure(requirement.minimum),
    )


def _causes(counted: Tally, facts: Facts) -> list[str]:
    """Why the bounds lie apart."""
    concerned = [each for each in counted.positions if each.counts != "no"]
    ranges = [each.position.dates for each in concerned if each.dated and each.position.dates]
    undated = len(counted.undated)
    written = facts.calendar.written
    present = written < facts.calendar.last and any(dates.current for dates in ranges)
    causes = {
        say("cause.present", date=month(written)): present,
        say("cause.imprecise"): any(dates.start.month is None or (dates.end and dates.end.month is None) for dates in ranges),
        say("cause.possible", work=counted.work): any(each.counts == "unclear" and each.dated for each in concerned),
        say("cause.lone"): any(not each.dated and each.bounds.high for each in concerned),
        say("cause.undated" if undated > 1 else "cause.undated_one", count=undated): undated > 0,
    }
    return [cause for cause, applies in causes.items() if applies]


def _evidence(counted: Tally, *counts: Counts) -> tuple[Span, ...]:
    """The headings of those positions, and their dates where they stand apart; the longest work first."""
    spans: list[Span] = []
    for wanted in counts:
        chosen = [each for each in counted.employment if each.counts == wanted]
        for each in sorted(chosen, key=lambda each: -total([each.bounds.high])):
            heading, dates = each.position.heading, each.position.dates
            spans.append(heading)
            if dates and not heading.start <= dates.span.start < heading.end:
                spans.append(dates.span)
    return distinct(spans)


def _gaps(counted: Tally, requirement: YearsRequirement) -> dict[str, str]:
    return {"work": counted.work, "minimum": figure(requirement.minimum), "minimum_years": duration(requirement.minimum)}
