"""The shipped roles: each names what the taxonomy knows, and asks what its job description asks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screener.rules import load_role, shipped_roles
from screener.rules.role import Requirement
from screener.rules.vocabulary import load_vocabulary

DESCRIPTIONS = Path(__file__).parents[2] / "samples" / "job-descriptions"
TRADES = {
    "data-analyst", "data-engineer", "devops", "engineering-manager", "frontend", "full-stack", "junior-backend", "ml-engineer", "mobile",
    "qa-engineer", "security-engineer", "senior-backend", "support-engineer",
}  # fmt: skip
_ROWS = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)


def plain(text: str) -> str:
    """Words one space apart, without the marks of Markdown."""
    return " ".join(_ROWS.sub("", text).replace("**", "").split())


def named(requirement: Requirement, *keys: str) -> set[str]:
    return {name for key in keys for name in getattr(requirement, key, ())}


def test_the_common_trades_are_shipped_each_with_a_job_description() -> None:
    assert set(shipped_roles()) == TRADES
    assert {path.stem for path in DESCRIPTIONS.glob("*.md")} == TRADES


@pytest.mark.parametrize("name", shipped_roles())
def test_every_requirement_stands_in_the_words_of_its_job_description(name: str) -> None:
    description = plain((DESCRIPTIONS / f"{name}.md").read_text(encoding="utf-8"))
    assert [each.id for each in load_role(name).requirements if plain(each.text) not in description] == []


@pytest.mark.parametrize("name", shipped_roles())
def test_everything_that_a_shipped_role_names_is_in_the_taxonomy(name: str) -> None:
    vocabulary = load_vocabulary()
    for each in load_role(name).requirements:
        kind = type(each).__name__
        work = named(each, "of") if kind == "YearsRequirement" else set()
        skills = named(each, "skills") | (named(each, "of") if kind == "SkillsRequirement" else set())
        instead = getattr(each, "instead", None)
        assert work | (set(instead.of) if instead else set()) <= set(vocabulary.work), each.id
        assert skills <= set(vocabulary.skills), each.id
        assert named(each, "fields") <= set(vocabulary.fields), each.id
        assert named(each, "phrases") <= set(vocabulary.phrases), each.id


@pytest.mark.parametrize("name", shipped_roles())
def test_a_shipped_role_decides_scores_and_tells_its_history(name: str) -> None:
    role = load_role(name)
    importances = {each.importance for each in role.requirements}
    assert {"required", "preferred", "note"} == importances
    assert any(type(each).__name__ == "YearsRequirement" and each.importance == "required" for each in role.requirements)
    assert role.history[0].version == role.version
