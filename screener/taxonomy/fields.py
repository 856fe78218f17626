"""Fields of study: families such as computing or business, with their names in several languages (data/fields.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.folding import PhraseTable, build_table, fold, words_of
from screener.taxonomy.loading import read_data

_FILE = "fields.toml"
_GLUED_WORDS = 3


class Family(Value, frozen=True):
    """One family of fields. related: the families that a requirement for this one accepts too."""

    id: str
    title: str
    related: tuple[str, ...] = ()


class Fields(Value, frozen=True):
    """names: folded words of a field → the families it belongs to, in the order of the file.

    abbreviations: the same for those that count in capitals only ("CS"). generic: words that follow "Bachelor of" and name no subject.
    """

    families: Mapping[str, Family]
    names: PhraseTable[tuple[str, ...]]
    abbreviations: Mapping[str, tuple[str, ...]]
    generic: PhraseTable[bool]


@knowledge
def load_fields() -> Fields:
    """The fields of study. Raises DataFileError with every mistake of the file at once."""
    data = read_data(_FILE)
    problems = tuple(_problems(data))
    if problems:
        raise DataFileError(_FILE, problems)
    tables = data["family"]
    names: dict[tuple[str, ...], tuple[str, ...]] = {}
    abbreviations: dict[str, tuple[str, ...]] = {}
    for family, table in tables.items():
        for name in table["names"]:
            key = words_of(name)
            names[key] = (*names.get(key, ()), family)
            if 1 < len(key) <= _GLUED_WORDS:
                glued = ("".join(key),)  # some producers lose the spaces: "ComputerScience"
                names[glued] = (*names.get(glued, ()), family)
        for abbreviation in table.get("abbreviations", ()):
            key_word = fold(abbreviation)
            abbreviations[key_word] = (*abbreviations.get(key_word, ()), family)
    families = {family: Family(family, table["title"], tuple(table.get("related", ()))) for family, table in tables.items()}
    generic = build_table({words_of(name): True for name in data["generic"]["names"]})
    return Fields(families, build_table(names), abbreviations, generic)


def field_families() -> tuple[str, ...]:
    """The ids of all families, in the order of the file."""
    return tuple(load_fields().families)


def related_families(family: str) -> frozenset[str]:
    """The families that a requirement for `family` accepts: itself and its related ones. Raises KeyError for an unknown family."""
    return frozenset((family, *load_fields().families[family].related))


def _problems(data: dict[str, Any]) -> list[str]:
    tables = data.get("family")
    if not isinstance(tables, dict) or not tables:
        return ["family: at least one [family.ID] table is needed"]
    found = []
    for family, table in tables.items():
        if not table.get("title"):
            found.append(f"family.{family}.title: a short title is needed")
        if not table.get("names"):
            found.append(f"family.{family}.names: at least one name is needed")
        names = [words_of(name) for name in table.get("names", ())]
        found += [
            f"family.{family}.names: {' '.join(name)!r} stands there twice" for name in sorted({n for n in names if names.count(n) > 1})
        ]
        found += [f"family.{family}.related: no family {other!r}" for other in table.get("related", ()) if other not in tables]
    if not data.get("generic", {}).get("names"):
        found.append("generic.names: at least one name is needed")
    return found
