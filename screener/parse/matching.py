"""Phrases found in a Doc: the longest one wins, and none overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

Match = tuple[str, int, int]
"""A key, and the tokens that it covers: start, end (exclusive)."""


def phrase_matcher(vocab: Vocab, norms: Callable[[str], list[int]], phrases: Mapping[str, Iterable[str]]) -> Callable[[Doc], list[Match]]:
    """A function that finds the phrases of each key, whatever their case and kind of hyphen, in text order.

    norms: of a phrase's tokens, as the tokenizer of the docs tells them: twenty thousand docs, one a phrase, would take a second to make.
    Where phrases overlap the one that begins first wins, and of those the longest; of equal ones the first key.
    """
    matcher: Any = PhraseMatcher(vocab, attr="NORM")  # its stubs know phrases as docs only
    order: dict[int, tuple[int, str]] = {}
    for key, spellings in phrases.items():
        matcher.add(key, [norms(spelling) for spelling in {spelling.lower(): spelling for spelling in spellings}.values()])
        order[vocab.strings[key]] = (len(order), key)

    def find(doc: Doc) -> list[Match]:
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
