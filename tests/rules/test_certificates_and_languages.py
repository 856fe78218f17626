"""Certificates and spoken languages as tables."""

from __future__ import annotations

from typing import Any

import pytest

from screener.errors import DataFileError
from screener.rules import check
from tests.rules.builders import AS_OF, VOCABULARY, certificate, person, role, speaks

CISSP = 'id = "cissp"\nkind = "certification"\nimportance = "required"\nany_of = ["CISSP", "Certified Information Systems Security Professional"]'
GERMAN = 'id = "german"\nkind = "language"\nimportance = "required"\nlanguage = "de"\nlevel = "B2"'
OTHER = 'id = "other"\nkind = "skills"\nimportance = "preferred"\nany_of = ["go"]'


def finding(asked: str, *facts: Any, **others: Any) -> Any:
    return check(person(*facts, **others), role(asked, OTHER), as_of=AS_OF, vocabulary=VOCABULARY).findings[0]


@pytest.mark.parametrize(
    ("facts", "verdict", "reason", "mentioned"),
    [
        ([certificate("CISSP, 2021")], "met", "The text names the certificate “CISSP, 2021”.", True),
        ([certificate("certified information-systems security professional")], "met",
         "The text names the certificate “certified information-systems security professional”.", True),
        ([certificate("CISSP (expected 2027)", "in_progress")], "unclear",
         "The certificate is given as not yet completed: “CISSP (expected 2027)”.", True),
        ([certificate("CISSP (expected 2027)", "in_progress"), certificate("CISSP")], "met", "The text names the certificate “CISSP”.", True),
        ([certificate("CISSPX")], "unclear",
         "No such certificate is mentioned: CISSP or Certified Information Systems Security Professional.", False),
        ([], "unclear", "No such certificate is mentioned: CISSP or Certified Information Systems Security Professional.", False),
    ],
)  # fmt: skip
def test_a_certificate_is_met_by_any_of_its_names(facts: list[Any], verdict: str, reason: str, mentioned: bool) -> None:
    found = finding(CISSP, *facts)
    assert (found.verdict, found.reason, found.mentioned) == (verdict, reason, mentioned)


@pytest.mark.parametrize(
    ("facts", "verdict", "reason"),
    [
        ([speaks("de", "C1")], "met", "German is given as C1 (“German C1”); the role asks for B2."),
        ([speaks("de", "B2")], "met", "German is given as B2 (“German B2”); the role asks for B2."),
        ([speaks("de", "B1")], "not_met", "German is given as B1 (“German B1”); the role asks for B2."),
        ([speaks("de", "B1", "C1")], "unclear",
         "German is given as B1–C1 (“German B1–C1”), which may or may not be the B2 that the role asks for."),
        ([speaks("de")], "unclear", "German is named without a level (“German”); the role asks for B2."),
        ([speaks("de", "A2"), speaks("de", "C2")], "met", "German is given as C2 (“German C2”); the role asks for B2."),
        ([speaks("en", "C2")], "unclear", "No German is mentioned; the role asks for B2."),
        ([], "unclear", "No German is mentioned; the role asks for B2."),
    ],
)  # fmt: skip
def test_a_language_is_judged_on_the_level_that_is_given(facts: list[Any], verdict: str, reason: str) -> None:
    found = finding(GERMAN, *facts)
    assert (found.verdict, found.reason) == (verdict, reason)


def test_a_level_within_the_margin_goes_to_a_person() -> None:
    assert finding(GERMAN + "\nmargin = 1", speaks("de", "B1")).verdict == "unclear"
    assert finding(GERMAN + "\nmargin = 1", speaks("de", "A2")).verdict == "not_met"


def test_a_document_written_in_the_language_is_no_silence_about_it() -> None:
    found = finding(GERMAN.replace("required", "preferred"), language="de")
    assert (found.verdict, found.mentioned) == ("unclear", True)
    assert found.reason == "The document is written in German, but gives no level; the role asks for B2."
    assert finding(GERMAN.replace("required", "preferred"), language="en").verdict == "not_met"


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        (GERMAN.replace('"B2"', '"native"'),
         'requirement[0].level (german): "native" is not one of its values; it can be A1, A2, B1, B2, C1, C2'),
        (GERMAN.replace('"de"', '"german"'), 'requirement[0].language (german): "german" is not a language (ISO 639-1); it can be en, de'),
        (GERMAN + "\nmargin = 3", "requirement[0].margin (german): a whole number from 0 to 2 is needed, not 3"),
        (GERMAN.replace("B2", "A1") + "\nmargin = 1", "requirement[0].margin (german): a whole number from 0 to 0 is needed, not 1"),
        ('id = "c"\nkind = "certification"\nimportance = "required"\nany_of = ["+"]',
         'requirement[0].any_of[0] (c): "+" is too short to be told from other words'),
        ('id = "c"\nkind = "certification"\nimportance = "required"\nany_of = [""]',
         'requirement[0].any_of[0] (c): the name of a certificate is needed, not ""'),
        ('id = "c"\nkind = "certification"\nimportance = "required"\nany_of = []',
         "requirement[0].any_of (c): a list of at least one name of a certificate is needed, not nothing"),
    ],
)  # fmt: skip
def test_mistakes_are_told(requirement: str, expected: str) -> None:
    with pytest.raises(DataFileError) as caught:
        role(requirement, OTHER)
    assert caught.value.problems == (expected,)
