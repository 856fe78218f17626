"""Degrees: the ladder's names in several languages, and the words around them that decide (data/degrees.toml)."""

from __future__ import annotations

from typing import Any, Literal, get_args

from screener.document import Value
from screener.errors import DataFileError
from screener.resume import DEGREE_LEVELS
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.fields import field_families, load_fields, related_families
from screener.taxonomy.folding import PhraseTable, build_table, words_of
from screener.taxonomy.loading import read_data

__all__ = ["DegreeName", "DegreeTerms", "NameKind", "field_families", "load_degrees", "load_fields", "related_families"]

_FILE = "degrees.toml"
_GLUED_LETTERS = 12

NameKind = Literal["names", "weak", "bound", "capitals", "titles"]
"""How much a name says by itself; explained at the head of data/degrees.toml."""

_WORD_LISTS = {
    "context": ("states", "follow", "not_after", "not_before", "others_before", "asked_after", "detail"),
    "status": ("in_progress", "begun", "now", "not_finished", "held"),
    "institution": ("words", "parts", "not_before"),
}


class DegreeName(Value, frozen=True):
    """What a name stands for. level: one of DEGREE_LEVELS. fields: families that the name itself tells."""

    level: str
    kind: NameKind
    fields: tuple[str, ...] = ()
    equivalence: str = ""


class DegreeTerms(Value, frozen=True):
    """names: folded words → the degree. The other tables hold the words of the sections [context], [status], [institution]."""

    names: PhraseTable[DegreeName]
    states: PhraseTable[bool]
    follow: PhraseTable[bool]
    not_after: PhraseTable[bool]
    not_before: PhraseTable[bool]
    others_before: PhraseTable[bool]
    asked_after: PhraseTable[bool]
    detail: PhraseTable[bool]
    in_progress: PhraseTable[bool]
    begun: PhraseTable[bool]
    now: PhraseTable[bool]
    not_finished: PhraseTable[bool]
    held: PhraseTable[bool]
    not_places: PhraseTable[bool]
    parts: PhraseTable[bool]
    institution: PhraseTable[bool]
    """True where the words name a place of study, False where only a part of one ("Faculty of …")."""


@knowledge
def load_degrees() -> DegreeTerms:
    """The names of degrees. Raises DataFileError with every mistake of the file at once."""
    data = read_data(_FILE)
    problems = (*_problems_of_degrees(data), *_problems_of_lists(data))
    if problems:
        raise DataFileError(_FILE, problems)
    places = data["institution"]
    institution = {words_of(word): True for word in places["words"]} | {words_of(word): False for word in places["parts"]}
    return DegreeTerms(
        names=build_table(_names(data)),
        parts=_table(places["parts"]),
        not_places=_table(places["not_before"]),
        institution=build_table(institution),
        **{name: _table(data[section][name]) for section in ("context", "status") for name in _WORD_LISTS[section]},
    )


def _table(phrases: list[str]) -> PhraseTable[bool]:
    return build_table({words_of(phrase): True for phrase in phrases})


def _names(data: dict[str, Any]) -> dict[tuple[str, ...], DegreeName]:
    names: dict[tuple[str, ...], DegreeName] = {}
    for table in data["degree"]:
        for kind in get_args(NameKind):
            name = DegreeName(table["level"], kind, tuple(table.get("fields", ())), table.get("equivalence", ""))
            for key in (words_of(words) for words in table.get(kind, ())):
                names[key] = name
                if len(key) > 1 and sum(map(len, key)) >= _GLUED_LETTERS:
                    names.setdefault(("".join(key),), name)  # some producers lose the spaces: "BachelorofScience"
    return names


def _problems_of_degrees(data: dict[str, Any]) -> list[str]:
    known = field_families()
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for index, table in enumerate(data.get("degree", ())):
        place = f"degree[{index}]"
        if table.get("level") not in DEGREE_LEVELS:
            found.append(f"{place}.level: {table.get('level')!r} is none of {', '.join(DEGREE_LEVELS)}")
        found += [f"{place}.fields: no family {family!r}" for family in table.get("fields", ()) if family not in known]
        if not any(table.get(kind) for kind in get_args(NameKind)):
            found.append(f"{place}: no names")
        for kind in get_args(NameKind):
            for words in table.get(kind, ()):
                key = words_of(words)
                if key in seen:
                    found.append(f"{place}.{kind}: {words!r} stands in degree[{seen[key]}] already")
                seen[key] = index
    return found or ([] if seen else ["degree: at least one [[degree]] is needed"])


def _problems_of_lists(data: dict[str, Any]) -> list[str]:
    return [
        f"{section}.{name}: a list of words is needed"
        for section, names in _WORD_LISTS.items()
        for name in names
        if not data.get(section, {}).get(name)
    ]
