"""A degree told in running text ("holds a Ph.D. in Physics") or set behind the person's name."""

from __future__ import annotations

import re

from screener.parse.degrees.assemble import Assembler, Shared
from screener.parse.degrees.entries import Entry, Zone, study_lines
from screener.parse.degrees.mentions import Mention
from screener.parse.degrees.status import status_in
from screener.parse.degrees.subject import subject_of
from screener.resume import Degree

_SENTENCE_END = re.compile(r"[.!?;]\s+(?=[A-ZÀ-Þ•])|•|\t|\|")
_WORDS_BEFORE, _WORDS_AFTER = 4, 5
_HEADLINE = 50  # characters
_REACH = 160
"""Characters on either side of a mention among which its sentence is looked for."""


def told_degree(assembler: Assembler, mention: Mention, part: tuple[int, int]) -> Degree:
    """The degree of a mention in running text; `part` (offsets) is the section that the text must not leave."""
    words, document = assembler.words, assembler.document
    low, high = _sentence(words.text, mention, part)
    index = assembler.line_of(mention)
    last = min(index + 1, document.line_index(max(part[1] - 1, 0)))
    zone = Zone(range(index, last + 1), low)
    entry = Entry(tuple(study_lines(document, words, assembler.vocabulary, [mention], (), zone)))
    subject = subject_of(words, assembler.vocabulary, entry, entry.lines[0], mention, min(high, entry.lines[0].end))
    if subject is not None and not mention.hit.end <= subject.start < high:
        subject = None
    beside = _beside(assembler, mention, subject.end if subject else mention.hit.end, (low, high))
    status = status_in(words, assembler.vocabulary, [beside], None)
    return assembler.degree(mention, Shared(document.span(low, high), subject, None, None, status))


def _sentence(text: str, mention: Mention, part: tuple[int, int]) -> tuple[int, int]:
    """The sentence around a mention, as far as it can be told."""
    low = max(part[0], mention.hit.start - _REACH)
    for end in _SENTENCE_END.finditer(text, low, mention.hit.start):
        low = end.end()
    high = min(part[1], mention.hit.end + _REACH)
    line_end = text.find("\n", mention.hit.end, high)
    line_start = text.rfind("\n", 0, mention.hit.start) + 1
    if line_end >= 0 and line_end - line_start <= _HEADLINE and not text[line_end + 1 : line_end + 2].islower():
        high = line_end  # a headline, not a sentence that goes on
    following = _SENTENCE_END.search(text, mention.hit.end + 1, high)
    return low, following.start() if following else high


def _beside(assembler: Assembler, mention: Mention, end: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """A few words on either side: further away, "currently" speaks of a job."""
    words = assembler.words
    before = max(mention.hit.first - _WORDS_BEFORE, 0)
    after = min(words.first_from(end) + _WORDS_AFTER, len(words.plain)) - 1
    return max(words.starts[before], sentence[0]), min(max(words.ends[after], end), sentence[1])
