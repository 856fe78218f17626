"""What drafting makes of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from screener.decision import Importance
from screener.drafting.posting import Sentence
from screener.rules.role import Requirement

Weigh = Callable[[int], Importance]
"""How strongly the words at an offset of a sentence are asked for."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A requirement, the sentence that it came from, and what a person must know to judge the draft."""

    requirement: Requirement
    sentence: Sentence
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that ask for a protected trait, or for something that stands in for one: no rule is made of them."""

    sentence: Sentence
    words: str
    trait: str
    why: str
