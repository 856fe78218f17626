"""The résumé's own words in a note, with their place: in full the first time, by their place alone when they are needed again."""

from __future__ import annotations

import re
from itertools import pairwise

from rich.text import Text

from screener.cli.terminal import safe, shortened
from screener.document import Document, Line, Span

_LONGEST = 160
_BROKEN_FROM = 40
"""Letters of a line that is taken for one that the page has broken."""
_SHORTEST_LEAD = 20
_BREAKS = re.compile(r"[\t\n]")
_WORD = re.compile(r"\w+")
_MOST_ADDED = 3
"""Lines that a broken one is read together with, on either side."""
_NO_END = re.compile(
    r"(?:[,(&/–-]|\b(?:and|or|of|the|to|in|for|with|und|oder|mit|für|et|de|du|des|pour|avec|y|con|para|en))$", re.IGNORECASE
)
_LOOSE = " ·,;:|("
"""What may be left at the end of a heading whose dates are taken off."""


class Quotes:
    """The quotes of one note."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._has_pages = any(line.box is not None for line in document.lines)
        self._told: set[tuple[int, int]] = set()

    def place(self, span: Span) -> str:
        """ "page 2, line 61", or "line 7" in formats that have no pages."""
        return f"page {span.page}, line {span.line}" if self._has_pages else f"line {span.line}"

    def was_given(self, span: Span) -> bool:
        """Whether the words stand in the note already."""
        return (span.start, span.end) in self._told

    def is_in(self, span: Span, said: str) -> bool:
        """Whether a sentence gives the words already, in full; then only their place is missing, and they count as given."""
        found = f"“{' '.join(span.text.removeprefix('•').split())}”" in " ".join(said.split())
        if found:
            self._told.add((span.start, span.end))
        return found

    def where(self, span: Span) -> Text:
        """The place alone, of words that stand in the note already."""
        return Text(f"({self.place(span)})", style="dim")

    def quote(self, span: Span) -> Text:
        """The words and where they stand; of words that were quoted before only where."""
        if self.was_given(span):
            return Text(f"(quoted above, {self.place(span)})", style="dim")
        self._told.add((span.start, span.end))
        return Text.assemble("“", safe(self._words(span)), f"” ({self.place(span)})", style="dim")

    def _words(self, span: Span) -> str:
        """The words of a span, and those of the lines that a line of it was broken from; no longer than a reader wants."""
        before, after = _broken_off(self._document, span)
        words = shortened(f"{span.text} {after}".strip().removeprefix("•"), _LONGEST)
        room = _LONGEST - len(words) - 1
        if before and room >= _SHORTEST_LEAD:
            before = before.removeprefix("•").strip()
            words = f"{before} {words}" if len(before) <= room else f"…{before[-room:].partition(' ')[2]} {words}"
        return words


def _broken_off(document: Document, span: Span) -> tuple[str, str]:
    """What stands on the lines before and after a whole line that was broken inside a sentence."""
    lines, text = document.lines, document.text
    first, last = document.line_index(span.start), document.line_index(max(span.end - 1, span.start))
    if not lines or (lines[first].start, lines[last].end) != (span.start, span.end):
        return "", ""
    below, above = last, first
    for one, next_one in pairwise(range(last, min(last + _MOST_ADDED + 1, len(lines)))):
        if not _runs_on(text, lines[one], lines[next_one]):
            break
        below = next_one
    for one, before_it in pairwise(range(first, max(first - _MOST_ADDED - 1, -1), -1)):
        if not _runs_on(text, lines[before_it], lines[one]):
            break
        above = before_it
    return text[lines[above].start : lines[first].start].strip(), text[lines[last].end : lines[below].end].strip()


def _runs_on(text: str, line: Line, below: Line) -> bool:
    """Whether the page breaks a sentence between two lines; without boxes a line is a paragraph."""
    one, other = line.box, below.box
    told, following = text[line.start : line.end], text[below.start : below.end]
    if one is None or other is None or line.page != below.page or not following or "\t" in following or line.bold != below.bold:
        return False
    close = 0 <= other.top - one.bottom < 1.4 * (one.bottom - one.top) and other.x0 < one.x1
    return close and len(told) >= _BROKEN_FROM and told[-1] not in ".!?:" and (following[0].islower() or bool(_NO_END.search(told)))


def heading(text: str, dates: str = "") -> str:
    """The lines that name a job as one, with `dates` when they are not among them."""
    flat, dates = _BREAKS.sub(" · ", text.removeprefix("•").strip()), " ".join(dates.split())
    if _words(dates) in _words(flat):
        return shortened(flat, _LONGEST)
    begun = next((end for end in range(len(dates), 0, -1) if flat.endswith(dates[:end])), 0)
    return shortened(f"{flat[: len(flat) - begun].rstrip(_LOOSE)} · {dates}", _LONGEST)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))
