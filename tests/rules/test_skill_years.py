"""Years of a skill, and its recent use, as tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screener.rules import check
from tests.rules.builders import AS_OF, VOCABULARY, job, mention, person, role, skill

ASKED = 'id = "python"\nkind = "skill-years"\nimportance = "required"\nany_of = ["python"]\nminimum = 3\nmargin = 0.5'
THREE, TWO, OTHER = job("2018-01..2020-12"), job("2021-01..2022-12"), job("2010-01..2017-12", "frontend")
NURSE = job("2005-01..2015-12", "")


def finding(asked: str, *facts: Any, **others: Any) -> Any:
    return check(person(*facts, **others), role(asked), as_of=AS_OF, vocabulary=VOCABULARY).findings[0]


def used(*positions: int, scope: Any = "held") -> Any:
    return skill("python", *(mention(f"Python in job {index}", position=index, scope=scope) for index in positions))


@pytest.mark.parametrize(
    ("facts", "verdict", "reason"),
    [
        ([THREE, used(0)], "met", "Python was used for 3 years (Jan 2018 – Dec 2020); the role asks for 3."),
        ([THREE, TWO, used(0, 1)], "met", "Python was used for 5 years (2 jobs, Jan 2018 – Dec 2022); the role asks for 3."),
        ([TWO, used(0)], "not_met", "All work in which Python may have been used adds up to 2 years; the role asks for 3."),
        ([TWO, OTHER, used(0)], "unclear",
         "Python is named in work that adds up to 2 years, and may have been used for longer; the role asks for 3."),
        ([TWO, NURSE, used(0)], "not_met", "All work in which Python may have been used adds up to 2 years; the role asks for 3."),
        ([job("2021-01..2023-06"), used(0)], "unclear",
         "Python is named in work that adds up to 2.5 years, and may have been used for longer; the role asks for 3."),
        ([TWO, job(""), used(0)], "unclear",
         "Python is named in work that adds up to 2 years, and may have been used for longer; the role asks for 3."),
        ([THREE, skill("python", mention())], "unclear", "Python is named, but in no job; the role asks for 3 years of using it."),
        ([THREE, skill("python", mention(scope="learning"))], "unclear",
         "Python is named, but in no job; the role asks for 3 years of using it."),
        ([THREE, used(0, scope="others")], "unclear", "Python is named, but in no job; the role asks for 3 years of using it."),
        ([THREE, skill("python", mention("No Python yet", scope="negated"))], "not_met", "The text says “No Python yet”."),
        ([THREE, used(0), skill("java", mention(position=0))], "met", "Python was used for 3 years (Jan 2018 – Dec 2020); the role asks for 3."),
        ([THREE], "unclear", "Not mentioned: Python; the role asks for 3 years of using it."),
        ([TWO], "not_met", "All work in which Python may have been used adds up to 2 years; the role asks for 3."),
        ([], "unclear", "Not mentioned: Python; the role asks for 3 years of using it."),
        ([job("2010-01..2020-12", kind="project"), used(0)], "unclear",
         "Python is named, but in no job; the role asks for 3 years of using it."),
    ],
)  # fmt: skip
def test_years_of_a_skill_are_those_of_the_jobs_that_name_it(facts: list[Any], verdict: str, reason: str) -> None:
    found = finding(ASKED, *facts)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_years_of_several_skills_count_each_month_once() -> None:
    either = ASKED.replace('["python"]', '["python", "java"]')
    both = [job("2020-01..2021-06"), job("2020-07..2021-12"), used(0), skill("java", mention(position=1))]
    assert finding(either, *both).verdict == "not_met"
    assert finding(either.replace("3", "2"), *both).verdict == "met"


def test_the_present_of_an_old_document_is_sure_only_until_its_date() -> None:
    facts = [job("2020-01.."), used(0)]
    assert finding(ASKED, *facts, document_date=date(2023, 6, 1)).verdict == "met"
    assert finding(ASKED, *facts, document_date=date(2022, 6, 1)).verdict == "unclear"


def test_the_evidence_is_the_heading_of_the_jobs_that_name_it_the_longest_first() -> None:
    found = finding(ASKED, TWO, THREE, used(0, 1))
    assert found.evidence == (THREE.heading, TWO.heading)
    assert finding(ASKED, TWO).evidence == (TWO.heading,)


RECENT = 'id = "python"\nkind = "skills"\nimportance = "required"\nany_of = ["python"]\nused_within = 3'
SINCE = "the role asks for use within the last 3 years, and whether it was used since is not stated"


@pytest.mark.parametrize(
    ("when", "verdict", "reason"),
    [
        ("2020-01..", "met", "Python: used in a job (Jan 2020 – Oct 2026)."),
        ("2020-01..2023-10", "met", "Python: used in a job (Jan 2020 – Oct 2023)."),  # the last month of the three years
        ("2020-01..2023-09", "unclear", f"Python is shown in a job until Sep 2023; {SINCE}."),
        ("2015..2019", "unclear", f"Python is shown in a job until Jan 2019; {SINCE}."),
        ("2020..2024", "met", "Python: used in a job (Jan 2020 – Dec 2023)."),
        ("2025", "met", "Python: used in a job (Apr 2025 – Sep 2025)."),
        ("", "unclear", "Python is named, but not when it was last used; the role asks for use within the last 3 years."),
        ("2024-06", "unclear", "Python is named, but not when it was last used; the role asks for use within the last 3 years."),
    ],
)
def test_a_skill_that_must_be_fresh_is_met_only_by_a_job_of_late(when: str, verdict: str, reason: str) -> None:
    found = finding(RECENT, job(when), used(0))
    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ([skill("python")], "unclear"),
        ([], "unclear"),
        ([skill("python", mention("No Python", scope="negated"))], "not_met"),
        ([job("2010-01..2012-12"), job("2024-01..2025-12"), used(0, 1)], "met"),
    ],
)
def test_only_a_denial_speaks_against_recent_use(facts: list[Any], verdict: str) -> None:
    assert finding(RECENT, *facts).verdict == verdict


def test_of_several_skills_enough_must_be_fresh() -> None:
    two = 'id = "two"\nkind = "skills"\nimportance = "required"\nof = ["python", "java", "go"]\nat_least = 2\nused_within = 3'
    old, new = job("2010-01..2012-12"), job("2024-01..2025-12")
    assert finding(two, old, new, used(1), skill("java", mention(position=0))).verdict == "unclear"
    assert finding(two, old, new, used(1), skill("java", mention(position=1))).verdict == "met"


def test_present_of_an_old_document_is_not_fresh() -> None:
    facts = [job("2015-01.."), used(0)]
    assert finding(RECENT, *facts, document_date=date(2020, 5, 1)).verdict == "unclear"
    assert finding(RECENT, *facts, document_date=date(2025, 5, 1)).verdict == "met"
