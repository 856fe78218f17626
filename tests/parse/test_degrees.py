"""What each degree carries: dates of its own, evidence, notes; and what must never leak into it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.parse.degrees import read_degrees
from screener.parse.words import words_in
from screener.resume import DEGREE_LEVELS
from tests.parse.builders import document, draft_after
from tests.parse.degree_text import degrees_in, told


def dates_of(entry: str) -> list[str]:
    degrees = degrees_in(f"Ana Bright\nEducation\n{entry}")
    return [degree.dates.span.text if degree.dates else "" for degree in degrees]


@pytest.mark.parametrize(
    ("entry", "dates"),
    [
        ("BSc Physics, University of Eastmoor, 2010 - 2013", ["2010 - 2013"]),
        ("University of Eastmoor\t2010 - 2013\nBSc Physics", ["2010 - 2013"]),
        ("2010 - 2013\nUniversity of Eastmoor\nBSc Physics", ["2010 - 2013"]),
        ("BSc Physics\nUniversity of Eastmoor\n2010 - 2013", ["2010 - 2013"]),
        ("BSc Physics, 2013\nMSc Physics, 2015", ["2013", "2015"]),
        ("University of Eastmoor\nBSc Physics\t2010 - 2013\nMSc Physics\t2013 - 2014", ["2010 - 2013", "2013 - 2014"]),
        ("MSc Physics\nUniversity of Eastmoor\nBSc Physics\nUniversity of Eastmoor\n2010 - 2013", ["", "2010 - 2013"]),
        ("BSc Physics, 2010 - 2013; MSc Physics, 2013 - 2014", ["2010 - 2013", "2013 - 2014"]),
    ],
)
def test_each_degree_has_its_own_dates(entry: str, dates: list[str]) -> None:
    assert dates_of(entry) == dates


@pytest.mark.parametrize(
    "entry",
    [
        "AWS Certified Developer\t2021\nBSc Physics\nUniversity of Eastmoor",
        "Certified Kubernetes Administrator, 2022\nBSc Physics, University of Eastmoor",
        "BSc Physics, University of Eastmoor\nCertified Scrum Master\t2019",
        "BSc Physics, University of Eastmoor\n• Won the robot cup in 2012",
        "BSc Physics, University of Eastmoor\nThesis: Light since 1905",
        "BSc Physics, University of Eastmoor\nHigh school diploma\t2008",
        "Web Development Bootcamp, 2019\nBSc Physics, University of Eastmoor",
    ],
)
def test_dates_of_certificates_schools_and_details_never_become_the_degrees(entry: str) -> None:
    assert dates_of(entry) == [""]


def test_a_neighbour_under_way_does_not_make_the_other_degree_so() -> None:
    text = "Ana Bright\nEducation\nMSc Physics, University of Eastmoor, expected 2027\nBSc Physics, University of Eastmoor, 2024"
    assert told(text) == "master in_progress physics ; bachelor held physics"


def test_a_present_job_does_not_make_a_degree_current() -> None:
    text = "Ana Bright\nEducation\nBSc Physics\nUniversity of Eastmoor\nExperience\nDeveloper, Blue Kite\tJan 2018 - Present"
    assert told(text) == "bachelor held physics"


def test_what_the_summary_says_is_pursued_is_not_held() -> None:
    text = "Ana Bright\nSummary\nCurrently pursuing a Master's in Physics.\nEducation\nMSc Physics, University of Eastmoor\t2025 - 2026"
    assert told(text) == "master in_progress physics"


def test_a_degree_that_was_awarded_stays_held_whatever_the_summary_says() -> None:
    text = (
        "Ana Bright\nSummary\nPursuing a Master's in Physics.\nEducation\n"
        "MSc Physics, University of Eastmoor\t2022 - 2024\nGraduated with distinction"
    )
    assert told(text) == "master held physics"


def test_begun_is_under_way_unless_it_was_completed_too() -> None:
    assert told("Ana Bright\nEducation\nBSc Physics, University of Eastmoor, started 2024") == "bachelor in_progress physics"
    assert told("Ana Bright\nEducation\nBSc Physics, University of Eastmoor, started 2010, completed 2013") == "bachelor held physics"


def test_school_diplomas_are_facts_only_where_there_is_no_degree() -> None:
    school = "High school diploma, Lincoln High School, 2010"
    assert [d.level for d in draft_after(f"Ana Bright\nEducation\n{school}", "screener_degrees").degrees] == ["none"]
    both = draft_after(f"Ana Bright\nEducation\n{school}\nBSc Physics, 2014", "screener_degrees").degrees
    assert [degree.level for degree in both] == ["bachelor"]


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        ("Diplom Informatik, TU Neustadt, 2004", "Diplom"),
        ("Laurea in Informatica, Università di Pontevecchio, 2009", "laurea"),
        ("Grado en Física, Universidad de Villanueva, 2014", "Latin America"),
        ("Degree in Physics, University of Eastmoor, 2014", "no stated level"),
        ("BSc Physics, University of Eastmoor, 2014", ""),
    ],
)
def test_a_foreign_name_carries_a_note_of_how_it_was_read(entry: str, note: str) -> None:
    (degree,) = degrees_in(f"Ana Bright\nEducation\n{entry}")
    assert note in degree.equivalence
    assert bool(degree.equivalence) == bool(note)


def test_the_field_is_quoted_as_written_and_a_minor_is_not_the_field() -> None:
    (degree,) = degrees_in("Ana Bright\nEducation\nB.A. in Art History, minor in Computer Science, Hilltop College, 2011")
    assert degree.field is not None
    assert degree.field.text == "Art History"
    assert "computing" not in degree.fields


def test_it_works_without_sections_and_dates() -> None:
    made = document("Ana Bright\nBSc Computer Science, University of Eastmoor, 2010 - 2013\nBlue Kite Ltd, developer, 2013 - 2018")
    (degree,) = read_degrees(made)
    assert (degree.level, degree.status, degree.fields, degree.dates) == ("bachelor", "held", ("computing",), None)


PIECES = st.sampled_from(
    ["BSc", "M.Sc.", "Ph.D.", "Master of", "Licence", "in", "Computer Science", "University of Eastmoor", "2014 - 2018", "expected", "MA", "B.E.",
     "\n", "\t", "•", ",", "(", ")", "Education", "Present", "İ", "ß", "’s", "Dr.", "Diplom", "·", "学士", "Abitur", "thesis"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_every_fact_quotes_the_document(pieces: list[str]) -> None:
    made = document(" ".join(pieces))
    for degree in read_degrees(made):
        assert degree.level in DEGREE_LEVELS
        for span in (degree.span, degree.context, degree.field, degree.institution):
            assert span is None or made.text[span.start : span.end] == span.text
        assert degree.context.start <= degree.span.start < degree.context.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_folding_never_moves_a_word(text: str) -> None:
    words = words_in(text)
    assert all(0 <= start < end <= len(text) for start, end in zip(words.starts, words.ends, strict=True))
