"""Job titles that tell the gender, in the form that stands for everybody; whatever stands behind them moves along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from screener.document import Line, Span
from screener.report.blind.folded import flat
from screener.taxonomy.identity import load_gendered_titles

Edit = tuple[int, int, str]
"""What stands from the first place to the second is replaced."""


@dataclass(frozen=True, slots=True)
class Neutral:
    """A text with such titles replaced. edits: places of the text as it was, in order."""

    text: str
    edits: tuple[Edit, ...]

    def span(self, span: Span) -> Span:
        """The same words at their new place."""
        start, end = self._place(span.start, first=True), self._place(span.end, first=False)
        return Span(self.text[start:end], start, end, span.page, span.line, span.box)

    def line(self, line: Line) -> Line:
        """The same line at its new place."""
        start, end = self._place(line.start, first=True), self._place(line.end, first=False)
        return Line(start, end, line.page, line.box, line.size, line.bold, line.heading)

    def _place(self, offset: int, *, first: bool) -> int:
        """Where `offset` is now; inside of what was replaced, the beginning of what is there instead, or its end."""
        moved = 0
        for start, end, new in self.edits:
            if offset <= start:
                break
            if offset < end:
                return start + moved + (0 if first else len(new))
            moved += len(new) - (end - start)
        return offset + moved


def neutral(text: str) -> Neutral:
    """`text` with every title of the list in its form for everybody."""
    edits, parts, place = tuple(_edits(text)), [], 0
    for start, end, new in edits:
        parts += [text[place:start], new]
        place = end
    return Neutral("".join([*parts, text[place:]]), edits)


def _edits(text: str) -> Iterator[Edit]:
    titles = load_gendered_titles()
    for match in _pattern().finditer(flat(text)):
        found = match.group("word") or match.group("ending")
        new = (titles.words if match.group("word") else titles.endings)[found]
        shared = _shared(found, new)
        start, tail = match.end() - len(found) + shared, new[shared:]
        old = text[start : match.end()]
        if old[:1].isupper():
            tail = tail.upper() if len(old) > 1 and old.isupper() else tail.capitalize()
        yield start, match.end(), tail


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    titles = load_gendered_titles()
    words, endings = map(_any, (titles.words, titles.endings))
    return re.compile(rf"(?<!\w)(?:(?P<word>{words})|\w*?(?P<ending>{endings}))(?!\w)")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
