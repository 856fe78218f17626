"""Phrases that show a kind of work or a way of working: scalability, mentoring, code reviews … (data/phrases.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.folding import fold
from screener.taxonomy.loading import read_data

_FILE = "phrases.toml"
LANGUAGES = ("en", "de", "fr", "es")
_WRITTEN = re.compile(r"[^\W_]+(?:['.+][^\W_]+)*\*?(?: [^\W_]+(?:['.+][^\W_]+)*\*?)*")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class PhraseList(Value, frozen=True):
    """words: every phrase in every language, folded (lower case, no accents), sorted; a star at a word's end stands for any ending."""

    id: str
    title: str
    words: tuple[str, ...]


class Phrases(Value, frozen=True):
    """any_phrase: the `pattern` of the phrases of all lists.

    negations, wishes, studies: words that take back, only wish for or only studied what follows them in the same statement.
    """

    lists: Mapping[str, PhraseList]
    any_phrase: str
    negations: tuple[str, ...]
    wishes: tuple[str, ...]
    studies: tuple[str, ...]


@knowledge
def load_phrases() -> Phrases:
    """The phrase lists. Raises DataFileError naming every mistake of the file."""
    data = read_data(_FILE)
    problems: list[str] = []
    tables = data.get("phrases", {})
    lists = {key: PhraseList(key, str(table.get("title", "")), _words(f"phrases.{key}", table, problems)) for key, table in tables.items()}
    problems += [f"phrases.{key}: not small letters and digits joined by hyphens" for key in lists if not _ID.fullmatch(key)]
    problems += [f"phrases.{key}.title: missing" for key, entry in lists.items() if not entry.title]
    negations, wishes, studies = (_words(key, data.get(key, {}), problems) for key in ("not", "wish", "studied"))
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    return Phrases(lists, pattern({word for entry in lists.values() for word in entry.words}), negations, wishes, studies)


def pattern(words: Iterable[str]) -> str:
    """A regular expression for any of the phrases, longest first, as whole words of folded text. A space also matches a hyphen.

    The phrases share their beginnings, so a text is read once whatever their number, and nothing in it can backtrack far.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return rf"(?<!\w){_branch(tree)}(?!\w)"


_LETTERS = {" ": "[ -]", "*": r"\w{0,24}"}


def _branch(node: Mapping[str, Any]) -> str:
    if not node:
        return ""
    inner = sorted((letter for letter in node if letter), key=lambda letter: (letter == "*", letter))  # the longest reading first
    branches = [_LETTERS.get(letter, re.escape(letter)) + _branch(node[letter]) for letter in inner]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"


def _words(place: str, table: Mapping[str, Any], problems: list[str]) -> tuple[str, ...]:
    """The folded phrases of all languages of one table."""
    problems += [f"{place}.{key}: no such key" for key in table if key not in (*LANGUAGES, "title")]
    problems += [f"{place}.{language}: missing" for language in LANGUAGES if not table.get(language)]
    found: dict[str, None] = {}
    for language in LANGUAGES:
        words = [fold(word) for word in table.get(language, ())]
        problems += [f"{place}.{language}: {word!r} is not words with single spaces" for word in words if not _WRITTEN.fullmatch(word)]
        problems += [f"{place}.{language}: {word!r} stands there twice" for word in sorted(set(words)) if words.count(word) > 1]
        found |= dict.fromkeys(words)
    return tuple(sorted(found))
