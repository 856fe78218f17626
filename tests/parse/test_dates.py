"""Dates as résumés write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.parse.date_points import full_year
from screener.parse.dates import find_date_ranges
from screener.parse.draft import Draft
from screener.resume import DateRange
from tests.parse.builders import document, draft_after


def ranges(text: str) -> list[DateRange]:
    return find_date_ranges(Draft(document(text)))


def told(found: DateRange) -> str:
    """"2018-01..2020-12", "2018..", "2018-01..now": a range as precise as it was read."""

    def point(year: int, month: int | None) -> str:
        return f"{year}-{month:02}" if month else f"{year}"

    end = "now" if found.current else point(found.end.year, found.end.month) if found.end else ""
    return f"{point(found.start.year, found.start.month)}..{end}"


@pytest.mark.parametrize(("text", "expected"), [
    ("2015–2018", "2015..2018"),
    ("2018 - 2020", "2018..2020"),
    ("01/2018 - 12/2020", "2018-01..2020-12"),
    ("03/2018 - 11/2020", "2018-03..2020-11"),
    ("2019.03–2021.05", "2019-03..2021-05"),
    ("01.02.2017 - 31.03.2019", "2017-02..2019-03"),
    ("02/13/2017 - 03/31/2019", "2017-02..2019-03"),
    ("Since 2018", "2018..now"),
    ("Q1 2018 - Q4 2020", "2018-01..2020-12"),
    ("2020 Q3 – 2021 Q2", "2020-07..2021-06"),
    ("Summer '17", "2017-06..2017-08"),
    ("Fall 2012 - Spring 2013", "2012-09..2013-05"),
    ("May–Aug 2013", "2013-05..2013-08"),
    ("Nov - Feb 2014", "2013-11..2014-02"),
    ("Sept. 2016 to date", "2016-09..now"),
    ("March 2016 till date", "2016-03..now"),
    ("Mar 2020 – Mar 2022 (2 yrs 1 mo)", "2020-03..2022-03"),
    ("08/19 – 02/21", "2019-08..2021-02"),
    ("2016, Jan – 2017, Jun", "2016-01..2017-06"),
    ("6/15-8/18", "2015-06..2018-08"),
    ("2/21-present", "2021-02..now"),
    ("2016-05 to 2018-01", "2016-05..2018-01"),
    ("2019/03 - 2020/05", "2019-03..2020-05"),
    ("2015 / 07 - 2016 / 02", "2015-07..2016-02"),
    ("'18 – '20", "2018..2020"),
    ("Jan '15 — Current", "2015-01..now"),
    ("Jan 98 - Dec 99", "1998-01..1999-12"),
    ("2010–12", "2010..2012"),
    ("2015–17 Developer", "2015..2017"),
    ("06/2016-10/2021", "2016-06..2021-10"),
    ("01-Aug-2022 to 30-Nov-2023", "2022-08..2023-11"),
    ("07/08 2004", "2004-07..2004-08"),
    ("09-16 - 03-17", "2016-09..2017-03"),
    ("05-16 - Now", "2016-05..now"),
    ("10 – 12 2004", "2004-10..2004-12"),
    ("03–09/2019", "2019-03..2019-09"),
    ("May 10–12 2015", "2015..2015"),
    ("01/2015 – 03 2016", "2015-01..2016-03"),
    ("2019 May – Aug", "2019-05..2019-08"),
    ("Aug 2022\tongoing", "2022-08..now"),
    ("Start: 03/2012 End: 04/2014", "2012-03..2014-04"),
    ("Start date: March 2012 | End date: April 2014", "2012-03..2014-04"),
    ("APRİL 2019 – aprıl 2020", "2019-04..2020-04"),
    ("from May 2012 until September\n2015", "2012-05..2015-09"),
    ("2018/19", "2018..2019"),
    ("Jan 5, 2019 to March 3rd, 2021", "2019-01..2021-03"),
    ("5 January 2019 - 3 March 2021", "2019-01..2021-03"),
    ("JAN 2019 – DEC 2020", "2019-01..2020-12"),
    ("from June 2015 until now", "2015-06..now"),
    ("June 2018 – Present (5 years 3 months)", "2018-06..now"),
    ("2019 —", "2019..now"),
    ("Early 2019 - Late 2021", "2019-01..2021-12"),
    ("Aug. 2021 - May. 2025", "2021-08..2025-05"),
    ("01/2018\t12/2020", "2018-01..2020-12"),
    ("06/2016", "2016-06.."),
    ("2016", "2016..2016"),
    ("2015\u00ad2018".replace("\u00ad", "-"), "2015..2018"),
])
def test_every_way_of_writing_a_range_is_read(text: str, expected: str) -> None:
    assert [told(found) for found in ranges(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    ("Mai 2017 – März 2019", "2017-05..2019-03"),
    ("Oktober 2016 bis Dezember 2018", "2016-10..2018-12"),
    ("Seit 03/2019", "2019-03..now"),
    ("01/2019 - heute", "2019-01..now"),
    ("janv. 2018 à aujourd'hui", "2018-01..now"),
    ("Depuis septembre 2019", "2019-09..now"),
    ("de février 2016 à août 2018", "2016-02..2018-08"),
    ("Ene 2019 - actualidad", "2019-01..now"),
    ("marzo de 2015 – diciembre de 2017", "2015-03..2017-12"),
    ("Dez 2015 – Fev 2017", "2015-12..2017-02"),
    ("gennaio 2018 – in corso", "2018-01..now"),
    ("maart 2016 - heden", "2016-03..now"),
])
def test_seven_languages_are_read(text: str, expected: str) -> None:
    assert [told(found) for found in ranges(text)] == [expected]


@pytest.mark.parametrize("text", [
    "over 5000 users and $2000 saved", "served 2,019 requests", "ISO 27001", "ES2015 modules", "call 555 0142", "v2.2018", "24/7 support", "grew 10/10",
])
def test_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert ranges(text) == []


def test_a_range_may_end_on_the_next_line() -> None:
    assert [told(found) for found in ranges("Déc. 2023—\nAujourd’hui")] == ["2023-12..now"]


def test_dates_inside_addresses_are_no_dates() -> None:
    assert ranges("https://example.org/2019/04/post") == []


@pytest.mark.parametrize(("text", "problem"), [
    ("2015 - 2014", "reversed"), ("Mar 2018 – Jan 2018", "reversed"), ("2015 - 2089", "implausible"), ("Mar 2018 – Mar 2028 (2 yrs)", "implausible"),
    ("Mar 2018 – Mar 2020 (2 yrs)", ""),
])
def test_ranges_that_cannot_be_are_flagged(text: str, problem: str) -> None:
    assert [found.problem for found in ranges(text)] == [problem]


def test_the_date_that_a_document_states_of_itself_is_kept() -> None:
    assert draft_after("Ana Sample\nLast updated in March 2024\nAcme", "screener_dates").stated_date == date(2024, 3, 1)
    assert draft_after("Ana Sample\nJoined in March 2024", "screener_dates").stated_date is None


_YEARS = st.integers(1970, 2024)
_MONTHS = st.integers(1, 12)
_NAMES = ("January", "Feb", "Mar.", "April", "May", "Jun", "JULY", "aug", "Sept.", "Oct", "November", "Dec.")
_FORMS = (
    lambda year, month: f"{month:02}/{year}",
    lambda year, month: f"{_NAMES[month - 1]} {year}",
    lambda year, month: f"{_NAMES[month - 1]} '{year % 100:02}" if year >= 2000 else f"{_NAMES[month - 1]} {year}",
    lambda year, month: f"{year}-{month:02}",
    lambda year, month: f"{year}.{month:02}",
)


@given(_YEARS, _MONTHS, st.integers(0, 300), st.sampled_from(_FORMS), st.sampled_from([" - ", " – ", "–", " to ", " until "]))
def test_a_range_written_in_any_form_is_read_back(year: int, month: int, length: int, form, between: str) -> None:  # type: ignore[no-untyped-def]
    end = year * 12 + month - 1 + length
    text = form(year, month) + between + form(end // 12, end % 12 + 1)
    (found,) = ranges(text)
    assert (found.start.year, found.start.month) == (year, month)
    assert found.end is not None
    assert (found.end.year, found.end.month) == (end // 12, end % 12 + 1)


@given(st.text(alphabet="0123456789/.-–' JanuaryMy\n\t", max_size=60))
def test_spans_quote_the_text_whatever_it_is(text: str) -> None:
    made = document(text)
    for found in find_date_ranges(Draft(made)):
        assert made.text[found.span.start : found.span.end] == found.span.text


@given(st.integers(0, 99))
def test_two_digits_are_of_the_century_nearest_to_working_lives(digits: int) -> None:
    assert full_year(f"{digits:02}") % 100 == digits
    assert 1950 <= full_year(f"{digits:02}") < 2050


@pytest.mark.parametrize(("text", "expected"), [
    ("Marzo 2012 –> Agosto 2013", ["2012-03..2013-08"]),
    ("2014 -> 2016", ["2014..2016"]),
    ("2018 --> Presente", ["2018..now"]),
    ("03/2018 => 05/2019", ["2018-03..2019-05"]),
])
def test_an_arrow_joins_two_dates(text: str, expected: list[str]) -> None:
    assert [told(found) for found in ranges(text)] == expected


def test_a_line_that_breaks_before_the_dash_of_a_range_in_brackets_breaks_no_range() -> None:
    assert [told(found) for found in ranges("School of Weaving, Northfield (Fall 2009\n• June 2011)")] == ["2009-09..2011-06"]
    assert [told(found) for found in ranges("Joined in June 2009\n• June 2011: a first prize")] == ["2009-06..", "2011-06.."]


@pytest.mark.parametrize("text", ["Fecha de incorporación: 2 de Abril de 2012", "Date of joining: April 2012", "Eintrittsdatum: 04/2012"])
def test_a_date_of_joining_begins_a_range_that_goes_on(text: str) -> None:
    assert [told(found) for found in ranges(text)] == ["2012-04..now"]


def test_until_today_in_italian_needs_no_dash() -> None:
    assert [told(found) for found in ranges("Da marzo 2018 ad oggi")] == ["2018-03..now"]
