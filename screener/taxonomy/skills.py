"""Skills: their names, what each implies, the families they belong to, and which names need context to be believed.

The knowledge is in `data/skills*.toml`. A skill is one line of a group; the group's families and implications hold for all its skills:

    [[group]]
    families = ["database-sql"]
    implies = ["sql"]
    [group.skills]
    postgresql = ["PostgreSQL", "Postgres"]
    timescaledb = { names = ["TimescaleDB"], implies = ["postgresql"] }

The first name is the one shown. `data model(l)ing` and `(schema|database) design` stand for all their readings, and a name of several
words is known with spaces and with hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

FILES = (
    "skills.toml",
    "skills-languages.toml",
    "skills-web.toml",
    "skills-data.toml",
    "skills-cloud.toml",
    "skills-practice.toml",
    "skills-trades.toml",
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CHOICE = re.compile(r"\(([^()]*)\)")
_BREAKS = re.compile(r"[\s-]+")


class SkillEntry(Value, frozen=True):
    """A skill. aliases: every spelling, the shown name first. implies: direct implications, one way. families: sorted."""

    id: str
    name: str
    aliases: tuple[str, ...]
    implies: tuple[str, ...]
    families: tuple[str, ...]


class Ambiguity(Value, frozen=True):
    """When a name that is also a common word counts: written exactly so, and in a list of skills or with one of these words near.

    cues: lower-case words, anywhere in the same statement. before: words that may stand right before the name.
    casual: the name is believed anywhere when it is written exactly so. listed: a list of skills is enough.
    window: how many words before the name a cue may stand, and then none after it; 0: anywhere in the statement.
    """

    cues: frozenset[str]
    before: frozenset[str]
    casual: bool = False
    listed: bool = True
    window: int = 0


class SkillTaxonomy(Value, frozen=True):
    """All skills. implied: for each id everything that follows from it, sorted, without itself.

    ambiguous: by exact spelling. never: phrases in which a skill's name is no skill ("go to market").
    """

    skills: Mapping[str, SkillEntry]
    implied: Mapping[str, tuple[str, ...]]
    families: Mapping[str, str]
    ambiguous: Mapping[str, Ambiguity]
    never: tuple[str, ...]

    def in_family(self, family: str) -> tuple[str, ...]:
        """Ids of the skills of a family, sorted."""
        return tuple(sorted(skill.id for skill in self.skills.values() if family in skill.families))


@knowledge
def load_skills() -> SkillTaxonomy:
    """The shipped taxonomy. Raises DataFileError with every mistake of its files."""
    return build_taxonomy([(name, read_data(name)) for name in FILES])


def build_taxonomy(sources: Iterable[tuple[str, Mapping[str, Any]]]) -> SkillTaxonomy:
    """The taxonomy of several files' data, each with its file name. Raises DataFileError with every mistake."""
    problems: list[str] = []
    families: dict[str, str] = {}
    skills: dict[str, SkillEntry] = {}
    ambiguous: dict[str, Ambiguity] = {}
    never: list[str] = []
    for file, data in sources:
        families |= data.get("families", {})
        never += [spelling for phrase in data.get("never", ()) for spelling in spellings(phrase)]
        for entry in _entries(data.get("group", ()), file, problems):
            if entry.id in skills:
                problems.append(f"{file}: skill `{entry.id}` is defined twice")
            skills[entry.id] = entry
        ambiguous |= _ambiguities(data.get("ambiguous", ()), file, problems)
    problems += _wrong_references(skills, families)
    problems += _shared_aliases(skills)
    problems += _unknown_ambiguous(skills, ambiguous)
    problems += _contradictions(skills, never)
    implied = _closure(skills, problems)
    if problems:
        raise DataFileError("skills*.toml", tuple(problems))
    return SkillTaxonomy(skills, implied, families, ambiguous, tuple(dict.fromkeys(never)))


def spellings(pattern: str) -> tuple[str, ...]:
    """Every reading of a name: `(a|b)` is a choice, `(s)` an option, spaces and hyphens stand for each other."""
    parts = _CHOICE.split(pattern)
    choices = [part.split("|") if "|" in part else ["", part] for part in parts[1::2]]
    found: dict[str, None] = {}
    for chosen in product(*choices):
        text = "".join(fixed + option for fixed, option in zip(parts[::2], (*chosen, ""), strict=True))
        reading = " ".join(text.split())
        found |= dict.fromkeys((reading, reading.replace("-", " "), reading.replace(" ", "-")) if reading.count(" ") < 3 else (reading,))
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def alias_key(alias: str) -> str:
    """What two spellings share when they are the same name: lower case, with hyphens as spaces."""
    return _BREAKS.sub(" ", alias.lower()).strip()


