"""Component `screener_sections`: where each part of a résumé begins, and of what kind it is.

A heading is known by its words and by how it is set (upper case, larger, bold, a heading style). Words that are also everyday words
("Tools", "Work") count only where they are set like the document's sure headings; a line set like those, in words that no list
knows, begins a section of kind `other`.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Document, Line
from screener.parse.date_points import may_hold_dates
from screener.parse.draft import draft_of
from screener.resume import Section, SectionKind
from screener.taxonomy.contact import load_name_words
from screener.taxonomy.headings import load_headings
from screener.taxonomy.work import load_work

_LONGEST_HEADING = 60
_MOST_WORDS = 7
_LONGEST_DATE_LINE = 40
_SQUEEZED = 6  # letters: fewer are too easily the letters of something else
_ALIGNED = 4  # points: the left edges of one column
_LINES_LOOKED_AT = 8
_COLUMNS_BACK = 12  # headings
_UNKNOWN_WORDS, _SURE_WORDS = 2, 2  # of a heading that is known in part
_FIRST_WORD_OF = 5  # words, at most, of a heading that is known by its first one
_LARGER = 1.08  # times the size of the body: what stands out
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TWO_DIGITS = re.compile(r"\d\d")
_BULLET_TEXT = re.compile(r"[•–-]\s\S*[a-z]")
_CONJUNCTIONS = frozenset(("and", "und", "et", "y", "e", "en", "or"))


class _Style(NamedTuple):
    """How a line is set, coarse enough that all headings of one document share it."""

    upper: bool
    size: float
    bold: bool
    heading: bool


class _Heading(NamedTuple):
    line: int
    end: int  # offset behind the heading's words, where a line holds more than them
    kind: SectionKind


class _Column(NamedTuple):
    """How far left most lines begin, and the left and right end of all, in points."""

    usual: int
    left: float
    right: float


@Language.component("screener_sections")
def sections(doc: Doc) -> Doc:
    """Fill `draft.sections`: they cover the whole text, in order; the first is of kind `header`."""
    draft = draft_of(doc)
    document = draft.document
    found: list[Section] = []
    kind: SectionKind = "header"
    start, heading = 0, None
    for item in find_headings(document):
        line = document.lines[item.line]
        if line.start > start or heading is not None:
            found.append(Section(kind, document.span(start, line.start), heading))
        kind, start = item.kind, line.start
        heading = document.span(line.start, item.end) if item.end > line.start else None
    found.append(Section(kind, document.span(start, len(document.text)), heading))
    draft.sections = found
    return doc


def find_headings(document: Document) -> list[_Heading]:
    """The headings of a document, in order of lines."""
    body_size = median([line.size for line in document.lines] or [0.0])
    sure: list[tuple[_Heading, _Style]] = []
    plain: list[tuple[_Heading, _Style]] = []  # the words of a heading, set like the body
    weak: list[tuple[_Heading, _Style]] = []  # everyday words
    unknown: list[tuple[_Heading, _Style]] = []
    for index, line in enumerate(document.lines):
        words, end = _heading_words(document, line, body_size)
        if not words or (index == 0 and load_name_words().introductions.issuperset(words)):  # "Lebenslauf": what the document is
            continue
        style = _style(document.text[line.start : end], line)
        prominent = _prominent(style, body_size)
        kind, everyday = heading_kind(words, prominent=prominent)
        if kind is not None:
            group = weak if everyday else plain if line.size and not prominent else sure
            group.append((_Heading(index, end, kind), style))
        elif end == line.end and not _heads_an_entry(document, index) and load_work().title_nouns.isdisjoint(words):
            unknown.append((_Heading(index, end, "other"), style))
    if len({item.kind for item, _ in sure}) < 2:  # a document whose headings do not stand out
        sure += plain
    styles = Counter(style for _, style in sure)
    known = [(item, style) for item, style in [*sure, *plain, *weak] if style in styles]
    found = [item for item, _ in known]
    styles = Counter(style for _, style in dict.fromkeys(known))
    repeated = {style for style, count in styles.items() if count >= 2 and (style.heading or style.size > body_size * _LARGER)}
    found += [item for item, style in unknown if style in repeated]
    return _with_columns(document, sorted(set(found), key=lambda item: item.line))


def _with_columns(document: Document, headings: list[_Heading]) -> list[_Heading]:
    """The headings, with the kind of a section once more where its column goes on on the next page, behind a sidebar that was read between.

    Such a part has no heading of its own: its `end` is where its line starts.
    """
    added: list[_Heading] = []
    by_line = {item.line for item in headings}
    for index, line in enumerate(document.lines[1:], start=1):
        if line.page == document.lines[index - 1].page or index in by_line:
            continue
        before = [item for item in headings if item.line < index][-_COLUMNS_BACK:]
        following = min([*(item.line for item in headings if item.line > index), index + _LINES_LOOKED_AT])
        here = _column(document, index, following)
        columns = [_column(document, item.line, _end_of(before, number, index)) for number, item in enumerate(before)]
        if not columns or here is None or columns[-1] is None or not _beside(here, columns[-1]):
            continue
        known = zip(before, columns, strict=True)
        same = [item for item, column in known if column is not None and abs(here.usual - column.usual) <= _ALIGNED]
        if same and same[-1].kind != before[-1].kind:
            added.append(_Heading(index, line.start, same[-1].kind))
    return sorted([*headings, *added], key=lambda item: item.line)


def _end_of(headings: list[_Heading], number: int, limit: int) -> int:
    """The line before which a section ends."""
    return headings[number + 1].line if number + 1 < len(headings) else limit


def _column(document: Document, first: int, last: int) -> _Column | None:
    """Where the lines from `first` up to `last` stand; None when they have no place, or there are none."""
    boxes = [line.box for line in document.lines[first:last] if line.box is not None]
    if not boxes:
        return None
    usual = Counter(round(box.x0) for box in boxes).most_common(1)[0][0]
    return _Column(usual, min(box.x0 for box in boxes), max(box.x1 for box in boxes))


def _beside(a: _Column, b: _Column) -> bool:
    """Whether all of one column stands left of all of the other."""
    return a.right <= b.left or b.right <= a.left


def heading_kind(words: list[str], *, prominent: bool) -> tuple[SectionKind | None, bool]:
    """The kind of section that `words` (lower case) head, and whether they are everyday words that need the look of a heading too.

    prominent: the line stands out from the body.
    """
    found = _kind_of(tuple(word for word in words if word not in _CONJUNCTIONS), prominent)
    if prominent and found[0] is None:
        found = _partly_known(tuple(words)) or found
    if prominent and found[0] is None and (spaced := _kinds_without_spaces().get("".join(words))):  # letters set apart: "PARCO URS"
        return spaced, False
    return found


@lru_cache(maxsize=4096)
def _kind_of(words: tuple[str, ...], prominent: bool) -> tuple[SectionKind | None, bool]:
    """`heading_kind` of words without conjunctions; documents share most of their headings."""
    known = _kinds()
    knowledge = load_headings()
    key = " ".join(words)
    if key in known:
        return known[key], key in knowledge.weak
    core = " ".join(word for word in words if word not in knowledge.modifiers)
    if core in known:
        return known[core], core in knowledge.weak
    for split in range(1, len(words)):
        left, right = known.get(" ".join(words[:split])), known.get(" ".join(words[split:]))
        if left and right:
            return left, False
    if prominent and 1 < len(words) <= 3 and (kind := knowledge.last_words.get(words[-1])):
        return kind, True
    if prominent and 1 < len(words) <= _FIRST_WORD_OF:
        return knowledge.first_words.get(words[0]), True
    return None, False


def _heads_an_entry(document: Document, index: int) -> bool:
    """Whether a line holds a date, or stands above a short one with a date: an employer or a school set like a heading."""
    line, below = document.lines[index], document.lines[index + 1] if index + 1 < len(document.lines) else None
    if below is not None and below.end - below.start <= _LONGEST_DATE_LINE and may_hold_dates(document.text, below.start, below.end):
        return True
    return may_hold_dates(document.text, line.start, line.end)


@lru_cache(maxsize=4096)
def _partly_known(words: tuple[str, ...]) -> tuple[SectionKind, bool] | None:
    """The kind of a heading of which only a part is known: what stands before "and", or two words before a third one.

    None where the rest names a post: "Research & Development Engineer".
    """
    cut = next((index for index, word in enumerate(words) if word in _CONJUNCTIONS), 0)
    known, rest = (words[:cut], words[cut + 1 :]) if cut else (words[:-1], words[-1:])
    if not 1 <= len(rest) <= _UNKNOWN_WORDS or (not cut and len(known) < _SURE_WORDS) or not load_work().title_nouns.isdisjoint(rest):
        return None
    kind = _kinds().get(" ".join(known))
    return (kind, True) if kind else None


def _heading_words(document: Document, line: Line, body_size: float) -> tuple[list[str], int]:
    """The words that could be a heading at the start of a line, in lower case, and the offset where they end.

    Usually the whole line; else its first cell when it is in upper case or bold ("SKILLS<tab>Python, Go"), or what stands before a colon.
    """
    text, end = document.text[line.start : line.end], line.end
    if line.size > body_size * _LARGER:
        text = text.removeprefix("• ")  # the round picture that some templates set before a heading
    if len(text) > _LONGEST_HEADING and "\t" not in text and ":" not in text:
        return [], end
    cell, tab, _ = text.partition("\t")
    label, colon, rest = text.partition(":")
    if tab and (cell.isupper() or line.bold or cell.strip().lower() in _kinds()):
        text, end = cell, line.start + len(cell)
    elif colon and rest.strip() and label.isupper():
        text, end = label, line.start + len(label)
    if len(text) > _LONGEST_HEADING or _says_more(text):
        return [], end
    words = _WORD.findall(text)
    # As few set them: only words that are known, what is set larger than the body, or labels in the margin.
    in_lower_case = bool(words) and words[0][0].islower() and line.size <= body_size * _LARGER
    if not 1 <= len(words) <= _MOST_WORDS or (in_lower_case and end == line.end and text not in _kinds()):
        return [], end
    return (words_of(text) if "&" in text or "’" in text else [word.lower() for word in words]), end


def _says_more(text: str) -> bool:
    """Whether a text holds what no heading does: the end of a sentence, figures, an address, a bullet with text."""
    ends = text.endswith((".", "!", "?", ",", ";"))
    return ends or "@" in text or "http:" in text or "https:" in text or bool(_TWO_DIGITS.search(text) or _BULLET_TEXT.match(text))


def words_of(text: str) -> list[str]:
    """The words of a heading as the taxonomy writes them."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text.replace("&", " and "))]


def _style(text: str, line: Line) -> _Style:
    return _Style(text.isupper(), round(line.size * 2) / 2, line.bold, line.heading)


def _prominent(style: _Style, body_size: float) -> bool:
    return style.upper or style.heading or style.bold or style.size > body_size * _LARGER


@lru_cache(maxsize=1)
def _kinds() -> dict[str, SectionKind]:
    """The known headings without their conjunctions."""
    return {
        " ".join(word for word in _WORD.findall(name) if word not in _CONJUNCTIONS): kind for name, kind in load_headings().kinds.items()
    }


@lru_cache(maxsize=1)
def _kinds_without_spaces() -> dict[str, SectionKind]:
    """The known headings of some length, as one word."""
    return {squeezed: kind for name, kind in _kinds().items() if len(squeezed := name.replace(" ", "")) >= _SQUEEZED}
