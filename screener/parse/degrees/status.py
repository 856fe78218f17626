"""Whether a degree is held, under way or was left: what the document says, never what a clock says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from screener.parse.degrees.entries import Entry, StudyLine
from screener.parse.degrees.mentions import Vocabulary
from screener.parse.words import Hit, Words
from screener.resume import DateRange, DegreeStatus
from screener.taxonomy.folding import PhraseTable

_PART_OF_IT = re.compile(
    r"\b\d{1,2}\s+(?:out\s+)?of\s+(?:the\s+)?\d{1,3}\s+(?:years|semesters|credits|modules|courses)|\b\d\s*/\s*\d\s+(?:years|semesters)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"(?:19|20)\d\d\s*(?:[-–—]|\bto|\bbis|\bà|\ba)\s*(?:\.{2,}|…|\?|$|\)|\t(?![^\t\n]{0,14}(?:19|20)\d\d))|"
    r"\bsince\s+(?:\w+\s+)?(?:19|20)\d\d|\b(?:seit|depuis|desde)\s+(?:\S+\s+)?(?:19|20)\d\d",
    re.IGNORECASE | re.MULTILINE,
)
_RANGE_SIGN = re.compile(
    r"(?:[-–—/~]|\b(?:to|till|until|up to|through|bis|à|a|al|até|tot|do|zum|hasta|fino a|jusqu'à|jusqu’à))\s*(?:l['’]|la |the |o |ao )?$",
    re.IGNORECASE,
)
_LEADING_WORDS = 2
_SHORT_LINE_WORDS = 7

Stretch = tuple[int, int]


def status_in(words: Words, vocabulary: Vocabulary, stretches: Sequence[Stretch], dates: DateRange | None) -> DegreeStatus:
    """The status that the text in `stretches` (offsets) and the degree's own dates give."""
    terms = vocabulary.terms
    if any(_has(words, terms.not_finished, stretch) for stretch in stretches):
        return "not_finished"
    if dates is not None and dates.current:
        return "in_progress"
    if any(_tells_of_progress(words, vocabulary, stretch) or _is_open(words, vocabulary, stretch) for stretch in stretches):
        return "in_progress"
    if any(_PART_OF_IT.search(words.text, *stretch) for stretch in stretches):
        return "not_finished"
    begun = any(_has(words, terms.begun, stretch) for stretch in stretches)
    return "in_progress" if begun and not any(_has(words, terms.held, stretch) for stretch in stretches) else "held"


def stretches_of(words: Words, vocabulary: Vocabulary, entry: Entry, line: StudyLine, own: Stretch) -> list[Stretch]:
    """Where in the entry the status of a degree may be told: beside it, at its dates, and in short remarks of their own."""
    return [own, *(stretch for other in entry.lines if other is not line and (stretch := _remark(words, vocabulary, other)))]


def _remark(words: Words, vocabulary: Vocabulary, line: StudyLine) -> Stretch | None:
    if line.mentions:
        return None
    first, last = words.first_from(line.start), words.first_from(line.end)
    short = last - first <= _SHORT_LINE_WORDS
    plain = line.whole or not line.bullet or (line.dated and short)
    if not line.detail and plain and (line.dated or short):
        return line.start, line.end
    tables = (vocabulary.terms.in_progress, vocabulary.terms.not_finished)
    leads = range(first, min(first + _LEADING_WORDS, last))
    found = [hit for table in tables for index in leads if (hit := words.phrase_at(table, index))]
    return (line.start, line.end) if any(not _is_detail(words, vocabulary, hit) for hit, _ in found) else None


def _tells_of_progress(words: Words, vocabulary: Vocabulary, stretch: Stretch) -> bool:
    """Whether words say that a degree is under way."""
    return any(not _is_detail(words, vocabulary, hit) for hit, _ in words.phrases(vocabulary.terms.in_progress, *stretch))


def _is_detail(words: Words, vocabulary: Vocabulary, hit: Hit) -> bool:
    """Whether a phrase begins a longer one that tells of the degree itself: "final year project", "continuing education"."""
    detail = words.phrase_at(vocabulary.terms.detail, hit.first)
    return detail is not None and detail[0].last > hit.last


def _has(words: Words, table: PhraseTable[bool], stretch: Stretch) -> bool:
    return next(words.phrases(table, *stretch), None) is not None


def _is_open(words: Words, vocabulary: Vocabulary, stretch: Stretch) -> bool:
    """Whether a range of dates there ends now, or not at all."""
    if _OPEN_END.search(words.text, *stretch):
        return True
    hits: Iterable[int] = (hit.start for hit, _ in words.phrases(vocabulary.terms.now, *stretch))
    return any(_RANGE_SIGN.search(words.text[max(start - 16, stretch[0]) : start]) for start in hits)
