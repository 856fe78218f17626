"""The years requirement: what the dates, or without them the claims, decide."""

from __future__ import annotations

from collections.abc import Callable

from screener.document import Span
from screener.resume import Claim
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import YearsRequirement
from screener.rules.tally import Counts, Tally, tally
from screener.rules.wording import sentence_start
from screener.rules.years import total, years


def check_years(requirement: YearsRequirement, facts: Facts) -> Ruling:
    """Whether the dates (or, without any, the text's own figure) give the years asked for."""
    counted = tally(facts, requirement.of)
    case = next(case for applies, case in _CASES if applies(counted, requirement))
    return case(counted, requirement, facts)


def _absent(counted: Tally, requirement: YearsRequirement, facts: Facts) -> Ruling:
    claim = counted.claimed
    gaps = _gaps(counted, requirement, facts)
    if claim is None:
        return Ruling("unclear", facts.say("years.absent", **gaps), mentioned=False)
    if _below(claim, requirement):
        return _claim_below(claim, requirement, facts)
    return Ruling("unclear", facts.say("years.absent_claim", claim=facts.wording.duration(claim.years), **gaps), (claim.context,))


def _met(counted: Tally, requirement: YearsRequirement, facts: Facts) -> Ruling:
    return Ruling("met", _sum("years.met", counted, requirement, facts), _evidence(counted, "yes"))


def _undated(counted: Tally, requirement: YearsRequirement, facts: Facts) -> Ruling:
    """Work that may count has no usable dates: only a claim below the bar, which dates do not contradict, decides against."""
    claim = counted.claimed
    if claim and _below(claim, requirement) and counted.high < requirement.floor_months:
        return _claim_below(claim, requirement, facts)
    evidence = _evidence(counted, "yes", "unclear")
    if counted.point:
        return Ruling("unclear", _range("years.open", counted, requirement, facts), evidence)
    gaps = _gaps(counted, requirement, facts)
    if claim is None:
        return Ruling("unclear", facts.say("years.undated", **gaps), evidence)
    reason = facts.say("years.undated_claim", claim=facts.wording.duration(claim.years), **gaps)
    return Ruling("unclear", reason, (claim.context, *evidence))


def _short(counted: Tally, requirement: YearsRequirement, facts: Facts) -> Ruling:
    if counted.point:
        return Ruling("not_met", _sum("years.below", counted, requirement, facts), _evidence(counted, "yes"))
    key = "years.below_perhaps" if counted.high else ("years.none_below" if counted.dated else "years.another")
    reason = facts.say(key, high=facts.wording.duration(years(counted.high)), **_gaps(counted, requirement, facts))
    return Ruling("not_met", reason, _evidence(counted, "yes", "unclear") or _evidence(counted, "no"))


def _near(counted: Tally, requirement: YearsRequirement, facts: Facts) -> Ruling:
    exact = years(counted.low) == years(counted.high)  # as they are shown: "between 4.8 and 4.8 years" tells nobody anything
    reason = _sum("years.near", counted, requirement, facts) if exact else _range("years.between", counted, requirement, facts)
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


def _claim_below(claim: Claim, requirement: YearsRequirement, facts: Facts) -> Ruling:
    gaps = {"claim": facts.wording.duration(claim.years), "minimum": facts.wording.figure(requirement.minimum)}
    reason = facts.say("years.claim_below", **gaps)
    return Ruling("not_met", reason, (claim.context,))


def _sum(key: str, counted: Tally, requirement: YearsRequirement, facts: Facts) -> str:
    covered = [each.bounds.point for each in counted.positions if each.counts == "yes" and each.bounds.point]
    return facts.say(
        key,
        work=sentence_start(counted.work),
        point=facts.wording.duration(years(counted.point)),
        jobs=facts.say("years.jobs", count=len(covered)) if len(covered) > 1 else "",
        first=facts.wording.month(min(interval.first for interval in covered)),
        last=facts.wording.month(max(interval.last for interval in covered)),
        minimum=facts.wording.figure(requirement.minimum),
    )


def _range(key: str, counted: Tally, requirement: YearsRequirement, facts: Facts) -> str:
    return facts.say(
        key,
        work=sentence_start(counted.work),
        low=facts.wording.figure(years(counted.low)),
        point=facts.wording.duration(years(counted.point)),
        high=facts.wording.figure(years(counted.high)),
        causes=facts.wording.listed(_causes(counted, facts)),
        minimum=facts.wording.figure(requirement.minimum),
    )


def _causes(counted: Tally, facts: Facts) -> list[str]:
    """Why the bounds lie apart."""
    concerned = [each for each in counted.positions if each.counts != "no"]
    ranges = [each.position.dates for each in concerned if each.dated and each.position.dates]
    undated = len(counted.undated)
    written = facts.calendar.written
    present = written < facts.calendar.last and any(dates.current for dates in ranges)
    causes = {
        facts.say("cause.present", date=facts.wording.month(written)): present,
        facts.say("cause.imprecise"): any(dates.start.month is None or (dates.end and dates.end.month is None) for dates in ranges),
        facts.say("cause.possible", work=counted.work): any(each.counts == "unclear" and each.dated for each in concerned),
        facts.say("cause.lone"): any(not each.dated and each.bounds.high for each in concerned),
        facts.say("cause.undated" if undated > 1 else "cause.undated_one", count=undated): undated > 0,
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


def _gaps(counted: Tally, requirement: YearsRequirement, facts: Facts) -> dict[str, str]:
    wording, minimum = facts.wording, requirement.minimum
    return {"work": counted.work, "minimum": wording.figure(minimum), "minimum_years": wording.duration(minimum)}
