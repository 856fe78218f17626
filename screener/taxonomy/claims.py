"""Words of the claims that people make about their years."""

from __future__ import annotations

from collections.abc import Mapping

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

_FILE = "claims.toml"


class ClaimWords(Value, frozen=True):
    """numbers: word to figure. spans: words that are a number of years by themselves. All in lower case."""

    numbers: Mapping[str, int]
    spans: Mapping[str, int]
    years: tuple[str, ...]
    of_work: tuple[str, ...]
    experience: tuple[str, ...]
    something_else: tuple[str, ...]


@knowledge
def load_claim_words() -> ClaimWords:
    """The words of `claims.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    problems = [
        f"claims.{key}: missing or empty"
        for key in ("years", "of_work", "experience", "something_else")
        if not data.get("claims", {}).get(key)
    ]
    problems += [
        f"{table}.{word}: a whole number of years"
        for table in ("numbers", "spans")
        for word, value in data.get(table, {}).items()
        if not isinstance(value, int)
    ]
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    lists = {key: tuple(words) for key, words in data["claims"].items()}
    return ClaimWords(data["numbers"], data["spans"], lists["years"], lists["of_work"], lists["experience"], lists["something_else"])
