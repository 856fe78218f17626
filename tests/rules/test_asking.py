"""What would change a decision, as questions: each asks for no more than it takes, and the answers lead to `meets`."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screener.resume import Qualifications
from screener.rules import Question, Role, check, decide, load_role, questions
from tests.rules.builders import AS_OF, VOCABULARY, certificate, claim, degree, job, mention, person, phrase, role, skill, speaks

DEGREE = 'id = "degree"\ntext = "A degree."\nkind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = ["computing"]'
INSTEAD = DEGREE + '\nor_years = 8\nof = ["backend"]'
YEARS = 'id = "years"\nkind = "years"\nimportance = "required"\nminimum = 5\nof = ["backend"]\nmargin = 0.5'
ONE = 'id = "skills"\nkind = "skills"\nimportance = "required"\nany_of = ["python"]'
ANY = 'id = "skills"\nkind = "skills"\nimportance = "required"\nof = ["python", "java", "go"]\nat_least = 2'
ALL = 'id = "skills"\nkind = "skills"\nimportance = "required"\nall_of = ["python", "java"]'
FRESH = ONE + "\nused_within = 3"
SKILL_YEARS = 'id = "python-years"\nkind = "skill-years"\nimportance = "required"\nany_of = ["python"]\nminimum = 3'
CKA = 'id = "cka"\nkind = "certification"\nimportance = "required"\nany_of = ["CKA"]'
GERMAN = 'id = "german"\nkind = "language"\nimportance = "required"\nlanguage = "de"\nlevel = "B2"'
SCALE = 'id = "scale"\ntext = "Large systems."\nkind = "evidence"\nimportance = "required"\nphrases = "scalability"'
GIT = 'id = "git"\nkind = "skills"\nimportance = "preferred"\nany_of = ["git"]'
ENGINEER = "“Engineer, Example Ltd"


def asked(requirement: str, *facts: Any, language: str = "en", **others: Any) -> list[Question]:
    return ask(person(*facts, **others), role(requirement, GIT), language)


def ask(who: Qualifications, wanted: Role, language: str = "en") -> list[Question]:
    decision = decide(check(who, wanted, as_of=AS_OF, vocabulary=VOCABULARY), wanted)
    return list(questions(decision, who, wanted, as_of=AS_OF, vocabulary=VOCABULARY, language=language))


@pytest.mark.parametrize(
    ("requirement", "facts", "text"),
    [
        (DEGREE, [], "Do you hold a bachelor's degree or a higher degree, and in which field? The role asks: A degree."),
        (DEGREE, [degree("associate")], "Do you hold another degree, or something of the same worth? The role asks: A degree."),
        (DEGREE, [degree("master", "business", field="Business")],
         "Do you hold another degree, or something of the same worth? The role asks: A degree."),
        (DEGREE, [degree("bachelor", "", field=None)],
         "What was the subject of your bachelor's degree (“bachelor None”)? The role asks: A degree."),
        (DEGREE, [degree(status="in_progress", when="2024..2025")], "Have you finished your bachelor's degree (“bachelor Computing”), and when?"),
        (INSTEAD, [job("2015-01..2021-12")],
         "Do you hold a bachelor's degree or a higher degree, and in which field? The role asks: A degree. "
         "Or is there more backend development than the document shows? 12 months more would do in its place."),
        (YEARS, [job("2019-01..2023-10")], "Is there more backend development than the document shows? 2 months more would do."),
        (YEARS, [job("2022-01..2023-12")], "Is there more backend development than the document shows? 3 years more would do."),
        (YEARS, [job("2020-01..2023-12"), job("")], f"When did you begin and end as {ENGINEER}”? 12 months more of backend development would do."),
        (YEARS, [job("2020-01..2023-12"), job("2024-01..2025-12", "backend?")],
         f"Was your work as {ENGINEER} 2024-01..2025-12” backend development? 12 months more would do."),
        (YEARS, [job("2015..2020")], "In which months did your jobs begin and end? 10 months more of backend development would do."),
        (YEARS, [job("2021-12..2026-10")], "Is there more backend development than the document shows? 1 month more would do."),
        (YEARS, [claim(10)], "Is there more backend development than the document shows? 5 years more would do."),
        (ONE, [], "Have you worked with Python, and where and when?"),
        (ANY, [skill("go")], "Which of these have you worked with, and where and when: Python and Java? One of them would do."),
        (ANY, [], "Which of these have you worked with, and where and when: Python, Java and Go? 2 of them would do."),
        (ALL, [], "Have you worked with each of these, and where and when: Python and Java?"),
        (ALL, [skill("java")], "Have you worked with Python, and where and when?"),
        (FRESH, [skill("python")], "When did you last work with Python? The role asks for use within the last 3 years."),
        (FRESH, [], "Have you worked with Python, and where and when?"),
        (SKILL_YEARS, [job("2018-01..2019-12"), job("2020-01..2024-12"), skill("python", mention(position=0))],
         "In which jobs did you use Python, and for how long? 12 months more would do."),
        (CKA, [], "Do you hold one of these certificates: CKA?"),
        (CKA, [certificate("CKA, expected 2027", "in_progress")], "Have you completed this certificate by now: “CKA, expected 2027”?"),
        (GERMAN, [speaks("de")], "How well do you speak German? The role asks for B2."),
        (SCALE, [], "What have you done that shows this: Large systems."),
    ],
)  # fmt: skip
def test_each_kind_has_its_question(requirement: str, facts: list[Any], text: str) -> None:
    assert [each.text for each in asked(requirement, *facts)] == [text]


def test_the_present_of_an_old_document_is_asked_about() -> None:
    (question,) = asked(YEARS, job("2019-01.."), document_date=date(2023, 7, 1))
    assert question.text == f"Are you still working as {ENGINEER} 2019-01..”? 6 months more of backend development would do."


def test_only_what_is_required_and_not_met_is_asked_in_role_order() -> None:
    assert asked(YEARS, job("2010-01..2020-12")) == []
    assert [each.requirement for each in ask(person(), role(GIT, ONE, DEGREE))] == ["skills", "degree"]


def test_a_document_that_cannot_be_judged_is_asked_for_first() -> None:
    texts = [each.text for each in asked(ONE, skill("python"), is_resume=False, language="en")]
    assert texts == ["May we have your résumé? The document does not look like one."]
    who = person(skill("python"), language="ja")
    assert [each.requirement for each in ask(who, role(ONE, GIT))] == [""]


def test_questions_are_asked_in_german_too() -> None:
    assert [each.text for each in asked(ONE, language="de")] == ["Haben Sie mit Python gearbeitet, und wo und wann?"]
    (question,) = asked(YEARS, job("2019-01..2023-10"), language="de")
    assert question.text == "Gibt es mehr Backend-Entwicklung, als das Dokument zeigt? 2 Monate mehr würden genügen."


def test_a_decision_for_another_role_is_refused() -> None:
    who, one, other = person(), role(ONE, GIT), role(ALL.replace('"skills"\nk', '"two"\nk'), GIT)
    decision = decide(check(who, one, as_of=AS_OF, vocabulary=VOCABULARY), one)
    with pytest.raises(ValueError, match="test-role"):
        questions(decision, who, other, as_of=AS_OF, vocabulary=VOCABULARY)


jobs = st.lists(
    st.builds(
        job,
        st.sampled_from(["2019-01..2021-12", "2020-05..2023-10", "2022-01..", "2015..2018", "2017", "2016-06", ""]),
        st.sampled_from(["backend", "backend?", "frontend"]),
    ),
    max_size=3,
)
skills = st.lists(st.sampled_from(["python", "java", "go"]).map(skill), max_size=2, unique_by=lambda each: each.id)


@given(jobs, st.none() | st.dates(date(2016, 1, 1), AS_OF))
def test_so_many_more_months_would_indeed_do_and_one_less_would_not(worked: list[Any], written: date | None) -> None:
    wanted = role(YEARS)
    for question in ask(person(*worked, document_date=written), wanted):
        enough, short = (_earlier(months) for months in (question.months, question.months - 1))
        assert ask(person(*worked, enough, document_date=written), wanted) == []
        assert ask(person(*worked, *([short] if question.months > 1 else []), document_date=written), wanted) != []


def _earlier(months: int) -> Any:
    """A job of that many months, long before all others."""
    first = 1990 * 12
    last = first + max(months, 1) - 1
    return job(f"1990-01..{last // 12}-{last % 12 + 1:02}")


@given(skills, st.sampled_from([ONE, ANY, ALL]))
def test_so_many_more_skills_would_indeed_do(known: list[Any], requirement: str) -> None:
    wanted = role(requirement)
    who = person(*known)
    for question in ask(who, wanted):
        more = [skill(id) for id in question.skills]
        enough, short = more[: question.count], more[: question.count - 1]
        assert ask(replace(who, skills=(*who.skills, *enough)), wanted) == []
        assert ask(replace(who, skills=(*who.skills, *short)), wanted) != []


def test_all_answers_together_lead_to_meets() -> None:
    wanted = role(DEGREE, YEARS, ANY, SKILL_YEARS, CKA, GERMAN, SCALE, GIT)
    who = person(job("2019-01..2023-10"), skill("java"))
    assert [each.requirement for each in ask(who, wanted)] == ["degree", "years", "skills", "python-years", "cka", "german", "scale"]
    answered = person(
        degree(), *who.positions, job("2018-01..2018-02"), skill("java"), skill("python", mention(position=0)),
        certificate("CKA"), speaks("de", "C1"), phrase("scalability", "Scaled it"),
    )  # fmt: skip
    assert decide(check(answered, wanted, as_of=AS_OF, vocabulary=VOCABULARY), wanted).outcome == "meets"
    assert ask(answered, wanted) == []


def test_of_many_skills_the_first_few_are_named_in_a_question() -> None:
    wanted = load_role("senior-backend")
    asked_for = questions(decide(check(person(), wanted, as_of=AS_OF), wanted), person(), wanted, as_of=AS_OF)
    (question,) = [each for each in asked_for if each.requirement == "backend-language"]
    assert question.text.endswith(": Node.js, Python, Java, Go, C#, PHP and 6 others? One of them would do.")
    assert len(question.skills) == 12
