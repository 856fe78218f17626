"""What a role may not judge by: protected traits and their proxies, and what no résumé can show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from screener.taxonomy.folding import fold
from screener.taxonomy.phrases import pattern
from screener.taxonomy.protected import Trait, load_protected


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that may not decide or score. trait: its id. words: as they stand in the text. why: one sentence for the role's author.

    protected: True for a trait that nobody may be judged by; False for what may only be a note.
    """

    trait: str
    words: str
    why: str
    protected: bool


def refusal(text: str) -> Refusal | None:
    """The first words of `text` that may not decide or score, or None."""
    return next(refusals(text), None)


def refusals(text: str) -> Iterator[Refusal]:
    """All words of `text` that may not decide or score, trait by trait."""
    folded = fold(text)
    for trait, matcher in _matchers():
        for match in matcher.finditer(folded):
            yield Refusal(trait.id, text[match.start() : match.end()], trait.why, trait.protected)


def refused_kind(kind: str) -> Refusal | None:
    """Why there is no such kind of requirement, when its name is a trait's or holds words that stand for one."""
    named = (Refusal(trait.id, kind, trait.why, trait.protected) for trait in load_protected() if trait.id == kind)
    return next(named, None) or refusal(kind.replace("-", " "))


@lru_cache(maxsize=1)
def _matchers() -> tuple[tuple[Trait, re.Pattern[str]], ...]:
    return tuple((trait, re.compile(pattern(trait.phrases))) for trait in load_protected())
