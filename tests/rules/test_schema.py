"""The JSON Schema of role files: it accepts what the program accepts, and refuses what it refuses."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from screener.errors import DataFileError
from screener.rules import parse_role, role_schema, shipped_roles
from screener.rules.requirement_file import KINDS

SCHEMA = role_schema()
BRANCHES = {branch["properties"]["kind"]["const"]: branch for branch in SCHEMA["properties"]["requirement"]["items"]["oneOf"]}
PAGE = (Path(__file__).parents[2] / "docs" / "roles.md").read_text(encoding="utf-8")
HEAD = 'id = "r"\nversion = 1\ntitle = "R"\n'
GIT = '[[requirement]]\nid = "git"\nkind = "skills"\nimportance = "preferred"\nany_of = ["git"]\n'


def is_valid(text: str) -> bool:
    data = json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))
    return not list(jsonschema.Draft7Validator(SCHEMA).iter_errors(data))


def is_read(text: str) -> bool:
    try:
        parse_role(text.encode(), "r.toml")
    except DataFileError:
        return False
    return True


def test_the_schema_itself_is_right_and_plain_json() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("name", shipped_roles())
def test_every_shipped_role_is_valid(name: str) -> None:
    assert is_valid(files("screener.rules").joinpath("roles", f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("block", [block for block in re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE) if 'id = "wrong"' not in block])
def test_every_example_of_the_documentation_is_valid(block: str) -> None:
    assert is_valid(block if block.startswith("id") else HEAD + block)


def test_every_kind_has_a_branch() -> None:
    assert set(BRANCHES) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_key_of_a_branch_is_one_that_the_program_reads(kind: str) -> None:
    keys = [key for key in BRANCHES[kind]["properties"] if key not in ("kind", "id", "importance")]
    body = "".join(f"{key} = {{}}\n" for key in keys)
    with pytest.raises(DataFileError) as caught:
        parse_role(f'{HEAD}[[requirement]]\nid = "x"\nkind = "{kind}"\nimportance = "note"\n{body}{GIT}'.encode(), "r.toml")
    assert {problem.split(" ")[0].removeprefix("requirement[0].") for problem in caught.value.problems} >= {"text", "weight"}
    assert not [problem for problem in caught.value.problems if "no such key" in problem]


@pytest.mark.parametrize(
    "requirement",
    [
        'kind = "skills"\nimportance = "required"\nany_of = ["postgress"]',
        'kind = "skills"\nimportance = "required"\nany_of = ["git", "git"]',
        'kind = "skills"\nimportance = "required"\nany_of = []',
        'kind = "skills"\nimportance = "required"\nof = ["git"]',
        'kind = "skills"\nimportance = "required"',
        'kind = "skills"\nimportance = "required"\nany_of = ["git"]\nall_of = ["go"]',
        'kind = "skills"\nimportance = "required"\nany_of = ["git"]\nused_within = 0',
        'kind = "skill"\nimportance = "required"',
        'kind = "skill-years"\nimportance = "required"\nany_of = ["git"]',
        'kind = "certification"\nimportance = "preferred"',
        'kind = "certification"\nimportance = "preferred"\nany_of = []',
        'kind = "language"\nimportance = "required"\nlanguage = "xx"\nlevel = "B2"',
        'kind = "language"\nimportance = "required"\nlanguage = "de"\nlevel = "native"',
        'kind = "language"\nimportance = "required"\nlanguage = "de"\nlevel = "B2"\nmargin = 3',
        'importance = "required"',
        'kind = "note"\nimportance = "required"',
        'kind = "degree"\nimportance = "required"\nlevel = "none"',
        'kind = "degree"\nimportance = "required"\nlevel = "bachelor"\nor_years = 0',
        'kind = "years"\nimportance = "required"\nminimum = "five"',
        'kind = "years"\nimportance = "required"\nminimum = 3\nminimun = 3',
        'kind = "years"\nimportance = "required"\nminimum = 3\nabsence = "unclear or not"',
        'kind = "skills"\nimportance = "preferred"\nweight = 0\nany_of = ["git"]',
    ],
)
def test_what_the_program_refuses_the_schema_refuses(requirement: str) -> None:
    text = f'{HEAD}[[requirement]]\nid = "x"\n{requirement}\n{GIT}'
    assert not is_read(text)
    assert not is_valid(text)


@pytest.mark.parametrize(
    "requirement",
    [
        'kind = "skills"\nimportance = "required"\nany_of = "git"',
        'kind = "skills"\nimportance = "required"\nof = ["git", "go"]\nat_least = 2\nused_within = 2.5',
        'kind = "skill-years"\nimportance = "required"\nany_of = ["go"]\nminimum = 3\nmargin = 0.5',
        'kind = "certification"\nimportance = "preferred"\nany_of = "CISSP"',
        'kind = "language"\nimportance = "required"\nlanguage = "de"\nlevel = "B2"\nmargin = 1',
        'kind = "degree"\nimportance = "required"\nlevel = "bachelor"\nfields = []\nor_years = 8\nof = ["backend"]\nmargin = 1',
        'kind = "evidence"\nimportance = "preferred"\nphrases = "mentoring"\nskills = []\nabsence = "unclear"',
        'kind = "note"\ntext = "Anything."',
    ],
)
def test_what_the_program_reads_the_schema_accepts(requirement: str) -> None:
    text = f'{HEAD}[[requirement]]\nid = "x"\n{requirement}\n{GIT}'
    assert is_read(text)
    assert is_valid(text)


def test_the_same_taxonomy_gives_the_same_schema() -> None:
    assert json.dumps(role_schema()) == json.dumps(SCHEMA)
