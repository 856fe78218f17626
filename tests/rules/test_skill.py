"""The skills requirement, evidence and notes as tables."""

from __future__ import annotations

from typing import Any

import pytest

from screener.document import Reading
from screener.resume import PhraseMention
from screener.rules import check
from tests.rules.builders import AS_OF, VOCABULARY, job, mention, person, phrase, role, skill

OTHER = 'id = "other"\nkind = "skills"\nimportance = "preferred"\nany_of = ["go"]'


def asked(rule: str, importance: str = "required", kind: str = "skills") -> str:
    return f'id = "skills"\nkind = "{kind}"\nimportance = "{importance}"\n{rule}'


def finding(requirement: str, *facts: Any, **others: Any) -> Any:
    return check(person(*facts, **others), role(requirement, OTHER), as_of=AS_OF, vocabulary=VOCABULARY).findings[0]


ONE, ANY, ALL, TWO = (
    'any_of = ["python"]',
    'any_of = ["python", "java"]',
    'all_of = ["python", "java"]',
    'of = ["python", "java", "go"]\nat_least = 2',
)


def denied(id: str) -> Any:
    return skill(id, mention(f"No experience with {id}", scope="negated"))


@pytest.mark.parametrize(
    ("rule", "facts", "verdict", "reason", "mentioned"),
    [
        (ONE, [skill("python")], "met", "Python: named in the text.", True),
        (ONE, [skill("python", mention(scope="certificate"))], "met", "Python: named in a certificate.", True),
        (ONE, [skill("python", mention(section="projects"))], "met", "Python: used in a project.", True),
        (ONE, [skill("java")], "unclear", "Not mentioned: Python.", False),
        (ONE, [denied("python")], "not_met", "The text says “No experience with python”.", True),
        (
            ONE,
            [skill("python", mention("I want to learn it", scope="wished"))],
            "unclear",
            "Python is named only as a wish: “I want to learn it”.",
            True,
        ),
        (
            ONE,
            [skill("python", mention("Learning it", scope="learning"))],
            "unclear",
            "Python is named only as being learned: “Learning it”.",
            True,
        ),
        (ONE, [skill("python", mention("CS101", scope="coursework"))], "unclear", "Python is named only as coursework: “CS101”.", True),
        (
            ONE,
            [skill("python", mention("A talk", scope="others"))],
            "unclear",
            "Python is named only as the work of others: “A talk”.",
            True,
        ),
        (ANY, [skill("java"), skill("python")], "met", "Java and Python; strongest: Java, named in the text.", True),
        (ANY, [denied("python"), skill("java")], "met", "Java: named in the text.", True),
        (ANY, [denied("python")], "unclear", "Python is named only as missing: “No experience with python”.", True),
        (ANY, [denied("python"), denied("java")], "not_met", "The text says “No experience with python”.", True),
        (ANY, [], "unclear", "None of these is mentioned: Python, Java.", False),
        (ALL, [skill("java"), skill("python")], "met", "Java and Python; strongest: Java, named in the text.", True),
        (ALL, [skill("python")], "unclear", "Shows 1 of the 2 asked for (Python).", True),
        (ALL, [skill("python"), denied("java")], "not_met", "The text says “No experience with java”.", True),
        (TWO, [skill("go"), skill("python")], "met", "Go and Python; strongest: Go, named in the text.", True),
        (TWO, [skill("go"), denied("java")], "unclear", "Shows 1 of the 2 asked for (Go).", True),
        (TWO, [denied("go"), denied("java")], "not_met", "The text says “No experience with go”.", True),
        (TWO, [], "unclear", "None of these is mentioned: Python, Java, Go.", False),
    ],
)
def test_a_skills_requirement_is_judged_on_what_is_shown(rule: str, facts: list[Any], verdict: str, reason: str, mentioned: bool) -> None:
    found = finding(asked(rule), *facts)
    assert (found.verdict, found.reason, found.mentioned) == (verdict, reason, mentioned)


def test_a_mention_that_counts_outweighs_a_denial_elsewhere() -> None:
    assert finding(asked(ONE), skill("python", mention(scope="negated"), mention())).verdict == "met"


