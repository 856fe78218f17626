"""Skills that break readers of résumés, one test each."""

from __future__ import annotations

from datetime import date

import pytest

from screener.document import HiddenText
from screener.parse import build_parser
from screener.rules import load_role
from screener.screening import judge
from tests.parse.builders import document, draft_after

HEAD = "Nora Quist\nEXPERIENCE\nEngineer, Tandem Freight\t03/2018 - 04/2021\n• "
PARSER = build_parser()


def held(sentence: str) -> set[str]:
    return {skill.id for skill in draft_after(f"{HEAD}{sentence}\n", "screener_skills").skills if skill.held}


def scopes(sentence: str, skill: str) -> set[str]:
    found = draft_after(f"{HEAD}{sentence}\n", "screener_skills").skills
    return {mention.scope for known in found if known.id == skill for mention in known.mentions}


NOT_INSIDE = {
    "go inside Django": ("Shops in Django", "go"),
    "go inside MongoDB": ("Carts in MongoDB", "go"),
    "sql as a skill of its own inside PostgreSQL": ("Ledgers in PostgreSQL", "mysql"),
    "r inside any word": ("Repaired drivers for printers", "r"),
    "Java in JavaScript": ("Forms in JavaScript", "java"),
    "C in C#": ("Tills in C#", "c"),
    "C in C++": ("Meters in C++", "c"),
    "C in Objective-C": ("Apps in Objective-C", "c"),
    "Terraform inside platform": ("Ran the platform for tickets", "terraform"),
    "Scala inside scalable": ("Made it scalable", "scala"),
    "Rust inside trust": ("Built trust with clients", "rust"),
}


@pytest.mark.parametrize(("sentence", "skill"), NOT_INSIDE.values(), ids=NOT_INSIDE)
def test_a_skill_is_not_found_inside_another_word(sentence: str, skill: str) -> None:
    assert skill not in held(sentence)


FOUND = {
    "C++ at the end of a word": ("Meters in C++", "cpp"),
    "C++ before a full stop": ("Wrote it in C++.", "cpp"),
    "C++ in a list": ("Java/C++/Python", "cpp"),
    "C# glued to .NET": ("Tills in C#/.NET", "csharp"),
    ".NET glued to C#": ("Tills in C#/.NET", "dotnet"),
    "Python (primary)": ("Languages: Python (primary), Bash", "python"),
    "JS": ("HTML, CSS, JS", "javascript"),
    "React.js/Redux": ("React.js/Redux front end", "redux"),
    "glued by a bar": ("Python|Java", "java"),
    "glued by a dot": ("Python•Java", "java"),
    "glued by a bracket": ("AWS(EC2,S3)", "ec2"),
    "a phrase over a line's end": ("Charts in Power\nBI for the board", "power-bi"),
    "a version": ("Python 3.11 and ES6", "javascript"),
    "PostgreSQL implies SQL": ("Ledgers in PostgreSQL", "sql"),
}


@pytest.mark.parametrize(("sentence", "skill"), FOUND.values(), ids=FOUND)
def test_a_skill_is_found_however_it_is_glued(sentence: str, skill: str) -> None:
    assert skill in held(sentence)


@pytest.mark.parametrize("sentence", ["Go to market plans", "Vitamin C tablets", "Raised red flags", "R&D budgets", "C-level reports"])
def test_words_of_every_day_are_no_skills(sentence: str) -> None:
    assert held(sentence).isdisjoint({"go", "c", "r"})


def test_no_experience_with_kubernetes_is_no_evidence_for_kubernetes() -> None:
    assert scopes("No experience with Kubernetes.", "kubernetes") == {"negated"}
    resume = PARSER.parse(document(f"{HEAD}Built APIs in Python.\nNo experience with Kubernetes or Docker.\n"))
    findings = judge(resume, load_role("senior-backend"), as_of=date(2026, 11, 1)).findings
    (container,) = [finding for finding in findings if finding.skill == "containerization"]
    assert container.verdict == "not_met"
    assert "No experience" in container.reason


def test_currently_learning_rust_is_no_credit() -> None:
    assert scopes("Currently learning Rust, with Cargo.", "rust") == {"learning"}


def test_a_skill_in_hidden_text_alone_is_no_skill() -> None:
    made = document(f"{HEAD}Sold shoes.\n")
    hidden = type(made)(made.text, made.lines, made.facts, (HiddenText("Kubernetes Docker Python", 1, "tiny"),), flags=("hidden-text",))
    resume = PARSER.parse(hidden)
    assert resume.qualifications.skills == ()
    assert "hidden-text" in resume.flags


def test_skills_come_in_the_same_order_in_every_run() -> None:
    text = f"{HEAD}Java, SQL, Python, Docker, Go, Kafka.\nSKILLS\nGit, Docker, SQL, Java\n"
    first = PARSER.parse(document(text)).qualifications.skills
    second = build_parser().parse(document(text)).qualifications.skills
    assert first == second
    assert [skill.id for skill in first] == sorted(skill.id for skill in first)
