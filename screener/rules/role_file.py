"""Role files: found by name or path, read, and checked so that a wrong one tells all its mistakes at once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from screener.errors import DataFileError, UsageError
from screener.rules.requirement_file import read_id, read_requirement
from screener.rules.role import Change, DegreeRequirement, Role, YearsRequirement
from screener.rules.tables import Table, shown, suggestion
from screener.rules.vocabulary import Vocabulary, load_vocabulary


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
    identity, version, title = read_id(table), table.integer("version", 1, 1_000_000), table.text("title")
    requirements = [
        read_requirement(data, f"requirement[{index}]", problems, vocabulary) for index, data in enumerate(table.tables("requirement"))
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
    _check_instead(table, role)
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


def _check_instead(table: Table, role: Role) -> None:
    """Work in place of a degree must be more than the role asks anyway, or the degree would never be asked for."""
    asked = [each for each in role.requirements if isinstance(each, YearsRequirement) and each.importance == "required"]
    for index, requirement in enumerate(role.requirements):
        instead = requirement.instead if isinstance(requirement, DegreeRequirement) else None
        for years in asked if instead else ():
            if instead and set(years.of) == set(instead.of) and years.minimum >= instead.minimum:
                table.problem(
                    f"requirement[{index}].or_years ({requirement.id})",
                    f'{instead.minimum:g} is no more than "{years.id}" asks of everybody; give all the years that will do, '
                    f"such as {years.minimum + 4:g}",
                )
