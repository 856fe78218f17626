"""Phrases found in a Doc: the longest one wins, and none overlap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import NORM  # type: ignore[import-not-found]  # a compiled module, which ships no types
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from screener.parse.tokenizer import ResumeTokenizer
from screener.taxonomy.phrase_book import PhraseBook

_REMEMBERED = 1 << 16
"""How many words are known to have been looked up before."""

Match = tuple[str, int, int]
"""A key, and the tokens that it covers: start, end (exclusive)."""


def phrase_matcher(tokenizer: ResumeTokenizer, book: PhraseBook) -> Callable[[Doc], list[Match]]:
    """A function that finds the phrases of the book, whatever their case and kind of hyphen, in text order.

    tokenizer: of the docs, as it tells the norms of a phrase without a doc for each. A phrase becomes part of the matcher with the first
    doc that holds its first word: most of the twenty thousand never meet theirs.
    Where phrases overlap the one that begins first wins, and of those the longest; of equal ones the first key.
    """
    strings: Any = tokenizer.vocab.strings
    matcher: Any = PhraseMatcher(tokenizer.vocab, attr="NORM")  # its stubs know phrases as docs only
    order = {strings.add(key): (number, key) for number, key in enumerate(book.keys)}
    unmet = dict(book.by_first)
    seen: set[int] = set()

    def meet(doc: Doc) -> None:
        new = set(doc.to_array(NORM).tolist()) - seen
        if len(seen) > _REMEMBERED:
            seen.clear()
        seen.update(new)
        for first in unmet.keys() & {strings[norm] for norm in new}:
            for number, phrase in unmet.pop(first):
                matcher.add(book.keys[number], [tokenizer.norms(phrase)])

    def find(doc: Doc) -> list[Match]:
        meet(doc)
        found: list[tuple[Any, int, int]] = matcher(doc)
        found.sort(key=lambda match: (match[1], -match[2], order[match[0]]))
        kept: list[Match] = []
        free = 0
        for key, start, end in found:
            if start >= free:
                kept.append((order[key][1], start, end))
                free = end
        return kept

    return find
