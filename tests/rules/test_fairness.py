"""What must never happen, whoever the person is: knowing more about somebody lowers nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_facts

from screener.resume import Certificate, DateRange, PartialDate, Position, Qualifications, Scope, SkillMention
from screener.rules import Role, check, decide
from tests.rules.builders import AS_OF, VOCABULARY, certificate, claim, degree, job, mention, person, role, skill, span, speaks

ROLE = role(
    'id = "degree"\nkind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = ["computing"]\notherwise = "review"',
    'id = "years"\nkind = "years"\nimportance = "required"\nminimum = 5\nof = ["backend"]\nmargin = 0.5',
    'id = "language"\nkind = "skills"\nimportance = "required"\nany_of = ["python", "java", "go"]',
    'id = "two"\nkind = "skills"\nimportance = "preferred"\nof = ["python", "java", "go"]\nat_least = 2',
    'id = "git"\nkind = "skills"\nimportance = "preferred"\nany_of = ["git"]',
    'id = "python-years"\nkind = "skill-years"\nimportance = "required"\nany_of = ["python"]\nminimum = 2\nmargin = 0.5',
    'id = "fresh"\nkind = "skills"\nimportance = "required"\nof = ["python", "java", "go"]\nat_least = 1\nused_within = 4',
    'id = "master"\nkind = "degree"\nimportance = "required"\nlevel = "master"\nor_years = 7\nof = ["backend"]\nmargin = 1',
    'id = "certificate"\nkind = "certification"\nimportance = "required"\nany_of = ["CKA"]',
    'id = "german"\nkind = "language"\nimportance = "required"\nlanguage = "de"\nlevel = "B2"\nmargin = 1',
    'id = "scale"\nkind = "evidence"\nimportance = "preferred"\nphrases = "scalability"',
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
    return with_facts(job(work=work), dates=dates)


jobs = st.builds(_job, ranges, st.sampled_from(["backend", "backend?", "frontend", ""]))
scopes: st.SearchStrategy[Scope] = st.sampled_from(["held", "negated", "wished", "learning"])
mentions = st.builds(lambda scope, position: mention(scope=scope, position=position), scopes, st.none() | st.just(0))
skills = st.builds(skill, st.sampled_from(["python", "java", "go", "git"]), mentions)
certificates = st.sampled_from([certificate("CKA"), certificate("CKA", "in_progress"), certificate("Best Baker")])
languages = st.sampled_from([speaks("de", "B2"), speaks("de", "A1"), speaks("de", "B1", "C1"), speaks("de"), speaks("en", "C2")])
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
        *draw(st.lists(certificates, max_size=1)),
        *draw(st.lists(languages, max_size=1)),
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
    _not_lower(who, with_facts(who, skills=tuple(known.values())))


@given(people(), st.sampled_from(["python", "java", "go"]), st.integers(0, 2))
def test_having_used_a_skill_in_a_job_lowers_nothing(who: Qualifications, id: str, index: int) -> None:
    known = {each.id: each for each in who.skills}
    known[id] = skill(id, *(known[id].mentions if id in known else ()), mention(position=index % len(who.positions)))
    _not_lower(who, with_facts(who, skills=tuple(known.values())))


@given(people(), certificates)
def test_another_certificate_lowers_nothing(who: Qualifications, another: Certificate) -> None:
    _not_lower(who, with_facts(who, certificates=(*who.certificates, another)))


@given(people(), st.sampled_from(["A1", "B1", "B2", "C2"]))
def test_a_higher_level_of_a_language_lowers_nothing(who: Qualifications, level: str) -> None:
    spoken = [each for each in who.languages if each.language == "de"]
    if spoken and all(each.high <= level for each in spoken):
        _not_lower(who, with_facts(who, languages=(*who.languages, speaks("de", level))))


@given(st.lists(people(), min_size=1, max_size=4), st.sampled_from([each.id for each in ROLE.requirements if each.importance == "required"]))
def test_asking_for_less_raises_no_number_of_people_who_do_not_meet(several: list[Qualifications], id: str) -> None:
    """A requirement that becomes preferred decides nothing any more."""
    looser = replace(
        ROLE, requirements=tuple(replace(each, importance="preferred") if each.id == id else each for each in ROLE.requirements)
    )
    dropped = [_outcomes(several, asked).count("does_not_meet") for asked in (ROLE, looser)]
    assert dropped[1] <= dropped[0]


def _outcomes(several: list[Qualifications], asked: Role) -> list[str]:
    return [decide(check(who, asked, as_of=AS_OF, vocabulary=VOCABULARY), asked).outcome for who in several]


@given(people(), st.sampled_from(["associate", "bachelor", "master", "doctorate"]), st.sampled_from(["computing", "business", ""]))
def test_holding_another_degree_lowers_nothing(who: Qualifications, level: str, field: str) -> None:
    """A first degree turns "not stated" into a fact, which may be below the bar; from then on more never harms."""
    who = with_facts(who, degrees=(degree("associate"), *who.degrees))
    _not_lower(who, with_facts(who, degrees=(*who.degrees, degree(level, field))))


@given(people(), jobs.filter(lambda each: any(work.family == "backend" for work in each.work)))
def test_more_relevant_work_lowers_nothing(who: Qualifications, another: Position) -> None:
    _not_lower(who, with_facts(who, positions=(*who.positions, another)))


@given(people(), st.integers(0, 2))
def test_working_on_lowers_nothing(who: Qualifications, index: int) -> None:
    """The same job lasting until the present instead of ending."""
    positions = list(who.positions)
    chosen = positions[index % len(positions)]
    if chosen.dates and chosen.dates.end and chosen.dates.end.month and chosen.dates.start.month and chosen.dates.start <= chosen.dates.end:
        positions[index % len(positions)] = with_facts(chosen, dates=with_facts(chosen.dates, end=PartialDate(2026, 10)))
        _not_lower(who, with_facts(who, positions=tuple(positions)))


@given(people(), st.randoms(use_true_random=False))
def test_the_order_of_facts_changes_neither_outcome_nor_score(who: Qualifications, random: Any) -> None:
    shuffled = {name: random.sample(getattr(who, name), len(getattr(who, name))) for name in ("degrees", "claims", "certificates", "languages")}
    order = random.sample(range(len(who.positions)), len(who.positions))
    moved = [with_facts(each, mentions=tuple(_moved(said, order) for said in each.mentions)) for each in who.skills]
    changed = with_facts(who, positions=tuple(who.positions[index] for index in order), skills=tuple(moved[::-1]))
    assert _judged(with_facts(changed, **{name: tuple(facts) for name, facts in shuffled.items()})) == _judged(who)


def _moved(said: SkillMention, order: list[int]) -> SkillMention:
    return said if said.position is None else with_facts(said, position=order.index(said.position))


@given(people())
def test_every_finding_has_a_whole_sentence_and_every_not_met_a_ground(who: Qualifications) -> None:
    for finding in check(who, ROLE, as_of=AS_OF, vocabulary=VOCABULARY).findings:
        assert re.fullmatch(r"[A-Z](?:[^.]|\.(?=\S))*\.", finding.reason)
        assert "because ;" not in finding.reason
        assert finding.evidence or not finding.mentioned
        if finding.importance == "required":
            assert finding.verdict != "not_met" or finding.evidence


@given(people())
def test_every_language_tells_the_same_verdicts_in_whole_sentences(who: Qualifications) -> None:
    english, german = (check(who, ROLE, as_of=AS_OF, vocabulary=VOCABULARY, language=language) for language in ("en", "de"))
    assert [each.verdict for each in german.findings] == [each.verdict for each in english.findings]
    assert decide(german, ROLE).score == decide(english, ROLE).score
    for finding in (*german.findings, decide(german, ROLE)):
        assert re.fullmatch(r"[A-ZÄÖÜ](?:[^.]|\.(?=\S))*\.", finding.reason)
        assert "the role" not in finding.reason


@given(people())
def test_the_bounds_of_years_hold_the_years(who: Qualifications) -> None:
    measures = check(who, ROLE, as_of=AS_OF, vocabulary=VOCABULARY).measures
    if measures.years_relevant is not None and measures.years_low is not None:
        assert measures.years_low <= measures.years_relevant
        assert measures.years_high is None or measures.years_relevant <= measures.years_high
        assert measures.years_experience is not None
        assert measures.years_relevant <= measures.years_experience
