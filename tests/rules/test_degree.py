"""The degree requirement as a table: what is known × what is asked → verdict and reason."""

from __future__ import annotations

from typing import Any

import pytest

from screener.rules import check
from tests.rules.builders import AS_OF, VOCABULARY, degree, person, role

ASKED = 'id = "degree"\nkind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = ["computing"]'
ACCEPTS_EQUIVALENTS = ASKED + '\notherwise = "review"'
ANY_FIELD = 'id = "degree"\nkind = "degree"\nimportance = "required"\nlevel = "master"'

EQUIVALENT = "; the role accepts equivalents."


def findings(asked: str, *degrees: Any) -> Any:
    return check(person(*degrees), role(asked), as_of=AS_OF, vocabulary=VOCABULARY).findings[0]


@pytest.mark.parametrize(
    ("degrees", "verdict", "reason"),
    [
        ([degree()], "met", "Holds a bachelor's degree in Computing."),
        ([degree("doctorate", "mathematics", field="Mathematics")], "met", "Holds a doctorate in Mathematics."),
        ([degree("master", "business", field="Business"), degree()], "met", "Holds a bachelor's degree in Computing."),
        ([degree("master", field=None)], "met", "Holds a master's degree."),  # the family was read from the degree's own name
        ([degree(when="2020..2026")], "met", "Holds a bachelor's degree in Computing."),
        ([degree("bachelor", "", field=None)], "unclear", "Holds a bachelor's degree, but its field is not stated."),
        (
            [degree("bachelor", "", field="Wood Carving")],
            "unclear",
            "Holds a bachelor's degree in Wood Carving, a field that is not known to be related.",
        ),
        ([degree("master", "business", field="Business")], "not_met", "Holds a master's degree in Business, which is not a related field."),
        ([degree("associate")], "not_met", "The highest degree held is an associate degree; the role asks for a bachelor's degree."),
        ([degree(status="unclear")], "unclear", "Names a bachelor's degree, but not whether it is finished."),
        ([degree(status="in_progress", when="2024-09..2027-05")], "not_met", "The bachelor's degree is still under way, until May 2027."),
        ([degree(when="2024..2028")], "not_met", "The bachelor's degree is still under way, until 2028."),
        (
            [degree(status="in_progress", when="2015-09..2019-05")],
            "unclear",
            "The bachelor's degree is given as under way; whether it has been finished since is not stated.",
        ),
        (
            [degree(status="in_progress")],
            "unclear",
            "The bachelor's degree is given as under way; whether it has been finished since is not stated.",
        ),
        ([degree(status="not_finished")], "not_met", "The bachelor's degree was not finished, and no other one is named."),
        ([degree("none", field="Web Bootcamp")], "unclear", "No degree is mentioned."),
        ([], "unclear", "No degree is mentioned."),
    ],
)
def test_a_degree_requirement_is_judged_on_what_is_held(degrees: list[Any], verdict: str, reason: str) -> None:
    finding = findings(ASKED, *degrees)
    assert (finding.verdict, finding.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("degrees", "reason"),
    [
        ([degree("master", "business", field="Business")], "Holds a master's degree in Business, which is not a related field"),
        ([degree("associate")], "The highest degree held is an associate degree; the role asks for a bachelor's degree"),
        ([], "No degree is mentioned"),
    ],
)
def test_where_equivalents_are_accepted_a_missing_or_unrelated_degree_goes_to_a_person(degrees: list[Any], reason: str) -> None:
    finding = findings(ACCEPTS_EQUIVALENTS, *degrees)
    assert (finding.verdict, finding.reason) == ("unclear", reason + EQUIVALENT)


def test_without_fields_any_field_will_do() -> None:
    assert findings(ANY_FIELD, degree("master", "business", field="Business")).verdict == "met"
    assert findings(ANY_FIELD, degree("master", "", field=None)).verdict == "met"
    assert findings(ANY_FIELD, degree("bachelor")).verdict == "not_met"


def test_a_masters_under_way_on_top_of_a_bachelors_is_not_a_masters() -> None:
    finding = findings(ANY_FIELD, degree("bachelor"), degree("master", status="in_progress", when="2025-09..2027-06"))
    assert finding.verdict == "not_met"


def test_the_evidence_is_the_entry_of_the_degree_that_decided() -> None:
    good, other = degree(), degree("master", "business", field="Business")
    assert findings(ASKED, other, good).evidence == (good.context,)
    assert findings(ASKED).evidence == ()
    assert findings(ASKED).mentioned is False


@pytest.mark.parametrize(
    ("degrees", "level", "field", "related", "in_progress"),
    [
        ([], "none", "", "", ""),
        ([degree()], "bachelor", "Computing", "yes", ""),
        ([degree("master", "business", field="Business"), degree()], "master", "Business", "yes", ""),
        ([degree("master", "business", field="Business")], "master", "Business", "no", ""),
        ([degree("master", "", field="Wood Carving")], "master", "Wood Carving", "no", ""),
        ([degree("master", "", field=None)], "master", "", "unstated", ""),
        ([degree("associate")], "associate", "Computing", "", ""),
        ([degree(), degree("master", status="in_progress")], "bachelor", "Computing", "yes", "master"),
        ([degree(when="2024-01..2026-12")], "none", "", "", "bachelor"),  # held says the text, but its end lies ahead
        ([degree(status="unclear")], "none", "", "", ""),
        ([degree("none", status="in_progress")], "none", "", "", ""),
    ],
)
def test_the_degree_columns(degrees: list[Any], level: str, field: str, related: str, in_progress: str) -> None:
    measures = check(person(*degrees), role(ASKED), as_of=AS_OF, vocabulary=VOCABULARY).measures
    found = (measures.degree_level, measures.degree_field, measures.degree_related, measures.degree_in_progress)
    assert found == (level, field, related, in_progress)


def test_without_fields_in_the_role_nothing_is_related() -> None:
    assert check(person(degree()), role(ANY_FIELD), as_of=AS_OF, vocabulary=VOCABULARY).measures.degree_related == ""
