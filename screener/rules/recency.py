"""How lately a job lasted."""

from __future__ import annotations

from functools import lru_cache

from screener.resume import DateRange
from screener.rules.years import Calendar, month_number, usable


@lru_cache(maxsize=200)
def last_month(dates: DateRange | None, calendar: Calendar) -> int | None:
    """The month that a job surely lasted until (a month number), never after the last one counted; None without usable dates.

    "Present" reaches the document's own date; a year alone surely reaches its January.
    """
    if dates is None or not usable(dates, calendar):
        return None
    begun = month_number(dates.start.year, dates.start.month or 1)
    if dates.end is None:
        return min(max(calendar.written, begun), calendar.last)
    return min(max(month_number(dates.end.year, dates.end.month or 1), begun), calendar.last)
