"""How job postings say what they ask for: headings, wording, groups of skills, and what no rule may ask (data/drafting.toml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.fields import field_families
from screener.taxonomy.folding import PhraseTable, build_table, words_of
from screener.taxonomy.loading import read_data
from screener.taxonomy.phrases import load_phrases
from screener.taxonomy.skills import load_skills
from screener.taxonomy.work import load_work

_FILE = "drafting.toml"

PartKind = Literal[
    "required", "preferred", "skills", "stack", "duties", "role", "company", "benefits", "process", "legal", "questions", "other"
]
"""The parts of a posting; `other` is under no heading, or under one that no list knows."""

_LISTS = {
    "preferred": ("before", "after"),
    "required": ("before", "after"),
    "waived": ("phrases",),
    "asking": ("phrases", "not_asking"),
    "equality": ("phrases",),
    "degrees": ("any_degree", "advanced", "bachelor", "master", "doctorate", "equivalent"),
    "years": ("units", "vague", "ceiling", "something_else", "same_work"),
    "lists": ("one_of", "examples", "others", "kinds", "not_skills"),
    "certificates": ("words", "names"),
    "soft": ("phrases",),
    "conditions": ("phrases",),
}


class Category(Value, frozen=True):
    """A name for a group of skills ("a cloud provider"), and the ids of the group."""

    nouns: tuple[str, ...]
    skills: tuple[str, ...]


class RefusedTrait(Value, frozen=True):
    """A protected trait and the words that ask for it. why: told to whoever wrote the posting.

    exceptions: where the words mean another thing.
    """

    trait: str
    why: str
    phrases: tuple[str, ...]
    exceptions: tuple[str, ...]


class DraftingWords(Value, frozen=True):
    """headings: folded words to the kind of part. lists: "table.key" to its table of phrases.

    groups, work: folded words to families of fields, of work. categories, refused: as the file has them, in order.
    """

    headings: PhraseTable[PartKind]
    lists: Mapping[str, PhraseTable[bool]]
    certificates: tuple[str, ...]
    soft_skills: frozenset[str]
    practices: frozenset[str]
    wide_phrases: frozenset[str]
    groups: PhraseTable[tuple[str, ...]]
    work: PhraseTable[tuple[str, ...]]
    together: frozenset[frozenset[str]]
    categories: tuple[Category, ...]
    category_nouns: PhraseTable[Category]
    refused: tuple[RefusedTrait, ...]


@knowledge
def load_drafting_words() -> DraftingWords:
    """The words of `drafting.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    problems = tuple(_problems(data))
    if problems:
        raise DataFileError(_FILE, problems)
    categories = tuple(Category(tuple(entry["nouns"]), tuple(entry["skills"])) for entry in data["category"])
    return DraftingWords(
        headings=build_table(_headings(data["headings"])),
        lists={f"{table}.{key}": _table(data[table][key]) for table, keys in _LISTS.items() for key in keys},
        certificates=tuple(data["certificates"]["names"]),
        soft_skills=frozenset(data["lists"]["soft"]),
        wide_phrases=frozenset(data["lists"]["wide_phrases"]),
        practices=frozenset(data["lists"]["practices"]),
        groups=build_table({words_of(words): tuple(families) for words, families in data["degrees"]["groups"].items()}),
        work=build_table(_work(data["work"])),
        together=frozenset(frozenset(pair) for pair in data["lists"]["together"]),
        categories=categories,
        category_nouns=build_table({words_of(noun): category for category in categories for noun in category.nouns}),
        refused=tuple(
            RefusedTrait(entry["trait"], entry["why"], tuple(entry["phrases"]), tuple(entry["except"])) for entry in data["refused"]
        ),
    )


def _table(phrases: Iterable[str]) -> PhraseTable[bool]:
    return build_table({words_of(phrase): True for phrase in phrases})


def _headings(data: Mapping[str, list[str]]) -> dict[tuple[str, ...], PartKind]:
    found: dict[tuple[str, ...], PartKind] = {}
    for kind in get_args(PartKind):
        for phrase in data.get(kind, ()):
            found.setdefault(words_of(phrase), kind)
    return found


def _work(data: Mapping[str, list[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for family, phrases in data.items():
        for phrase in phrases:
            found[words_of(phrase)] = (*found.get(words_of(phrase), ()), family)
    return found


def _problems(data: Mapping[str, Any]) -> Iterator[str]:
    for table, keys in _LISTS.items():
        yield from (f"{table}.{key}: a list of phrases is needed" for key in keys if not data.get(table, {}).get(key))
    yield from (f"headings.{kind}: no such kind of part" for kind in data.get("headings", {}) if kind not in get_args(PartKind))
    yield from _unknown("work", data.get("work", {}), set(load_work().families), "family of work")
    for words, families in data.get("degrees", {}).get("groups", {}).items():
        yield from _unknown(f"degrees.groups.{words}", families, set(field_families()), "family of fields")
    known = set(load_skills().skills)
    yield from _unknown("lists.wide_phrases", data.get("lists", {}).get("wide_phrases", ()), set(load_phrases().lists), "list of phrases")
    for pair in data.get("lists", {}).get("together", ()):
        yield from _unknown("lists.together", pair, known, "skill")
    for key in ("soft", "practices"):
        yield from _unknown(f"lists.{key}", data.get("lists", {}).get(key, ()), known, "skill")
    for number, entry in enumerate(data.get("category", ()), 1):
        yield from (f"category[{number}].{key}: missing" for key in ("nouns", "skills") if not entry.get(key))
        yield from _unknown(f"category[{number}]", entry.get("skills", ()), known, "skill")
    for number, entry in enumerate(data.get("refused", ()), 1):
        yield from (f"refused[{number}].{key}: missing" for key in ("trait", "why", "phrases", "except") if key not in entry)


def _unknown(place: str, names: Iterable[str], known: set[str], noun: str) -> Iterator[str]:
    yield from (f"{place}: no {noun} {name!r}" for name in names if name not in known)
