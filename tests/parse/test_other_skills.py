"""What a list of skills names and the taxonomy does not know is kept as it is written; whatever else stands there is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parse.builders import draft_after


def others(skills: str, *, before: str = "", after: str = "") -> list[str]:
    text = f"Nora Quist\nnora.quist@example.org\n{before}\nSKILLS\n{skills}\n{after}"
    return [" ".join(other.span.text.split()) for other in draft_after(text, "screener_other_skills").other_skills]


@pytest.mark.parametrize(
    ("skills", "kept"),
    [
        ("Python, Quibbler, Docker, Zorkscript", ["Quibbler", "Zorkscript"]),
        ("• Quibbler\n• Python\n• Zorkscript 4", ["Quibbler", "Zorkscript 4"]),
        ("Monitoring: Quibbler, Grafana, Zork Watch", ["Quibbler", "Zork Watch"]),
        ("Quibbler | Zorkscript · Python; Frobnic", ["Quibbler", "Zorkscript", "Frobnic"]),
        ("Quibbler (Zorkscript, Python)", ["Quibbler", "Zorkscript"]),
        ("Data\tQuibbler, Python, Zorkscript", ["Quibbler", "Zorkscript"]),
        ("Quibbler, quibbler, QUIBBLER, Python", ["Quibbler"]),
        ("Quibbler and Zorkscript", ["Quibbler", "Zorkscript"]),
        (
            "Python, Java, PostgreSQL, MongoDB, Docker, Kubernetes, Terraform, Zork\nWatch, Quibbler, Frobnic",
            ["Zork Watch", "Quibbler", "Frobnic"],
        ),
    ],
)
def test_entries_that_no_skill_covers_are_kept(skills: str, kept: list[str]) -> None:
    assert others(skills) == kept


@pytest.mark.parametrize(
    "skills",
    [
        "Python, Java, SQL",
        "Python (advanced), Java (5 years), SQL – expert, Docker: daily",
        "Worked with many teams on large programmes of change in three countries.",
        "Grew two teams, coached the engineers, kept the platform calm.",
        "Languages: German (C1), English, Dutch B2",
        "nora.quist@example.org, www.quist.example, github.com/quist",
        "12 Alder Street, 40210 Rensburg",
        "Phone 0151 2345678",
        "Nora Quist, page 2",
        "Female, 34 years, German citizen",
        "Interests: Quilting, Chess, Sailing",
        "Rensburg, 12.03.2024, Quist",
        "Tools",
        "J'ai travaillé, l'équipe, d'autres outils",
        "An entry that is far too long to be the name of anything whatever",
    ],
)
def test_levels_sentences_names_addresses_and_headings_are_not_kept(skills: str) -> None:
    assert others(skills) == []


def test_a_labelled_list_in_a_job_is_read_and_its_sentences_are_not() -> None:
    job = "EXPERIENCE\nEngineer, Tandem Freight\t2018 - 2020\n• Moved Quorum to Zebulon.\nTechnologies: Python, Quibbler, Zorkscript"
    assert others("Python", before=job) == ["Quibbler", "Zorkscript"]


def test_lists_outside_skills_are_not_read() -> None:
    assert others("Python", after="INTERESTS\nQuilting, Zumba, Frobnication") == []


def test_what_is_kept_is_bounded() -> None:
    kept = others(", ".join(f"Quib{letter}{second}" for letter in "abcdefghij" for second in "abcdefghij"))
    assert len(kept) == 60


def test_an_entry_knows_its_place_and_its_line() -> None:
    draft = draft_after("Nora Quist\nSKILLS\nPython, Quibbler", "screener_other_skills")
    (other,) = draft.other_skills
    assert (other.span.text, other.context.text, other.span.line, other.kind) == ("Quibbler", "Python, Quibbler", 3, "other")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet="abzA ,;:()\t-•.|/&'’éß日", max_size=60), max_size=8))
def test_entries_are_pieces_of_the_text_and_never_a_known_skill(lines: list[str]) -> None:
    draft = draft_after("\n".join(["Nora Quist", "SKILLS", *lines, "Python, Quibbler"]), "screener_other_skills")
    taken = [mention.span for skill in draft.skills for mention in skill.mentions]
    for other in draft.other_skills:
        assert draft.document.text[other.span.start : other.span.end] == other.span.text
        assert other.context.start <= other.span.start < other.context.end
        assert not any(span.start < other.span.end and other.span.start < span.end for span in taken)
