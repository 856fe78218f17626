"""Rows of all pages to one document text with its lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from screener.document import Box, Line
from screener.extract.normalise import join_hyphenated, normalise_line
from screener.extract.pdf.rows import Row
from screener.extract.pdf.words import PageWords, Word

MAX_CHARACTERS = 2_000_000
_SIZED_WORDS = 5  # looked at for the size: a word may be taller than its line where its letters leave the font's own box
_LINE_HEIGHT = 1.17  # of the font size, from the ascenders to the descenders of most fonts


@dataclass(slots=True)
class Draft:
    """A line of text before its place in the document is known."""

    text: str
    page: int
    box: Box
    size: float
    bold: bool


def drafts_of(rows: list[Row], page: int) -> list[Draft]:
    """The rows of a page as lines of plain text; a word broken over two lines stands whole on the first."""
    drafts: list[Draft] = []
    for row in rows:
        text = normalise_line(row.text, visible_soft_hyphens=True)
        if not text:
            continue
        if drafts and (whole := _with_broken_word(drafts[-1].text, text)):
            drafts[-1].text, text = whole
            if not text:
                continue
        first = _first_word(row)
        area = row if len(row.segments) > 1 else row.segments[0]
        box = Box(round(area.x0, 1), round(area.top, 1), round(area.x1, 1), round(area.bottom, 1))
        drafts.append(Draft(text, page, box, round(first.size or _seen_size(row), 1), first.bold))
    return drafts


def _seen_size(row: Row) -> float:
    """About the size of a line's letters, from how high they stand."""
    return min([word.bottom - word.top for word in row.segments[0].words[:_SIZED_WORDS]]) / _LINE_HEIGHT


def _first_word(row: Row) -> Word:
    """The first word that is no bullet, else the bullet."""
    words = row.segments[0].words
    if len(words) == 1 and len(row.segments) > 1:
        words = words + row.segments[1].words
    return words[1] if len(words) > 1 and len(words[0].text) == 1 and not words[0].text.isalnum() else words[0]


def _with_broken_word(left: str, right: str) -> tuple[str, str] | None:
    """Two lines of which the first ends within a word, with that word whole on the first line."""
    if left[-1:] != "-":
        return None
    tail, _, rest = right.partition(" ")
    whole = join_hyphenated(left, tail)
    return None if whole is None or "\t" in tail else (whole, rest)


def as_seen(drafts: list[Draft], pages: Iterable[PageWords]) -> list[Draft]:
    """The drafts with their boxes on the pages as these are seen, those included that a person turns to read them."""
    turned = {page.number: page for page in pages if page.turns}
    for draft in drafts if turned else ():
        if (page := turned.get(draft.page)) is not None:
            draft.box = _turned_back(draft.box, page)
    return drafts


def _turned_back(box: Box, page: PageWords) -> Box:
    left, top, right, bottom = box.x0, box.top, box.x1, box.bottom
    sides = (
        (left, top, right, bottom),
        (top, page.width - right, bottom, page.width - left),
        (page.width - right, page.height - bottom, page.width - left, page.height - top),
        (page.height - bottom, left, page.height - top, right),
    )[page.turns]
    return Box(*(round(side, 1) for side in sides))


def assemble(drafts: list[Draft]) -> tuple[str, tuple[Line, ...]]:
    """The text of a document and its lines."""
    lines: list[Line] = []
    start = 0
    for draft in drafts:
        end = start + len(draft.text)
        if end > MAX_CHARACTERS:
            break
        lines.append(Line(start, end, draft.page, draft.box, draft.size, draft.bold))
        start = end + 1
    return "\n".join([draft.text for draft in drafts[: len(lines)]]), tuple(lines)
