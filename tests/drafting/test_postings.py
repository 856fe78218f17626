"""Ten invented postings of different trades and wordings, each beside what it asks (`postings/*.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from screener.drafting import RoleDraft, as_toml, draft_role
from screener.extract import extract
from screener.rules import parse_role
from screener.rules.role import (
    CertificationRequirement,
    DegreeRequirement,
    LanguageRequirement,
    Requirement,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)
from screener.taxonomy.skills import load_skills

POSTINGS = sorted(path for path in (Path(__file__).parent / "postings").iterdir() if path.suffix != ".toml")
KINDS = {
    "degree": DegreeRequirement,
    "years": YearsRequirement,
    "skill-years": SkillYearsRequirement,
    "skills": SkillsRequirement,
    "certification": CertificationRequirement,
    "language": LanguageRequirement,
}


def expected(posting: Path) -> dict[str, Any]:
    return tomllib.loads(posting.with_suffix(".toml").read_text(encoding="utf-8"))


def drafted(posting: Path) -> RoleDraft:
    return draft_role(extract(posting))


def asked_one_by_one(requirement: Requirement) -> list[Requirement | tuple[str, ...]]:
    """What asks several skills in full, as one entry for each."""
    if isinstance(requirement, SkillsRequirement) and requirement.at_least == len(requirement.of):
        return [(requirement.importance, each) for each in requirement.of]
    return [requirement]


def wanted_one_by_one(wanted: dict[str, Any]) -> list[dict[str, Any] | tuple[str, ...]]:
    if wanted["kind"] == "skills" and ("all_of" in wanted or (len(wanted.get("any_of", ())) == 1 and not wanted.get("more"))):
        return [(wanted["importance"], each) for each in wanted.get("all_of", wanted.get("any_of"))]
    return [wanted]


def covers(wanted: dict[str, Any] | tuple[str, ...], got: Requirement | tuple[str, ...]) -> bool:
    if isinstance(wanted, tuple) and isinstance(got, tuple):
        return wanted == got
    if isinstance(wanted, tuple):
        return False
    if isinstance(got, tuple):
        importance, skill = got
        if "any_of" not in wanted or not wanted.get("more") or wanted["importance"] != importance:
            return False
        return all(each == skill or skill in load_skills().implied[each] for each in wanted["any_of"])
    if not isinstance(got, KINDS[wanted["kind"]]) or got.importance != wanted["importance"]:
        return False
    return all(
        _agrees(key, value, got, more=wanted.get("more", False))
        for key, value in wanted.items()
        if key not in ("kind", "importance", "more")
    )


def _agrees(key: str, value: object, got: Any, *, more: bool) -> bool:
    if key == "any_of":
        key, at_least = "of", got.at_least == 1
        if not at_least:
            return False
    mine = getattr(got, key)
    if isinstance(value, list):
        return set(value) <= set(mine) if more else set(value) == set(mine)
    return bool(mine == value)


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_every_stated_requirement_is_drafted_and_nothing_else(posting: Path) -> None:
    wanted = [each for table in expected(posting)["requirement"] for each in wanted_one_by_one(table)]
    got = [
        each
        for requirement in drafted(posting).role.requirements
        if requirement.importance != "note"
        for each in asked_one_by_one(requirement)
    ]
    missing = [each for each in wanted if not any(covers(each, other) for other in got)]
    added = [each for each in got if not any(covers(other, each) for other in wanted)]
    assert (missing, added) == ([], [])


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_each_requirement_carries_words_of_the_posting(posting: Path) -> None:
    text = " ".join(extract(posting).text.replace("•", " ").split())
    for requirement in drafted(posting).role.requirements:
        assert all(piece.strip() in text for piece in requirement.text.split("[…]"))


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_what_is_no_rule_is_kept_as_a_note_with_its_reason(posting: Path) -> None:
    draft = drafted(posting)
    notes = [each for each in draft.drafted if each.requirement.importance == "note"]
    for words in expected(posting)["notes"]:
        assert any(words in each.requirement.text for each in notes)
    assert all(each.comments for each in notes)


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_company_offers_and_equal_treatment_ask_nothing(posting: Path) -> None:
    draft = drafted(posting)
    decisive = [each.text for each in draft.role.requirements if each.importance != "note"]
    for words in expected(posting)["left_aside"]:
        assert not any(words in text for text in decisive)
        assert not any(words in refusal.sentence.text for refusal in draft.refused)


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_protected_traits_are_refused_and_nothing_else_is(posting: Path) -> None:
    draft = drafted(posting)
    wanted = expected(posting)["refused"]
    told = [refusal.words for refusal in draft.refused]
    assert [words for words in wanted if not any(words in each for each in told)] == []
    assert [each for each in told if not any(words in each for words in wanted)] == []
    assert all(refusal.why for refusal in draft.refused)


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda path: path.stem)
def test_the_draft_is_a_role_file_that_loads_to_the_same_role(posting: Path) -> None:
    draft = drafted(posting)
    loaded = parse_role(as_toml(draft, posting.name).encode(), "role.toml")
    assert loaded == draft.role
    assert loaded.title == expected(posting)["title"]
