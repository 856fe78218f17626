"""What a role may not judge by: protected traits and their proxies, and what no résumé can show (`protected.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from screener.taxonomy.folding import fold
from screener.taxonomy.phrases import pattern


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
    for trait, why, protected, matcher in _traits():
        for match in matcher.finditer(folded):
            yield Refusal(trait, text[match.start() : match.end()], why, protected)


def refused_kind(kind: str) -> Refusal | None:
    """Why there is no such kind of requirement, when its name is a trait's or holds words that stand for one."""
    named = (Refusal(trait, kind, why, protected) for trait, why, protected, _ in _traits() if trait == kind)
    return next(named, None) or refusal(kind.replace("-", " "))


@lru_cache(maxsize=1)
def _traits() -> tuple[tuple[str, str, bool, re.Pattern[str]], ...]:
    data = tomllib.loads(files("screener.rules").joinpath("protected.toml").read_text(encoding="utf-8"))
    return tuple(
        (entry["id"], entry["why"], key == "trait", re.compile(pattern(fold(phrase) for phrase in entry["phrases"])))
        for key in ("trait", "note_only")
        for entry in data[key]
    )
