"""Words that ask for a protected trait: they become no rule, and whoever wrote them is told why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from screener.drafting.drafted import Refusal
from screener.drafting.posting import Posting, Sentence
from screener.drafting.years import figures, is_ceiling
from screener.rules import protected
from screener.taxonomy.drafting import RefusedTrait, load_drafting_words
from screener.taxonomy.folding import fold
from screener.taxonomy.phrases import pattern

_WISHING = re.compile(
    r"(?i)\b(?:only|preferred|must|should|candidates?|applicants?|required|welcome|ideally|looking for|seeking|wanted|apply)\b"
)
_AGE_RANGE = re.compile(r"(?i)\b(?:between \d\d and \d\d|\d\d ?(?:-|–|to) ?\d\d|under \d\d|over \d\d) ?(?:years old|years of age|y/o)")
_CEILING = "A most on years of experience stands in for age and must not decide about a person: ask for the least that the work needs."


def refusals(posting: Posting) -> list[Refusal]:
    """Every wording that is refused, in text order."""
    return [refusal for sentence in posting.sentences if _may_ask(sentence) for refusal in refused_in(sentence)]


def _may_ask(sentence: Sentence) -> bool:
    """Whether a sentence can ask something of a person: not the company's own story, and not a word on equal treatment."""
    if sentence.role == "asked":
        return True
    return sentence.role == "aside" and sentence.part in ("other", "role", "process") and _WISHING.search(sentence.text) is not None


def refused_in(sentence: Sentence) -> Iterator[Refusal]:
    """What a sentence asks for that no rule may ask; the same words once."""
    folded = fold(sentence.text)
    plain = _exceptions().sub(lambda match: " " * len(match.group()), folded)
    told: set[str] = set()
    for trait, wanted in _wanted():
        found = list(dict.fromkeys(match.group() for match in wanted.finditer(plain)))
        if trait.trait == "age" and (span := _AGE_RANGE.search(sentence.text)):
            found = [span.group()]
        if found:
            told |= {word for words in found for word in words.split()}
            yield Refusal(sentence, ", ".join(found), trait.trait, trait.why)
    for other in protected.refusals(plain):
        if other.protected and not told & set(other.words.split()):
            told |= set(other.words.split())
            yield Refusal(sentence, other.words, other.trait, other.why)
    for figure in figures(sentence):
        if is_ceiling(sentence, figure):
            yield Refusal(sentence, sentence.text[: figure.end], "age", _CEILING)


@lru_cache(maxsize=1)
def _wanted() -> tuple[tuple[RefusedTrait, re.Pattern[str]], ...]:
    return tuple((trait, re.compile(pattern(map(fold, trait.phrases)))) for trait in load_drafting_words().refused)


@lru_cache(maxsize=1)
def _exceptions() -> re.Pattern[str]:
    return re.compile(pattern(fold(phrase) for trait in load_drafting_words().refused for phrase in trait.exceptions))
