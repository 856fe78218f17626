"""Work in place of a degree as a table: degrees × work → verdict and reason."""

from __future__ import annotations

from typing import Any

import pytest

from screener.errors import DataFileError
from screener.rules import check
from tests.rules.builders import AS_OF, VOCABULARY, degree, job, person, role

ASKED = (
    'id = "degree"\nkind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = ["computing"]\n'
    'or_years = 8\nof = ["backend"]\nmargin = 1'
)
ARTS = degree("master", "arts", field="Fine Arts")
EIGHT, SEVEN, SIX, UNDATED = job("2012-01..2019-12"), job("2012-01..2018-12"), job("2012-01..2017-12"), job("")
LONG = "Backend development adds up to 8 years (Jan 2012 – Dec 2019); the role asks for 8"
NEAR = "Backend development adds up to 7 years (Jan 2012 – Dec 2018), which is near the 8 that the role asks for"
SHORT = "Backend development adds up to 6 years (Jan 2012 – Dec 2017); the role asks for 8"
NO_WORK = "No job is described; the role asks for 8 years of backend development"
UNRELATED = "Holds a master's degree in Fine Arts, which is not a related field"


def finding(asked: str, *facts: Any) -> Any:
    return check(person(*facts), role(asked), as_of=AS_OF, vocabulary=VOCABULARY).findings[0]


@pytest.mark.parametrize(
    ("facts", "verdict", "reason"),
    [
        ([degree()], "met", "Holds a bachelor's degree in Computing."),
        ([EIGHT], "met", f"{LONG}, and 8 years of it will do in place of a degree."),
        ([ARTS, EIGHT], "met", f"{LONG}, and 8 years of it will do in place of a degree."),
        ([SEVEN], "unclear", f"No degree is mentioned; whether there are the 8 years that will do in its place is open: {NEAR}."),
        ([ARTS, SEVEN], "unclear", f"{UNRELATED}; whether there are the 8 years that will do in its place is open: {NEAR}."),
        ([SIX], "unclear", f"No degree is mentioned; and of work in its place: {SHORT}."),  # silence about the degree never counts against anybody
        ([ARTS, SIX], "not_met", f"{UNRELATED}; and of work in its place: {SHORT}."),
        ([ARTS], "unclear", f"{UNRELATED}; whether there are the 8 years that will do in its place is open: {NO_WORK}."),
        ([degree("associate"), job("2010-01..2020-12", "frontend")], "not_met",
         "The highest degree held is an associate degree; the role asks for a bachelor's degree; and of work in its place: None of the jobs is "
         "backend development; the role asks for 8 years."),
    ],
)  # fmt: skip
def test_enough_work_will_do_in_place_of_a_degree(facts: list[Any], verdict: str, reason: str) -> None:
    found = finding(ASKED, *facts)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_work_without_dates_leaves_it_open() -> None:
    assert finding(ASKED, ARTS, UNDATED).verdict == "unclear"


def test_a_role_that_accepts_equivalents_drops_nobody_for_either() -> None:
    assert finding(ASKED + '\notherwise = "review"', ARTS, SIX).verdict == "unclear"
    assert finding(ASKED + '\notherwise = "review"', ARTS, EIGHT).verdict == "met"


def test_the_evidence_is_what_decided() -> None:
    assert [each.text for each in finding(ASKED, ARTS, EIGHT).evidence] == [EIGHT.heading.text, "2012-01..2019-12"]
    assert ARTS.context in finding(ASKED, ARTS, SIX).evidence
    assert finding(ASKED).mentioned is False


YEARS = 'id = "years"\nkind = "years"\nimportance = "required"\nminimum = 8\nof = ["backend"]'


def test_work_that_is_asked_of_everybody_cannot_stand_for_a_degree() -> None:
    with pytest.raises(DataFileError) as caught:
        role(YEARS, ASKED)
    assert caught.value.problems == (
        'requirement[1].or_years (degree): 8 is no more than "years" asks of everybody; give all the years that will do, such as 12',
    )
    assert len(role(YEARS.replace("8", "7"), ASKED).requirements) == 2


def test_families_and_margin_of_the_work_need_the_years() -> None:
    with pytest.raises(DataFileError) as caught:
        role(ASKED.replace("or_years = 8\n", ""))
    assert caught.value.problems == (
        'requirement[0].of (degree): belongs to "or_years", which is not given',
        'requirement[0].margin (degree): belongs to "or_years", which is not given',
    )
