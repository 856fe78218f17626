"""The form of a role file as a JSON Schema, so that an editor completes and checks one while it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from screener.decision import Importance
from screener.resume import DEGREE_LEVELS
from screener.rules.requirement_file import ID_PATTERN, LEAST_WEIGHT, LEAST_YEARS, MOST_STEPS, MOST_WEIGHT, MOST_YEARS
from screener.rules.role import Absence, Otherwise
from screener.rules.vocabulary import Vocabulary, load_vocabulary
from screener.taxonomy.spoken import CEFR

Schema = dict[str, Any]
_DRAFT = "http://json-schema.org/draft-07/schema#"
"""Draft 7: the newest one that the common TOML editors know."""


def role_schema(vocabulary: Vocabulary | None = None) -> Schema:
    """The schema, as plain JSON values. What needs several keys at once (a margin below its minimum) is left to `parse_role`."""
    known = vocabulary or load_vocabulary()
    return {
        "$schema": _DRAFT,
        "title": "A role: what is asked for a post",
        "type": "object",
        "properties": {
            "id": {"$ref": "#/definitions/id", "description": "The role's name: small letters, digits, hyphens."},
            "version": {"$ref": "#/definitions/version", "description": "Raise it whenever a judgement could change."},
            "title": _text("The role's name for people."),
            "requirement": {"type": "array", "minItems": 1, "items": {"oneOf": [_kind(kind, known) for kind in _KINDS]}},
            "change": {"type": "array", "items": _change(), "description": "The role's history, newest first."},
        },
        "required": ["id", "version", "title", "requirement"],
        "additionalProperties": False,
        "definitions": _definitions(known),
    }


def _kind(kind: str, vocabulary: Vocabulary) -> Schema:
    """The branch for one kind of requirement."""
    own, needed = _KINDS[kind](vocabulary)
    noted = kind == "note"
    importance = {"const": "note"} if noted else {"enum": list(get_args(Importance))}
    described = "required decides, preferred scores, note is only shown."
    branch: Schema = {
        "title": f"requirement of kind {kind}",
        "type": "object",
        "properties": {
            "id": {"$ref": "#/definitions/id"},
            "text": _text("The words that the rule came from."),
            "importance": {**importance, "description": described},
            "weight": _number(LEAST_WEIGHT, MOST_WEIGHT, "How much it counts in the score; 1 unless given."),
            "absence": {"enum": list(get_args(Absence)), "description": "What silence means; not_met only where it is preferred."},
            "kind": {"const": kind},
            **own,
        },
        "required": ["id", "kind", *([] if noted else ["importance"]), *needed],
        "additionalProperties": False,
    }
    return {**branch, "oneOf": _ONE_OF[kind]} if kind in _ONE_OF else branch


def _degree(vocabulary: Vocabulary) -> tuple[Schema, tuple[str, ...]]:
    own = {
        "level": _choice(DEGREE_LEVELS[1:], "The lowest level that will do."),
        "fields": _names(vocabulary.fields, "Families of fields; without it, any field.", fewest=0),
        "otherwise": _choice(get_args(Otherwise), "review: a missing or unrelated degree goes to a person."),
        "or_years": _number(LEAST_YEARS, MOST_YEARS, "Years of work, in all, that will do in place of the degree."),
        "of": _names(vocabulary.work, "Families of that work.", fewest=0),
        "margin": _number(0, MOST_YEARS, "Years below or_years that go to a person."),
    }
    return own, ("level",)


def _years(vocabulary: Vocabulary) -> tuple[Schema, tuple[str, ...]]:
    return {**_bar(), "of": _names(vocabulary.work, "Families of work, any of which counts; without it, any work.", fewest=0)}, ("minimum",)


def _skills(_vocabulary: Vocabulary) -> tuple[Schema, tuple[str, ...]]:
    own = {
        "any_of": {"$ref": "#/definitions/skills", "description": "One of them will do."},
        "all_of": {"$ref": "#/definitions/skills", "description": "All of them are needed."},
        "of": {"$ref": "#/definitions/skills", "description": "So many of them as at_least says."},
        "at_least": {"type": "integer", "minimum": 1},
        "used_within": _number(LEAST_YEARS, MOST_YEARS, "In how many last years it must have been used."),
    }
    return own, ()


def _skill_years(_vocabulary: Vocabulary) -> tuple[Schema, tuple[str, ...]]:
    skills = {"$ref": "#/definitions/skills", "description": "The work in which one of them was used."}
    return {**_bar(), "any_of": skills}, ("minimum", "any_of")


def _certification(_vocabulary: Vocabulary) -> tuple[Schema, tuple[str, ...]]:
    names = {"anyOf": [_text("The certificate's name."), {"type": "array", "items": _text("One of its names."), "minItems": 1}]}
    return {"any_of": names}, ("any_of",)


def _language(vocabulary: Vocabulary) -> tuple[Schema, tuple[str, ...]]:
    own = {
        "language": _choice(vocabulary.languages, "ISO 639-1 code."),
        "level": _choice(CEFR, "The lowest level of CEFR that will do."),
        "margin": {"type": "integer", "minimum": 0, "maximum": MOST_STEPS, "description": "Levels below that go to a person."},
    }
    return own, ("language", "level")


def _signs(vocabulary: Vocabulary) -> tuple[Schema, tuple[str, ...]]:
    own = {
        "phrases": _names(vocabulary.phrases, "Lists of phrases, any of which shows it.", fewest=0),
        "skills": {"anyOf": [{"$ref": "#/definitions/skills"}, {"maxItems": 0, "type": "array"}], "description": "Skills that show it."},
    }
    return own, ()


_KINDS: Mapping[str, Callable[[Vocabulary], tuple[Schema, tuple[str, ...]]]] = {
    "degree": _degree,
    "years": _years,
    "skills": _skills,
    "skill-years": _skill_years,
    "certification": _certification,
    "language": _language,
    "evidence": _signs,
    "note": _signs,
}
"""Each kind's own keys, and which of them are needed."""

