"""Phrases to be found in documents by the pieces that they are cut into, ready to be looked up by the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from screener.document import Value
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.pieces import norm_of, pieces_of
from screener.taxonomy.skill_scopes import load_skill_scopes
from screener.taxonomy.skills import load_skills

NEVER = "-"
"""The key of phrases that only hold the words of another: of a skill ("go to market"), or of a cue."""


class PhraseBook(Value, frozen=True):
    """keys: what phrases stand for, the first ones go before. by_first: the norm of a phrase's first piece → index of its key, phrase."""

    keys: tuple[str, ...]
    by_first: Mapping[str, tuple[tuple[int, str], ...]]


def make_book(phrases: Mapping[str, Iterable[str]]) -> PhraseBook:
    """The book of the phrases of each key, none of them empty; those that differ in case alone are one."""
    by_first: dict[str, list[tuple[int, str]]] = {}
    for number, spellings in enumerate(phrases.values()):
        for phrase in {spelling.lower(): spelling for spelling in spellings}.values():
            first = norm_of(pieces_of(phrase.split(maxsplit=1)[0])[0])
            by_first.setdefault(first, []).append((number, phrase))
    return PhraseBook(tuple(phrases), {first: tuple(rows) for first, rows in by_first.items()})


@knowledge
def load_skill_book() -> PhraseBook:
    """The names of all skills, by their ids, and what only looks like one."""
    taxonomy = load_skills()
    return make_book({NEVER: taxonomy.never} | {skill.id: skill.aliases for skill in taxonomy.skills.values()})


@knowledge
def load_scope_book() -> PhraseBook:
    """The cues of `load_skill_scopes`. A key has the numbers of the cues that share its phrases ("3,17"), or is NEVER."""
    scopes = load_skill_scopes()
    numbers: dict[str, list[int]] = {phrase.lower(): [] for phrase in scopes.exceptions}
    for number, cue in enumerate(scopes.cues):
        for phrase in cue.phrases:
            numbers.setdefault(phrase.lower(), []).append(number)
    phrases: dict[str, list[str]] = {}
    for phrase, shared in numbers.items():
        phrases.setdefault(",".join(map(str, shared)) or NEVER, []).append(phrase)
    return make_book(phrases)
