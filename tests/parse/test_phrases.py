"""Component `screener_phrases`: what people say they did, and not what they deny, wish for or head a section with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from screener.document import Document, DocumentFacts, Line
from screener.parse.draft import Draft, attach_draft, draft_of
from screener.parse.phrases import phrases
from screener.resume import Section, SectionKind
from tests.parse.builders import draft_after


def draft_with(text: str, sections: tuple[tuple[str, SectionKind], ...] = ()) -> Draft:
    """The draft after the component has read `text`; sections: heading line and kind, in order."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line)))
        start += len(line) + 1
    document = Document(text, tuple(lines), DocumentFacts("docx"))
    doc = attach_draft(Doc(Vocab(), words=[]), document)
    for heading, kind in sections:
        place = text.index(heading)
        draft_of(doc).sections.append(Section(kind, document.span(place, len(text)), document.span(place, place + len(heading))))
    return draft_of(phrases(doc))


def found(text: str, *sections: tuple[str, SectionKind]) -> list[tuple[str, str]]:
    return [(mention.phrases, mention.span.text) for mention in draft_with(text, sections).phrases]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Designed highly scalable services", [("scalability", "highly scalable")]),
        ("Ran code\nreviews every week", [("code-review", "code\nreviews")]),
        ("Coursework: operating systems, distributed systems, databases", []),
        ("Coursework in physics. Built distributed systems", [("scalability", "distributed systems")]),
        ("Betreuung von 180 Arbeitsplätzen", []),
        ("Betreuung von Auszubildenden", [("mentoring", "Betreuung von Auszubildenden")]),
        ("MENTORED two people", [("mentoring", "MENTORED")]),
        ("Skalierbare Dienste, hochverfügbar", [("scalability", "Skalierbare"), ("reliability", "hochverfügbar")]),
        ("Encadrement de deux développeurs", [("mentoring", "Encadrement")]),
        ("Revisión de código", [("code-review", "Revisión de código")]),
        ("Kept uptime, mentored", [("reliability", "uptime"), ("mentoring", "mentored")]),
        ("A gardener of roses", []),
        ("commentators", []),
    ],
)
def test_phrases_are_found_as_whole_words_in_any_case_and_across_lines(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No experience with mentoring",
        "Never worked on mentoring",
        "Without any mentoring duties",
        "Interested in mentoring",
        "Eager to start mentoring",
        "I would like to do more mentoring",
        "Looking for a place with good mentoring",
        "Interested in chess, mentoring",
        "Kein Mentoring bisher",
        "Sans mentorat",
        "Sin mentoría",
    ],
)
def test_what_is_denied_or_wished_for_is_not_said(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No overtime. Mentored two people",
        "Not a manager, but mentored two people",
        "Looking for work. Mentored two people",
        "• Interested in chess\n• Mentored two people",
    ],
)
def test_a_denial_or_wish_ends_with_its_statement(text: str) -> None:
    assert [identity for identity, _ in found(text)] == ["mentoring"]


def test_zero_downtime_is_no_denial() -> None:
    assert found("Deployed without downtime") == [("reliability", "without downtime")]


@pytest.mark.parametrize("kind", ["interests", "references", "courses", "languages", "publications"])
def test_sections_that_are_not_about_work_say_nothing(kind: SectionKind) -> None:
    assert found("More\nMentored two people", ("More", kind)) == []


def test_a_heading_is_no_evidence() -> None:
    assert found("Communication\nGreek and Latin", ("Communication", "skills")) == []


def test_a_section_of_certificates_is_evidence_by_what_stands_in_it() -> None:
    text = "Certificates\nExample Cloud Practitioner, 2021\nExample Database Expert"
    assert found(text, ("Certificates", "certificates")) == [("certifications", "Example Cloud Practitioner, 2021")]
    assert found("Certificates", ("Certificates", "certificates")) == []


def test_a_list_has_one_mention_a_line_with_the_line_as_its_quote() -> None:
    draft = draft_with("Mentored two, coaching three\nMentored again")
    assert [(mention.span.text, mention.context.text) for mention in draft.phrases] == [
        ("Mentored", "Mentored two, coaching three"),
        ("Mentored", "Mentored again"),
    ]


@given(st.text(alphabet="mentor scalable-.\n•İßé", max_size=200).map(lambda text: "\n".join(" ".join(text.split(" ")).split("\n"))))
def test_every_span_is_the_documents_own_text(text: str) -> None:
    draft = draft_with(text)
    for mention in draft.phrases:
        for span in (mention.span, mention.context):
            assert draft.document.text[span.start : span.end] == span.text


def test_a_word_in_the_name_of_an_employer_or_a_school_says_nothing_of_the_person() -> None:
    text = "Nora Quist\nEXPERIENCE\nEngineer, Pali Software Cooperative\t2018 - 2020\n• Served forty shops.\nEDUCATION\nBSc Physics, Alder University, 2014"
    assert [mention.phrases for mention in draft_after(text, "screener_phrases").phrases if "Coop" in mention.context.text] == []


def test_a_persons_own_title_as_a_junior_is_no_mentoring() -> None:
    text = "Nora Quist\nEXPERIENCE\nJunior Developer, Alder Mills\t2018 - 2020\n• Kept the tills running.\n"
    assert [mention.phrases for mention in draft_after(text, "screener_phrases").phrases if mention.phrases == "mentoring"] == []
    helped = text.replace("Kept the tills running", "Coached junior developers")
    assert "mentoring" in {mention.phrases for mention in draft_after(helped, "screener_phrases").phrases}
