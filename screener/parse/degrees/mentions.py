"""Words that name a degree, and not the many other things that the same words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from screener.parse.words import Hit, Words
from screener.taxonomy.degrees import DegreeName, DegreeTerms
from screener.taxonomy.fields import Fields

_NAME_TAIL = re.compile(r"\.?(?:['’]s)?\.?")
_STARTS_PIECE = re.compile(r"(?i)(?:^|[\n\t•|,;:(/–—-]|\d|\b(?:an?|my|the|with|as|of|and|und|et|y|e))\s*$")
_HAS_DOT = re.compile(r"[A-Za-z]\.\s?[A-Za-z]")
_CONNECTOR = re.compile(r"[.\s]*(?:in|en|em|di|de|d['’]|of|i|der)\s+(?:la\s+)?", re.IGNORECASE)
_NAME_LINE = re.compile(r"(?:(?<=\n)|(?<!.))Dr\.?(?:\s[A-ZÀ-Þ][\w'’.-]{0,30}){2,4}(?=[,\n|\t]|$)", re.DOTALL)
"""A line that is a name with a title before it, and nothing more."""
_REACH = 200
"""Characters on either side of a word among which its line is looked at."""
_CAPITAL_WORDS = 3
_MOST_MENTIONS = 200
"""More than any person's; bounds the work that a hostile text can cause."""
_TOP = 200
"""Characters at the head of a document in which the person's own name stands."""
_COMPOUND = re.compile(r"-(?:led|level|trained|qualified|educated|style|driven|holding|holders?|type|wide)\b")
_TALK_WORDS = 8
"""How far before a degree a verb still says whose it is ("taught students of the master's programme")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a degree. sure: they say so wherever they stand. dotted: an abbreviation written with its dots."""

    hit: Hit
    name: DegreeName
    sure: bool
    dotted: bool = False

    @property
    def level(self) -> str:
        return self.name.level


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tables that mentions are looked up in."""

    terms: DegreeTerms
    fields: Fields


def find_mentions(words: Words, vocabulary: Vocabulary) -> list[Mention]:
    """Every mention of a degree in the document, in text order; `sure` ones and those that only a list of studies makes one."""
    found: list[Mention] = []
    table = vocabulary.terms.names
    for index in words.beginning(table):
        if len(found) == _MOST_MENTIONS:
            break
        if found and index < found[-1].hit.last:
            continue
        match = words.phrase_at(table, index)
        mention = _mention(words, vocabulary, *match) if match else None
        if mention and not (found and _is_subject_of(words, mention, found[-1])):
            found.append(mention)
    return found


def _mention(words: Words, vocabulary: Vocabulary, hit: Hit, name: DegreeName) -> Mention | None:
    if name.kind == "capitals" and not _is_capital(words, hit):
        return None
    if _means_something_else(words, vocabulary, hit):
        return None
    followed = _is_followed(words, vocabulary, hit)
    if not followed and _is_state(words, vocabulary, hit):
        return None
    if name.kind == "bound" and not followed:
        return None
    if name.kind == "titles" and (hit.start > _TOP or not _NAME_LINE.match(words.text, hit.start)):
        return None
    if name.kind == "weak" and not followed and not _stands_apart(words, vocabulary, hit):
        return None
    written = words.text[hit.start : hit.end + 1]
    dotted = name.kind == "capitals" and bool(_HAS_DOT.search(written))
    sure = name.kind in ("names", "titles") or dotted or followed
    if not sure and not starts_piece(words.text, hit.start):
        return None
    return Mention(hit, name, sure, dotted)


def _is_subject_of(words: Words, mention: Mention, before: Mention) -> bool:
    """Whether the words are the subject of the degree before them ("Máster en Ingeniería de Software"), or its last word ("AA degree")."""
    if mention.name.kind not in ("weak", "bound"):
        return False
    between = words.text[before.hit.end : mention.hit.start]
    return (mention.name.kind == "bound" and not between.strip(". ")) or bool(_CONNECTOR.fullmatch(between))


def _stands_apart(words: Words, vocabulary: Vocabulary, hit: Hit) -> bool:
    """Whether no unknown word follows at once ("Master microservices"), or a year or a school stands with it.

    With it is on its line, or on the next one when it leads its own.
    """
    if hit.last >= len(words.plain) or words.text[hit.end : words.starts[hit.last]] not in (" ", "'", "’", "' ", "’ "):
        return True
    start, end = _near_line(words.text, hit)
    if start == hit.start:
        following = words.text.find("\n", end + 1, end + _REACH)
        end = following if following >= 0 else min(end + _REACH, len(words.text))
    return words.has_year(start, end) or next(words.phrases(vocabulary.terms.institution, start, end), None) is not None


def _is_capital(words: Words, hit: Hit) -> bool:
    """Whether it is written in capitals and means it: in a line of capitals, "BE" and "AS" are words."""
    written = words.text[hit.start : hit.end]
    if not written.isupper() and not (len(written) > 1 and written[0].isupper() and "." in written):
        return written in ("Bc", "Bc.")
    if "." in written:
        return True
    start, end = _near_line(words.text, hit)
    line = words.text[start:end]
    return not (line.isupper() and len(line.split()) > _CAPITAL_WORDS) or starts_piece(words.text, hit.start)


def _near_line(text: str, hit: Hit) -> tuple[int, int]:
    """The part of the line around a hit that matters, however long the line is."""
    low, high = max(hit.start - _REACH, 0), min(hit.end + _REACH, len(text))
    end = text.find("\n", hit.end, high)
    return max(text.rfind("\n", low, hit.start) + 1, low), end if end >= 0 else high


def starts_piece(text: str, offset: int) -> bool:
    """Whether a line, a cell, a clause or a noun phrase begins at `offset`."""
    return bool(_STARTS_PIECE.search(text[max(offset - 12, 0) : offset]))


def _is_followed(words: Words, vocabulary: Vocabulary, hit: Hit) -> bool:
    """Whether the next words make a degree of it: "in …", "of …", a field of study."""
    if hit.last >= len(words.plain) or words.text[hit.end : words.starts[hit.last]].strip(" .'’(-–\n\t:,"):
        return False
    if words.phrase_at(vocabulary.terms.follow, hit.last):
        return True
    return bool(words.phrase_at(vocabulary.fields.names, hit.last))


def _is_state(words: Words, vocabulary: Vocabulary, hit: Hit) -> bool:
    """Whether it is the state of a town ("Boston, MA"): after a comma, where neither a school nor a field stands before it."""
    text = words.text
    if (
        text[hit.start - 2 : hit.start] != ", "
        or not words.phrase_at(vocabulary.terms.states, hit.first)
        or "." in text[hit.start : hit.end]
    ):
        return False
    start = max(max(text.rfind(mark, max(hit.start - _REACH, 0), hit.start - 2) for mark in "\n\t,|(;") + 1, hit.start - _REACH, 0)
    is_school = next(words.phrases(vocabulary.terms.institution, start, hit.start), None) is not None
    return not is_school and next(words.phrases(vocabulary.fields.names, start, hit.start), None) is None


def _means_something_else(words: Words, vocabulary: Vocabulary, hit: Hit) -> bool:
    terms = vocabulary.terms
    if _COMPOUND.match(words.text, hit.end):
        return True
    if hit.first and words.gap(hit.first - 1) in (" ", "-", " - ", "") and words.plain[hit.first - 1] in terms.not_after.by_first:
        return True
    if hit.last < len(words.plain) and words.text[hit.end : words.starts[hit.last]] in (" ", "-", "'", "’", "’ ", "' ", "s ", ". "):
        after = words.phrase_at(terms.not_before, hit.last)
        field = words.phrase_at(vocabulary.fields.names, hit.last)
        return bool(after) and not (field and after and field[0].last > after[0].last)
    return False


def is_others(words: Words, vocabulary: Vocabulary, mention: Mention, start: int, end: int) -> bool:
    """Whether words of its line, `text[start:end]`, say that the degree is somebody else's, or asked for."""
    first = max(words.first_from(start), mention.hit.first - _TALK_WORDS)
    table = vocabulary.terms.others_before
    if any(words.phrase_at(table, index) for index in range(first, mention.hit.first) if words.plain[index] in table.by_first):
        return True
    return next(words.phrases(vocabulary.terms.asked_after, mention.hit.end, end), None) is not None


def end_with_tail(words: Words, mention: Mention) -> int:
    """Where the mention ends with its last dot or "'s" ("Ph.D.", "Bachelor's")."""
    tail = _NAME_TAIL.match(words.text, mention.hit.end)
    return tail.end() if tail else mention.hit.end
