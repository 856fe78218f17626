"""Years of work from date ranges: intervals of whole months, with the bounds that imprecise dates and "Present" leave open.

A month is a number, `year * 12 + month - 1`; intervals include both ends. "Present" ends at the as-of date, whose own month is not
counted. Nothing here is rounded but by `years`, at the very end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from screener.resume import DateRange, PartialDate, Position

_MIDDLE_FIRST, _MIDDLE_LAST = 6, 5
"""A year alone beside a month is its middle: as a start July, as an end June (counted from 0)."""

_LONGEST_AHEAD = 60
"""Months after the as-of date that the end of a job may lie: a contract's, not a mistyped decade's."""


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Whole months from first to last, both included; never empty (`first <= last`)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """One range of dates: what it surely covers, what it counts as, and what it may cover at most. None: no month at all."""

    low: Interval | None
    point: Interval | None
    high: Interval | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """What "Present" can mean. last: the last month counted at the as-of date; written: the last one surely reached by the document."""

    last: int
    written: int

    @classmethod
    def of(cls, as_of: date, document_date: date | None, positions: Iterable[Position] = ()) -> Calendar:
        """written: the month before the document's date, or the latest past date of a position when that is later
        (a document cannot be older than what it tells), or `last` when the document has no date."""
        last = month_number(as_of.year, as_of.month) - 1
        if document_date is None or document_date >= as_of:
            return cls(last, last)
        told = [month for position in positions if position.dates for month in _told(position.dates) if month <= last]
        written = month_number(document_date.year, document_date.month) - 1
        return cls(last, min(max([written, *told]), last))


def month_number(year: int, month: int) -> int:
    """Months since the year 0; month from 1 to 12."""
    return year * 12 + month - 1


def years(months: int) -> float:
    """Months as years with one decimal, halves up (111 months are 9.25 years: 9.3)."""
    return (months * 10 + 6) // 12 / 10


def total(intervals: Iterable[Interval | None]) -> int:
    """Months that at least one of the intervals covers: overlaps count once."""
    months, reached = 0, -1
    for interval in sorted(interval for interval in intervals if interval):
        months += max(0, interval.last - max(interval.first, reached + 1) + 1)
        reached = max(reached, interval.last)
    return months


def problem_of(dates: DateRange | None, calendar: Calendar) -> str:
    """Why a range cannot be used: as it was read, or `implausible` where it ends years after the as-of date, as a mistyped decade does."""
    if dates is None or dates.problem or dates.end is None:
        return dates.problem if dates else ""
    return "implausible" if _first_month(dates.end) > calendar.last + _LONGEST_AHEAD else ""


def usable(dates: DateRange | None, calendar: Calendar) -> bool:
    """Whether a range says from when to when: a lone start, a reversed or an impossible range does not."""
    return dates is not None and not problem_of(dates, calendar) and (dates.current or dates.end is not None)


@lru_cache(maxsize=200)
def bounds(dates: DateRange | None, calendar: Calendar) -> Bounds:
    """The months of one range. A lone start counts as nothing, but may have lasted until the as-of date."""
    if dates is None or problem_of(dates, calendar):
        return Bounds(None, None, None)
    start, end = dates.start, dates.end
    if dates.current:
        return _until_present(start, calendar)
    if end is None:
        return Bounds(None, None, _capped(_first_month(start), calendar.last, calendar))
    if start.month is None and start == end:
        return _one_year(start.year, calendar)
    return _between(start, end, calendar)


def starts_or_ends_later(dates: DateRange, as_of: date) -> bool:
    """Whether a range reaches beyond the as-of date's own month (or year, where it gives no month)."""
    return dates.problem == "future" or any(is_later(moment, as_of) for moment in (dates.start, dates.end) if moment)


def is_later(moment: PartialDate, as_of: date) -> bool:
    """Whether a date is surely after the as-of date's month."""
    return _first_month(moment) > month_number(as_of.year, as_of.month)


def _until_present(start: PartialDate, calendar: Calendar) -> Bounds:
    surely = start.month is not None
    written = max(calendar.written, _first_month(start)) if surely else calendar.written
    first = _first_month(start)
    counted = first if surely else min(first + _MIDDLE_FIRST, max(first, calendar.last))
    return Bounds(
        low=_capped(_last_month(start), written, calendar),
        point=_capped(counted, calendar.last, calendar),
        high=_capped(first, calendar.last, calendar),
    )


def _one_year(year: int, calendar: Calendar) -> Bounds:
    """Half a year somewhere in it: the middle six months, or the last six that the calendar leaves."""
    january = month_number(year, 1)
    last = min(january + 8, calendar.last)
    return Bounds(None, _capped(max(january, last - 5), last, calendar), _capped(january, january + 11, calendar))


def _between(start: PartialDate, end: PartialDate, calendar: Calendar) -> Bounds:
    first, last = _first_month(start), _last_month(end)
    if first > last:
        return Bounds(None, None, None)
    latest_start, earliest_end = min(_last_month(start), last), max(_first_month(end), first)
    return Bounds(
        low=_capped(latest_start, earliest_end, calendar),
        point=_capped(*_counted(start, end), calendar),
        high=_capped(first, last, calendar),
    )


def _counted(start: PartialDate, end: PartialDate) -> tuple[int, int]:
    """First and last month that a closed range counts as."""
    first, last = _first_month(start), _last_month(end)
    if start.month is None and end.month is None:
        return first, month_number(end.year - 1, 12)
    if start.month is None:
        middle = first + _MIDDLE_FIRST
        return (middle if middle <= last else (first + last + 1) // 2), last
    if end.month is None:
        middle = month_number(end.year, 1) + _MIDDLE_LAST
        return first, (middle if middle >= first else (first + last) // 2)
    return first, last


def _capped(first: int, last: int, calendar: Calendar) -> Interval | None:
    last = min(last, calendar.last)
    return Interval(first, last) if first <= last else None


def _first_month(moment: PartialDate) -> int:
    return month_number(moment.year, moment.month or 1)


def _last_month(moment: PartialDate) -> int:
    return month_number(moment.year, moment.month or 12)


def _told(dates: DateRange) -> tuple[int, ...]:
    """The months that a range surely speaks of as past or begun."""
    if dates.problem:
        return ()
    return tuple(_first_month(moment) for moment in (dates.start, dates.end) if moment)
