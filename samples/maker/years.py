"""Years of work from intervals written by hand: a calculator of its own, so that the truth owes nothing to the program.

A month counts whole at both ends. "present" ends with the last month before the reference date. A year alone stands at its
middle, so that 2015 to 2018 is three years; one year alone is half a year. Overlaps count once.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Job: TypeAlias = tuple[str, str, str]  # first month or year, last month or year or "present", kind of work

AS_OF = (2026, 11)


def years(jobs: list[Job], kinds: frozenset[str] | None = None) -> str:
    """Years with one decimal of the jobs of these kinds (all: None); empty when no job is dated."""
    if not jobs:
        return ""
    spans = sorted(_months(start, end) for start, end, kind in jobs if kinds is None or kind in kinds)
    total, reached = 0, 0
    for start, end in spans:
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return str((Decimal(total) / 12).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _months(start: str, end: str) -> tuple[int, int]:
    """The interval in months since year 0, end exclusive."""
    if start == end and len(start) == 4:
        return int(start) * 12 + 3, int(start) * 12 + 9
    first = int(start) * 12 + 6 if len(start) == 4 else _month(start)
    if end == "present":
        return first, AS_OF[0] * 12 + AS_OF[1] - 1
    return first, int(end) * 12 + 6 if len(end) == 4 else _month(end) + 1


def _month(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1
