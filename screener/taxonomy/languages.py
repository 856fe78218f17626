"""Small words that tell a language, and words that fill templates."""

from __future__ import annotations

from collections.abc import Mapping

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

_FILE = "languages.toml"


class LanguageWords(Value, frozen=True):
    """languages: function word to the languages it belongs to. scripts: language to the first and last letter of its script.

    resume: words that a language's résumés hold, to its code.
    filler: words of dummy text. unfinished: words that a sentence cannot end with.
    """

    languages: Mapping[str, tuple[str, ...]]
    scripts: Mapping[str, tuple[str, str]]
    resume: Mapping[str, tuple[str, ...]]
    filler: frozenset[str]
    unfinished: frozenset[str]


@knowledge
def load_language_words() -> LanguageWords:
    """The words of `languages.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    needed = ("function_words", "scripts", "resume_words", "filler", "unfinished")
    problems = [f"{key}: missing or empty" for key in needed if not data.get(key)]
    problems += [f"scripts.{code}: a first and a last letter" for code, bounds in data.get("scripts", {}).items() if len(bounds) != 2]
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    return LanguageWords(
        languages=_by_word(data["function_words"]),
        scripts={code: (first, last) for code, (first, last) in data["scripts"].items()},
        resume=_by_word(data["resume_words"]),
        filler=frozenset(data["filler"]["words"]),
        unfinished=frozenset(data["unfinished"]["words"]),
    )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Each word with the languages that it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in table.items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found
