"""Words that tell a person's name from the other words of a résumé's header."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from screener.errors import DataFileError
from screener.taxonomy.loading import read_data

_FILE = "contact.toml"


@dataclass(frozen=True, slots=True)
class NameWords:
    """words: never part of a name. titles: before or after one. labels: in front of one. particles: lower-case parts of one."""

    words: frozenset[str]
    titles: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[str]


@lru_cache(maxsize=1)
def load_name_words() -> NameWords:
    """The words of `contact.toml`. Raises DataFileError naming every mistake."""
    table = read_data(_FILE).get("names", {})
    problems = tuple(f"names.{key}: missing or empty" for key in ("words", "titles", "labels", "particles") if not table.get(key))
    if problems:
        raise DataFileError(_FILE, problems)
    return NameWords(frozenset(table["words"]), frozenset(table["titles"]), frozenset(table["labels"]), frozenset(table["particles"]))
