"""Where evidence stands, in the units of a browser: UTF-16 offsets into the text, boxes in points."""

from __future__ import annotations

import re
from bisect import bisect_left

from screener.document import Document, Line, Span

Piece = tuple[int, int]
"""Start and end of a piece of the document's text, counted as JavaScript counts."""

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Places:
    """The places of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._wide = [match.start() for match in _WIDE.finditer(document.text)]

    def offset(self, index: int) -> int:
        """The offset in UTF-16 units of the character at `index`."""
        return index + bisect_left(self._wide, index)

    def piece(self, span: Span) -> Piece:
        """A span as a piece of the text."""
        return self.offset(span.start), self.offset(span.end)

    def lines(self) -> list[tuple[float, ...]]:
        """Each line as (start, page), followed by x0, top, x1, bottom where it has a box; the end is one before the next start."""
        return [(self.offset(line.start), line.page, *_corners(line)) for line in self._document.lines]

    def pages(self, span: Span) -> tuple[int, ...]:
        """The pages that a span touches: where it starts and where it ends."""
        lines = self._document.lines
        if not lines:
            return (span.page,)
        last = lines[self._document.line_index(max(span.end - 1, span.start))]
        return tuple(sorted({span.page, last.page}))


def _corners(line: Line) -> tuple[float, ...]:
    box = line.box
    return () if box is None else tuple(round(value, 1) for value in (box.x0, box.top, box.x1, box.bottom))
