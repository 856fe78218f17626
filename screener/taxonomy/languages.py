"""Small words that tell a language, and words that fill templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from screener.errors import DataFileError
from screener.taxonomy.loading import read_data

_FILE = "languages.toml"


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """languages: function word to the languages it belongs to. scripts: language to the first and last letter of its script.

    filler: words of dummy text. unfinished: words that a sentence cannot end with.
    """

    languages: Mapping[str, tuple[str, ...]]
    scripts: Mapping[str, tuple[str, str]]
    filler: frozenset[str]
    unfinished: frozenset[str]


@lru_cache(maxsize=1)
def load_language_words() -> LanguageWords:
    """The words of `languages.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    problems = [f"{key}: missing or empty" for key in ("function_words", "scripts", "filler", "unfinished") if not data.get(key)]
    problems += [f"scripts.{code}: a first and a last letter" for code, bounds in data.get("scripts", {}).items() if len(bounds) != 2]
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    languages: dict[str, tuple[str, ...]] = {}
    for code, words in data["function_words"].items():
        for word in words:
            languages[word] = (*languages.get(word, ()), code)
    return LanguageWords(
        languages=languages,
        scripts={code: (first, last) for code, (first, last) in data["scripts"].items()},
        filler=frozenset(data["filler"]["words"]),
        unfinished=frozenset(data["unfinished"]["words"]),
    )
