"""The run at a glance."""

from __future__ import annotations

from datetime import date

import pytest

from screener.decision import Outcome, Screening, Verdict
from screener.report.html.charts import shares
from screener.report.html.overview import Overview, overview_of
from screener.report.html.person import person_of
from tests.report.builders import finding, screening, unreadable


def overview(*screenings: Screening) -> Overview:
    return overview_of([person_of(each, date(2026, 11, 1)) for each in screenings])


def judged(outcome: Outcome, score: int, degree: Verdict, years: Verdict, sql: Verdict = "met") -> Screening:
    findings = (finding("degree", degree), finding("years", years), finding("sql", sql, importance="preferred"), finding("n", importance="note"))
    return screening(f"{outcome}{score}.pdf", outcome, score, findings=findings, flags=("ocr",) if score > 50 else ())


PEOPLE = (
    judged("meets", 100, "met", "met"),
    judged("review", 60, "unclear", "met"),
    judged("does_not_meet", 10, "not_met", "not_met"),
    judged("does_not_meet", 9, "met", "not_met", "not_met"),
    unreadable(),
)


def test_each_required_point_tells_whom_it_and_those_before_it_leave() -> None:
    steps = overview(*PEOPLE).required
    assert [(step.asked.id, step.met, step.unclear, step.not_met, step.left) for step in steps] == [("degree", 2, 1, 1, 3), ("years", 2, 0, 2, 2)]


def test_preferred_points_and_notes_stand_apart() -> None:
    result = overview(*PEOPLE)
    assert [(step.asked.id, step.met, step.not_met) for step in result.preferred] == [("sql", 3, 1)]
    assert [asked.id for asked in result.asked] == ["degree", "years", "sql", "n"]


def test_files_are_counted_by_outcome_reading_and_flag() -> None:
    result = overview(*PEOPLE)
    assert (result.files, result.read) == (5, 4)
    assert result.outcomes == {"meets": 1, "review": 1, "does_not_meet": 2, "unreadable": 1}
    assert result.readings == {"good": 4, "doubtful": 0, "failed": 1}
    assert result.flags == (("ocr", 2), ("encrypted", 1))


@pytest.mark.parametrize(("score", "low", "high"), [(0, 0, 9), (9, 0, 9), (10, 10, 19), (89, 80, 89), (90, 90, 100), (100, 90, 100)])
def test_a_score_falls_into_one_bin(score: int, low: int, high: int) -> None:
    [bin_] = [each for each in overview(judged("meets", score, "met", "met")).plotted.bins if sum(each.counts)]
    assert (bin_.low, bin_.high, bin_.counts) == (low, high, (1, 0, 0))


@pytest.mark.parametrize(("counts", "expected"), [((), ()), ((0, 0), (0.0, 0.0)), ((1, 2, 1), (25.0, 50.0, 25.0)), ((1, 2), (33.33, 66.67))])
def test_shares_are_percentages(counts: tuple[int, ...], expected: tuple[float, ...]) -> None:
    assert shares(*counts) == expected


def test_a_run_of_nobody_has_an_overview() -> None:
    result = overview()
    assert (result.files, result.required, result.plotted.read) == (0, (), 0)
