"""The document's words, folded, with their places: what the tables of the taxonomy are looked up in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from screener.taxonomy.folding import WORD, PhraseTable, fold, plain_word

Value = TypeVar("Value")

# What may stand between two words of one name: "B. Sc.", "Bachelor's", "Bachelor of\nScience", "Diplom-Ingenieur".
_INSIDE_NAME = frozenset(("", " ", "\n", ".", ". ", ".-", "-", " - ", "'", "’", "' ", "’ ", "+", " + ", "- ", ".\n", "´", "`", "-\n"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEMININE = re.compile(r"(?<=[^\W\d_]{3}(?:er|ur|nt|st|kt|ge|or|at|in))in(?:nen)?$")


class Hit(NamedTuple):
    """A phrase found: words `first` to `last` (exclusive), text from `start` to `end`."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """folded: the text in lower case without accents. plain: its words without dots. starts, ends: their offsets, in either text."""

    text: str
    folded: str
    plain: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def first_from(self, offset: int) -> int:
        """Index of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def gap(self, index: int) -> str:
        """The text between word `index` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def phrase_at(self, table: PhraseTable[Value], index: int) -> tuple[Hit, Value] | None:
        """The longest phrase of `table` that begins at word `index`."""
        for phrase, value in table.by_first.get(self.plain[index], ()):
            last = index + len(phrase)
            if last == index + 1 or (self.plain[index:last] == phrase and self._is_one_name(index, last)):
                return Hit(index, last, self.starts[index], self.ends[last - 1]), value
        return None

    def _is_one_name(self, first: int, last: int) -> bool:
        return all(self.gap(index) in _INSIDE_NAME for index in range(first, last - 1))

    def phrases(self, table: PhraseTable[Value], start: int, end: int) -> Iterator[tuple[Hit, Value]]:
        """All phrases of `table` inside `text[start:end]`, the longest first at each place, without overlap."""
        index, last = self.first_from(start), self.first_from(end)
        if table.by_first.keys().isdisjoint(self.plain[index:last]):
            return
        while index < last:
            if self.plain[index] not in table.by_first:
                index += 1
                continue
            found = self.phrase_at(table, index)
            if found is None or found[0].end > end:
                index += 1
            else:
                yield found
                index = found[0].last

    def beginning(self, table: PhraseTable[Value]) -> list[int]:
        """The words with which a phrase of `table` may begin, by index."""
        return [index for index, word in enumerate(self.plain) if word in table.by_first]

    def written(self, index: int) -> str:
        """Word `index` as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def has_year(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` holds a year."""
        return _YEAR.search(self.text, start, end) is not None


def words_in(text: str) -> Words:
    """The words of `text`."""
    folded = fold(text)
    matches = list(WORD.finditer(folded))
    return Words(
        text,
        folded,
        tuple([word if (word := match.group()).isalnum() else plain_word(word) for match in matches]),
        tuple([match.start() for match in matches]),
        tuple([match.end() for match in matches]),
    )


@lru_cache(maxsize=4096)
def without_feminine(word: str) -> str:
    """A German word for a post, in lower case, without the ending that makes it a woman's ("entwicklerin")."""
    return _FEMININE.sub("", word)
