"""Role files: what is read, and how a wrong one tells everything that is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from screener.errors import DataFileError, UsageError
from screener.rules import load_role, shipped_roles
from screener.rules.role import (
    CertificationRequirement,
    DegreeRequirement,
    EvidenceRequirement,
    LanguageRequirement,
    NoteRequirement,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)
from screener.rules.vocabulary import load_vocabulary
from tests.rules.builders import VOCABULARY, role

GIT = 'id = "git"\nkind = "skills"\nimportance = "preferred"\nany_of = ["git"]'
HEAD = 'id = "test-role"\nversion = 2\ntitle = "Test role"\n'


def problems(*requirements: str, head: str = HEAD) -> tuple[str, ...]:
    with pytest.raises(DataFileError) as caught:
        role(*requirements, head=head)
    return caught.value.problems


def test_every_kind_of_requirement_is_read() -> None:
    found = role(
        GIT,
        'id = "a"\ntext = "A degree."\nimportance = "required"\nkind = "degree"\nlevel = "bachelor"\n'
        'fields = ["computing"]\notherwise = "review"',
        'id = "b"\nimportance = "required"\nkind = "years"\nminimum = 5\nof = ["backend"]\nmargin = 0.5',
        'id = "c"\nimportance = "required"\nkind = "skills"\nany_of = ["python", "java"]',
        'id = "d"\nimportance = "preferred"\nweight = 1.5\nkind = "skills"\nall_of = ["python", "java"]',
        'id = "e"\nimportance = "preferred"\nkind = "skills"\nof = ["python", "java", "go"]\nat_least = 2',
        'id = "f"\nimportance = "preferred"\nkind = "evidence"\nphrases = "scalability"\nskills = ["git"]',
        'id = "g-h"\nkind = "note"',
        'id = "i"\nimportance = "required"\nkind = "degree"\nlevel = "master"\nor_years = 9\nof = ["frontend"]\nmargin = 1',
        'id = "j"\nimportance = "preferred"\nkind = "skills"\nany_of = ["git"]\nused_within = 2.5\nabsence = "unclear"',
        'id = "k"\nimportance = "required"\nkind = "skill-years"\nany_of = ["go", "java"]\nminimum = 3\nmargin = 0.5',
        'id = "l"\nimportance = "preferred"\nkind = "certification"\nany_of = "CKA"',
        'id = "m"\nimportance = "required"\nkind = "language"\nlanguage = "de"\nlevel = "B2"\nmargin = 1',
        head=HEAD + '[[change]]\nversion = 2\ndate = 2026-01-31\nauthor = "A. Person"\nwhy = "Because."\n',
    )
    assert found.requirements[1:] == (
        DegreeRequirement(id="a", text="A degree.", importance="required", level="bachelor", fields=("computing",), otherwise="review"),
        YearsRequirement(id="b", text="B.", importance="required", minimum=5.0, of=("backend",), margin=0.5),
        SkillsRequirement(id="c", text="C.", importance="required", of=("python", "java"), at_least=1),
        SkillsRequirement(id="d", text="D.", importance="preferred", weight=1.5, of=("python", "java"), at_least=2),
        SkillsRequirement(id="e", text="E.", importance="preferred", of=("python", "java", "go"), at_least=2),
        EvidenceRequirement(id="f", text="F.", importance="preferred", phrases=("scalability",), skills=("git",)),
        NoteRequirement(id="g-h", text="G h.", importance="note"),
        DegreeRequirement(
            id="i",
            text="I.",
            importance="required",
            level="master",
            instead=YearsRequirement(id="i", text="I.", importance="required", minimum=9.0, of=("frontend",), margin=1.0),
        ),
        SkillsRequirement(id="j", text="J.", importance="preferred", of=("git",), at_least=1, used_within=2.5, absence="unclear"),
        SkillYearsRequirement(id="k", text="K.", importance="required", skills=("go", "java"), minimum=3.0, margin=0.5),
        CertificationRequirement(id="l", text="L.", importance="preferred", names=("CKA",)),
        LanguageRequirement(id="m", text="M.", importance="required", language="de", level="B2", margin=1),
    )
    assert (found.id, found.version, found.title) == ("test-role", 2, "Test role")
    (change,) = found.history
    assert (change.version, change.date, change.author, change.why) == (2, date(2026, 1, 31), "A. Person", "Because.")


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ('kind = "skills"\nimportance = "required"\nany_of = ["postgress"]',
         'requirement[0].any_of[0] (x): "postgress" is not a skill of the taxonomy; did you mean "postgresql"?'),
        ('kind = "skills"\nimportance = "required"\nany_of = ["Python"]',
         'requirement[0].any_of[0] (x): "Python" is not a skill of the taxonomy; did you mean "python"?'),
        ('kind = "skills"\nimportance = "required"\nany_of = ["git", "git"]', 'requirement[0].any_of[1] (x): "git" stands there twice'),
        ('kind = "skills"\nimportance = "required"\nany_of = []',
         "requirement[0].any_of (x): a list of at least one skill of the taxonomy is needed, not nothing"),
        ('kind = "skills"\nimportance = "required"\nany_of = [3]', "requirement[0].any_of[0] (x): 3 is not a skill of the taxonomy"),
        ('kind = "skills"\nimportance = "required"\nof = ["git", "go"]\nat_least = 3',
         "requirement[0].at_least (x): a whole number from 1 to 2 is needed, not 3"),
        ('kind = "skills"\nimportance = "required"\nof = ["git"]', "requirement[0].at_least (x): missing"),
        ('kind = "skills"\nimportance = "required"',
         'requirement[0] (x): exactly one of "any_of", "all_of", or "of" with "at_least" is needed'),
        ('kind = "skills"\nimportance = "required"\nany_of = ["git"]\nall_of = ["go"]',
         'requirement[0] (x): exactly one of "any_of", "all_of", or "of" with "at_least" is needed'),
        ('kind = "skill"\nimportance = "required"', 'requirement[0].kind (x): "skill" is not one of its values; did you mean "skills"?'),
        ('importance = "required"', "requirement[0].kind (x): missing"),
        ('kind = "skills"\nimportance = "requird"\nany_of = ["git"]',
         'requirement[0].importance (x): "requird" is not one of its values; did you mean "required"?'),
        ('kind = "skills"\nany_of = ["git"]', "requirement[0].importance (x): missing"),
        ('kind = "note"\nimportance = "required"',
         'requirement[0].importance (x): a requirement of kind "note" is shown only: its importance is "note"'),
        ('kind = "degree"\nimportance = "required"\nlevel = "none"',
         'requirement[0].level (x): "none" is not one of its values; it can be associate, bachelor, master, doctorate'),
        ('kind = "degree"\nimportance = "required"\nlevel = "bachelors"',
         'requirement[0].level (x): "bachelors" is not one of its values; did you mean "bachelor"?'),
        ('kind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = ["computer"]',
         'requirement[0].fields[0] (x): "computer" is not a family of fields; did you mean "computing"?'),
        ('kind = "degree"\nimportance = "required"\nlevel = "bachelor"\notherwise = "reject"',
         'requirement[0].otherwise (x): "reject" is not one of its values; it can be not_met, review'),
        ('kind = "years"\nimportance = "required"\nminimum = "five"',
         'requirement[0].minimum (x): a number from 0.1 to 60 is needed, not "five"'),
        ('kind = "years"\nimportance = "required"\nminimum = true',
         "requirement[0].minimum (x): a number from 0.1 to 60 is needed, not True"),
        ('kind = "years"\nimportance = "required"\nminimum = nan',
         "requirement[0].minimum (x): a number from 0.1 to 60 is needed, not nan"),
        ('kind = "years"\nimportance = "required"\nminimum = 3\nmargin = 4',
         "requirement[0].margin (x): a number from 0 to 3 is needed, not 4"),
        ('kind = "years"\nimportance = "required"\nminimum = 3\nof = ["back-end"]',
         'requirement[0].of[0] (x): "back-end" is not a family of work; did you mean "backend"?'),
        ('kind = "years"\nimportance = "required"\nminimum = 3\nminimun = 3',
         'requirement[0].minimun (x): no such key here; did you mean "minimum"?'),
        ('kind = "skills"\nimportance = "preferred"\nweight = 0\nany_of = ["git"]',
         "requirement[0].weight (x): a number from 0.001 to 1000 is needed, not 0"),
        ('kind = "evidence"\nimportance = "preferred"', 'requirement[0] (x): "phrases" or "skills" is needed'),
        ('kind = "evidence"\nimportance = "preferred"\nphrases = "scaling"',
         'requirement[0].phrases[0] (x): "scaling" is not a list of phrases; it can be scalability, mentoring'),
        ('kind = "skills"\nimportance = "required"\nany_of = ["git"]\nabsence = "not_met"',
         'requirement[0].absence (x): silence never counts against what is required: only what is preferred can be "not_met" by absence'),
        ('kind = "skills"\nimportance = "preferred"\nany_of = ["git"]\nabsence = "no"',
         'requirement[0].absence (x): "no" is not one of its values; it can be unclear, not_met'),
        ('kind = "skills"\nimportance = "preferred"\nany_of = ["git"]\nused_within = 0',
         "requirement[0].used_within (x): a number from 0.1 to 60 is needed, not 0"),
        ('kind = "skill-years"\nimportance = "required"\nany_of = ["git"]', "requirement[0].minimum (x): missing"),
        ('kind = "certification"\nimportance = "required"', "requirement[0].any_of (x): missing"),
        ('kind = "note"\ntext = 3', "requirement[0].text (x): text is needed, not 3"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_with_its_key_path(requirement: str, expected: str) -> None:
    assert problems(f'id = "x"\n{requirement}', GIT) == (expected,)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('version = 1\ntitle = "T"', ("id: missing", "requirement: at least one [[requirement]] is needed")),
        ('id = "Big Role"\nversion = 1\ntitle = "T"',
         ('id: "Big Role" is not small letters and digits joined by hyphens', "requirement: at least one [[requirement]] is needed")),
        ('id = "r"\nversion = 0\ntitle = " "\nrequirement = 3', (
            "version: a whole number from 1 to 1000000 is needed, not 0",
            'title: text is needed, not " "',
            "requirement: tables that begin with [[requirement]] are needed",
        )),
        ('id = "r"\nversion = 1\ntitle = "T"\nrequirements = []',
         ("requirement: at least one [[requirement]] is needed", 'requirements: no such key here; did you mean "requirement"?')),
    ],
)  # fmt: skip
def test_mistakes_at_the_top_are_told_too(head: str, expected: tuple[str, ...]) -> None:
    assert problems(head=head) == expected


def test_an_id_stands_for_one_requirement() -> None:
    assert problems(GIT, GIT) == ('requirement: "git" is the id of several requirements',)


def test_a_role_of_notes_alone_decides_nothing_and_is_refused() -> None:
    assert problems('id = "n"\nkind = "note"') == ('requirement: at least one that is "required" or "preferred" is needed',)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ('[[change]]\nversion = 1\ndate = 2026-01-31\nauthor = "A"\nwhy = "B"',
         ("change: the newest entry is for version 1, but the role is version 2",)),
        ('[[change]]\nversion = 2\ndate = 2026-01-31\nauthor = "A"\nwhy = "B"\n' * 2, ("change: version 2 has several entries",)),
        ('[[change]]\nversion = 2\ndate = "2026-01-31"\nauthor = ""\nwho = "B"', (
            'change[0].date: a date like 2026-01-31 (without quotes) is needed, not "2026-01-31"',
            'change[0].author: text is needed, not ""',
            "change[0].why: missing",
            'change[0].who: no such key here; did you mean "why"?',
        )),
    ],
)  # fmt: skip
def test_the_history_is_checked(changes: str, expected: tuple[str, ...]) -> None:
    assert problems(GIT, head=HEAD + changes + "\n") == expected


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    found = problems(
        'id = "x"\nkind = "skills"\nimportance = "must"\nany_of = ["gti"]', 'id = "y"\nkind = "degree"\nimportance = "required"'
    )
    assert [problem.partition(":")[0] for problem in found] == [
        "requirement[0].importance (x)",
        "requirement[0].any_of[0] (x)",
        "requirement[1].level (y)",
    ]


def test_a_file_that_is_not_toml_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(b"id = \xff")
    with pytest.raises(DataFileError, match=r"broken\.toml has 1 problem\(s\):\n  - not valid TOML: "):
        load_role(path, VOCABULARY)


def test_a_role_is_loaded_from_the_path_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"\ufeff{HEAD}\n[[requirement]]\n{GIT}\n", encoding="utf-8")
    assert load_role(str(path), VOCABULARY).id == "test-role"


def test_an_unknown_role_is_one_clear_sentence() -> None:
    with pytest.raises(UsageError, match='There is no role or role file "senior-backand"; did you mean "senior-backend"'):
        load_role("senior-backand")


@pytest.mark.parametrize("name", ["", "x" * 5000, "a\0b", "/"])
def test_what_cannot_be_a_role_file_is_a_sentence_too(name: str) -> None:
    with pytest.raises(UsageError, match=r"There is no role or role file|cannot be read"):
        load_role(name)


@pytest.mark.parametrize("name", shipped_roles())
def test_every_shipped_role_names_only_what_the_taxonomy_knows(name: str) -> None:
    role = load_role(name)
    assert role.id == name
    assert role.history[0].version == role.version


TWELVE = "nodejs;python;java;sql;nosql;api-development;database-design;security;git;containerization;ci-cd;agile"


def test_the_senior_backend_role_asks_what_its_posting_asks() -> None:
    role = load_role("senior-backend")
    required = {requirement.id: requirement for requirement in role.requirements if requirement.importance == "required"}
    assert list(required) == ["degree", "experience", "backend-language", "databases"]
    years = required["experience"]
    assert isinstance(years, YearsRequirement)
    assert (years.minimum, years.margin, years.of) == (5, 0.5, ("backend",))
    singles = [requirement for requirement in role.requirements if isinstance(requirement, SkillsRequirement) and requirement.single]
    assert ";".join(requirement.single for requirement in singles) == TWELVE
    assert {requirement.importance for requirement in singles} == {"preferred"}
    assert all(requirement.text.strip() for requirement in role.requirements)


@pytest.mark.parametrize(
    "id", ["problem-solving", "communication", "teamwork", "mentoring", "code-reviews", "documentation", "certifications", "ruby"]
)
def test_soft_skills_and_duties_are_notes_and_decide_nothing(id: str) -> None:
    (requirement,) = (requirement for requirement in load_role("senior-backend").requirements if requirement.id == id)
    assert isinstance(requirement, NoteRequirement)
    assert requirement.importance == "note"


def test_the_vocabulary_knows_its_names() -> None:
    vocabulary = load_vocabulary()
    assert vocabulary.skills["postgresql"] == "PostgreSQL"
    assert {"computing", "mathematics", "electrical"} <= vocabulary.fields["computing"]
    assert "backend" in vocabulary.work
    assert vocabulary.phrases["mentoring"] == "Mentoring"
