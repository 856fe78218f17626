"""What was on the page: text in reading order, with the place of every line.

Coordinates are PDF points, origin at the top left of the page, as pdfplumber names them: x0, top, x1, bottom.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import Struct

ReadingVerdict = Literal["good", "doubtful", "failed"]


class Value(Struct, frozen=True, gc=False):
    """What every noun is: it never changes, and equals another by its fields. `msgspec.structs.replace` makes a changed one."""


class Box(Value, frozen=True):
    """A rectangle on a page, in points."""

    x0: float
    top: float
    x1: float
    bottom: float


class Line(Value, frozen=True):
    """One line of `Document.text`: `text[start:end]`, without its newline.

    page: from 1. box: None where the format has no pages (DOCX). size: font size in points, 0 when unknown.
    bold: the line's first letters are set bold. heading: the format itself says so (a DOCX heading style).
    """

    start: int
    end: int
    page: int = 1
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    heading: bool = False


class Span(Value, frozen=True):
    """A piece of a document as evidence: `document.text[start:end] == text`, always.

    page and line count from 1; line is the line on which the span starts, counted over the whole document.
    """

    text: str
    start: int
    end: int
    page: int
    line: int
    box: Box | None = None


class HiddenText(Value, frozen=True):
    """Text that a person looking at the page does not see: never evidence, always reported.

    reason: `colour`, `tiny`, `off-page`, `invisible`, `vanish`, `covered`.
    """

    text: str
    page: int
    reason: str


class Reading(Value, frozen=True):
    """How far the text can be trusted: `score` from 0 to 1, with the reasons for anything below 1."""

    verdict: ReadingVerdict = "good"
    score: float = 1.0
    reasons: tuple[str, ...] = ()


class DocumentFacts(Value, frozen=True):
    """What the file says of itself; never the file system's times.

    format: `pdf`, `docx` … readers: which reader read each page, in order (`pdfium`, `pdfplumber`, `docx` …).
    created, modified: from the file's own metadata. fonts: names of those that its text is set in, sorted; empty where none are named.
    """

    format: str
    page_count: int = 1
    producer: str = ""
    created: date | None = None
    modified: date | None = None
    readers: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()


class Document(Value, frozen=True, gc=True, dict=True):
    """A file as text.

    text: lines joined by newline; a tab inside a line is a wide gap (a tab stop, a flush-right date, a table cell's edge); otherwise
    words are one plain space apart and lines carry no spaces at their ends. No other control characters.
    lines: in the order of the text, covering it without overlap (`lines[i].end + 1 == lines[i + 1].start`).
    flags: codes of the output contract that reading alone can tell (`hidden-text`, `scanned`, `low-quality-text` …), sorted.
    """

    text: str
    lines: tuple[Line, ...]
    facts: DocumentFacts
    hidden: tuple[HiddenText, ...] = ()
    reading: Reading = Reading()
    flags: tuple[str, ...] = ()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple([line.start for line in self.lines])

    def line_index(self, offset: int) -> int:
        """Index into `lines` of the line that holds the character at `offset`."""
        return bisect_right(self._starts, offset, 1) - 1

    def span(self, start: int, end: int) -> Span:
        """The evidence span `text[start:end]`, with surrounding white space left out."""
        raw = self.text[start:end]
        text = raw.strip()
        if len(text) < len(raw):
            start += len(raw) - len(raw.lstrip())
        index = bisect_right(self._starts, start, 1) - 1
        line = self.lines[index] if self.lines else Line(0, 0)
        return Span(text, start, start + len(text), line.page, index + 1, line.box)

    def line_span(self, offset: int) -> Span:
        """The whole line that holds the character at `offset`, as evidence."""
        index = self.line_index(offset)
        line = self.lines[index]
        return Span(self.text[line.start : line.end], line.start, line.end, line.page, index + 1, line.box)


class PageImage(Value, frozen=True):
    """A picture of a page, for people to look at. page: from 1. width, height: of the page in points. png: the picture's bytes."""

    page: int
    width: float
    height: float
    png: bytes
