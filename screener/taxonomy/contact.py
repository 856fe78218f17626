"""Words that tell a person's name from the other words of a résumé's header."""

from __future__ import annotations

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

_FILE = "contact.toml"

_KEYS = ("words", "titles", "introductions", "labels", "particles")


class NameWords(Value, frozen=True):
    """words: never part of a name. titles: before or after one. labels, introductions: in front of one. particles: its lower-case parts."""

    words: frozenset[str]
    titles: frozenset[str]
    introductions: frozenset[str]
    labels: frozenset[str]
    particles: frozenset[str]


@knowledge
def load_name_words() -> NameWords:
    """The words of `contact.toml`. Raises DataFileError naming every mistake."""
    table = read_data(_FILE).get("names", {})
    problems = tuple(f"names.{key}: missing or empty" for key in _KEYS if not table.get(key))
    if problems:
        raise DataFileError(_FILE, problems)
    return NameWords(**{key: frozenset(table[key]) for key in _KEYS})
