"""Years for each skill, when it was last used, and how well it is shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.resume import PartialDate, Qualifications, SkillMention
from screener.rules.skill_use import STRENGTHS, SkillUse, skill_uses
from tests.rules.builders import AS_OF, VOCABULARY, job, mention, skill


def uses(*mentions: SkillMention, jobs: tuple[str, ...] = (), kind: str = "job", document_date: date | None = None) -> list[SkillUse]:
    positions = tuple(job(when, kind=kind) for when in jobs)
    facts = Qualifications(skills=(skill("python", *mentions),), positions=positions, document_date=document_date)
    return list(skill_uses(facts, as_of=AS_OF, vocabulary=VOCABULARY))


@pytest.mark.parametrize(
    ("jobs", "named_in", "strength", "years", "last"),
    [
        ((), (None,), "listed", 0.0, None),
        (("2019-01..2020-12",), (None,), "listed", 0.0, None),
        (("",), (0,), "listed", 0.0, None),
        (("2019-01..2020-12",), (0,), "used", 2.0, PartialDate(2020, 12)),
        (("2019-01..2023-10",), (0,), "used", 4.8, PartialDate(2023, 10)),
        (("2019-01..2023-11",), (0,), "recent", 4.9, PartialDate(2023, 11)),
        (("2019-01..",), (0,), "recent", 7.8, PartialDate(2026, 10)),
        (("2019-01..2020-12", "2020-01..2021-12"), (0, 1, 1), "used", 3.0, PartialDate(2021, 12)),
        (("2019-01..2020-12", "2021-01.."), (0,), "used", 2.0, PartialDate(2020, 12)),
        (("2015..2018",), (0,), "used", 3.0, PartialDate(2018, 1)),
        (("2016-06",), (0,), "listed", 0.0, None),
    ],
)
def test_years_last_use_and_strength(
    jobs: tuple[str, ...], named_in: tuple[int | None, ...], strength: str, years: float, last: PartialDate | None
) -> None:
    [use] = uses(*(mention(position=position) for position in named_in), jobs=jobs)
    assert (use.name, use.strength, use.years, use.last) == ("Python", strength, years, last)


def test_present_in_an_old_document_is_only_sure_until_it_was_written() -> None:
    [use] = uses(mention(position=0), jobs=("2015-01..",), document_date=date(2020, 5, 4))
    assert (use.strength, use.years, use.last) == ("used", 11.8, PartialDate(2020, 4))


@pytest.mark.parametrize("scope", ["negated", "wished", "learning", "coursework", "others"])
def test_what_is_not_held_has_no_use(scope: str) -> None:
    assert uses(mention(scope=scope, position=0), jobs=("2019-01..2020-12",)) == []  # type: ignore[arg-type] # a literal of the table


@pytest.mark.parametrize("kind", ["project", "volunteer"])
def test_projects_and_voluntary_work_give_no_years(kind: str) -> None:
    [use] = uses(mention(position=0), jobs=("2019-01..2020-12",), kind=kind)
    assert (use.strength, use.years, use.jobs) == ("listed", 0.0, ())


def test_jobs_are_named_and_the_strongest_line_is_shown() -> None:
    best = mention("Built it in Python", position=1)
    [use] = uses(mention("Python, Java"), best, mention("Python scripts", position=0), jobs=("2015-01..2016-12", "2024-01.."))
    assert (use.jobs, use.span) == ((0, 1), best.context)


def test_implied_everywhere_tells_by_what_and_named_once_does_not() -> None:
    [implied] = uses(mention(via="django", position=0), jobs=("2024-01..",))
    [named] = uses(mention(via="django", position=0), mention(), jobs=("2024-01..",))
    assert (implied.via, named.via) == ("django", "")
    assert named.strength == "recent"


def test_the_strongest_come_first_whatever_the_order_of_the_text() -> None:
    skills = (skill("git"), skill("java", mention(position=0)), skill("go", mention(position=1)), skill("sql", mention(position=2)))
    positions = (job("2010-01..2012-12"), job("2025-01.."), job("2024-01.."))
    for ordered in (skills, skills[::-1]):
        facts = Qualifications(skills=ordered, positions=positions)
        assert [use.id for use in skill_uses(facts, as_of=AS_OF, vocabulary=VOCABULARY)] == ["sql", "go", "java", "git"]


@given(st.lists(st.tuples(st.integers(2000, 2024), st.integers(0, 8)), min_size=1, max_size=5))
def test_years_never_exceed_the_span_of_the_jobs_nor_fall_below_the_longest(ranges: list[tuple[int, int]]) -> None:
    jobs = tuple(f"{start}-01..{min(start + length, 2025)}-12" for start, length in ranges)
    [use] = uses(*(mention(position=index) for index in range(len(jobs))), jobs=jobs)
    spans = [min(start + length, 2025) + 1 - start for start, length in ranges]
    first, last = min(start for start, _ in ranges), max(min(start + length, 2025) for start, length in ranges)
    assert max(spans) <= use.years <= last + 1 - first
    assert use.strength in STRENGTHS


def test_the_place_of_a_skill_used_in_a_job_is_one_of_a_job() -> None:
    (use,) = uses(mention("SQL, Git"), mention("Ledgers in PostgreSQL", position=0, via="postgresql"), jobs=("2020-01..2026-09",))
    assert (use.strength, use.span.text, use.via) == ("recent", "Ledgers in PostgreSQL", "")
