"""Words that give away who somebody is (data/identity.toml), folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from screener.errors import DataFileError
from screener.taxonomy.loading import read_data

_FILE = "identity.toml"
_LISTS = (
    ("labels", "words"), ("labels", "handles"),
    ("gender", "words"), ("nationality", "words"), ("nationality", "belonging"), ("age", "patterns"),
    ("street", "words"), ("street", "joined"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IdentityWords:
    """labels, handles: before what tells who somebody is. gender: told by the word itself. nationalities count beside a word of belonging.

    ages: behind a number. streets: words of an address; joined: such words at the end of another.
    """

    labels: tuple[str, ...]
    handles: tuple[str, ...]
    gender: tuple[str, ...]
    nationalities: tuple[str, ...]
    belonging: tuple[str, ...]
    ages: tuple[str, ...]
    streets: tuple[str, ...]
    joined: tuple[str, ...]


@lru_cache(maxsize=1)
def load_identity_words() -> IdentityWords:
    """The words of `identity.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    lists = {place: data.get(place[0], {}).get(place[1], ()) for place in _LISTS}
    problems = [f"{table}.{key}: missing or empty" for (table, key), words in lists.items() if not words]
    problems += [
        f"{table}.{key}: {word!r} is not in small letters"
        for (table, key), words in lists.items()
        for word in words
        if word != word.lower()
    ]
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    return IdentityWords(*(tuple(lists[place]) for place in _LISTS))
