"""Which positions count as the work asked for, and how much they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from screener.decision import JobYears
from screener.resume import Claim, Position
from screener.rules.facts import Facts, work_names
from screener.rules.years import Bounds, bounds, problem_of, total, usable

Counts = Literal["yes", "no", "unclear"]
EMPLOYMENT = ("job", "internship")


_ANY_SOFTWARE = "software"
"""The family of all software development, which says nothing beside a more special one."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One position: whether it counts for the work asked for, why, the months it covers, and whether its dates can be used."""

    position: Position
    counts: Counts
    reason: str
    bounds: Bounds
    dated: bool


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
        work=facts.wording.listed(work_names(families, facts), "or") or facts.wording.word("work", "any"),
        positions=positions,
        low=min(total(each.low for each in sure), point),
        point=point,
        high=total(each.high for each in perhaps),
        claims=tuple(
            claim for claim in facts.qualifications.claims if not claim.families or not wanted or not wanted.isdisjoint(claim.families)
        ),
    )


def _counted(position: Position, wanted: frozenset[str], facts: Facts) -> Counted:
    counts, reason = _relevance(position, wanted, facts)
    dated = usable(position.dates, facts.calendar)
    if counts != "no" and not dated:
        problem = problem_of(position.dates, facts.calendar)
        key = "job.problem" if problem else ("job.lone" if position.dates else "job.undated")
        counts, reason = "unclear", facts.say(key, reason=reason, problem=facts.wording.word("problem", problem))
    return Counted(position, counts, reason, bounds(position.dates, facts.calendar), dated)


def _relevance(position: Position, wanted: frozenset[str], facts: Facts) -> tuple[Counts, str]:
    """Whether a position is the work asked for. Internships count only where any work does; voluntary work and projects never."""
    if position.kind not in EMPLOYMENT or (wanted and position.kind != "job"):
        return "no", facts.say(f"job.{position.kind}")
    if not wanted:
        return "yes", facts.say("job.any")
    named = [work for work in position.work if work.family in wanted]
    clear = [work for work in named if work.certainty == "clear"]
    if clear:
        return "yes", facts.say("job.yes", reason=clear[0].reason)
    if named:
        return "unclear", facts.say("job.possible", reason=named[0].reason)
    if not position.legible:
        return "unclear", facts.say("job.illegible")
    families = dict.fromkeys(work.family for work in position.work)
    others = facts.wording.listed(work_names([family for family in families if family != _ANY_SOFTWARE] or families, facts))
    return "no", facts.say("job.other", reason=others) if others else facts.say("job.nothing")
