"""One `[[requirement]]` table of a role file, read and checked by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, cast, get_args

from screener.decision import Importance
from screener.resume import DEGREE_LEVELS
from screener.rules.protected import refusals, refused_kind
from screener.rules.role import (
    Absence,
    CertificationRequirement,
    DegreeRequirement,
    EvidenceRequirement,
    LanguageRequirement,
    NoteRequirement,
    Otherwise,
    Requirement,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)
from screener.rules.tables import Table, shown
from screener.rules.vocabulary import Vocabulary
from screener.taxonomy.folding import words_of
from screener.taxonomy.spoken import CEFR

ID_PATTERN = "[a-z0-9]+(?:-[a-z0-9]+)*"
MOST_YEARS = 60
LEAST_YEARS = 0.1
MOST_WEIGHT = 1000
LEAST_WEIGHT = 0.001
MOST_STEPS = 2
"""The widest margin of a language requirement, in levels of CEFR."""

_SKILL = "skill of the taxonomy"


def read_requirement(data: Mapping[str, Any], path: str, problems: list[str], vocabulary: Vocabulary) -> Requirement | None:
    """The requirement of a table; None when its kind is not known. Every problem is noted in `problems`."""
    label = data.get("id")
    table = Table(data, path, problems, label if isinstance(label, str) else "")
    if _is_refused_kind(table, data):
        return None
    kind = table.choice("kind", KINDS)
    if not kind:
        return None
    requirement = KINDS[kind](table, _common(table, read_id(table), kind), vocabulary)
    table.close()
    _check_allowed(table, requirement)
    return requirement


def read_id(table: Table) -> str:
    identity = table.text("id")
    if identity and not re.fullmatch(ID_PATTERN, identity):
        table.problem("id", f"{shown(identity)} is not small letters and digits joined by hyphens")
    return identity


def _is_refused_kind(table: Table, data: Mapping[str, Any]) -> bool:
    """Whether somebody tries a kind such as "age" or "work-permit": there is none, and the message says why."""
    kind = data.get("kind")
    found = refused_kind(kind) if isinstance(kind, str) and kind not in KINDS else None
    if found:
        table.problem("kind", f"{shown(kind)} cannot be a rule. {found.why}")
    return bool(found)


def _check_allowed(table: Table, requirement: Requirement) -> None:
    """What decides or scores may not rest on a protected trait, nor on what no résumé shows; a note may name it as a question."""
    if requirement.importance == "note":
        return
    for key, text in (("id", requirement.id.replace("-", " ")), ("text", requirement.text)):
        for found in {each.trait: each for each in refusals(text)}.values():
            table.problem(key, f'"{found.words}" cannot be {requirement.importance}. {found.why}')


def _common(table: Table, identity: str, kind: str) -> dict[str, Any]:
    importance = table.choice("importance", get_args(Importance), "note" if kind == "note" else None)
    if kind == "note" and importance != "note":
        table.problem("importance", 'a requirement of kind "note" is shown only: its importance is "note"')
    absence = table.choice("absence", get_args(Absence)) if table.has("absence") else None
    if absence == "not_met" and importance != "preferred":
        table.problem("absence", f'silence never counts against what is {importance}: only what is preferred can be "not_met" by absence')
    return {
        "id": identity,
        "text": table.text("text", identity.replace("-", " ").capitalize() + "."),
        "importance": cast(Importance, importance),
        "weight": table.number("weight", LEAST_WEIGHT, MOST_WEIGHT, 1.0),
        "absence": cast(Absence | None, absence or None),
    }


def _degree(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    return DegreeRequirement(
        **common,
        level=table.choice("level", DEGREE_LEVELS[1:]),
        fields=table.names("fields", vocabulary.fields, "family of fields", may_be_empty=True),
        otherwise=cast(Otherwise, table.choice("otherwise", get_args(Otherwise), "not_met")),
        instead=_instead(table, common, vocabulary),
    )


def _instead(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> YearsRequirement | None:
    """The work that will do in place of a degree."""
    if not table.has("or_years"):
        for key in ("of", "margin"):
            if table.has(key):
                table.problem(key, 'belongs to "or_years", which is not given')
                table.skip(key)
        return None
    return YearsRequirement(**common, **_bar(table, "or_years"), of=_work(table, vocabulary))


def _years(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    return YearsRequirement(**common, **_bar(table, "minimum"), of=_work(table, vocabulary))


def _skill_years(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    return SkillYearsRequirement(**common, **_bar(table, "minimum"), skills=table.names("any_of", vocabulary.skills, _SKILL))


def _skills(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    given = [key for key in ("any_of", "all_of", "of") if table.has(key)]
    if len(given) != 1:
        table.problem("", 'exactly one of "any_of", "all_of", or "of" with "at_least" is needed')
        table.skip("at_least")
        if not given:
            return SkillsRequirement(**common, of=(), at_least=1)
    key = given[0]
    skills = table.names(key, vocabulary.skills, _SKILL)
    for other in given[1:]:
        table.names(other, vocabulary.skills, _SKILL)
    at_least = 1 if key == "any_of" else len(skills)
    if key == "of":
        at_least = table.integer("at_least", 1, max(len(skills), 1))
    used_within = table.number("used_within", LEAST_YEARS, MOST_YEARS) if table.has("used_within") else None
    return SkillsRequirement(**common, of=skills, at_least=at_least, used_within=used_within)


def _certification(table: Table, common: dict[str, Any], _vocabulary: Vocabulary) -> Requirement:
    names = table.texts("any_of", "name of a certificate")
    for index, name in enumerate(names):
        if sum(map(len, words_of(name))) < 2:
            table.problem(f"any_of[{index}]", f"{shown(name)} is too short to be told from other words")
    return CertificationRequirement(**common, names=names)


def _language(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    language, level = table.name("language", vocabulary.languages, "language (ISO 639-1)"), table.choice("level", CEFR)
    steps = min(MOST_STEPS, CEFR.index(level)) if level else MOST_STEPS
    margin = table.integer("margin", 0, steps) if table.has("margin") else 0
    return LanguageRequirement(**common, language=language, level=level, margin=margin)


def _evidence(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    if not (table.has("phrases") or table.has("skills")):
        table.problem("", '"phrases" or "skills" is needed')
    return EvidenceRequirement(**common, **_signs(table, vocabulary))


def _note(table: Table, common: dict[str, Any], vocabulary: Vocabulary) -> Requirement:
    return NoteRequirement(**common, **_signs(table, vocabulary))


def _bar(table: Table, key: str) -> dict[str, Any]:
    minimum = table.number(key, LEAST_YEARS, MOST_YEARS)
    return {"minimum": minimum, "margin": table.number("margin", 0, minimum, 0.0)}


def _work(table: Table, vocabulary: Vocabulary) -> tuple[str, ...]:
    return table.names("of", vocabulary.work, "family of work", may_be_empty=True)


def _signs(table: Table, vocabulary: Vocabulary) -> dict[str, Any]:
    return {
        "phrases": table.names("phrases", vocabulary.phrases, "list of phrases", may_be_empty=True),
        "skills": table.names("skills", vocabulary.skills, _SKILL, may_be_empty=True),
    }


KINDS: Mapping[str, Callable[[Table, dict[str, Any], Vocabulary], Requirement]] = {
    "degree": _degree,
    "years": _years,
    "skills": _skills,
    "skill-years": _skill_years,
    "certification": _certification,
    "language": _language,
    "evidence": _evidence,
    "note": _note,
}
"""The kinds of requirement, and what reads a table of each."""
