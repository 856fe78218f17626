"""The person's name: among the largest letters or the first lines, words that look like a name and like nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from screener.document import Document, Span
from screener.parse.draft import Draft
from screener.parse.headers import score
from screener.resume import SectionKind
from screener.taxonomy.contact import load_name_words
from screener.taxonomy.folding import fold

_WORD = re.compile(r"[^\W\d_]['’.\w-]*")
_CUTS = re.compile(r"\t|[|•·,;()–—/]|\s-\s|:\s|\d")
_LABEL = re.compile(r"([^:\t\n]{2,30})[:\t]\s?(?=\S)")
_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_LINES = 12
_MOST_PIECES = 4
_INTRODUCED: frozenset[SectionKind] = frozenset(("header", "summary", "other"))  # elsewhere only large letters are a name
_MOST_WORDS, _LONGEST = 5, 50
_SECOND_LINE = 2  # words of a name's second line
_TELLING = 3  # letters: a shorter word stands in too many addresses


def name_in(draft: Draft, emails: Sequence[str]) -> Span | None:
    """The name; None when none is found. emails: the person's addresses, which often hold a part of it and so decide."""
    addresses = [fold(email.partition("@")[0]) for email in emails]
    first: Span | None = None
    for start, end in _places(draft):
        labelled = _labelled(draft, start, end)
        if labelled is not None:
            return labelled
        for piece in _pieces(draft, start, end):
            if any(word in address for word in _telling_words(piece.text) for address in addresses):
                return piece
            if first is None and not _holds_other_words(piece.text):
                first = piece
    return first


def _places(draft: Draft) -> Iterator[tuple[int, int]]:
    """Where a name may stand, likeliest first: what is set largest, also over two lines, then the first lines."""
    document = draft.document
    headings = {section.heading.start for section in draft.sections if section.heading}
    big = _large_lines(document)
    for (start, end), (below, last) in pairwise(big):
        second = document.text[below:last]
        if below == end + 1 and not headings & {start, below} and len(second.split()) <= _SECOND_LINE and not _CUTS.search(second):
            yield start, last
    first = [(line.start, line.end) for line in document.lines[:_FIRST_LINES] if draft.section_at(line.start) in _INTRODUCED]
    for start, end in (*big, *first):
        if start not in headings:
            yield start, end


def _large_lines(document: Document) -> list[tuple[int, int]]:
    first_page = [line for line in document.lines if line.page == 1]
    largest = max((line.size for line in first_page), default=0.0)
    return [(line.start, line.end) for line in first_page if largest and line.size >= largest * 0.95][:3]


def _labelled(draft: Draft, start: int, end: int) -> Span | None:
    """What stands behind the label "Name"."""
    label = _LABEL.match(draft.document.text, start, end)
    if label is None or label[1].strip().lower() not in load_name_words().labels:
        return None
    return draft.span(label.end(), end)


def _pieces(draft: Draft, start: int, end: int) -> Iterator[Span]:
    """What stands between separators and has the shape of a name."""
    text, place = draft.document.text, start
    for _ in range(_MOST_PIECES):
        cut = _CUTS.search(text, place, end)
        stop = cut.start() if cut else end
        if not (cut and text[stop] == "@") and "@" not in text[place : stop + 1]:
            found = _shaped(draft, place, stop)
            if found is not None:
                yield found
        if cut is None or text[stop].isdigit():
            return
        place = cut.end()


def _shaped(draft: Draft, start: int, end: int) -> Span | None:
    """text[start:end] without what stands around a name ("Curriculum Vitae", "MSc", a headline in lower case), when it looks like one."""
    knowledge = load_name_words()
    words = list(_WORD.finditer(draft.document.text, start, end))
    while words and _plain(words[0]) in knowledge.introductions:
        del words[0]
    for index, word in enumerate(words):
        if index >= 2 and word.group()[0].islower() and _plain(word) not in knowledge.particles:
            words = words[:index]  # a headline behind the name
            break
    while words and _plain(words[-1]) in knowledge.titles and len(words) > 2:
        del words[-1]
    names = [word.group() for word in words if _plain(word) not in knowledge.titles]
    whole = [name for name in names if len(name.strip(".")) > 1 and not _is_initials(name)]
    if not whole or len(whole) + any(map(_is_initials, names)) < 2 or len(names) > _MOST_WORDS:
        return None
    if any(name[0].islower() and name.lower() not in knowledge.particles for name in names):
        return None
    found = draft.span(words[0].start(), words[-1].end())
    return found if len(found.text) <= _LONGEST and score(found.text)[0] < 0.6 else None


def _is_initials(name: str) -> bool:
    return name.endswith(".") and name.isupper() and len(name) <= 6


def _plain(word: re.Match[str]) -> str:
    return word.group().lower().strip(".")


def _telling_words(name: str) -> list[str]:
    return [word for word in _LETTERS.findall(fold(name)) if len(word) >= _TELLING]


def _holds_other_words(name: str) -> bool:
    """Whether a word of it is never part of a name ("Functional Template")."""
    return any(_plain(word) in load_name_words().words for word in _WORD.finditer(name))
