"""The years requirement as a table: jobs and claims × the bar → verdict and reason, and how each job counted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screener.document import Reading
from screener.rules import Assessment, check
from tests.rules.builders import AS_OF, VOCABULARY, claim, job, person, role

NEAR = "which is near the 5 that the role asks for."
ASKED = 'id = "years"\nkind = "years"\nimportance = "required"\nminimum = 5\nof = ["backend"]\nmargin = 0.5'
ANY_WORK = 'id = "years"\nkind = "years"\nimportance = "required"\nminimum = 5'


def assess(*facts: Any, asked: str = ASKED, **others: Any) -> Assessment:
    return check(person(*facts, **others), role(asked), as_of=AS_OF, vocabulary=VOCABULARY)


@pytest.mark.parametrize(
    ("facts", "verdict", "reason"),
    [
        ([job("2019-01..2023-12")], "met", "Backend development adds up to 5 years (Jan 2019 – Dec 2023); the role asks for 5."),
        (
            [job("2019-01..2023-10")],
            "unclear",
            f"Backend development adds up to 4.8 years (Jan 2019 – Oct 2023), {NEAR}",
        ),
        (
            [job("2019-01..2023-06")],
            "unclear",
            f"Backend development adds up to 4.5 years (Jan 2019 – Jun 2023), {NEAR}",
        ),
        ([job("2019-01..2023-05")], "not_met", "Backend development adds up to 4.4 years (Jan 2019 – May 2023); the role asks for 5."),
        (
            [job("2015..2020")],
            "unclear",
            "Backend development adds up to between 4.2 and 6 years because some dates give only the year; the role asks for 5.",
        ),
        ([job("2015..2022")], "met", "Backend development adds up to 7 years (Jan 2015 – Dec 2021); the role asks for 5."),
        (
            [job("2019-01..2021-12"), job("2024-01..2024-12", "backend?")],
            "not_met",
            "Backend development adds up to 3 years (Jan 2019 – Dec 2021); the role asks for 5.",
        ),
        (
            [job("2019-01..2021-12"), job("2022-01..2024-12", "backend?")],
            "unclear",
            "Backend development adds up to between 3 and 6 years because some jobs may or may not be backend development; the role asks "
            "for 5.",
        ),
        (
            [job("2019-01..", "", legible=False)],
            "unclear",
            "Backend development adds up to between 0 and 7.8 years because some jobs may or may not be backend development; the role asks "
            "for 5.",
        ),
        ([job("2022-01..2023-12", "backend?")], "not_met", "At most 2 years can be backend development; the role asks for 5."),
        (
            [job("2010-01..2020-12", "frontend"), job("2008-01..2009-12", "")],
            "not_met",
            "None of the jobs is backend development; the role asks for 5 years.",
        ),
        (
            [job("2016-06")],
            "unclear",
            "Backend development adds up to between 0 and 10.4 years because a job shows only one date; the role asks for 5.",
        ),
        (
            [job("2019-01..2020-12"), job("")],
            "unclear",
            "Backend development with dates adds up to 2 years, but one job carries no usable dates; the role asks for 5.",
        ),
        (
            [job("2019-01..2020-12"), job("", "frontend")],
            "not_met",
            "Backend development adds up to 2 years (Jan 2019 – Dec 2020); the role asks for 5.",
        ),
        ([job("2010-01..2016-12"), job("")], "met", "Backend development adds up to 7 years (Jan 2010 – Dec 2016); the role asks for 5."),
        (
            [job("2019-01..2009-12", problem="reversed"), job("2020-01..2020-12")],
            "unclear",
            "Backend development with dates adds up to 1 year, but one job carries no usable dates; the role asks for 5.",
        ),
        ([job(""), job("")], "unclear", "Jobs that may be backend development carry no usable dates; the role asks for 5 years."),
        (
            [job(""), claim(10)],
            "unclear",
            "Jobs that may be backend development carry no usable dates, and the text claims 10 years; the role asks for 5.",
        ),
        ([job(""), claim(4.4)], "not_met", "The text claims 4.4 years and dates do not show more; the role asks for 5."),
        (
            [job(""), claim(3, "frontend")],
            "unclear",
            "Jobs that may be backend development carry no usable dates; the role asks for 5 years.",
        ),
        (
            [job(""), claim(3, "frontend"), claim(6, "backend")],
            "unclear",
            "Jobs that may be backend development carry no usable dates, and the text claims 6 years; the role asks for 5.",
        ),
        (
            [job("", "frontend"), job("", "")],
            "not_met",
            "Every job is plainly of another profession; the role asks for 5 years of backend development.",
        ),
        ([], "unclear", "No job is described; the role asks for 5 years of backend development."),
        ([claim(7)], "unclear", "No job is described, though the text claims 7 years; the role asks for 5 years of backend development."),
        ([claim(2)], "not_met", "The text claims 2 years and dates do not show more; the role asks for 5."),
        ([job("", kind="project")], "unclear", "No job is described; the role asks for 5 years of backend development."),
        ([job("", kind="internship")], "unclear", "No job is described; the role asks for 5 years of backend development."),
        ([job("2024-05..2024-08", kind="internship")], "not_met", "None of the jobs is backend development; the role asks for 5 years."),
        ([job("2010-01..2020-12", kind="volunteer")], "unclear", "No job is described; the role asks for 5 years of backend development."),
        (
            [job("2019-01..2020-12"), claim(10)],
            "not_met",
            "Backend development adds up to 2 years (Jan 2019 – Dec 2020); the role asks for 5.",
        ),
    ],
)
def test_a_years_requirement_is_judged_on_intervals(facts: list[Any], verdict: str, reason: str) -> None:
    finding = assess(*facts).findings[0]
    assert (finding.verdict, finding.reason) == (verdict, reason)


def test_present_goes_to_a_person_when_the_documents_date_and_the_as_of_date_lie_on_two_sides_of_the_bar() -> None:
    finding = assess(job("2020-01.."), document_date=date(2023, 6, 10)).findings[0]
    assert finding.verdict == "unclear"
    assert finding.reason == (
        "Backend development adds up to between 3.4 and 6.8 years because the age of the document makes its current job sure only until May 2023; "
        "the role asks for 5."
    )


def test_a_bar_without_families_counts_any_work_and_internships() -> None:
    assert (
        assess(job("2018-01..2022-06", "frontend"), job("2017-07..2017-12", "", kind="internship"), asked=ANY_WORK).findings[0].verdict
        == "met"
    )
    assert assess(job("2010-01..2020-12", kind="volunteer"), asked=ANY_WORK).findings[0].verdict == "unclear"


def test_several_jobs_are_counted_in_the_reason() -> None:
    reason = assess(job("2012-01..2014-12"), job("2016-01..2018-12"), job("2019-01..2019-12", "frontend")).findings[0].reason
    assert reason == "Backend development adds up to 6 years (2 jobs, Jan 2012 – Dec 2018); the role asks for 5."


def test_two_jobs_at_once_count_once() -> None:
    assessment = assess(job("2019-01..2021-12"), job("2019-01..2021-12"))
    assert assessment.measures.years_relevant == 3.0
    assert assessment.findings[0].verdict == "not_met"


def test_poor_reading_never_speaks_against_a_person() -> None:
    for verdict in ("doubtful", "failed"):
        finding = assess(job("2022-01..2022-12"), reading=Reading(verdict, 0.4)).findings[0]  # type: ignore[arg-type]  # a literal in a loop
        assert finding.verdict == "unclear"
        assert finding.reason.startswith("The document could not be read well enough to say no: ")


def test_the_evidence_is_the_heading_of_each_job_that_counts_the_longest_first_with_its_dates() -> None:
    short, long, other = job("2023-01..2023-12"), job("2015-01..2022-12"), job("2014-01..2014-12", "frontend")
    found = assess(short, other, long).findings[0].evidence
    assert [each.text for each in found] == [
        "Engineer, Example Ltd 2015-01..2022-12",
        "2015-01..2022-12",
        "Engineer, Example Ltd 2023-01..2023-12",
        "2023-01..2023-12",
    ]


@pytest.mark.parametrize(
    ("position", "months", "counts", "reason"),
    [
        (job("2019-01..2019-12"), 12, "yes", "counts: REST services in Java"),
        (job("2019-01..2019-12", "frontend backend"), 12, "yes", "counts: REST services in Java"),
        (job("2019-01..2019-12", "backend?"), 12, "unclear", "may count: REST services in Java"),
        (job("2019-01..2019-12", "", legible=False), 12, "unclear", "may count: what was done there is not stated"),
        (job("2019-01..2019-12", "frontend"), 12, "no", "does not count: front-end development"),
        (job("2019-01..2019-12", ""), 12, "no", "does not count: no work of this kind is named"),
        (job("2019-01..2019-12", kind="internship"), 12, "no", "does not count: internship"),
        (job("2019-01..2019-12", kind="volunteer"), 12, "no", "does not count: voluntary work"),
        (job("2019-01..2019-12", kind="project"), 12, "no", "does not count: personal project"),
        (job(""), 0, "unclear", "counts: REST services in Java, but it carries no dates"),
        (job("2016-06"), 0, "unclear", "counts: REST services in Java, but it shows only one date"),
        (
            job("2019-01..2009-12", problem="reversed"),
            0,
            "unclear",
            "counts: REST services in Java, but its dates cannot be used (they end before they start)",
        ),
    ],
)
def test_every_job_tells_whether_it_counts_and_why(position: Any, months: int, counts: str, reason: str) -> None:
    (row,) = assess(position).measures.jobs
    assert (row.position, row.months, row.counts, row.reason) == (0, months, counts, reason)


@pytest.mark.parametrize(
    ("facts", "experience", "low", "relevant", "high"),
    [
        ([], None, None, None, None),
        ([job("")], None, None, None, None),
        ([job("2016-06")], None, None, None, None),
        ([job("2019-01..2019-12")], 1.0, 1.0, 1.0, 1.0),
        ([job("2019-01..2019-12"), job("2018-01..2018-06", kind="internship")], 1.5, 1.0, 1.0, 1.0),
        ([job("2018-01..2018-06", kind="internship")], 0.5, 0.0, 0.0, 0.0),
        ([job("2019-01..2019-12"), job("2010-01..2018-12", kind="project")], 1.0, 1.0, 1.0, 1.0),
        ([job("2019-01..2019-12"), job("2020-01..2021-12", "backend?")], 3.0, 1.0, 1.0, 3.0),
        ([job("2015..2018")], 3.0, 2.2, 3.0, 4.0),
        ([job("2019-01..2019-12"), job("")], 1.0, 1.0, 1.0, None),  # nobody knows the upper bound
    ],
)
def test_the_columns_of_years(facts: list[Any], experience: float, low: float, relevant: float, high: float) -> None:
    measures = assess(*facts).measures
    assert (measures.years_experience, measures.years_low, measures.years_relevant, measures.years_high) == (
        experience,
        low,
        relevant,
        high,
    )


def test_the_claim_shown_is_the_largest_that_speaks_of_this_work() -> None:
    assert assess(claim(4), claim(9, "backend"), claim(12, "frontend")).measures.years_claimed == 9
    assert assess(claim(12, "frontend")).measures.years_claimed is None


@pytest.mark.parametrize(
    ("facts", "others", "flags"),
    [
        ([job("2019-01..2020-12"), claim(4)], {}, ("claimed-exceeds-dated",)),
        ([job("2019-01..2020-12"), claim(3)], {}, ()),  # by a year, not by more
        ([job("2019-01..2020-12"), claim(9, "frontend")], {}, ()),
        ([job(""), claim(9)], {}, ("undated-jobs",)),
        ([job(""), job("2019-01..2020-12")], {}, ()),
        ([job("2024-01..2030-12")], {}, ("future-date",)),
        ([job("2019-01..2009-12", problem="reversed")], {}, ("reversed-dates",)),
        ([job("2019-01..")], {"document_date": date(2025, 10, 31)}, ("document-older-than-a-year",)),
        ([job("2019-01..")], {"document_date": date(2025, 11, 1)}, ()),
        ([], {"is_resume": False}, ("not-a-resume",)),
        ([], {"language": "ja"}, ("language-ja",)),
        ([], {"language": "fr"}, ()),
    ],
)
def test_the_flags_of_judging(facts: list[Any], others: dict[str, Any], flags: tuple[str, ...]) -> None:
    assert assess(*facts, **others).flags == flags
