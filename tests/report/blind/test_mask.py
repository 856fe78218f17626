"""What is masked, and what must stay to be judged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.report.blind.folded import flat
from screener.report.blind.mask import masked, masked_elsewhere, masks_for
from tests.report.blind.builders import read, shown

RESUME = """Zoë van Testova
12 Old Mill Road, Leeds | +44 20 7946 0000 | zoe.testova@example.org | linkedin.com/in/zoet

Summary
Zoe writes services. She is a Danish citizen, 34 years old, and her team calls her ZOË.

Experience
Senior Backend Engineer, Example Works
03/2019 – 05/2021
• Built REST APIs in ASP.NET and Python for www.example.net/shop, cut a query to 180 ms

Education
BSc Computer Science, Example University, 2010 - 2014

Personal
Date of birth: 4 May 1992
Nationality
Danish
Gender: female

References
Ms Testova can be asked through otto.probe@example.com or 0561 555 0171"""


@pytest.mark.parametrize(
    "identifier",
    [
        "Zoe", "Testova", "Old Mill", "7946", "zoe.testova", "linkedin", "She", "Danish", "34 years", " her ", "2010", "2014", "1992", "4 May",
        "female", "otto.probe", "0171", "example.net", "Ms ",
    ],
)  # fmt: skip
def test_it_is_masked(identifier: str) -> None:
    assert flat(identifier) not in flat(shown(RESUME))


@pytest.mark.parametrize(
    "fact",
    [
        "Senior Backend Engineer, Example Works",
        "03/2019 – 05/2021",
        "REST APIs in ASP.NET and Python",
        "180 ms",
        "BSc Computer Science",
        "Example University",
    ],
)
def test_it_stays(fact: str) -> None:
    assert fact in shown(RESUME)


def test_schools_go_when_they_are_asked_to() -> None:
    text = shown(RESUME, schools=True)
    assert "Example University" not in text
    assert "BSc Computer Science" in text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hauptstraße 12, 50667 Köln", "███████████ ███ █████ ████"),
        ("12 Old Mill Road, Leeds", "██ ███ ████ █████ █████"),
        ("12 Old Mill Road, Leeds LS1 4AB", "██ ███ ████ █████ █████ ███ ███"),
        ("Office in LS1 4AB", "Office in ███ ███"),
        ("Springfield, IL 62704", "████████████ ██ █████"),
        ("Built a shop, 12 users", "Built a shop, 12 users"),
        ("Married, 2 children", "███████, █ ████████"),
        ("verheiratet, 2 Kinder", "███████████, █ ██████"),
        ("geb. 4.5.1988 in Ulm", "████ ████████ ██ ███"),
        ("Deutsche Staatsangehörigkeit", "████████ ███████████████████"),
        ("Nationalité française", "███████████ █████████"),
        ("Class of 2009", "█████ ██ ████"),
        ("Abitur 2005", "██████ ████"),
        ("Praise by Ms Probe", "Praise by ██ Probe"),
        ("Answered in 12 ms Probe", "Answered in 12 ms Probe"),
        ("rue de la Paix 3", "███ ██ ██ ████ █"),
        ("Age: 34", "Age: ██"),
        ("A Saturday class for women", "A Saturday class for █████"),
        ("A British citizen since 2018", "A ███████ ███████ since 2018"),
        ("Python\t2019 - 2021", "Python\t2019 - 2021"),
        ("Web: Django, React", "Web: Django, React"),
        ("GitHub\nDocker", "GitHub\nDocker"),
        ("German (native)", "German (native)"),
        ("Fluent in French", "Fluent in French"),
        ("Requests from 2,000 users in 2018", "Requests from 2,000 users in 2018"),
    ],
)
def test_lines_in_a_body(line: str, expected: str) -> None:
    text = f"Ada Beispiel\n\nExperience\nEngineer, Example Works\n{line}".replace("\n\n", "\n")
    assert shown(text).split("\n", 3)[3] == expected


def test_words_of_the_file_s_name_count_where_they_stand_in_the_head_and_name_no_fact() -> None:
    text = "O. Quill\nPHP developer\nExperience\nPHP developer, Example Works, 2019 - 2021\nQuill did PHP"
    found = shown(text, "Quill - php developer.pdf")
    assert "Quill" not in found
    assert found.endswith("did PHP")


def test_other_texts_lose_the_person_s_words_too() -> None:
    words = masks_for(read(RESUME), "cv.pdf", schools=False).words
    assert masked_elsewhere("Testova's hidden line, a@b.co: he knows ASP.NET", words) == "███████'s hidden line, ██████: ██ knows ASP.NET"


@given(st.text(max_size=200), st.data())
def test_masks_move_nothing(text: str, data: st.DataObject) -> None:
    pieces = [tuple(sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))) for _ in range(3)]
    found = masked(text, pieces)
    assert len(found) == len(text)
    assert [place for place, letter in enumerate(found) if letter == "\n"] == [place for place, letter in enumerate(text) if letter == "\n"]
    outside = [place for place in range(len(text)) if not any(start <= place < end for start, end in pieces)]
    assert all(found[place] == text[place] for place in outside)


@given(st.text())
def test_flat_text_has_the_same_places(text: str) -> None:
    assert len(flat(text)) == len(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["1", "(", " ", ".", "-", "a", "/", "@", "\n", "name:", "ms", "street", "12", "www."]), max_size=400))
def test_any_text_can_be_masked(parts: list[str]) -> None:
    text = "\n".join(line.strip() for line in "".join(parts).splitlines() if line.strip()) or "x"
    assert len(shown(text)) == len(text)


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        ("12 Old Mill Road, Leeds", "Engineer, Example Works, Leeds", "Engineer, Example Works, █████"),
        ("Lindenstrasse 14, 04109 Leipzig", "Example Works Leipzig", "Example Works ███████"),
        ("Reading, United Kingdom", "Reading reports in Reading", "███████ reports in ███████"),
        ("Reading, United Kingdom", "A reading room", "A reading room"),
        ("Backend developer, Kassel, ada@example.org", "Example Works, Kassel", "Example Works, ██████"),
        ("Bergen, Norway\tada@example.org", "Fjord Works, Bergen", "Fjord Works, ██████"),
        ("0561 555 0171 | Nantes (44)", "Loire Works, Nantes", "Loire Works, ██████"),
        ("Problem solver, team player", "A Problem solver", "A Problem solver"),
    ],
)
def test_the_town_at_the_head_is_masked_wherever_it_is_named(head: str, line: str, expected: str) -> None:
    assert shown(f"Ada Beispiel\n{head}\nExperience\n{line}").split("\n")[3] == expected


def test_a_town_under_a_heading_of_its_own_is_masked_beside_an_address() -> None:
    text = "Ada Beispiel\nExperience\nEngineer, Works, Montréal\nContact\nada@example.org\n0561 555 0171\nMontréal, QC\nSkills\nJava"
    found = shown(text)
    assert "Montr" not in found
    assert found.endswith("Skills\nJava")
