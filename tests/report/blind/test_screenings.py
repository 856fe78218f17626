"""A whole screening without its person: verdicts and places stay, spans hold, words are gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from screener.decision import Duplicate, Failure, Screening
from screener.document import HiddenText, Span, Value
from screener.report import IgnoredPath
from screener.report.blind import Blind, blinded, blinded_ignored
from screener.report.jsonl import screening_line
from screener.resume import Contact, OtherSkill
from screener.rules import load_role
from screener.screening import judge
from tests.report.blind.builders import read
from tests.report.blind.test_mask import RESUME

NAMES = {"in/Zoë Testova.pdf": "3f9a2c71", "other.pdf": "77777777"}


def person() -> Screening:
    resume = read(RESUME)
    resume = replace(resume, document=replace(resume.document, hidden=(HiddenText("Testova is great", 1, "colour"),)))
    decision = judge(resume, load_role("senior-backend"), as_of=date(2026, 11, 1))
    return Screening("in/Zoë Testova.pdf", "ab" * 32, resume, decision, duplicates=(Duplicate("other.pdf", "same-person"),))


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif isinstance(value, Value):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def test_every_span_still_stands_in_the_text() -> None:
    shown = blinded(person(), Blind(NAMES))
    assert shown.resume
    text = shown.resume.document.text
    found = [*spans(shown)]
    assert len(found) > 20
    assert all(text[span.start : span.end] == span.text for span in found)


def test_verdicts_score_and_figures_stay() -> None:
    before, after = person().decision, blinded(person(), Blind(NAMES)).decision
    assert before
    assert after
    assert (after.outcome, after.score, after.measures) == (before.outcome, before.score, before.measures)
    assert [(each.requirement, each.verdict) for each in after.findings] == [(each.requirement, each.verdict) for each in before.findings]


def test_contact_years_of_study_and_names_of_files_are_gone() -> None:
    shown = blinded(person(), Blind(NAMES))
    assert shown.resume
    assert (shown.resume.contact, shown.name) == (Contact(), "Candidate 3f9a2c71")
    assert [degree.dates for degree in shown.resume.qualifications.degrees] == [None]
    assert (shown.file, shown.duplicates) == ("candidate-3f9a2c71.pdf", (Duplicate("candidate-77777777.pdf", "same-person"),))
    line = screening_line(shown).decode()
    assert not any(word in line for word in ("Testova", "testova", "Zo", "zoe", "2014", "7946", "0171"))


def test_an_unreadable_file_has_a_pseudonym_as_well() -> None:
    lost = Screening("in/Zoë Testova.pdf", "ab" * 32, failure=Failure("empty", "It is empty.", ""))
    assert blinded(lost, Blind(NAMES)).file == "candidate-3f9a2c71.pdf"


def test_ignored_paths_lose_their_names() -> None:
    ignored = (IgnoredPath("Ada.xyz", "other suffix"), IgnoredPath("Bea Probe", "a broken link"))
    assert [each.file for each in blinded_ignored(ignored)] == ["ignored-1.xyz", "ignored-2"]


def test_what_is_listed_and_not_known_is_left_out_where_a_part_of_it_is_masked() -> None:
    before = person()
    assert before.resume
    text = before.resume.document.text
    name = text.index("Testova")
    listed = tuple(
        OtherSkill(before.resume.document.span(start, end), before.resume.document.line_span(start))
        for start, end in ((name, name + 7), (text.index("Python"), text.index("Python") + 6))
    )
    shown = blinded(replace(before, resume=replace(before.resume, other_skills=listed)), Blind(NAMES)).resume
    assert shown
    assert [other.span.text for other in shown.other_skills] == ["Python"]


def test_a_year_of_study_is_masked_in_a_question_that_quotes_it() -> None:
    asked = ("Have you finished your degree (“BSc Computer Science, Example University, 2010 - 2014”), and when?", "Was it in 2019?")
    shown = blinded(replace(person(), questions=asked), Blind(NAMES))
    assert shown.questions == ("Have you finished your degree (“BSc Computer Science, Example University, ████ - ████”), and when?", "Was it in 2019?")
