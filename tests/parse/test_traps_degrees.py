"""Degrees that break readers of résumés, one test each."""

from __future__ import annotations

import pytest

from tests.parse.degree_text import degrees_in, told

JOB = "EXPERIENCE\nSoftware Engineer, Tandem Freight\tJan 2018 - Present\n"


def of(education: str, before: str = "") -> str:
    """The degrees of a whole document: "level status families", joined by " ; "."""
    return told(f"Nora Quist\n{before}{JOB}EDUCATION\n{education}\nSKILLS\nPython, SQL\n")


def levels(education: str, before: str = "") -> str:
    return " ".join(f"{degree.split()[0]}:{degree.split()[1]}" for degree in of(education, before).split(" ; ") if degree)


READ = {
    "expected 2027 is not held": ("BSc Computer Science, Alder University, expected 2027", "bachelor:in_progress"),
    "expected, though the year has passed": ("BSc Computer Science, Alder University (expected 2019)", "bachelor:in_progress"),
    "a bachelor's, with field, school and dates on one line": (
        "Bachelor's in Informatics, Alder University, Rensburg, 2012 - 2015",
        "bachelor:held",
    ),
    "an apostrophe of another kind": ("Bachelor’s Degree, Software Engineering\tAlder University\t2015", "bachelor:held"),
    "cut off at the credential": ("Alder University, Rensburg\nM.Sc.\n2014 - 2016", "master:held"),
    "B.Tech": ("B.Tech in Electronics, Alder Institute of Technology, 2011", "bachelor:held"),
    "B.E.": ("B.E. (Computer Science), Alder College of Engineering, 2010", "bachelor:held"),
    "MCA": ("MCA, Alder University, 2013", "master:held"),
    "BCA": ("BCA, Alder University, 2010", "bachelor:held"),
    "Licence": ("Licence en informatique, Université d'Aulnes, 2012", "bachelor:held"),
    "Laurea": ("Laurea magistrale in Informatica, Università di Ontani, 2014", "master:held"),
    "Laurea of three years": ("Laurea triennale in Informatica, Università di Ontani, 2012", "bachelor:held"),
    "Diplom": ("Diplom-Informatiker, Universität Erlenau, 2008", "master:held"),
    "Grado": ("Grado en Ingeniería Informática, Universidad de Alisos, 2016", "bachelor:held"),
    "Ingénieur": ("Diplôme d'ingénieur en informatique, École d'Aulnes, 2011", "master:held"),
    "a school is no degree": ("High school diploma, Alder High School, 2005", ""),
    "a diploma below a bachelor's": ("Diploma in Computer Applications, Alder Polytechnic, 2006", ""),
    "an MBA without a bachelor's named": ("MBA, Alder Business School, 2018", "master:held"),
}


@pytest.mark.parametrize(("education", "degrees"), READ.values(), ids=READ)
def test_a_degree_is_read_for_what_it_is(education: str, degrees: str) -> None:
    assert levels(education) == degrees


LOOK_ALIKES = {
    "BE in capitals is a verb": "BE CURIOUS AND BE KIND",
    "be is a verb": "I like to be where work is hard",
    "MS in MS Office": "MS Office, MS Project, MS Teams",
    "MA is Massachusetts": "12 Alder Street, Springfield, MA 01103",
    "a scrum master": "Certified Scrum Master",
    "a webmaster": "Webmaster of the club's site",
    "a master of ceremonies": "Master of ceremonies at the winter ball",
    "an associate professor": "Associate Professor of History",
    "a sales associate": "Sales Associate of the month",
    "Dr. is a drive": "4 Heron Dr., Springfield",
}


@pytest.mark.parametrize("words", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
@pytest.mark.parametrize("heading", ["SUMMARY", "SKILLS", "INTERESTS"])
def test_words_that_look_like_a_degree_are_none(words: str, heading: str) -> None:
    assert told(f"Nora Quist\n{heading}\n{words}\n{JOB}") == ""


def test_a_certificates_year_is_not_the_degrees() -> None:
    education = "AWS Certified Developer, 2023\nBSc Computer Science, Alder University, 2011"
    (degree,) = degrees_in(f"Nora Quist\n{JOB}EDUCATION\n{education}\n")
    assert degree.dates
    assert degree.dates.end
    assert degree.dates.end.year == 2011


def test_the_year_of_one_degree_is_not_anothers() -> None:
    education = "MSc Data Science, Alder University\t2014 - 2016\nBSc Mathematics, Birch College"
    first, second = degrees_in(f"Nora Quist\n{JOB}EDUCATION\n{education}\n")
    assert (first.level, first.dates is not None) == ("master", True)
    assert (second.level, second.dates) == ("bachelor", None)


@pytest.mark.parametrize(
    ("education", "equivalent"),
    [("Diplom-Informatikerin, Universität Erlenau, 2008", "master"), ("Grado en Informática, Universidad de Alisos, 2016", "bachelor")],
)
def test_a_foreign_degree_is_noted_as_read_for_its_equivalent(education: str, equivalent: str) -> None:
    (degree,) = degrees_in(f"Nora Quist\n{JOB}EDUCATION\n{education}\n")
    assert equivalent in degree.equivalence
