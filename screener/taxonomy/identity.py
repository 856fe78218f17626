"""Words that give away who somebody is (data/identity.toml), folded."""

from __future__ import annotations

from collections.abc import Mapping

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.folding import fold
from screener.taxonomy.loading import read_data

_FILE = "identity.toml"
_LISTS = (
    ("labels", "words"), ("labels", "handles"),
    ("gender", "words"), ("nationality", "words"), ("nationality", "belonging"), ("age", "patterns"),
    ("street", "words"), ("street", "joined"), ("nationality", "before"),
    ("age", "births"), ("graduation", "words"), ("lands", "words"), ("age", "family"),
)  # fmt: skip


class GenderedTitles(Value, frozen=True):
    """Job titles that tell the gender, and what stands for everybody. words: whole ones; endings: of longer words as well."""

    words: Mapping[str, str]
    endings: Mapping[str, str]


class IdentityWords(Value, frozen=True):
    """labels, handles: before what tells who somebody is. gender: told by the word itself. nationalities count beside a word of belonging.

    ages: behind a number; births, graduations: in front of one. streets: words of an address; joined: such words at the end of another.
    before: in front of a nationality. lands: countries, as they stand behind a town. family: behind a number.
    """

    labels: tuple[str, ...]
    handles: tuple[str, ...]
    gender: tuple[str, ...]
    nationalities: tuple[str, ...]
    belonging: tuple[str, ...]
    ages: tuple[str, ...]
    streets: tuple[str, ...]
    joined: tuple[str, ...]
    before: tuple[str, ...]
    births: tuple[str, ...]
    graduations: tuple[str, ...]
    lands: tuple[str, ...]
    family: tuple[str, ...]


@knowledge
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


@knowledge
def load_gendered_titles() -> GenderedTitles:
    """The job titles of the same file. Raises DataFileError naming every mistake."""
    data = read_data(_FILE).get("titles", {})
    tables = [data.get(key, {}) for key in ("words", "endings")]
    pairs = [pair for table in tables for pair in table.items()]
    problems = [f"titles: {word!r} is not in small letters without accents" for pair in pairs for word in pair if word != fold(word)]
    problems += [f"titles: {word!r} stands for itself" for word, other in pairs if word == other]
    if problems or not all(tables):
        raise DataFileError(_FILE, tuple(problems) or ("titles: words and endings are needed",))
    return GenderedTitles(*tables)