def _entries(groups: Iterable[Mapping[str, Any]], file: str, problems: list[str]) -> Iterator[SkillEntry]:
    for number, group in enumerate(groups, 1):
        unknown = sorted(set(group) - {"families", "implies", "skills"})
        if unknown or not group.get("families") or not group.get("skills"):
            problems.append(
                f"{file}: group[{number}]: needs `families` and `skills`, may have `implies`; unknown: {', '.join(unknown) or 'none'}"
            )
            continue
        for key, value in group["skills"].items():
            entry = value if isinstance(value, dict) else {"names": value}
            names = entry.get("names")
            if not _ID.fullmatch(key) or not names or set(entry) - {"names", "implies", "families"}:
                problems.append(f"{file}: group[{number}].skills.{key}: wanted lower-case-id = [names] or {{ names, implies, families }}")
                continue
            aliases = tuple(dict.fromkeys(spelling for name in names for spelling in spellings(name)))
            implies = dict.fromkeys((*group.get("implies", ()), *entry.get("implies", ())))
            kinds = tuple(sorted({*group["families"], *entry.get("families", ())}))
            yield SkillEntry(key, aliases[0], aliases, tuple(implies), kinds)


def _ambiguities(tables: Iterable[Mapping[str, Any]], file: str, problems: list[str]) -> dict[str, Ambiguity]:
    found: dict[str, Ambiguity] = {}
    for number, table in enumerate(tables, 1):
        if set(table) - {"names", "cues", "before", "casual", "listed", "window"} or not table.get("names"):
            problems.append(f"{file}: ambiguous[{number}]: needs `names`, may have `cues`, `before`, `casual`, `listed`, `window`")
            continue
        words = (word for cue in table.get("cues", ()) for word in spellings(cue))
        options = {key: table[key] for key in ("casual", "listed", "window") if key in table}
        rule = Ambiguity(frozenset(words), frozenset(table.get("before", ())), **options)
        found |= dict.fromkeys((spelling for name in table["names"] for spelling in spellings(name)), rule)
    return found


def _wrong_references(skills: Mapping[str, SkillEntry], families: Mapping[str, str]) -> Iterator[str]:
    for entry in skills.values():
        yield from (f"{entry.id}: implies unknown skill `{other}`" for other in entry.implies if other not in skills)
        yield from (f"{entry.id}: unknown family `{family}`" for family in entry.families if family not in families)


def _shared_aliases(skills: Mapping[str, SkillEntry]) -> Iterator[str]:
    owners: dict[str, str] = {}
    for entry in skills.values():
        for alias in entry.aliases:
            owner = owners.setdefault(alias_key(alias), entry.id)
            if owner != entry.id:
                yield f"alias `{alias}` belongs to both `{owner}` and `{entry.id}`"


def _unknown_ambiguous(skills: Mapping[str, SkillEntry], ambiguous: Iterable[str]) -> Iterator[str]:
    known = {alias_key(alias) for entry in skills.values() for alias in entry.aliases}
    yield from (f"ambiguous name `{name}` is no skill's alias" for name in ambiguous if alias_key(name) not in known)


def _contradictions(skills: Mapping[str, SkillEntry], never: Iterable[str]) -> Iterator[str]:
    known = {alias_key(alias): entry.id for entry in skills.values() for alias in entry.aliases}
    for phrase in never:
        if alias_key(phrase) in known:
            yield f"never `{phrase}`: is an alias of `{known[alias_key(phrase)]}`"


def _closure(skills: Mapping[str, SkillEntry], problems: list[str]) -> dict[str, tuple[str, ...]]:
    closure: dict[str, tuple[str, ...]] = {}
    for start in skills:
        reached: set[str] = set()
        waiting = list(skills[start].implies)
        while waiting:
            current = waiting.pop()
            if current in skills and current not in reached:
                reached.add(current)
                waiting += skills[current].implies
        if start in reached:
            problems.append(f"{start}: implies itself, through {', '.join(sorted(reached - {start})) or 'itself'}")
        closure[start] = tuple(sorted(reached - {start}))
    return closure
