"""What nobody may be judged by, and what no résumé can show, in the words that job descriptions use for it (data/protected.toml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.folding import fold
from screener.taxonomy.loading import read_data

_FILE = "protected.toml"
_KEYS = ("id", "why", "phrases")


class Trait(Value, frozen=True):
    """why: one sentence or two for the author of a role. phrases: folded words that stand for it; a star stands for any ending.

    protected: True for what nobody may be judged by; False for what may only be a note.
    """

    id: str
    why: str
    phrases: tuple[str, ...]
    protected: bool


@knowledge
def load_protected() -> tuple[Trait, ...]:
    """The traits, in the order of the file. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    tables = [(f"{key}[{index}]", key, table) for key in ("trait", "note_only") for index, table in enumerate(data.get(key, ()))]
    problems = [problem for place, _, table in tables for problem in _problems(place, table)]
    ids = [table.get("id") for _, _, table in tables]
    problems += [f"{place}.id: {table.get('id')!r} stands twice" for place, _, table in tables if ids.count(table.get("id")) > 1]
    if problems or not tables:
        raise DataFileError(_FILE, tuple(problems) or ("trait: at least one [[trait]] is needed",))
    return tuple(
        Trait(table["id"], table["why"], tuple(fold(phrase) for phrase in table["phrases"]), key == "trait") for _, key, table in tables
    )


def _problems(place: str, table: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{place}.{key}: missing" for key in _KEYS if not table.get(key))
    yield from (f"{place}.{key}: no such key" for key in table if key not in _KEYS)
    phrases = [fold(phrase) for phrase in table.get("phrases", ())]
    yield from (f"{place}.phrases: {phrase!r} stands there twice" for phrase in sorted(set(phrases)) if phrases.count(phrase) > 1)
