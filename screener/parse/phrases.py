"""Component `screener_phrases`: phrases of the taxonomy's lists (scalability, mentoring …), where they speak of the person's own work."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.draft import Draft, draft_of
from screener.resume import PhraseMention, SectionKind
from screener.taxonomy.phrases import load_phrases, pattern

_CERTIFICATIONS = "certifications"
_NOT_OWN_WORK: frozenset[SectionKind] = frozenset({"interests", "references", "courses", "languages", "publications"})
_JUNIOR = "junior"
"""A title that begins so is the person's own, not that of somebody whom they look after."""
_REACH = 60
"""How many letters before a phrase a word may stand that takes it back."""
_REACH_OF_COURSES = 200
"""The same for the word that begins a list of courses."""

_WISH_END = re.compile(r"[.;!?](?=\s|$)|[•|\t]")
_CLAUSE_END = re.compile(r"[,.;!?:](?=\s|$)|[•|\t–]| but | aber | mais | pero ")


@dataclass(frozen=True, slots=True)
class _Matchers:
    """any_phrase finds; `_lists_of` says which lists the words found belong to. any_taker: negation, wish or studied, in one pass."""

    any_phrase: re.Pattern[str]
    any_taker: re.Pattern[str]
    negation: re.Pattern[str]
    wish: re.Pattern[str]
    studied: re.Pattern[str]


@Language.component("screener_phrases")
def phrases(doc: Doc) -> Doc:
    """Fill `draft.phrases`, in text order: for each list one mention a line."""
    draft = draft_of(doc)
    mentions = sorted([*_said(draft), *_certificates(draft)], key=lambda mention: mention.span.start)
    draft.phrases = list({(mention.phrases, mention.context.start): mention for mention in reversed(mentions)}.values())[::-1]
    return doc


def _said(draft: Draft) -> Iterator[PhraseMention]:
    matchers = _matchers()
    folded = draft.words.folded
    headings = [section.heading for section in draft.sections if section.heading]
    names = [span for position in draft.positions if (span := position.employer)]
    names += [title for position in draft.positions if (title := position.title) and title.text.casefold().startswith(_JUNIOR)]
    names += [degree.institution for degree in draft.degrees if degree.institution]
    heading_starts = {heading.start for heading in headings}
    spaced = _spaced(folded)
    found = list(matchers.any_phrase.finditer(spaced))
    takers = [match.span() for match in matchers.any_taker.finditer(spaced)] if found else []
    first, last = [start for start, _ in takers], [end for _, end in takers]
    for match in found:
        start, end = match.span()
        line = draft.document.lines[draft.document.line_index(start)]
        if line.start in heading_starts or draft.section_at(start) in _NOT_OWN_WORK:
            continue
        if bisect_left(first, start) > bisect_right(last, start - _REACH_OF_COURSES) and _taken_back(folded, start, matchers):
            continue
        if any(name.start <= start < name.end for name in names):  # "Pali Software Cooperative"
            continue
        span, context = draft.span(start, end), draft.line_span(start)
        for identity in _lists_of(match.group()):
            yield PhraseMention(identity, span, context)


def _certificates(draft: Draft) -> Iterator[PhraseMention]:
    """A section of certificates says it by its heading: its first line is the evidence."""
    for section in draft.sections:
        if section.kind == "certificates":
            body = section.heading.end if section.heading else section.span.start
            line = draft.line_span(min(body + 1, section.span.end))
            if line.start >= body and line.text:
                yield PhraseMention(_CERTIFICATIONS, line, line)


def _taken_back(folded: str, start: int, matchers: _Matchers) -> bool:
    """Whether the words before a phrase deny it, only wish for it, or tell that it was the subject of a course."""
    before = folded[max(0, start - _REACH) : start]
    wished = _spaced(_after_last(_WISH_END, before))
    denied = _spaced(_after_last(_CLAUSE_END, before))
    courses = _spaced(_after_last(_WISH_END, folded[max(0, start - _REACH_OF_COURSES) : start]))
    return bool(matchers.wish.search(wished) or matchers.studied.search(courses) or matchers.negation.search(denied))


def _spaced(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _after_last(boundary: re.Pattern[str], text: str) -> str:
    ends = [match.end() for match in boundary.finditer(text)]
    return text[ends[-1] :] if ends else text


@lru_cache(maxsize=4096)
def _lists_of(words: str) -> tuple[str, ...]:
    return tuple(identity for identity, matcher in _lists_with(words[0]) if matcher.fullmatch(words))


@lru_cache(maxsize=64)
def _lists_with(letter: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The lists that have phrases beginning with that letter, and what finds these: most letters never come up in a short run."""
    found = ((entry.id, [word for word in entry.words if word[0] == letter]) for entry in load_phrases().lists.values())
    return tuple((identity, re.compile(pattern(words))) for identity, words in found if words)


@lru_cache(maxsize=1)
def _matchers() -> _Matchers:
    knowledge = load_phrases()
    return _Matchers(
        any_phrase=re.compile(knowledge.any_phrase),
        any_taker=re.compile(pattern((*knowledge.negations, *knowledge.wishes, *knowledge.studies))),
        negation=re.compile(pattern(knowledge.negations)),
        wish=re.compile(pattern(knowledge.wishes)),
        studied=re.compile(pattern(knowledge.studies)),
    )
