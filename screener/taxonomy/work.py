"""Kinds of work: what job titles and descriptions tell of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

_FILE = "work.toml"
OTHER_PROFESSION = "other-profession"
"""The class of trades far from software; it stands first."""
UNKNOWN_TITLE = "unknown"
"""The class of a title that no phrase of the file is in."""


class Family(Value, frozen=True):
    """A family of work. clear, likely, described, strong, doubtful: classes of titles, by how much the description must add.

    rivals: families whose cues speak against it. cues, strong_cues: phrases of a description; skill_families: of skills named in it.
    """

    id: str
    name: str
    clear: frozenset[str]
    likely: frozenset[str]
    described: frozenset[str]
    strong: frozenset[str]
    doubtful: frozenset[str]
    rivals: tuple[str, ...]
    skill_families: frozenset[str]
    cues: tuple[str, ...]
    strong_cues: tuple[str, ...]


class WorkKnowledge(Value, frozen=True):
    """title_nouns … ended: words in lower case. classes: class of title to its phrases, most telling class first."""

    title_nouns: frozenset[str]
    vague: frozenset[str]
    professions: tuple[str, ...]
    pauses: tuple[str, ...]
    not_titles: frozenset[str]
    internship: tuple[str, ...]
    volunteer: tuple[str, ...]
    membership: tuple[str, ...]
    students: frozenset[str]
    also_studies: frozenset[str]
    project: tuple[str, ...]
    study: tuple[str, ...]
    employers: frozenset[str]
    freelance: frozenset[str]
    client_labels: frozenset[str]
    labels: frozenset[str]
    places: frozenset[str]
    began: tuple[str, ...]
    held: tuple[str, ...]
    ended: tuple[str, ...]
    classes: Mapping[str, tuple[str, ...]]
    families: Mapping[str, Family]


@knowledge
def load_work() -> WorkKnowledge:
    """The knowledge of `work.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    problems: list[str] = []
    classes: dict[str, tuple[str, ...]] = {}
    for entry in data.get("class", []):
        if entry["id"] in classes:
            problems.append(f"class {entry['id']}: stands twice")
        classes[entry["id"]] = tuple(entry["phrases"])
    classes = {OTHER_PROFESSION: tuple(data["titles"]["professions"]) + classes.pop(OTHER_PROFESSION, ()), **classes}
    known = {*classes, UNKNOWN_TITLE}
    families = {name: family for name, entry in data.get("family", {}).items() if (family := _family(name, entry, known, problems))}
    problems += [
        f"family.{family.id}.rivals: no family {rival!r}"
        for family in families.values()
        for rival in family.rivals
        if rival not in families
    ]
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    titles = data["titles"]
    return WorkKnowledge(
        title_nouns=frozenset((*titles["nouns"], *titles["professions"], *titles["internship"])),
        vague=frozenset(titles["vague"]),
        professions=tuple(titles["professions"]),
        pauses=tuple(titles["pauses"]),
        not_titles=frozenset(titles["not_titles"]),
        internship=tuple(titles["internship"]),
        volunteer=tuple(titles["volunteer"]),
        membership=tuple(titles["membership"]),
        students=frozenset(titles["students"]),
        also_studies=frozenset((*titles["also_studies"], *titles["students"])),
        project=tuple(titles["project"]),
        study=tuple(titles["study"]),
        employers=frozenset(data["employers"]["words"]),
        freelance=frozenset(data["employers"]["freelance"]),
        client_labels=frozenset(data["employers"]["client_labels"]),
        labels=frozenset(data["employers"]["labels"]),
        places=frozenset(data["places"]["words"]),
        began=tuple(data["told"]["began"]),
        held=tuple(data["told"]["held"]),
        ended=tuple(data["told"]["ended"]),
        classes=classes,
        families=families,
    )


def _family(name: str, entry: dict[str, Any], classes: set[str], problems: list[str]) -> Family | None:
    wanted = set(Family.__struct_fields__) - {"id"}
    if set(entry) != wanted:
        problems.append(f"family.{name}: needs exactly {', '.join(sorted(wanted))}")
        return None
    for key in ("clear", "likely", "described", "strong", "doubtful"):
        problems += [f"family.{name}.{key}: no class of titles {item!r}" for item in entry[key] if item not in classes]
    return Family(
        id=name,
        name=entry["name"],
        clear=frozenset(entry["clear"]),
        likely=frozenset(entry["likely"]),
        described=frozenset(entry["described"]),
        strong=frozenset(entry["strong"]),
        doubtful=frozenset(entry["doubtful"]),
        rivals=tuple(entry["rivals"]),
        skill_families=frozenset(entry["skill_families"]),
        cues=tuple(dict.fromkeys(entry["cues"])),
        strong_cues=tuple(dict.fromkeys(entry["strong_cues"])),
    )
