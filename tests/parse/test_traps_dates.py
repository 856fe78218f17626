"""Dates that break readers of résumés, one test each: the whole way from the text to the years that it adds up to."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from screener.decision import Decision
from screener.parse import Parser, build_parser
from screener.resume import DateRange, Resume
from screener.rules import load_role
from screener.screening import judge
from tests.parse.builders import document

AS_OF = date(2026, 11, 1)
DEGREE = "EDUCATION\nBSc Computer Science, Alder University\t2008 - 2011"


@cache
def parser() -> Parser:
    return build_parser()


def read(jobs: str, education: str = DEGREE) -> Resume:
    return parser().parse(document(f"Nora Quist\nEXPERIENCE\n{jobs}\n{education}\n"))


def judged(resume: Resume, as_of: date = AS_OF) -> Decision:
    return judge(resume, load_role("senior-backend"), as_of=as_of)


def years(jobs: str, education: str = DEGREE) -> float | None:
    return judged(read(jobs, education)).measures.years_experience


def job(dates: str, title: str = "Backend Engineer, Tandem Freight") -> str:
    return f"{title}\t{dates}\n• Built the booking API in Python and PostgreSQL.\n"


def told(dates: DateRange | None) -> str:
    if dates is None:
        return ""
    ends = [f"{end.year}-{end.month:02}" if end.month else f"{end.year}" for end in (dates.start, dates.end) if end]
    return " ".join([*ends, "now"] if dates.current else ends)


FORMS = {
    "two digits behind an apostrophe": ("'18 – '20", "2018 2020", 2.0),
    "an apostrophe and a dash, still there": ("Jan '15 — Current", "2015-01 now", 11.8),
    "years joined by a dash without spaces": ("2015–2018", "2015 2018", 3.0),
    "years with spaces are not nought months": ("2018 - 2020", "2018 2020", 2.0),
    "months by number": ("01/2018 - 12/2020", "2018-01 2020-12", 3.0),
    "months by number, not whole years": ("03/2018 - 11/2020", "2018-03 2020-11", 2.8),
    "year first with a full stop": ("2019.03–2021.05", "2019-03 2021-05", 2.3),
    "days, the day first": ("01.02.2017 - 31.03.2019", "2017-02 2019-03", 2.2),
    "since a year": ("Since 2018", "2018 now", 8.3),
    "quarters": ("Q1 2018 - Q4 2020", "2018-01 2020-12", 3.0),
    "a season with two digits": ("Summer '17", "2017-06 2017-08", 0.3),
    "from a season to a season": ("Fall 2012 - Spring 2013", "2012-09 2013-05", 0.8),
    "two months that share a year": ("May–Aug 2013", "2013-05 2013-08", 0.3),
    "an abbreviated month, to date": ("Sept. 2016 to date", "2016-09 now", 10.2),
    "till date": ("March 2016 till date", "2016-03 now", 10.7),
    "the duration in brackets": ("Mar 2020 – Mar 2022 (2 yrs 1 mo)", "2020-03 2022-03", 2.1),
    "two digits each": ("08/19 – 02/21", "2019-08 2021-02", 1.6),
    "year first with a hyphen, to": ("2016-05 to 2018-01", "2016-05 2018-01", 1.8),
    "months in German": ("März 2019 – Dezember 2020", "2019-03 2020-12", 1.8),
    "months in French": ("février 2019 – août 2020", "2019-02 2020-08", 1.6),
    "months in Spanish": ("enero 2019 – septiembre 2020", "2019-01 2020-09", 1.8),
    "months in Portuguese": ("março 2019 – outubro 2020", "2019-03 2020-10", 1.7),
    "months in Italian": ("gennaio 2019 – luglio 2020", "2019-01 2020-07", 1.6),
    "months in Dutch": ("maart 2019 – augustus 2020", "2019-03 2020-08", 1.5),
}


@pytest.mark.parametrize(("dates", "read_as", "adds_up_to"), FORMS.values(), ids=FORMS)
def test_a_form_of_dates_is_read_as_precisely_as_it_is_written(dates: str, read_as: str, adds_up_to: float) -> None:
    resume = read(job(dates))
    (position,) = resume.qualifications.positions
    assert told(position.dates) == read_as
    assert judged(resume).measures.years_experience == adds_up_to


@pytest.mark.parametrize("dates", ["Mar 2012 – Mar 2102", "03/2012 – 03/2041", "2012 – 2102", "2012 - 2032"])
def test_a_typing_error_that_invents_a_decade_is_not_used_and_is_told(dates: str) -> None:
    measures = judged(read(job(dates) + job("Jan 2008 – Dec 2009"))).measures
    assert measures.years_experience == 2.0
    assert measures.jobs[0].reason.endswith("its dates cannot be used (they are not plausible)")


def test_the_end_of_a_running_contract_is_no_typing_error() -> None:
    decision = judged(read(job("Jan 2025 – Dec 2027")))
    assert decision.measures.years_experience == 1.8
    assert "future-date" in decision.flags


def test_a_duration_in_brackets_that_does_not_fit_shows_a_typing_error() -> None:
    (position,) = read(job("Mar 2010 – Mar 2022 (2 yrs 1 mo)")).qualifications.positions
    assert position.dates
    assert position.dates.problem


def test_a_range_that_ends_before_it_starts_is_flagged_and_not_counted() -> None:
    resume = read(job("Jun 2019 – Feb 2017") + job("Jan 2012 – Dec 2013"))
    decision = judged(resume)
    assert decision.measures.years_experience == 2.0
    assert "reversed-dates" in {*resume.flags, *decision.flags}


def test_a_start_in_the_future_is_flagged_and_not_counted() -> None:
    resume = read(job("Jan 2031 – Present") + job("Jan 2012 – Dec 2013"))
    decision = judged(resume)
    assert decision.measures.years_experience == 2.0
    assert "future-date" in {*resume.flags, *decision.flags}


def test_two_jobs_at_once_count_once() -> None:
    assert years(job("Jan 2018 – Dec 2020") + job("Mar 2018 – Dec 2019", "Backend Developer, Alder Mills")) == 3.0


def test_promotions_inside_one_employer_count_once_and_are_all_read() -> None:
    roles = "Tandem Freight\t01/2015 - 12/2020\nLead Engineer\t01/2018 - 12/2020\n• Led six.\nEngineer\t01/2015 - 12/2017\n• Built APIs in Java.\n"
    assert years(roles) == 6.0
    assert {position.title.text for position in read(roles).qualifications.positions if position.title} >= {"Lead Engineer", "Engineer"}


def test_dates_of_education_are_no_work() -> None:
    assert years(job("Jan 2018 – Dec 2020"), "EDUCATION\nMSc Physics, Alder University\t2005 - 2012") == 3.0
    assert judged(parser().parse(document(f"Nora Quist\n{DEGREE}\nSKILLS\nPython, SQL"))).measures.years_experience is None


def test_a_line_that_is_only_a_range_of_dates_belongs_to_its_job() -> None:
    jobs = "01/2018 - 12/2020\nBackend Engineer, Tandem Freight\n• Built APIs in Python.\n01/2016 - 12/2017\nDeveloper, Alder Mills\n• Java.\n"
    assert years(jobs) == 5.0
    assert len(read(jobs).qualifications.positions) == 2


def test_present_in_an_old_document_lies_between_its_own_date_and_today() -> None:
    old = parser().parse(document(f"Nora Quist\nLast updated: 03/2012\nEXPERIENCE\n{job('Jan 2010 – Present')}\n{DEGREE}\n"))
    measures = judged(old).measures
    assert measures.years_low is not None
    assert measures.years_low < 3 < 16 < (measures.years_high or 0)


@pytest.mark.parametrize("dates", ["2018 – 2020", "Since 2018", "Mar 2019", "06/2016 –", "'18", "May–Aug 2013"])
def test_what_is_not_written_is_never_filled_in_from_today(dates: str) -> None:
    first = read(job(dates)).qualifications.positions
    assert all(
        end is None or (str(end.year) in dates or f"{end.year % 100:02}" in dates)
        for position in first
        if position.dates
        for end in (position.dates.start, position.dates.end)
    )
    assert all(not end.month for position in first if position.dates and dates == "2018 – 2020" for end in (position.dates.start,))
