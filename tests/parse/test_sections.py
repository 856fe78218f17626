"""Where the parts of a résumé begin."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from screener.document import Box, Document
from screener.parse.sections import find_headings
from tests.parse.builders import document, draft_after


def headings(made: Document) -> list[tuple[str, str]]:
    return [(made.text[made.lines[found.line].start : found.end], found.kind) for found in find_headings(made)]


@pytest.mark.parametrize(("heading", "kind"), [
    ("EXPERIENCE", "experience"), ("Work Experience", "experience"), ("PROFESSIONAL EXPERIENCE:", "experience"), ("Employment History", "experience"),
    ("Selected Work Experience", "experience"), ("Berufserfahrung", "experience"), ("EXPÉRIENCE PROFESSIONNELLE", "experience"),
    ("Experiencia laboral", "experience"), ("ESPERIENZE LAVORATIVE", "experience"), ("WERKERVARING", "experience"),
    ("EDUCATION & CERTIFICATIONS", "education"), ("Academic Background", "education"), ("Ausbildung und Studium", "education"), ("FORMATION", "education"),
    ("Technical Skills", "skills"), ("TOOLS AND TECHNOLOGIES", "skills"), ("Kenntnisse", "skills"), ("COMPÉTENCES TECHNIQUES", "skills"),
    ("Side Projects", "projects"), ("Volunteer Work", "volunteering"), ("CERTIFICATIONS", "certificates"), ("Relevant Coursework", "courses"),
    ("PUBLICATIONS", "publications"), ("AWARDS AND HONOURS", "awards"), ("LANGUAGES", "languages"), ("Hobbies and Interests", "interests"),
    ("CENTRES D’INTÉRÊT", "interests"), ("REFERENCES", "references"), ("PROFILE", "summary"), ("ABOUT ME", "summary"),
])
def test_headings_are_known_by_their_many_names(heading: str, kind: str) -> None:
    assert (heading, kind) in headings(document(f"Ana Sample\n{heading}\nsomething that is told below it"))


@pytest.mark.parametrize("line", [
    "Led the work on experience design for students.", "• Skills", "2019 Education", "experience with Python", "ana@example.com education",
    "I gained experience, education and skills in many places over the years",
])
def test_sentences_and_bullets_are_no_headings(line: str) -> None:
    assert headings(document(f"Ana Sample\n{line}\nEXPERIENCE\nAcme")) == [("EXPERIENCE", "experience")]


def test_the_first_cell_of_a_line_may_be_the_heading() -> None:
    assert headings(document("EXPERIENCE\tAcme Ltd\nsold things\nSKILLS\tPython, Go")) == [("EXPERIENCE", "experience"), ("SKILLS", "skills")]


def test_a_label_before_a_colon_is_a_heading_only_in_upper_case() -> None:
    found = headings(document("EXPERIENCE\nDeveloper, Acme 2019 - 2020\nTools: Java, Spring\nSKILLS: Python, Go"))
    assert found == [("EXPERIENCE", "experience"), ("SKILLS", "skills")]


def styled(text: str, large: set[str]) -> Document:
    """A document whose lines named in `large` are set in 14 points, the others in 10."""
    made = document(text)
    lines = tuple(replace(line, size=14.0 if made.text[line.start : line.end] in large else 10.0) for line in made.lines)
    return Document(made.text, lines, made.facts)


def test_everyday_words_are_headings_only_where_they_look_like_the_others() -> None:
    text = "Ana\nExperience\nDeveloper\nTools\nEducation\nBSc\nTools\nGit"
    assert ("Tools", "skills") in headings(styled(text, {"Experience", "Education", "Tools"}))
    assert [kind for _, kind in headings(styled(text, {"Experience", "Education"}))] == ["experience", "education"]


def test_a_line_set_like_the_headings_begins_a_section_of_its_own() -> None:
    text = "Ana\nExperience\nDeveloper\nMy Garden\nroses\nEducation\nBSc"
    found = headings(styled(text, {"Experience", "Education", "My Garden"}))
    assert found == [("Experience", "experience"), ("My Garden", "other"), ("Education", "education")]


def test_headings_that_do_not_stand_out_are_still_found() -> None:
    assert headings(styled("Ana\nEducation\nBSc\nExperience\nDeveloper", set())) == [("Education", "education"), ("Experience", "experience")]


def test_sections_cover_the_text_in_order() -> None:
    draft = draft_after("Ana Sample\nPROFILE\nBuilder\nEXPERIENCE\nDeveloper at Acme\nEDUCATION\nBSc", "screener_sections")
    assert [section.kind for section in draft.sections] == ["header", "summary", "experience", "education"]
    ends = [section.span.end for section in draft.sections]
    assert ends[-1] == len(draft.document.text)
    assert all(end < section.span.start for end, section in zip(ends, draft.sections[1:], strict=False))


@pytest.mark.parametrize(("heading", "kind"), [("PARCO URS", "experience"), ("E DU CATION", "education"), ("S AVO IR- FAIRE", "skills")])
def test_headings_whose_letters_are_set_apart_are_known(heading: str, kind: str) -> None:
    assert (heading, kind) in headings(document(f"Ana Ferrante\n{heading}\nsomething that is told below it\nPROFILE\nBuilder"))


@pytest.mark.parametrize("line", ["RESEARCH & DEVELOPMENT ENGINEER", "EDUCATION CONSULTANT", "WORK EXPERIENCE COORDINATOR"])
def test_a_title_that_begins_like_a_heading_is_none(line: str) -> None:
    found = headings(document(f"Ana Sample\nEXPERIENCE\n{line}\nsomething that is told below it\nEDUCATION\nBSc"))
    assert [kind for _, kind in found] == ["experience", "education"]


@pytest.mark.parametrize(("heading", "kind"), [
    ("INTERESTS & ACOMPLISHMENTS", "interests"), ("PARCOURS PROFESSIONNEL ACADÉMIQUE", "experience"), ("INDUSTRY", "experience"),
])
def test_a_heading_known_in_part_is_one_where_it_is_set_like_the_others(heading: str, kind: str) -> None:
    made = document(f"Ana Sample\nEDUCATION\nBSc\nSKILLS\nGo\n{heading}\nsomething that is told below it")
    assert (heading, kind) in headings(made)


def test_a_column_goes_on_on_the_next_page_behind_the_sidebar() -> None:
    made = document(
        "EXPERIENCE\nDeveloper, Old Mill Inc\t2018 - 2020\n• Built services\nSKILLS\nGo\nLANGUAGES\nFrench\nDeveloper, Blue Kite Ltd\t2015 - 2018\n• Built more\nSKILLS\nRust"
    )
    lines = tuple(
        replace(line, page=1 if number < 7 else 2, box=Box(*((20.0, 0.0, 150.0, 9.0) if number in (3, 4, 5, 6, 9, 10) else (215.0, 0.0, 500.0, 9.0))))
        for number, line in enumerate(made.lines)
    )
    found = find_headings(Document(made.text, lines, made.facts))
    assert [(item.line, item.kind) for item in found] == [
        (0, "experience"), (3, "skills"), (5, "languages"), (7, "experience"), (9, "skills"),
    ]


def test_the_same_column_on_the_next_page_is_the_same_section() -> None:
    made = document("EXPERIENCE\nDeveloper, Old Mill Inc\t2018 - 2020\nSKILLS\nGo\nRust\nPython")
    lines = tuple(replace(line, page=1 if number < 4 else 2, box=Box(20.0 + 30 * (number == 4), 0.0, 500.0, 9.0)) for number, line in enumerate(made.lines))
    assert [item.kind for item in find_headings(Document(made.text, lines, made.facts))] == ["experience", "skills"]


def test_an_employer_set_like_a_heading_above_its_dates_begins_no_section() -> None:
    made = document("EDUCATION\nBSc\nWORK EXPERIENCE\nHARBOUR STORE\nJanuary 2014-Present\n• Helped customers\nOLD MILL INN\nMay 2008-May 2013\n• Served guests")
    large = tuple(replace(line, size=14.0 if made.text[line.start : line.end].isupper() else 10.0) for line in made.lines)
    assert [item.kind for item in find_headings(Document(made.text, large, made.facts))] == ["education", "experience"]


@pytest.mark.parametrize(("heading", "kind"), [
    ("PROJETS PERSO", "projects"), ("PROYECTOS DE INVESTIGACIÓN", "projects"), ("ESTUDIOS FORMALES DE INTERÉS", "education"), ("EXPERIENCIAS COMO DOCENTE", "experience"),
    ("COMPÉTENCES EN LANGUE", "skills"), ("BERUFSTÄTIGKEIT", "experience"), ("ACTIVIDADES ANTERIORES", "experience"), ("OTRA FORMACIÓN ACADÉMICA", "education"),
])
def test_a_heading_is_known_by_its_first_word_where_the_noun_leads(heading: str, kind: str) -> None:
    made = document(f"Ana Sample\nEXPERIENCE\nAcme\nSKILLS\nGo\n{heading}\nsomething that is told below it")
    assert (heading, kind) in headings(made)
