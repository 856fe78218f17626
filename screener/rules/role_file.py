"""Role files: found by name or path, read, and checked so that a wrong one tells all its mistakes at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, cast, get_args

from screener.decision import Importance
from screener.errors import DataFileError, UsageError
from screener.resume import DEGREE_LEVELS
from screener.rules.role import (
    Change,
    DegreeRequirement,
    EvidenceRequirement,
    NoteRequirement,
    Otherwise,
    Requirement,
    Role,
    SkillsRequirement,
    YearsRequirement,
)
from screener.rules.tables import Table, shown, suggestion
from screener.rules.vocabulary import Vocabulary, load_vocabulary

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_YEARS = 60
_MOST_WEIGHT = 1000
_LEAST_WEIGHT = 0.001


def shipped_roles() -> tuple[str, ...]:
    """Names of the roles that come with the program, sorted."""
    folder = files("screener.rules").joinpath("roles")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def load_role(name_or_path: str | Path, vocabulary: Vocabulary | None = None) -> Role:
    """The shipped role of that name, or the role in the file at that path.

    Raises UsageError when there is neither, DataFileError with every problem of the file.
    """
    name = str(name_or_path)
    if name in shipped_roles():
        return parse_role(files("screener.rules").joinpath("roles", f"{name}.toml").read_bytes(), f"{name}.toml", vocabulary)
    try:
        content = Path(name_or_path).read_bytes()
    except (FileNotFoundError, ValueError) as error:
        hint = suggestion(name, shipped_roles()) or "."
        raise UsageError(f'There is no role or role file "{name}"{hint} Shipped roles: {", ".join(shipped_roles())}.') from error
    except OSError as error:
        raise UsageError(f'The role file "{name}" cannot be read: {error.strerror}.') from error
    return parse_role(content, Path(name_or_path).name, vocabulary)


def parse_role(content: bytes, file: str, vocabulary: Vocabulary | None = None) -> Role:
    """The role that the TOML `content` describes; `file` names it in messages. Raises DataFileError with every problem."""
    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(file, (f"not valid TOML: {error}",)) from error
    problems: list[str] = []
    role = _role(Table(data, "", problems), problems, vocabulary or load_vocabulary())
    if problems:
        raise DataFileError(file, tuple(problems))
    return role


def _role(table: Table, problems: list[str], vocabulary: Vocabulary) -> Role:
    identity, version, title = _identity(table), table.integer("version", 1, 1_000_000), table.text("title")
    requirements = [
        _requirement(data, f"requirement[{index}]", problems, vocabulary) for index, data in enumerate(table.tables("requirement"))
    ]
    history = tuple(_change(data, f"change[{index}]", problems) for index, data in enumerate(table.tables("change")))
    role = Role(identity, version, title, tuple(requirement for requirement in requirements if requirement), history)
    _check_whole(table, role)
    table.close()
    return role


def _check_whole(table: Table, role: Role) -> None:
    """What only shows when all requirements and changes are known."""
    if not role.requirements and not table.has("requirement"):
        table.problem("requirement", "at least one [[requirement]] is needed")
    elif role.requirements and all(requirement.importance == "note" for requirement in role.requirements):
        table.problem("requirement", 'at least one that is "required" or "preferred" is needed')
    ids = [requirement.id for requirement in role.requirements if requirement.id]
    for repeated in sorted({identity for identity in ids if ids.count(identity) > 1}):
        table.problem("requirement", f"{shown(repeated)} is the id of several requirements")
    versions = [change.version for change in role.history]
    for repeated_version in sorted({version for version in versions if versions.count(version) > 1}):
        table.problem("change", f"version {repeated_version} has several entries")
    if versions and max(versions) != role.version:
        table.problem("change", f"the newest entry is for version {max(versions)}, but the role is version {role.version}")


def _change(data: Mapping[str, Any], path: str, problems: list[str]) -> Change:
    table = Table(data, path, problems)
    change = Change(table.integer("version", 1, 1_000_000), table.day("date"), table.text("author"), table.text("why"))
    table.close()
    return change


def _requirement(data: Mapping[str, Any], path: str, problems: list[str], vocabulary: Vocabulary) -> Requirement | None:
    label = data.get("id")
    table = Table(data, path, problems, label if isinstance(label, str) else "")
    kind = table.choice("kind", _KINDS)
    if not kind:
        return None
    identity = _identity(table)
    requirement = _KINDS[kind](table, _common(table, identity, kind), vocabulary)
    table.close()
    return requirement


def _identity(table: Table) -> str:
    identity = table.text("id")
    if identity and not _ID.fullmatch(identity):
        table.problem("id", f"{shown(identity)} is not small letters and digits joined by hyphens")
    return identity


def _common(table: Table, identity: str, kind: str) -> dict[str, Any]:
    importance = table.choice("importance", get_args(Importance), "note" if kind == "note" else None)
    if kind == "note" and importance != "note":
        table.problem("importance", 'a requirement of kind "note" is shown only: its importance is "note"')
    return {
        "id": identity,
        "text": table.text("text", identity.replace("-", " ").capitalize() + "."),
        "importance": cast(Importance, importance),
        "weight": table.number("weight", _LEAST_WEIGHT, _MOST_WEIGHT, 1.0),
    }


def _degree(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    return DegreeRequirement(
        **common,
        level=table.choice("level", DEGREE_LEVELS[1:]),
        fields=table.names("fields", vocabulary.fields, "family of fields", may_be_empty=True),
        otherwise=cast(Otherwise, table.choice("otherwise", get_args(Otherwise), "not_met")),
    )


def _years(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    minimum = table.number("minimum", 0.1, _MOST_YEARS)
    return YearsRequirement(
        **common,
        minimum=minimum,
        of=table.names("of", vocabulary.work, "family of work", may_be_empty=True),
        margin=table.number("margin", 0, minimum, 0.0),
    )


def _skills(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    given = [key for key in ("any_of", "all_of", "of") if table.has(key)]
    if len(given) != 1:
        table.problem("", 'exactly one of "any_of", "all_of", or "of" with "at_least" is needed')
        if not given:
            return SkillsRequirement(**common, of=(), at_least=1)
    key = given[0]
    skills = table.names(key, vocabulary.skills, "skill of the taxonomy")
    for other in given[1:]:
        table.names(other, vocabulary.skills, "skill of the taxonomy")
    at_least = 1 if key == "any_of" else len(skills)
    if key == "of":
        at_least = table.integer("at_least", 1, max(len(skills), 1))
    return SkillsRequirement(**common, of=skills, at_least=at_least)


def _evidence(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    if not (table.has("phrases") or table.has("skills")):
        table.problem("", '"phrases" or "skills" is needed')
    return EvidenceRequirement(**common, **_signs(table, vocabulary))


def _note(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    return NoteRequirement(**common, **_signs(table, vocabulary))


def _signs(table: Table, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "phrases": table.names("phrases", vocabulary.phrases, "list of phrases", may_be_empty=True),
        "skills": table.names("skills", vocabulary.skills, "skill of the taxonomy", may_be_empty=True),
    }


_KINDS: Mapping[str, Callable[[Table, dict[str, Any], Vocabulary], Requirement]] = {
    "degree": _degree,
    "years": _years,
    "skills": _skills,
    "evidence": _evidence,
    "note": _note,
}
