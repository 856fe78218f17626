"""Phrases found in a Doc: the longest one wins, and none overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

Match = tuple[str, int, int]
"""A key, and the tokens that it covers: start, end (exclusive)."""


def phrase_matcher(vocab: Vocab, tokenize: Callable[[str], Doc], phrases: Mapping[str, Iterable[str]]) -> Callable[[Doc], list[Match]]:
    """A function that finds the phrases of each key, whatever their case and kind of hyphen, in text order.

    Where phrases overlap the one that begins first wins, and of those the longest; of equal ones the first key.
    """
    matcher = PhraseMatcher(vocab, attr="NORM")
    order: dict[int, tuple[int, str]] = {}
    for key, spellings in phrases.items():
        matcher.add(key, [tokenize(spelling) for spelling in {spelling.lower(): spelling for spelling in spellings}.values()])
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