def test_the_strongest_evidence_comes_first() -> None:
    jobs = [job("2015-01..2016-12"), job("2020-01..2021-12"), job(""), job("", kind="project")]
    mentions = [
        mention("implied", via="postgresql", position=1),
        mention("in a list"),
        mention("in a project", position=3),
        mention("in a job without dates", position=2),
        mention("in an older job", position=0),
        mention("in a later job", position=1),
    ]
    found = finding(asked('any_of = ["sql"]'), *jobs, skill("sql", *mentions))
    assert [each.text for each in found.evidence] == [
        "in a later job",
        "in an older job",
        "in a job without dates",
        "in a project",
        "in a list",
        "implied",
    ]
    assert found.reason == "SQL: used in a job (Jan 2020 – Dec 2021)."


def test_an_implied_skill_says_what_implies_it() -> None:
    sql = asked('any_of = ["sql"]')
    assert finding(sql, skill("sql", mention(via="postgresql"))).reason == "SQL: implied by PostgreSQL, named in the text."
    used = skill("sql", mention(via="postgresql"), mention(via="postgresql", position=0))
    assert finding(sql, job("2020-01..2021-12"), used).reason == "SQL: implied by PostgreSQL, used in a job (Jan 2020 – Dec 2021)."


def test_what_was_said_of_a_job_is_quoted_before_a_summary() -> None:
    work = job("2020-01..2021-12")
    said = PhraseMention("mentoring", work.heading, work.heading)
    found = finding(asked('phrases = "mentoring"', "preferred", "evidence"), work, phrase("mentoring", "Loves mentoring"), said)
    assert [each.text for each in found.evidence] == [work.heading.text, "Loves mentoring"]


@pytest.mark.parametrize(
    ("facts", "reading", "verdict", "mentioned"),
    [
        ([], Reading(), "not_met", False),
        ([], Reading("doubtful", 0.5), "unclear", False),
        ([denied("python")], Reading(), "not_met", True),
        ([denied("python")], Reading("doubtful", 0.5), "unclear", True),
        ([skill("python", mention(scope="learning"))], Reading(), "unclear", True),
        ([skill("python")], Reading("doubtful", 0.5), "met", True),
    ],
)
def test_what_is_preferred_may_be_missing_only_in_a_document_that_was_read_well(
    facts: list[Any], reading: Reading, verdict: str, mentioned: bool
) -> None:
    found = finding(asked(ONE, "preferred"), *facts, reading=reading)
    assert (found.verdict, found.mentioned) == (verdict, mentioned)


def test_a_role_may_say_that_silence_about_what_is_preferred_means_nothing() -> None:
    assert finding(asked(ONE, "preferred")).verdict == "not_met"
    assert finding(asked(ONE + '\nabsence = "not_met"', "preferred")).verdict == "not_met"
    assert finding(asked(ONE + '\nabsence = "unclear"', "preferred")).verdict == "unclear"


def test_only_a_requirement_of_one_skill_names_it() -> None:
    assert finding(asked(ONE)).skill == "python"
    assert finding(asked(ANY)).skill == ""


@pytest.mark.parametrize(
    ("rule", "importance", "facts", "verdict", "reason"),
    [
        (
            'phrases = "scalability"',
            "preferred",
            [phrase("scalability", "Scaled to 1M users")],
            "met",
            "The text says “Scaled to 1M users”.",
        ),
        ('phrases = "scalability"', "preferred", [phrase("mentoring", "Mentored two")], "not_met", "Nothing is mentioned of this."),
        ('phrases = "scalability"', "required", [], "unclear", "Nothing is mentioned of this."),
        (
            'phrases = ["scalability", "mentoring"]',
            "required",
            [phrase("mentoring", "Mentored two")],
            "met",
            "The text says “Mentored two”.",
        ),
        ('skills = "git"', "preferred", [skill("git", mention("Git, Jira"))], "met", "The text says “Git, Jira”."),
        ('skills = "git"', "preferred", [denied("git")], "not_met", "Nothing is mentioned of this."),
    ],
)
def test_an_evidence_requirement_is_met_by_the_persons_own_words(
    rule: str, importance: str, facts: list[Any], verdict: str, reason: str
) -> None:
    found = finding(asked(rule, importance, "evidence"), *facts)
    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("rule", "facts", "verdict", "reason"),
    [
        ('phrases = "mentoring"', [phrase("mentoring", "Mentored two")], "met", "The text says “Mentored two”."),
        ('phrases = "mentoring"', [], "unclear", "Nothing is mentioned of this."),
        ('text = "Enjoys travel."', [], "unclear", "A question for the interview."),
    ],
)
def test_a_note_shows_what_was_found_and_never_says_no(rule: str, facts: list[Any], verdict: str, reason: str) -> None:
    found = finding(asked(rule, "note", "note"), *facts)
    assert (found.verdict, found.reason) == (verdict, reason)
