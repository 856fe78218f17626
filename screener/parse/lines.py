"""The lines of a document as the reader of positions sees them."""

from __future__ import annotations

import re
from typing import NamedTuple

from screener.document import Line
from screener.parse.draft import Draft
from screener.resume import DateRange, SectionKind
from screener.taxonomy.languages import load_language_words

_BULLET = re.compile(r"[•▪●◦*∗‣-]\s?")
_WORD_OR_FIGURE = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.;:]$")
_LEAD_END = re.compile(r"(?<=[^\W_]{2})[.:]\s|\)[.:]\s")
_LONGEST_HEADING = 110
_LONGEST_LABEL = 14  # words
_REPEATED, _LABEL_WORDS = 2, 8  # bullets that hold dates alone; words above them, with the bullet


class TextLine(NamedTuple):
    """One line, the document's `lines[number]`. dates: the ranges that start on it. rest: its text without them, gaps as tabs.

    bullet: it begins with a bullet. continues: it goes on from the line before (a wrapped bullet or sentence).
    """

    number: int
    start: int
    end: int
    text: str
    section: SectionKind
    dates: tuple[DateRange, ...]
    bullet: bool
    continues: bool
    size: float
    bold: bool

    @property
    def rest(self) -> str:
        """The text with its date ranges cut out."""
        text = self.text
        for found in reversed(self.dates):
            cut_end = min(found.span.end, self.end) - self.start
            text = text[: found.span.start - self.start] + "\t" + text[cut_end:]
        return text.strip(" \t-–—|,·•()/:")

    @property
    def lead(self) -> int:
        """How many characters stand before the first colon or full stop: all of a heading's, the first words of a sentence that follows."""
        match = _LEAD_END.search(self.text, 8)
        return match.start() if match else len(self.text)

    @property
    def label_like(self) -> bool:
        """Whether the line could be part of a heading: short, no bullet, no sentence."""
        rest = self.rest
        if self.bullet or self.continues or len(rest) > _LONGEST_HEADING:
            return False
        words = rest.split()
        if not words:
            return True
        if words[0][0].islower() and "." not in words[0]:
            return False
        return not (len(words) > _LONGEST_LABEL or (_SENTENCE_END.search(self.text.rstrip()) and len(words) > 7))


def text_lines(draft: Draft) -> list[TextLine]:
    """Every line of the draft's document, in order."""
    document = draft.document
    by_line: dict[int, list[DateRange]] = {}
    for found in draft.dates:
        by_line.setdefault(found.span.line - 1, []).append(found)
    kinds = _section_kinds(draft)
    result: list[TextLine] = []
    bullet_line: Line | None = None  # the bullet that is still being read
    dated_to = 0  # where the last range ends: one set over several lines belongs to the first of them
    for index, line in enumerate(document.lines):
        text = document.text[line.start : line.end]
        if line.start < dated_to and not _WORD_OR_FIGURE.search(document.text, dated_to, line.end):
            continue
        bullet = _BULLET.match(text) is not None
        dates = tuple(by_line.get(index, ()))
        dated_to = max([dated_to, *(found.span.end for found in dates)])
        before = result[-1] if result else None
        continues = (
            before is not None
            and not bullet
            and (not dates or (bullet_line is not None and text[:2].islower()))
            and kinds[index][1] == kinds[index - 1][1]
            and _continues(before, document.lines[index - 1], text, line, bullet_line)
        )
        if bullet:
            bullet_line = line
        elif not continues:
            bullet_line = None
        result.append(TextLine(index, line.start, line.end, text, kinds[index][0], dates, bullet, continues, line.size, line.bold))
    return _without_heading_bullets(result)


def _without_heading_bullets(lines: list[TextLine]) -> list[TextLine]:
    """The lines, those bullets left out that a template sets before the dates of each entry, and before the short line above them."""
    bare = {index for index, line in enumerate(lines) if line.bullet and line.dates and not _LETTER.search(line.rest)}
    if len(bare) < _REPEATED:
        return lines
    above = {index - 1 for index in bare if index and lines[index - 1].bullet and len(lines[index - 1].text.split()) <= _LABEL_WORDS}
    return [_without_bullet(line) if index in bare or index in above else line for index, line in enumerate(lines)]


def _without_bullet(line: TextLine) -> TextLine:
    match = _BULLET.match(line.text)
    cut = match.end() if match else 0
    return line._replace(start=line.start + cut, text=line.text[cut:], bullet=False)


def _section_kinds(draft: Draft) -> list[tuple[SectionKind, int]]:
    """For each line, the kind and the number of its section."""
    result: list[tuple[SectionKind, int]] = []
    number = 0
    for line in draft.document.lines:
        while number + 1 < len(draft.sections) and draft.sections[number + 1].span.start <= line.start:
            number += 1
        result.append((draft.sections[number].kind if draft.sections else "header", number))
    return result


def _continues(before: TextLine, before_line: Line, text: str, line: Line, bullet_line: Line | None) -> bool:
    """Whether a line is the wrapped rest of the one before it: of a bullet (hanging indent) or of a sentence."""
    if before.dates and bullet_line is None:
        return False
    box, above = line.box, before_line.box
    if box is None or above is None:  # formats without pages have no wrapped lines
        return text[:1].islower() and bullet_line is not None
    if box.top - above.bottom > 0.75 * (above.bottom - above.top) or (line.page == before_line.page and box.bottom < above.top):
        return False
    if bullet_line is not None and bullet_line.box is not None:
        if box.x0 > bullet_line.box.x0 + 2.5:
            return True
        return abs(box.x0 - bullet_line.box.x0) <= 2.5 and (text[:1].islower() or _breaks_off(before.text))
    if abs(box.x0 - above.x0) > 3 or line.bold != before_line.bold or abs(line.size - before_line.size) > 0.6:
        return False
    if len(before.text) <= 45 or before.text[-1:] in ".!?:":
        return False
    return text[:1].islower() or _breaks_off(before.text) or before.continues or len(before.text) > 75


def _breaks_off(text: str) -> bool:
    """Whether a line ends where a sentence cannot."""
    last = text.rstrip().rsplit(None, 1)[-1].lower()
    return last in load_language_words().unfinished or last[-1] in ",-/&–"
