"""What must never happen, whoever the person is: knowing more about somebody lowers nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from screener.resume import DateRange, PartialDate, Position, Qualifications
from screener.rules import check, decide
from tests.rules.builders import AS_OF, VOCABULARY, claim, degree, job, mention, person, role, skill, span

ROLE = role(
    'id = "degree"\nkind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = ["computing"]\notherwise = "review"',
    'id = "years"\nkind = "years"\nimportance = "required"\nminimum = 5\nof = ["backend"]\nmargin = 0.5',
    'id = "language"\nkind = "skills"\nimportance = "required"\nany_of = ["python", "java", "go"]',
    'id = "two"\nkind = "skills"\nimportance = "preferred"\nof = ["python", "java", "go"]\nat_least = 2',
    'id = "git"\nkind = "skills"\nimportance = "preferred"\nany_of = ["git"]',
)
RANKS = {"does_not_meet": 0, "review": 1, "meets": 2}
_SPAN = span("Engineer, Example Ltd")

moments = st.builds(PartialDate, st.integers(2010, 2026), st.none() | st.integers(1, 12))
ranges = st.builds(
    lambda start, end: DateRange(_SPAN, start, end, current=end is None),
    moments,
    st.none() | moments,
)


def _job(dates: DateRange, work: str) -> Position:
    return replace(job(work=work), dates=dates)


jobs = st.builds(_job, ranges, st.sampled_from(["backend", "backend?", "frontend", ""]))
skills = st.sampled_from(["python", "java", "go", "git"]).flatmap(
    lambda id: st.sampled_from(["held", "negated", "wished", "learning"]).map(lambda scope: skill(id, mention(scope=scope)))  # type: ignore[arg-type]  # the literals of Scope
)
degrees = st.sampled_from([degree(), degree("associate"), degree("master", "business", field="Business"), degree(status="in_progress")])
claims = st.builds(claim, st.integers(1, 20))
written = st.none() | st.dates(date(2012, 1, 1), date(2026, 12, 31))


@st.composite
def people(draw: Any) -> Qualifications:
    """People with at least one dated job: a first job turns "not stated" into a figure, which may be below the bar."""
    facts = [
        *draw(st.lists(degrees, max_size=2)),
        *draw(st.lists(jobs, min_size=1, max_size=3)),
        *draw(st.lists(skills, max_size=3, unique_by=lambda each: each.id)),
        *draw(st.lists(claims, max_size=1)),
    ]
    return person(*facts, document_date=draw(written))


def _judged(qualifications: Qualifications) -> tuple[int, int]:
    decision = decide(check(qualifications, ROLE, as_of=AS_OF, vocabulary=VOCABULARY), ROLE)
    return RANKS[decision.outcome], decision.score


def _not_lower(less: Qualifications, more: Qualifications) -> None:
    (outcome, score), (later_outcome, later_score) = _judged(less), _judged(more)
    assert later_outcome >= outcome
    assert later_score >= score


@given(people(), st.sampled_from(["python", "java", "go", "git"]))
def test_showing_another_skill_lowers_nothing(who: Qualifications, id: str) -> None:
    known = {each.id: each for each in who.skills}
    known[id] = skill(id, *(known[id].mentions if id in known else ()), mention())
    _not_lower(who, replace(who, skills=tuple(known.values())))


@given(people(), st.sampled_from(["associate", "bachelor", "master", "doctorate"]), st.sampled_from(["computing", "business", ""]))
def test_holding_another_degree_lowers_nothing(who: Qualifications, level: str, field: str) -> None:
    _not_lower(who, replace(who, degrees=(*who.degrees, degree(level, field))))


@given(people(), jobs.filter(lambda each: any(work.family == "backend" for work in each.work)))
def test_more_relevant_work_lowers_nothing(who: Qualifications, another: Position) -> None:
    _not_lower(who, replace(who, positions=(*who.positions, another)))


@given(people(), st.integers(0, 2))
def test_working_on_lowers_nothing(who: Qualifications, index: int) -> None:
    """The same job lasting until the present instead of ending."""
    positions = list(who.positions)
    chosen = positions[index % len(positions)]
    if chosen.dates and chosen.dates.end and chosen.dates.end.month and chosen.dates.start.month and chosen.dates.start <= chosen.dates.end:
        positions[index % len(positions)] = replace(chosen, dates=replace(chosen.dates, end=PartialDate(2026, 10)))
        _not_lower(who, replace(who, positions=tuple(positions)))


@given(people(), st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_neither_outcome_nor_score(who: Qualifications, random: Any) -> None:
    shuffled = {name: random.sample(getattr(who, name), len(getattr(who, name))) for name in ("degrees", "positions", "skills", "claims")}
    assert _judged(replace(who, **{name: tuple(facts) for name, facts in shuffled.items()})) == _judged(who)


@given(people())
def test_every_finding_has_a_whole_sentence_and_every_not_met_a_ground(who: Qualifications) -> None:
    for finding in check(who, ROLE, as_of=AS_OF, vocabulary=VOCABULARY).findings:
        assert re.fullmatch(r"[A-Z](?:[^.]|\.(?=\S))*\.", finding.reason)
        assert "because ;" not in finding.reason
        assert finding.evidence or not finding.mentioned
        if finding.importance == "required":
            assert finding.verdict != "not_met" or finding.evidence


@given(people())
def test_the_bounds_of_years_hold_the_years(who: Qualifications) -> None:
    measures = check(who, ROLE, as_of=AS_OF, vocabulary=VOCABULARY).measures
    if measures.years_relevant is not None and measures.years_low is not None:
        assert measures.years_low <= measures.years_relevant
        assert measures.years_high is None or measures.years_relevant <= measures.years_high
        assert measures.years_experience is not None
        assert measures.years_relevant <= measures.years_experience
