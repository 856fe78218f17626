"""A draft as the text of a role file: every rule with the words that it came from, and all that was left out, as comments."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any

from screener.drafting.drafted import Drafted
from screener.drafting.drafting import RoleDraft
from screener.rules.role import (
    CertificationRequirement,
    DegreeRequirement,
    EvidenceRequirement,
    LanguageRequirement,
    NoteRequirement,
    Requirement,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)

_WIDTH = 118
_PARTS = {
    "required": "Required: one of these clearly not met decides; one that is not clear goes to a person",
    "preferred": "Preferred: these order people inside an outcome and decide nothing",
    "note": "Notes: shown beside the decision, never part of it",
}


def as_toml(draft: RoleDraft, source: str) -> str:
    """The role file. source: the name of the posting's file, for its first line."""
    lines = [
        *_comment(
            f"Drafted from {source}. Nothing here is decided: read every requirement beside the words it came from, correct it, "
            "strike what is not meant."
        ),
        f"id = {_text(draft.role.id)}",
        f"version = {draft.role.version}",
        f"title = {_text(draft.role.title)}",
    ]
    for importance, group in groupby(draft.drafted, key=lambda each: each.requirement.importance):
        lines += ["", f"# --- {_PARTS[importance]} ---"]
        for each in group:
            lines += ["", *_requirement(each)]
    return "\n".join([*lines, *_refused(draft), *_aside(draft)]) + "\n"


def _requirement(drafted: Drafted) -> Iterator[str]:
    requirement = drafted.requirement
    yield "[[requirement]]"
    yield from _comment(f"Under “{drafted.sentence.heading}”." if drafted.sentence.heading else "In the running text.")
    for comment in drafted.comments:
        yield from _comment(comment)
    kind, values = _KINDS[type(requirement)]
    yield f"id = {_text(requirement.id)}"
    yield f"text = {_text(requirement.text)}"
    yield f"importance = {_text(requirement.importance)}"
    yield f"kind = {_text(kind)}"
    yield from (f"{key} = {_value(value)}" for key, value in values(requirement).items())


def _degree(requirement: DegreeRequirement) -> dict[str, Any]:
    values: dict[str, Any] = {"level": requirement.level, "fields": requirement.fields}
    if requirement.otherwise == "review":
        values["otherwise"] = "review"
    if requirement.instead:
        values |= {"or_years": requirement.instead.minimum, "of": requirement.instead.of, "margin": requirement.instead.margin}
    return values


def _years(requirement: YearsRequirement) -> dict[str, Any]:
    return {"minimum": requirement.minimum, "of": requirement.of, "margin": requirement.margin}


def _skill_years(requirement: SkillYearsRequirement) -> dict[str, Any]:
    return {"minimum": requirement.minimum, "any_of": requirement.skills, "margin": requirement.margin}


def _skills(requirement: SkillsRequirement) -> dict[str, Any]:
    recency = {} if requirement.used_within is None else {"used_within": requirement.used_within}
    if requirement.at_least == 1:
        return {"any_of": requirement.of, **recency}
    if requirement.at_least == len(requirement.of):
        return {"all_of": requirement.of, **recency}
    return {"at_least": requirement.at_least, "of": requirement.of, **recency}


def _certification(requirement: CertificationRequirement) -> dict[str, Any]:
    return {"any_of": requirement.names}


def _language(requirement: LanguageRequirement) -> dict[str, Any]:
    return {"language": requirement.language, "level": requirement.level, "margin": requirement.margin}


def _signs(requirement: EvidenceRequirement) -> dict[str, Any]:
    return {key: value for key, value in (("phrases", requirement.phrases), ("skills", requirement.skills)) if value}


_KINDS: Mapping[type[Requirement], tuple[str, Callable[[Any], dict[str, Any]]]] = {
    DegreeRequirement: ("degree", _degree),
    YearsRequirement: ("years", _years),
    SkillYearsRequirement: ("skill-years", _skill_years),
    SkillsRequirement: ("skills", _skills),
    CertificationRequirement: ("certification", _certification),
    LanguageRequirement: ("language", _language),
    EvidenceRequirement: ("evidence", _signs),
    NoteRequirement: ("note", _signs),
}


def _refused(draft: RoleDraft) -> Iterator[str]:
    if draft.refused:
        yield from ("", "# --- Refused: no rule was made of these words ---")
    for refusal in draft.refused:
        yield "#"
        yield from _comment(f"“{refusal.sentence.text}”")
        yield from _comment(f"{refusal.trait.capitalize()} ({refusal.words}): {refusal.why}")


def _aside(draft: RoleDraft) -> Iterator[str]:
    """What was read and taken for no requirement: a person sees that nothing got lost."""
    if draft.aside:
        yield from ("", "# --- Left aside: duties, the company, offers and the like ---", "#")
    for sentence in draft.aside:
        yield from _comment(f"{sentence.heading + ': ' if sentence.heading else ''}{sentence.text}")


def _comment(text: str) -> list[str]:
    return textwrap.wrap(_plain(text), _WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)


def _plain(text: str) -> str:
    """Nothing in a comment ends its line: a posting's words never become rules by themselves."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _value(value: str | int | float | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_text, value))}]"
    return _text(value) if isinstance(value, str) else f"{value:g}"


def _text(text: str) -> str:
    """A basic string of TOML: JSON's escapes are all TOML's too, and a lone DEL is not left as it is."""
    return json.dumps(_plain(text), ensure_ascii=False)
