"""Component `screener_claims`: years of experience that the text merely claims ("10+ years of backend development")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.date_points import alternatives
from screener.parse.draft import Draft, draft_of
from screener.parse.phrase_index import PhraseIndex
from screener.parse.work import title_class
from screener.resume import Claim, SectionKind
from screener.taxonomy.claims import load_claim_words
from screener.taxonomy.folding import matched_key, words_of
from screener.taxonomy.work import UNKNOWN_TITLE, load_work

_MOST_YEARS = 50
_NEAR = 60  # characters behind the figure that tell what it is about
_ELSEWHERE: frozenset[SectionKind] = frozenset(("education", "references", "publications", "courses"))


@Language.component("screener_claims")
def claims(doc: Doc) -> Doc:
    """Fill `draft.claims` in text order."""
    draft = draft_of(doc)
    for match in _figures(draft):
        found = _claim(draft, match)
        if found is not None:
            draft.claims.append(found)
    return doc


def _figures(draft: Draft) -> Iterator[re.Match[str]]:
    """Every number of years, looked for where a figure or the word for one begins."""
    words, patterns, free = draft.words, _patterns(), 0
    for index in [index for index, word in enumerate(words.plain) if word[0].isdigit() or word in patterns.numbers]:
        match = patterns.figure.match(words.text, words.starts[index])
        if match is not None and match.start() >= free:
            free = match.end()
            yield match


def _claim(draft: Draft, match: re.Match[str]) -> Claim | None:
    """A claim, when the words around the figure say that it is about the person's work."""
    section = draft.section_at(match.start())
    if section in _ELSEWHERE or draft.position_at(match.start()) is not None:
        return None
    years = _years(match)
    text, patterns = draft.document.text, _patterns()
    near = text[match.end() : match.end() + _NEAR].split("•")[0]
    if not 0 < years <= _MOST_YEARS or patterns.something_else.search(near[:25]):
        return None
    before = patterns.before.search(text, max(match.start() - 30, 0), match.start())
    if not (patterns.of_work.search(near) or (before and section in ("summary", "header"))):
        return None
    if section == "skills" and not patterns.experience.search(near):
        return None
    return Claim(draft.span(match.start(), match.end()), years, draft.line_span(match.start()), _families(near))


def _years(match: re.Match[str]) -> float:
    words = load_claim_words()
    if match["span"]:
        return words.spans[matched_key(match["span"])]
    if match["word"]:
        return words.numbers[matched_key(match["word"])]
    return float(match["number"].replace(",", "."))


def _families(text: str) -> tuple[str, ...]:
    """The families of work that a claim names; empty when it is about work in general."""
    found = title_class(text)
    named = [name for name, family in load_work().families.items() if found != UNKNOWN_TITLE and found in family.clear]
    told = {name for hit in _family_index().find(text) for name in _families_by_name()[hit.phrase]}
    return (*named, *(name for name in load_work().families if name in told and name not in named))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """figure: a number of years. numbers: words, folded, that it may begin with. before: what stands before it.

    of_work, something_else, experience: what stands behind it.
    """

    figure: re.Pattern[str]
    numbers: frozenset[str]
    of_work: re.Pattern[str]
    something_else: re.Pattern[str]
    experience: re.Pattern[str]
    before: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = load_claim_words()
    years = rf"(?:{alternatives(words.years)})(?![^\W_])['’]?"
    number = r"(?P<number>\d{1,2}(?:[.,]\d)?)(?:\s?[-–]\s?\d{1,2})?\s?\+?\s?"
    word = rf"(?P<word>{alternatives(words.numbers)})\+?(?:\s?\(\d{{1,2}}\))?\s"
    experience = alternatives(words.experience)

    def any_of(items: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_])(?:{alternatives(items)})(?![^\W_])", re.IGNORECASE)

    return _Patterns(
        figure=re.compile(
            rf"(?<![\w.,-])(?:(?:{number}|{word}){years}|(?P<span>{alternatives(words.spans)})(?![^\W_]))", re.IGNORECASE
        ),
        numbers=frozenset(words_of(name)[0] for name in (*words.numbers, *words.spans)),
        of_work=any_of(words.of_work),
        something_else=any_of(words.something_else),
        experience=any_of(words.experience),
        before=re.compile(
            rf"(?<![^\W_])(?:(?:{experience})\s?[:(–-]?\s?|(?:with|over|have|has|bring|of)\s(?:over\s|more\sthan\s)?)$", re.IGNORECASE
        ),
    )


@lru_cache(maxsize=1)
def _families_by_name() -> dict[str, list[str]]:
    """What a family of work may be called, to the families called so."""
    result: dict[str, list[str]] = {}
    for family in load_work().families.values():
        for name in dict.fromkeys((*family.strong_cues, family.id.replace("-", " "))):
            result.setdefault(name, []).append(family.id)
    return result


@lru_cache(maxsize=1)
def _family_index() -> PhraseIndex:
    return PhraseIndex(_families_by_name())
