"""Rules told in plain words."""

from __future__ import annotations

import pytest

from screener.rules import load_role, name_of, parse_role, plainly, shipped_roles
from screener.rules.wording import load_wording

HEAD = 'id = "r"\nversion = 1\ntitle = "R"\n[[requirement]]\nid = "some-point"\ntext = "Words."\n'


def rule(text: str, importance: str = "required") -> str:
    asked = f'importance = "{importance}"\n{text}' if importance else text
    other = '\n[[requirement]]\nid = "other"\ntext = "Java."\nimportance = "required"\nkind = "skills"\nany_of = ["java"]'
    requirement, _ = parse_role(f"{HEAD}{asked}{other}".encode(), "r.toml").requirements
    return plainly(requirement)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('kind = "years"\nminimum = 5\nof = ["backend"]\nmargin = 0.5', "At least 5 years of backend development. Up to 0.5 years fewer go to a person."),
        ('kind = "years"\nminimum = 1', "At least 1 year of work."),
        ('kind = "degree"\nlevel = "master"', "A master's degree or higher in any field."),
        ('kind = "degree"\nlevel = "bachelor"\nfields = ["computing"]\notherwise = "review"', "A bachelor's degree or higher in computing. A missing or unrelated one goes to a person."),
        ('kind = "degree"\nlevel = "bachelor"\nor_years = 8\nof = ["backend"]', "Or 8 years of backend development in its place."),
        ('kind = "skills"\nany_of = ["java", "go"]', "One of Java or Go."),
        ('kind = "skills"\nall_of = ["java", "go"]', "All of Java and Go."),
        ('kind = "skills"\nof = ["java", "go", "rust"]\nat_least = 2\nused_within = 3', "At least 2 of Java, Go or Rust. Used within the last 3 years."),
        ('kind = "skills"\nany_of = ["java"]', "Java."),
        ('kind = "skill-years"\nany_of = ["python"]\nminimum = 2', "At least 2 years of work in which Python was used."),
        ('kind = "language"\nlanguage = "en"\nlevel = "B2"\nmargin = 1', "English at level B2 or above. Up to 1 level below goes to a person."),
        ('kind = "certification"\nany_of = ["ITIL"]', "A certificate: ITIL."),
    ],
)  # fmt: skip
def test_each_kind_is_told_in_a_sentence(text: str, expected: str) -> None:
    assert expected in rule(text)


def test_what_silence_means_is_told() -> None:
    assert rule('kind = "skills"\nany_of = ["java"]').endswith("Saying nothing about it leaves it open.")
    assert rule('kind = "skills"\nany_of = ["java"]', "preferred").endswith("Saying nothing about it counts as lacking it.")
    assert rule('kind = "note"', "") == "A question for the interview. Shown to people and never part of the outcome."


def test_names_are_the_skill_s_or_the_id_in_words() -> None:
    names = [name_of(each) for each in load_role("senior-backend").requirements]
    assert names[0] == "Degree"
    assert "Backend language" in names
    assert "Node.js" in names


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("role", shipped_roles())
def test_every_shipped_rule_has_whole_sentences(role: str, language: str) -> None:
    for requirement in load_role(role).requirements:
        told = plainly(requirement, wording=load_wording(language))
        assert told.endswith(".")
        assert told[0].isupper() or not told[0].isalpha()