_ONE_OF: Mapping[str, list[Schema]] = {
    "skills": [{"required": ["any_of"]}, {"required": ["all_of"]}, {"required": ["of", "at_least"]}],
}


def _definitions(vocabulary: Vocabulary) -> Schema:
    return {
        "id": {"type": "string", "pattern": f"^{ID_PATTERN}$"},
        "version": {"type": "integer", "minimum": 1},
        "skills": _names(vocabulary.skills, "Ids of the taxonomy's skills."),
    }


def _change() -> Schema:
    return {
        "type": "object",
        "properties": {
            "version": {"$ref": "#/definitions/version"},
            "date": {"type": "string", "format": "date"},
            "author": _text("Who changed it."),
            "why": _text("Why, in a sentence."),
        },
        "required": ["version", "date", "author", "why"],
        "additionalProperties": False,
    }


def _bar() -> Schema:
    return {
        "minimum": _number(LEAST_YEARS, MOST_YEARS, "Years that are asked for."),
        "margin": _number(0, MOST_YEARS, "Years below the minimum that go to a person."),
    }


def _text(description: str) -> Schema:
    return {"type": "string", "pattern": r"\S", "description": description}


def _number(low: float, high: float, description: str) -> Schema:
    return {"type": "number", "minimum": low, "maximum": high, "description": description}


def _choice(allowed: Iterable[str], description: str) -> Schema:
    return {"enum": sorted(allowed), "description": description}


def _names(allowed: Iterable[str], description: str, *, fewest: int = 1) -> Schema:
    """A list of known names; one may stand alone, without brackets."""
    one = {"enum": sorted(allowed)}
    return {"anyOf": [one, {"type": "array", "items": one, "uniqueItems": True, "minItems": fewest}], "description": description}
