"""Years of work from intervals written by hand: a calculator of its own, so that the truth owes nothing to the program.

A month counts whole at both ends. "present" ends with the last month before the reference date. From a year alone to a year alone is
their difference; one year alone is half a year; the year-only end beside a month is that year's middle. Overlaps count once.
Where a job began in a year alone and goes on, careful readers count from January or from the middle: both are told.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Job: TypeAlias = tuple[str, str, str]  # first month or year, last month or year or "present", kind of work

AS_OF = (2026, 11)
JANUARY, MIDDLE = 0, 6


def years(jobs: list[Job], kinds: frozenset[str] | None = None) -> str:
    """Years with one decimal of the jobs of these kinds (all: None), alternatives joined by `|`; empty when no job is dated."""
    if not jobs:
        return ""
    chosen = [job for job in jobs if kinds is None or job[2] in kinds]
    return "|".join(dict.fromkeys(_total(chosen, begin) for begin in (JANUARY, MIDDLE)))


def _total(jobs: list[Job], begin: int) -> str:
    total, reached = 0, 0
    for start, end in sorted(_months(start, end, begin) for start, end, _ in jobs):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return str((Decimal(total) / 12).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _months(start: str, end: str, begin: int) -> tuple[int, int]:
    """The interval in months since year 0, end exclusive; `begin` is the month of the year in which a year alone begins a present job."""
    if start == end and len(start) == 4:
        return int(start) * 12 + 3, int(start) * 12 + 9
    if len(start) == 4 and len(end) == 4:
        return int(start) * 12, int(end) * 12
    first = int(start) * 12 + (begin if end == "present" else MIDDLE) if len(start) == 4 else _month(start)
    if end == "present":
        return first, AS_OF[0] * 12 + AS_OF[1] - 1
    return first, int(end) * 12 + MIDDLE if len(end) == 4 else _month(end) + 1


def _month(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1
