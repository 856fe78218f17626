"""Date ranges as months: what they count as, and between which bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.resume import DateRange, PartialDate
from screener.rules.years import Calendar, Interval, bounds, starts_or_ends_later, total, years
from tests.rules.builders import AS_OF, dates, job, span

NOW = Calendar.of(AS_OF, None)


def months(when: str, calendar: Calendar = NOW, problem: str = "") -> tuple[int, int, int]:
    found = bounds(dates(when, problem), calendar)
    return total([found.low]), total([found.point]), total([found.high])


@pytest.mark.parametrize(
    ("when", "low", "point", "high"),
    [
        ("2019-01..2019-03", 3, 3, 3),  # both months count
        ("2019-01..2019-01", 1, 1, 1),
        ("2015..2018", 26, 36, 48),  # Dec 2015 – Jan 2018, three years, Jan 2015 – Dec 2018
        ("2018..2019", 2, 12, 24),
        ("2016", 0, 6, 12),  # a year alone is half a year
        ("2016-03..2018", 23, 28, 34),  # a year-only end beside a month is its middle
        ("2016..2018-03", 16, 21, 27),
        ("2016-09..2016", 1, 2, 4),  # the middle of what is left
        ("2016..2016-04", 1, 2, 4),
        ("2026-01..", 10, 10, 10),  # the as-of month itself is not counted
        ("2025..", 11, 16, 22),
        ("2026-11..", 0, 0, 0),  # begun in the month that is not counted
        ("2024-01..2030-12", 34, 34, 34),  # nobody has worked in the future
        ("2028-01..2030-12", 0, 0, 0),
        ("2026", 0, 6, 10),
        ("2026-06", 0, 0, 5),  # a lone start may have lasted
    ],
)
def test_a_range_counts_as_months_between_bounds(when: str, low: int, point: int, high: int) -> None:
    assert months(when) == (low, point, high)


@pytest.mark.parametrize("problem", ["reversed", "future", "implausible"])
def test_a_range_with_a_problem_counts_as_nothing(problem: str) -> None:
    assert months("2010-01..2020-01", problem=problem) == (0, 0, 0)


def test_a_reversed_range_that_nobody_marked_counts_as_nothing() -> None:
    assert months("2020-01..2018-01") == (0, 0, 0)
    assert months("2020..2018") == (0, 0, 0)


def test_present_lies_between_the_documents_own_date_and_the_as_of_date() -> None:
    calendar = Calendar.of(AS_OF, date(2024, 5, 17))
    assert months("2022-01..", calendar) == (28, 58, 58)


def test_present_of_a_resume_written_in_2012_is_only_sure_until_then() -> None:
    assert months("2010-03..", Calendar.of(AS_OF, date(2012, 6, 1))) == (27, 200, 200)


def test_the_documents_date_cannot_push_the_end_before_the_start() -> None:
    assert months("2024-06..", Calendar.of(AS_OF, date(2020, 1, 1))) == (1, 29, 29)
    assert months("2024..", Calendar.of(AS_OF, date(2020, 1, 1))) == (0, 28, 34)


def test_a_document_cannot_be_older_than_what_it_tells() -> None:
    told = Calendar.of(AS_OF, date(2012, 1, 1), [job("2019-02..2023-04"), job("2023-05..")])
    assert months("2023-05..", told)[0] == 1
    assert months("2020-01..", told)[0] == 41


@pytest.mark.parametrize("written", [None, date(2027, 1, 1), AS_OF])
def test_without_an_earlier_document_date_present_is_the_as_of_date(written: date | None) -> None:
    assert Calendar.of(AS_OF, written) == NOW


@pytest.mark.parametrize("day", [1, 15, 30])
def test_the_as_of_month_is_not_counted_on_whatever_day_it_is(day: int) -> None:
    assert months("2026-09..", Calendar.of(date(2026, 11, day), None)) == (2, 2, 2)


@pytest.mark.parametrize(
    ("count", "expected"), [(111, 9.3), (0, 0.0), (1, 0.1), (3, 0.3), (6, 0.5), (58, 4.8), (57, 4.8), (59, 4.9), (60, 5.0)]
)
def test_years_have_one_decimal_with_halves_up(count: int, expected: float) -> None:
    assert years(count) == expected


def test_two_jobs_at_once_are_not_summed_twice() -> None:
    both = [bounds(dates(when), NOW).point for when in ("2019-01..2021-12", "2020-03..2021-12")]
    assert total(both) == 36


@pytest.mark.parametrize(
    ("when", "problem", "later"),
    [
        ("2027-01..", "", True),
        ("2024..2030", "", True),
        ("2024-01..2026-11", "", False),
        ("2024..2026", "", False),
        ("2020-01..2021-01", "future", True),
    ],
)
def test_a_date_after_the_as_of_month_is_told(when: str, problem: str, later: bool) -> None:
    assert starts_or_ends_later(dates(when, problem), AS_OF) is later


_SPAN = span("dates")
moments = st.builds(PartialDate, st.integers(1990, 2030), st.none() | st.integers(1, 12))
ranges = st.builds(
    lambda start, end, current: DateRange(_SPAN, start, None if current else end, current), moments, st.none() | moments, st.booleans()
)
calendars = st.builds(Calendar.of, st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1)))
intervals = st.builds(lambda first, length: Interval(first, first + length), st.integers(24000, 24400), st.integers(0, 200))


@given(ranges, calendars)
def test_what_a_range_counts_as_lies_within_what_it_may_cover(dates: DateRange, calendar: Calendar) -> None:
    found = bounds(dates, calendar)
    assert total([found.low]) <= total([found.high])
    assert total([found.high, found.low, found.point]) == total([found.high])
    assert found.high is None or found.high.last <= calendar.last


@given(st.lists(intervals))
def test_merged_months_never_exceed_the_calendar_span(several: list[Interval]) -> None:
    merged = total(several)
    if several:
        assert merged <= max(each.last for each in several) - min(each.first for each in several) + 1
        assert merged >= max(each.last - each.first + 1 for each in several)
    assert merged == len({month for each in several for month in range(each.first, each.last + 1)})


@given(st.lists(intervals), intervals)
def test_another_job_never_lowers_the_months(several: list[Interval], another: Interval) -> None:
    assert total([*several, another]) >= total(several)


@given(st.lists(intervals).flatmap(lambda several: st.tuples(st.just(several), st.permutations(several))))
def test_the_order_of_jobs_changes_nothing(orders: tuple[list[Interval], list[Interval]]) -> None:
    assert total(orders[0]) == total(orders[1])
