"""Names compared whatever their case, accents and dots: "B.Sc." is "bsc", "Diplôme d'ingénieur" is "diplome d ingenieur"."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct

Value = TypeVar("Value")

WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*|&")
"""A word of folded text; inner dots belong to it ("b.tech"), an apostrophe ends it ("bachelor" + "s")."""


def _base_letters() -> dict[str, str]:
    """Every accented letter that has one plain letter under it, and that letter; `&` and `ß` stay themselves."""
    base = {}
    for code in range(0xC0, 0x250):
        plain = unicodedata.normalize("NFKD", chr(code))[0]
        if plain.isascii() and plain.isalpha():
            base[chr(code)] = plain
    return base | {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"}


_BASE_LETTERS = _base_letters()


def fold(text: str) -> str:
    """`text` in lower case without accents, of the very same length, so that offsets stay true."""
    # "İ" is the only character whose lower case is two characters long.
    folded = text.replace("İ", "I").lower()
    for letter in _BASE_LETTERS.keys() & set(folded):  # the few that occur: `translate` would take many times as long
        folded = folded.replace(letter, _BASE_LETTERS[letter])
    return folded


def matched_key(matched: str) -> str:
    """What a case-blind expression matched, as the key that it was made of: lower case, one space for any gap.

    Such an expression takes the Turkish "İ" and "ı" for an "i", the long "ſ" for an "s", and any white space for a space.
    """
    return " ".join(matched.replace("İ", "i").replace("ı", "i").casefold().split())


def plain_word(word: str) -> str:
    """A folded word without its dots; "&" is "and"."""
    return "and" if word == "&" else word.replace(".", "")


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, as keys of a PhraseTable."""
    return tuple(sys.intern(plain_word(match.group())) for match in WORD.finditer(fold(name)))


class PhraseTable(Struct, Generic[Value], frozen=True, gc=False):
    """Phrases by their first word, longest first, each with its value."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]

    def at(self, words: tuple[str, ...], index: int) -> tuple[int, Value] | None:
        """The longest phrase that begins at `words[index]`: how many words it takes, and its value."""
        for phrase, value in self.by_first.get(words[index], ()):
            if words[index : index + len(phrase)] == phrase:
                return len(phrase), value
        return None


def build_table(phrases: Mapping[tuple[str, ...], Value]) -> PhraseTable[Value]:
    """A PhraseTable of `phrases` (folded words → value)."""
    by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in phrases.items():
        by_first.setdefault(phrase[0], []).append((phrase, value))
    return PhraseTable({first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()})
