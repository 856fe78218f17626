"""From findings to outcome, score and one sentence."""

from __future__ import annotations

import re
from typing import Any

import pytest

from screener.decision import Decision
from screener.document import Reading
from screener.resume import Qualifications
from screener.rules import check, decide
from tests.rules.builders import AS_OF, VOCABULARY, degree, job, mention, person, role, skill

DEGREE = 'id = "degree"\nkind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = ["computing"]\notherwise = "review"'
YEARS = 'id = "years"\nkind = "years"\nimportance = "required"\nminimum = 5\nof = ["backend"]\nmargin = 0.5'
LANGUAGE = 'id = "language"\nkind = "skills"\nimportance = "required"\nany_of = ["python", "java", "go"]'
GIT = 'id = "git"\nkind = "skills"\nimportance = "preferred"\nany_of = ["git"]'
ROLE = role(DEGREE, YEARS, LANGUAGE, GIT)

LONG, SHORT, NEAR = job("2015-01..2022-12"), job("2022-01..2023-12"), job("2019-01..2023-10")


def decision(*facts: Any, asked: Any = ROLE, **others: Any) -> Decision:
    qualifications: Qualifications = person(*facts, **others)
    return decide(check(qualifications, asked, as_of=AS_OF, vocabulary=VOCABULARY), asked)


@pytest.mark.parametrize(
    ("facts", "outcome", "score", "reason"),
    [
        ([degree(), LONG, skill("python"), skill("git")], "meets", 100, "Meets everything that is required, and 1 of 1 preferred points."),
        ([degree(), LONG, skill("python")], "meets", 75, "Meets everything that is required, and 0 of 1 preferred points."),
        ([degree(), NEAR, skill("python")], "review", 50,
         "A person decides: Backend development adds up to 4.8 years (Jan 2019 – Oct 2023), which is near the 5 that the role asks for."),
        ([LONG, skill("python")], "review", 50,
         "A person decides: No degree is mentioned; the role accepts equivalents."),
        ([degree(), LONG], "review", 50, "A person decides: None of these is mentioned: Python, Java, Go."),
        ([degree(), SHORT, skill("python")], "does_not_meet", 50,
         "Does not meet: Backend development adds up to 2 years (Jan 2022 – Dec 2023); the role asks for 5."),
        ([degree("master", "business", field="Business"), SHORT], "does_not_meet", 0,
         "Does not meet: Backend development adds up to 2 years (Jan 2022 – Dec 2023); the role asks for 5."),
        ([], "review", 0,
         "A person decides: No degree is mentioned; the role accepts equivalents · No job is described; the role asks "
         "for 5 years of backend development · None of these is mentioned: Python, Java, Go."),
    ],
)  # fmt: skip
def test_the_outcome_follows_from_what_is_required(facts: list[Any], outcome: str, score: int, reason: str) -> None:
    found = decision(*facts)
    assert (found.outcome, found.score, found.reason) == (outcome, score, reason)


def test_poor_reading_sends_to_a_person_what_would_otherwise_fail() -> None:
    assert decision(degree(), SHORT, skill("python")).outcome == "does_not_meet"
    assert decision(degree(), SHORT, skill("python"), reading=Reading("doubtful", 0.5)).outcome == "review"


@pytest.mark.parametrize("facts", [[degree(), LONG, skill("python")], [SHORT]])
def test_what_is_no_resume_goes_to_a_person_whatever_it_says(facts: list[Any]) -> None:
    found = decision(*facts, is_resume=False)
    assert (found.outcome, found.flags[-1]) == ("review", "not-a-resume")
    assert found.reason == "A person decides: the document does not look like a résumé."


def test_a_document_that_hardly_came_out_is_not_said_to_be_no_resume() -> None:
    found = decision(SHORT, is_resume=False, reading=Reading("doubtful", 0.4))
    assert found.outcome == "review"
    assert found.reason == "A person decides: too little of the text came out readable to tell what it says; look at the file itself."


@pytest.mark.parametrize(
    ("language", "outcome"), [("ja", "review"), ("de", "does_not_meet"), ("fr", "does_not_meet"), ("es", "does_not_meet")]
)
def test_a_language_that_is_not_judged_goes_to_a_person(language: str, outcome: str) -> None:
    assert decision(SHORT, language=language).outcome == outcome


@pytest.mark.parametrize(
    ("weights", "met", "score"),
    [
        ([1, 1, 1], 1, 33),
        ([1, 1, 1], 2, 67),
        ([1] * 8, 1, 13),  # 12.5: halves up
        ([1] * 200, 1, 1),  # 0.5: halves up
        ([0.1, 0.2], 1, 33),  # as the digits say, not as binary makes of it
        ([2.5, 2.5], 1, 50),
    ],
)
def test_the_score_is_the_met_share_of_the_weight_with_halves_up(weights: list[float], met: int, score: int) -> None:
    requirements = [
        f'id = "r{index}"\nkind = "skills"\nimportance = "preferred"\nweight = {weight}\nany_of = ["{"git" if index < met else "go"}"]'
        for index, weight in enumerate(weights)
    ]
    assert decision(skill("git"), asked=role(*requirements)).score == score


def test_what_is_unclear_counts_nothing_and_notes_never_count() -> None:
    note = 'id = "note"\nkind = "note"\nskills = "git"'
    asked = role(LANGUAGE, note)
    assert decision(skill("git"), asked=asked).score == 0
    assert decision(skill("go"), asked=asked).score == 100
    assert decision(skill("go", mention(scope="learning")), asked=asked).score == 0


def test_every_finding_of_the_role_stands_in_its_order() -> None:
    assert [finding.requirement for finding in decision().findings] == ["degree", "years", "language", "git"]


def test_findings_of_another_role_are_not_decided_upon() -> None:
    with pytest.raises(ValueError, match="test-role"):
        decide(check(person(), ROLE, as_of=AS_OF, vocabulary=VOCABULARY), role(GIT))


def test_every_reason_is_one_sentence() -> None:
    for facts in ([], [SHORT], [NEAR], [degree(), LONG], [degree("associate")], [skill("git", mention(scope="wished"))]):
        found = decision(*facts)
        for reason in [found.reason, *(finding.reason for finding in found.findings)]:
            assert re.fullmatch(r"[A-Z](?:[^.]|\.(?=\S))*\.", reason), reason
