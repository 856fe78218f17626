"""Finding many phrases in a text in one pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_WORD = re.compile(r"\.net(?<!\w.net)(?!\w)|[cf]#(?<!\w[cf]#)|c\+\+(?<!\wc\+\+)|[^\W_]+", re.IGNORECASE)


class Hit(NamedTuple):
    """A phrase at text[start:end]; words: how many it has."""

    phrase: str
    start: int
    end: int
    words: int


class PhraseIndex:
    """Phrases by their first word. Case, hyphens, slashes and line ends between words make no difference."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases:
            words = tuple(match.group().lower() for match in _WORD.finditer(phrase))
            self._by_first.setdefault(words[0], []).append((words, phrase))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every occurrence of every phrase in text[start:end], in text order, overlapping ones included."""
        found = list(_WORD.finditer(text, start, len(text) if end is None else end))
        words = [match[0].lower() for match in found]
        for index in [index for index, word in enumerate(words) if word in self._by_first]:
            for phrase_words, phrase in self._by_first[words[index]]:
                length = len(phrase_words)
                if length == 1 or tuple(words[index : index + length]) == phrase_words:
                    yield Hit(phrase, found[index].start(), found[index + length - 1].end(), length)
