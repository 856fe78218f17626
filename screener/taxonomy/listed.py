"""Words that stand in lists of skills and name none (data/listed.toml)."""

from __future__ import annotations

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

_FILE = "listed.toml"


class ListedWords(Value, frozen=True):
    """levels: how well or how long, as whole entries. clause: words of which a piece of a sentence holds one. All in lower case."""

    levels: frozenset[str]
    clause: frozenset[str]


@knowledge
def load_listed_words() -> ListedWords:
    """The words of `listed.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    lists = {table: data.get(table, {}).get("words", ()) for table in ("levels", "clause")}
    problems = [f"{table}.words: missing or empty" for table, words in lists.items() if not words]
    wrong = [(table, word) for table, words in lists.items() for word in words if word != word.lower()]
    problems += [f"{table}.words: {word!r} is not in lower case" for table, word in wrong]
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    return ListedWords(*(frozenset(words) for words in lists.values()))
