"""The shipped skills are sound, and a wrong file tells all its mistakes."""

from __future__ import annotations

from typing import Any

import pytest

from screener.errors import DataFileError
from screener.taxonomy.skill_scopes import build_skill_scopes, load_skill_scopes
from screener.taxonomy.skills import alias_key, build_taxonomy, load_skills, spellings

SENIOR_BACKEND = [
    "nodejs",
    "python",
    "java",
    "sql",
    "nosql",
    "api-development",
    "database-design",
    "security",
    "git",
    "containerization",
    "ci-cd",
    "agile",
]


def data(*groups: dict[str, Any], **more: Any) -> list[tuple[str, dict[str, Any]]]:
    return [("skills-test.toml", {"families": {"language": "Languages"}, "group": list(groups), **more})]


def group(**skills: Any) -> dict[str, Any]:
    return {"families": ["language"], "skills": {key.replace("_", "-"): value for key, value in skills.items()}}


def problems(*groups: dict[str, Any], **more: Any) -> str:
    with pytest.raises(DataFileError) as error:
        build_taxonomy(data(*groups, **more))
    return "\n".join(error.value.problems)


def test_there_are_over_1500_skills_and_every_family_has_some() -> None:
    taxonomy = load_skills()
    assert len(taxonomy.skills) >= 1500
    assert [family for family in taxonomy.families if not taxonomy.in_family(family)] == []


@pytest.mark.parametrize("key", SENIOR_BACKEND)
def test_the_skills_of_the_shipped_role_exist_and_imply_nothing(key: str) -> None:
    assert load_skills().implied[key] == ()


@pytest.mark.parametrize(
    "key", ["go", "csharp", "php", "ruby", "scala", "kotlin", "cpp", "rust", "elixir", "perl", "python", "java", "nodejs"]
)
def test_server_languages_are_one_family(key: str) -> None:
    assert "backend-language" in load_skills().skills[key].families


@pytest.mark.parametrize(
    ("key", "never"),
    [
        ("javascript", {"java", "nodejs"}),
        ("typescript", {"java", "nodejs"}),
        ("kotlin", {"java"}),
        ("scala", {"java"}),
        ("react", {"nodejs"}),
        ("sql", {"postgresql"}),
        ("python", {"django"}),
        ("aws", {"containerization"}),
        ("jira", {"agile"}),
        ("terraform", {"containerization"}),
        ("nosql", {"sql"}),
        ("groovy", {"java"}),
    ],
)
def test_what_is_merely_related_is_not_implied(key: str, never: set[str]) -> None:
    assert not never & set(load_skills().implied[key])


def test_implication_goes_one_way_and_all_the_way() -> None:
    implied = load_skills().implied
    assert [(key, other) for key, others in implied.items() for other in others if key in implied[other]] == []
    assert [(key, other) for key, others in implied.items() for other in others if not set(implied[other]) <= set(others)] == []


def test_choices_options_and_hyphens_are_written_out() -> None:
    assert set(spellings("(data|ER) model(s)")) == {
        "data model",
        "data models",
        "ER model",
        "ER models",
        "data-model",
        "data-models",
        "ER-model",
        "ER-models",
    }
    assert alias_key("CI-CD  Pipeline") == alias_key("ci cd pipeline")


def test_a_wrong_file_tells_every_mistake_at_once() -> None:
    found = problems(
        group(go=["Go"], golang=["go"], ada={"names": ["Ada"], "implies": ["pascal"]}),
        {"families": ["tongue"], "skills": {"ml": ["ML"]}},
        {"families": ["language"], "skill": {}},
        group(Bad_Id=["Bad"], empty=[]),
        ambiguous=[{"names": ["Rust"]}, {"cues": ["x"]}],
        never=["Go"],
    )
    for expected in (
        "alias `go` belongs to both `go` and `golang`",
        "ada: implies unknown skill `pascal`",
        "ml: unknown family `tongue`",
        "group[3]",
        "skills.Bad-Id",
        "skills.empty",
        "ambiguous name `Rust` is no skill's alias",
        "ambiguous[2]",
        "never `Go`: is an alias of",
    ):
        assert expected in found


def test_a_circle_of_implications_is_a_mistake() -> None:
    assert "a: implies itself" in problems(group(a={"names": ["A1"], "implies": ["b"]}, b={"names": ["B1"], "implies": ["a"]}))


def test_a_skill_defined_twice_is_a_mistake() -> None:
    assert "skill `a` is defined twice" in problems(group(a=["A1"]), group(a=["A1"]))


def test_every_scope_but_held_has_words_or_a_section() -> None:
    scopes = load_skill_scopes()
    told = {cue.scope for cue in scopes.cues} | set(scopes.sections.values())
    assert told == {"negated", "wished", "learning", "coursework", "others", "certificate"}


def test_wrong_scopes_tell_every_mistake_at_once() -> None:
    with pytest.raises(DataFileError) as error:
        build_skill_scopes({"cue": [{"scope": "owned", "reach": "far", "phrases": []}], "sections": {"hobbies": "held", "courses": "x"}})
    told = "\n".join(error.value.problems)
    for expected in ("cue[1].scope", "cue[1].reach", "cue[1].phrases", "sections.hobbies", "sections.courses", "words.ends"):
        assert expected in told
