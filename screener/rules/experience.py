"""The years requirement: which positions count as the work asked for, how much they add up to, and what that decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from screener.decision import JobYears
from screener.document import Span
from screener.resume import Claim, Position
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import YearsRequirement
from screener.rules.vocabulary import Vocabulary
from screener.rules.wording import duration, figure, listed, month, say, sentence_start, word
from screener.rules.years import Bounds, bounds, total, usable, years

Counts = Literal["yes", "no", "unclear"]
EMPLOYMENT = ("job", "internship")


@dataclass(frozen=True, slots=True)
class Counted:
    """One position: whether it counts for the work asked for, why, and the months it covers."""

    position: Position
    counts: Counts
    reason: str
    bounds: Bounds

    @property
    def dated(self) -> bool:
        return usable(self.position.dates)


@dataclass(frozen=True, slots=True)
class Tally:
    """All positions against the work asked for (named by `work`), in months.

    low: surely worked by the document's date; point: with "Present" at as-of; high: if all that is unclear counted.
    open: work that counts or may count carries no usable dates, so that nobody knows the upper bound.
    """

    work: str
    positions: tuple[Counted, ...]
    low: int
    point: int
    high: int
    claims: tuple[Claim, ...]

    @property
    def employment(self) -> tuple[Counted, ...]:
        return tuple(counted for counted in self.positions if counted.position.kind in EMPLOYMENT)

    @property
    def dated(self) -> bool:
        return any(counted.dated for counted in self.employment)

    @property
    def undated(self) -> tuple[Counted, ...]:
        """Positions that count or may count, with no dates or dates that cannot be used; a lone start has its own high bound."""
        return tuple(counted for counted in self.positions if counted.counts != "no" and counted.bounds.high is None and not counted.dated)

    @property
    def claimed(self) -> Claim | None:
        """The largest figure that the text claims for this work."""
        return max(self.claims, key=lambda claim: (claim.years, -claim.span.start), default=None)

    def job_years(self) -> tuple[JobYears, ...]:
        return tuple(
            JobYears(index, total([counted.bounds.point]), counted.counts, counted.reason) for index, counted in enumerate(self.positions)
        )


def tally(facts: Facts, families: Sequence[str]) -> Tally:
    """Every position judged and added up for the families of work asked for."""
    wanted = frozenset(families)
    positions = tuple(_counted(position, wanted, facts) for position in facts.qualifications.positions)
    sure = [counted.bounds for counted in positions if counted.counts == "yes"]
    perhaps = [counted.bounds for counted in positions if counted.counts != "no"]
    point = total(each.point for each in sure)
    return Tally(
        work=listed([facts.vocabulary.work[family] for family in families], "or") or word("work", "any"),
        positions=positions,
        low=min(total(each.low for each in sure), point),
        point=point,
        high=total(each.high for each in perhaps),
        claims=tuple(
            claim for claim in facts.qualifications.claims if not claim.families or not wanted or not wanted.isdisjoint(claim.families)
        ),
    )


def check_years(requirement: YearsRequirement, facts: Facts) -> Ruling:
    """Whether the dates (or, without any, the text's own figure) give the years asked for."""
    counted = tally(facts, requirement.of)
    case = next(case for applies, case in _CASES if applies(counted, requirement))
    return case(counted, requirement, facts)


def _counted(position: Position, wanted: frozenset[str], facts: Facts) -> Counted:
    counts, reason = _relevance(position, wanted, facts.vocabulary)
    if counts != "no" and not usable(position.dates):
        problem = position.dates.problem if position.dates else ""
        key = "job.problem" if problem else ("job.lone" if position.dates else "job.undated")
        counts, reason = "unclear", say(key, reason=reason, problem=word("problem", problem))
    return Counted(position, counts, reason, bounds(position.dates, facts.calendar))


def _relevance(position: Position, wanted: frozenset[str], vocabulary: Vocabulary) -> tuple[Counts, str]:
    """Whether a position is the work asked for. Internships count only where any work does; voluntary work and projects never."""
    if position.kind not in EMPLOYMENT or (wanted and position.kind != "job"):
        return "no", say(f"job.{position.kind}")
    if not wanted:
        return "yes", say("job.any")
    named = [work for work in position.work if work.family in wanted]
    clear = [work for work in named if work.certainty == "clear"]
    if clear:
        return "yes", say("job.yes", reason=clear[0].reason)
    if named:
        return "unclear", say("job.possible", reason=named[0].reason)
    if not position.legible:
        return "unclear", say("job.illegible")
    others = listed([vocabulary.work.get(family, family) for family in dict.fromkeys(work.family for work in position.work)])
    return "no", say("job.other", reason=others) if others else say("job.nothing")


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
