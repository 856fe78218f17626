"""Phrases found in a Doc: the longest one wins, and none overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spacy.attrs import NORM  # type: ignore[import-not-found]  # a compiled module, which ships no types
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from screener.parse.tokenizer import ResumeTokenizer

Match = tuple[str, int, int]
"""A key, and the tokens that it covers: start, end (exclusive)."""


def phrase_matcher(tokenizer: ResumeTokenizer, phrases: Mapping[str, Iterable[str]]) -> Callable[[Doc], list[Match]]:
    """A function that finds the phrases of each key, whatever their case and kind of hyphen, in text order.

    tokenizer: of the docs, as it tells the norms of a phrase without a doc for each. A phrase becomes part of the matcher with the first
    doc that holds its first word: most of the twenty thousand never meet theirs.
    Where phrases overlap the one that begins first wins, and of those the longest; of equal ones the first key.
    """
    matcher: Any = PhraseMatcher(tokenizer.vocab, attr="NORM")  # its stubs know phrases as docs only
    order: dict[int, tuple[int, str]] = {}
    unmet: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for key, spellings in phrases.items():
        order[tokenizer.vocab.strings.add(key)] = (len(order), key)
        for spelling in {spelling.lower(): spelling for spelling in spellings}.values():
            unmet[tokenizer.first_norm(spelling)].append((key, spelling))

    def meet(doc: Doc) -> None:
        for norm in unmet.keys() & set(doc.to_array(NORM).tolist()):
            for key, spelling in unmet.pop(norm):
                matcher.add(key, [tokenizer.norms(spelling)])

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
