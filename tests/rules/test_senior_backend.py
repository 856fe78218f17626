"""The shipped senior backend role, judged on whole people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from screener.rules import check, decide, load_role
from tests.rules.builders import AS_OF, claim, degree, job, mention, person, skill

ROLE = load_role("senior-backend")
FIVE, NEAR, SHORT = job("2019-01..2023-12"), job("2019-01..2023-10"), job("2019-01..2021-12")
JAVA, PHP, SQL, NOSQL = skill("java"), skill("php"), skill("sql", mention(via="postgresql")), skill("nosql")
ARTS = degree("master", "arts", field="Fine Arts")


def decision(*facts: Any, **others: Any) -> Any:
    return decide(check(person(*facts, **others), ROLE, as_of=AS_OF), ROLE)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ([degree(), FIVE, JAVA, SQL], "meets"),
        ([degree("doctorate", "electrical", field="Telecommunications"), FIVE, PHP, NOSQL], "meets"),  # a peer of the languages named
        ([ARTS, degree(), FIVE, JAVA, SQL], "meets"),
        ([ARTS, FIVE, JAVA, SQL], "review"),
        ([degree("associate"), FIVE, JAVA, SQL], "review"),
        ([FIVE, JAVA, SQL], "review"),
        ([degree(status="in_progress", when="2024-09..2028-06"), FIVE, JAVA, SQL], "review"),
        ([degree(), NEAR, JAVA, SQL], "review"),
        ([degree(), SHORT, JAVA, SQL], "does_not_meet"),
        ([ARTS, SHORT, JAVA, SQL], "does_not_meet"),
        ([degree(), FIVE, SQL], "review"),  # no language named: absence is no contrary fact
        ([degree(), FIVE, JAVA], "review"),  # no database named
        ([degree(), job(""), JAVA, SQL], "review"),
        ([degree(), job(""), claim(4), JAVA, SQL], "does_not_meet"),
        ([degree(), job(""), claim(4.5), JAVA, SQL], "review"),
        ([degree(), job("", ""), job("", "frontend"), JAVA, SQL], "does_not_meet"),
        ([degree(), job("2010-01..2020-12", ""), JAVA, SQL], "does_not_meet"),
        ([degree(), job("2024-05..2024-08", kind="internship"), JAVA, SQL], "does_not_meet"),
        ([], "review"),
    ],
)
def test_the_outcome(facts: list[Any], outcome: str) -> None:
    assert decision(*facts).outcome == outcome


def test_a_current_job_in_an_old_document_may_lie_on_either_side_of_the_bar() -> None:
    facts = [degree(), job("2020-01.."), JAVA, SQL]
    assert decision(*facts, document_date=date(2026, 9, 1)).outcome == "meets"
    assert decision(*facts, document_date=date(2022, 9, 1)).outcome == "review"


@pytest.mark.parametrize(
    ("jobs", "years"),
    [
        (["2022-01..", "2020..2022"], 6.8),
        (["2016-01..2018-12", "2019", "2022"], 4.0),
        (["2021-03..", "2017-06..2021-02"], 9.4),
        (["2024-08..", "2022-07..2024-08"], 4.3),  # the month in which one job ends and the next begins counts once
    ],
)
def test_years_of_several_jobs(jobs: list[str], years: float) -> None:
    assert decision(*map(job, jobs)).measures.years_relevant == years


def test_no_soft_skill_or_duty_moves_outcome_or_score() -> None:
    decided = [finding for finding in decision(degree(), FIVE, JAVA, SQL).findings if finding.importance == "note"]
    assert {"communication", "teamwork", "problem-solving", "mentoring"} <= {finding.requirement for finding in decided}
    assert decision(degree(), FIVE, JAVA, SQL).score == decision(degree(), FIVE, JAVA, SQL, skill("ruby", mention())).score
