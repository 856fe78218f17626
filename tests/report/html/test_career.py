"""Periods and skills as the page draws them."""

from __future__ import annotations

from datetime import date

import pytest

from screener.document import Document, DocumentFacts, Line, Span
from screener.report.html.career import extent, other_skill_data, skill_data
from screener.report.html.places import Places
from screener.resume import DateRange, OtherSkill, PartialDate, Qualifications, Scope, Skill, SkillMention

AS_OF = date(2026, 11, 1)
_SPAN = Span("x", 0, 1, 1, 1)
_PAPER = Document("x", (Line(0, 1),), DocumentFacts("docx"))


def period(start: PartialDate, end: PartialDate | None = None, *, current: bool = False, problem: str = "") -> DateRange:
    return DateRange(_SPAN, start, end, current, problem)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (period(PartialDate(2019, 1), PartialDate(2019, 3)), (2019.0, 2019.25)),
        (period(PartialDate(2015), PartialDate(2018)), (2015.0, 2018.0)),
        (period(PartialDate(2016), PartialDate(2016)), (2016.0, 2017.0)),
        (period(PartialDate(2015, 7), PartialDate(2018)), (2015.5, 2018.5)),
        (period(PartialDate(2026, 1), current=True), (2026.0, 2026.833)),
        (period(PartialDate(2026, 12), current=True), None),
        (period(PartialDate(2020, 1)), None),
        (period(PartialDate(2020, 5), PartialDate(2019, 1), problem="reversed"), None),
    ],
)
def test_a_range_covers_whole_months_up_to_the_day_of_the_report(dates: DateRange, expected: tuple[float, float] | None) -> None:
    assert extent(dates, AS_OF) == expected


def mention(scope: Scope = "held", position: int | None = None, via: str = "") -> SkillMention:
    return SkillMention(_SPAN, _SPAN, "skills", scope, position, via)


def test_skills_say_in_which_jobs_they_are_named_and_implied_ones_are_left_out() -> None:
    skills = (
        Skill("sql", (mention(via="postgresql"),)),
        Skill("rust", (mention("learning"),)),
        Skill("postgresql", (mention(position=2), mention(position=0), mention(position=2), mention())),
    )
    found = skill_data(Qualifications(skills=skills), Places(_PAPER))
    assert [(each["name"], each["scope"], each["jobs"]) for each in found] == [("PostgreSQL", "held", [0, 2]), ("Rust", "learning", [])]


def test_what_is_listed_and_not_known_is_shown_apart_from_skills() -> None:
    paper = Document("Quib\nWatch", (Line(0, 4), Line(5, 10)), DocumentFacts("docx"))
    other = OtherSkill(paper.span(0, 10), paper.line_span(0))
    (data,) = other_skill_data((other,), Places(paper))
    assert (data["name"], data["scope"], data["jobs"]) == ("Quib Watch", "other", [])
    assert data["at"]
