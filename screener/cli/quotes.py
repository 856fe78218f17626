"""The résumé's own words in a note, with their place: in full the first time, by their place alone when they are needed again."""

from __future__ import annotations

import re

from rich.text import Text

from screener.cli.terminal import safe, shortened
from screener.document import Document, Span

_LONGEST = 160
_BREAKS = re.compile(r"[\t\n]")
_WORD = re.compile(r"\w+")
_LOOSE = " ·,;:|("
"""What may be left at the end of a heading whose dates are taken off."""


class Quotes:
    """The quotes of one note."""

    def __init__(self, document: Document) -> None:
        self._has_pages = any(line.box is not None for line in document.lines)
        self._told: set[tuple[int, int]] = set()

    def place(self, span: Span) -> str:
        """ "page 2, line 61", or "line 7" in formats that have no pages."""
        return f"page {span.page}, line {span.line}" if self._has_pages else f"line {span.line}"

    def was_given(self, span: Span) -> bool:
        """Whether the words stand in the note already."""
        return (span.start, span.end) in self._told

    def quote(self, span: Span) -> Text:
        """The words and where they stand; of words that were quoted before only where."""
        if self.was_given(span):
            return Text(f"(quoted above, {self.place(span)})", style="dim")
        self._told.add((span.start, span.end))
        return Text.assemble("“", safe(shortened(span.text.removeprefix("•"), _LONGEST)), f"” ({self.place(span)})", style="dim")


def heading(text: str, dates: str = "") -> str:
    """The lines that name a job as one, with `dates` when they are not among them."""
    flat, dates = _BREAKS.sub(" · ", text.removeprefix("•").strip()), " ".join(dates.split())
    if _words(dates) in _words(flat):
        return shortened(flat, _LONGEST)
    begun = next((end for end in range(len(dates), 0, -1) if flat.endswith(dates[:end])), 0)
    return shortened(f"{flat[: len(flat) - begun].rstrip(_LOOSE)} · {dates}", _LONGEST)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))
