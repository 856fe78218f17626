"""docs/roles.md: its examples are roles, and what it says of them is so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from screener.errors import DataFileError
from screener.parse import Parser, build_parser
from screener.resume import Qualifications
from screener.rules import check, decide, parse_role, questions
from screener.rules.requirement_file import KINDS
from tests.parse.builders import document
from tests.rules.builders import AS_OF

PAGE = (Path(__file__).parents[2] / "docs" / "roles.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
REFUSED = ("wrong", "refused")
ROLES = [text for kind, text in BLOCKS if kind == "toml" and not any(f'id = "{name}"\n' in text for name in REFUSED)]
HEAD = 'id = "example"\nversion = 1\ntitle = "Example"\n'
SCORED = '\n[[requirement]]\nid = "scored"\nimportance = "preferred"\nkind = "skills"\nany_of = ["git"]\n'


def as_role(block: str) -> str:
    return block if block.startswith("id") else HEAD + block + SCORED


def examples(kind: str) -> Iterator[tuple[str, str]]:
    """Each block of that kind with the role above it that it is about."""
    above: list[str] = []
    for name, text in BLOCKS:
        if name == "toml":
            above.append(text)
        elif name == kind:
            yield next(role for role in reversed(above) if kind == "questions" or _asks(role, text)), text


def _asks(role: str, example: str) -> bool:
    asked = {requirement["id"] for requirement in tomllib.loads(role).get("requirement", ())}
    return set(re.findall(r"^→ ([\w-]+):", example, re.MULTILINE)) <= asked


@lru_cache
def parser() -> Parser:
    return build_parser()


def person(example: str) -> Qualifications:
    lines = [line for line in example.splitlines() if not line.startswith(("→", "?"))]
    return parser().parse(document("\n".join(["Ann Example", *lines]))).qualifications


@pytest.mark.parametrize("block", ROLES)
def test_every_example_is_a_role(block: str) -> None:
    assert len(parse_role(as_role(block).encode(), "example.toml").requirements) >= 2


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_an_example_under_its_name_with_what_comes_of_it(kind: str) -> None:
    section = PAGE.split(f"\n## {kind}\n")[1].split("\n## ")[0]
    assert f'kind = "{kind}"' in section
    assert "```resume\n" in section


@pytest.mark.parametrize(("block", "example"), list(examples("resume")))
def test_what_comes_of_an_example_is_what_is_shown(block: str, example: str) -> None:
    role = parse_role(as_role(block).encode(), "example.toml")
    findings = {finding.requirement: finding for finding in check(person(example), role, as_of=AS_OF).findings}
    shown = [line for line in example.splitlines() if line.startswith("→")]
    told = [re.match(r"→ ([\w-]+):", line) for line in shown]
    assert shown == [f"→ {found[1]}: {findings[found[1]].verdict}. {findings[found[1]].reason}" for found in told if found]


@pytest.mark.parametrize(("block", "example"), list(examples("questions")))
def test_the_questions_of_an_example_are_those_shown(block: str, example: str) -> None:
    role, who = parse_role(as_role(block).encode(), "example.toml"), person(example)
    asked = questions(decide(check(who, role, as_of=AS_OF), role), who, role, as_of=AS_OF)
    assert [line.removeprefix("? ") for line in example.splitlines() if line.startswith("?")] == [each.text for each in asked]


@pytest.mark.parametrize("name", REFUSED)
def test_the_message_of_a_refused_file_is_the_one_shown(name: str) -> None:
    (role,) = (text for kind, text in BLOCKS if kind == "toml" and text.startswith(f'id = "{name}"'))
    (shown,) = (text for kind, text in BLOCKS if kind == "text" and text.startswith(f"{name}.toml"))
    with pytest.raises(DataFileError) as caught:
        parse_role(role.encode(), f"{name}.toml")
    assert str(caught.value) + "\n" == shown
