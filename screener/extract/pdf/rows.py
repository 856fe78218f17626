"""Words to segments and rows: what stands on one line of the page and belongs together."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from statistics import median

from screener.extract.pdf.words import Word

WIDE_GAP = 1.25  # of the line's height: wider than any space of a justified line
STYLE_GAP = 0.75  # the same, where bold begins or ends
_OVERLAP = 0.5
_BACKWARDS = 0.35
_MIN_LINE = 4.0  # points
UPRIGHT = 3.5  # line heights: what is that much taller than its neighbour is written upwards
_MIN_SPACED_WORDS = 4
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTERS_APART = re.compile(r"(?<!\S)[^\W\d_] [^\W\d_] [^\W\d_](?!\S)")


@dataclass(slots=True)
class Segment:
    """Neighbouring words on one line without a wide gap between them: a cell, a date, a line of a paragraph."""

    words: list[Word]
    x0: float
    top: float
    x1: float
    bottom: float
    _text: str | None = None

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def text(self) -> str:
        if self._text is None:
            words = self.words
            self._text = text = " ".join([word.text for word in words])
            if len(words) >= _MIN_SPACED_WORDS and text.isupper() and _LETTERS_APART.search(text):
                self._text = _letter_spaced(words)
        return self._text

    def take(self, words: list[Word]) -> None:
        """Add words that stand elsewhere to the end."""
        self.words = self.words + words
        self._text = None

    @property
    def hyphen(self) -> bool:
        return self.words[-1].hyphen


@dataclass(slots=True)
class Row:
    """Segments read one after the other; in the text a tab stands between them."""

    segments: list[Segment] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.segments[0].x0 if len(self.segments) == 1 else min([segment.x0 for segment in self.segments])

    @property
    def x1(self) -> float:
        return self.segments[0].x1 if len(self.segments) == 1 else max([segment.x1 for segment in self.segments])

    @property
    def top(self) -> float:
        return self.segments[0].top if len(self.segments) == 1 else min([segment.top for segment in self.segments])

    @property
    def bottom(self) -> float:
        return self.segments[0].bottom if len(self.segments) == 1 else max([segment.bottom for segment in self.segments])

    @property
    def text(self) -> str:
        if len(self.segments) == 1:
            return self.segments[0].text
        return ("\t" if not _justified(self.segments) else " ").join([segment.text for segment in self.segments])


def segments_of(words: list[Word]) -> list[Segment]:
    """The words of a page, in their order, cut wherever the line ends, the gap is wide or the writing jumps."""
    segments: list[Segment] = []
    segment: Segment | None = None
    last: Word | None = None
    for word in words:
        if segment is None or last is None or not _continues(last, segment.x1, word):
            segment = Segment([word], word.x0, word.top, word.x1, word.bottom)
            segments.append(segment)
        else:
            segment.words.append(word)
            if word.x1 > segment.x1:
                segment.x1 = word.x1
            elif word.x0 < segment.x0:
                segment.x0 = word.x0
            if word.top < segment.top:
                segment.top = word.top
            if word.bottom > segment.bottom:
                segment.bottom = word.bottom
        last = word
    return segments


def level(a: Segment | Word | Row, b: Segment | Word | Row) -> bool:
    """Whether two boxes stand on the same line."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared > _OVERLAP * min(a.bottom - a.top, b.bottom - b.top)


def _continues(last: Word, x1: float, word: Word) -> bool:
    """Whether a word stands behind `last`, on its line, with no more than a space between the line so far (to `x1`) and the word."""
    top, bottom = word.top, word.bottom
    low, high = last.bottom - last.top, bottom - top
    if low > high:
        low, high = high, low
    height = low if low > _MIN_LINE else _MIN_LINE
    gap = word.x0 - x1
    if gap < 0 and RIGHT_TO_LEFT.match(word.text) and RIGHT_TO_LEFT.match(last.text):
        gap = last.x0 - word.x1
    if gap > WIDE_GAP * height or gap < -_BACKWARDS * height or last.hyphen or high > UPRIGHT * height:
        return False
    if (last.bottom if last.bottom < bottom else bottom) - (last.top if last.top > top else top) <= _OVERLAP * low:
        return False
    return word.bold == last.bold or gap <= STYLE_GAP * height


def _letter_spaced(words: list[Word]) -> str:
    """A heading set letter by letter ("E D U C AT I O N") as words: what stands as close as its single letters belongs together."""
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(words)]
    letters = [gap for gap, (a, b) in zip(gaps, itertools.pairwise(words), strict=True) if len(a.text) == len(b.text) == 1]
    usual = median(letters)
    wide = max(1.5 * usual, usual + 0.12 * (words[0].bottom - words[0].top))
    parts = [words[0].text]
    for word, gap in zip(words[1:], gaps, strict=True):
        parts += [" " if gap > wide else "", word.text]
    return "".join(parts)


def _justified(segments: list[Segment]) -> bool:
    """Whether the wide gaps are the spaces of one stretched line: at least three, all alike, between single words."""
    if len(segments) < 4 or any(len(segment.words) > 2 for segment in segments):
        return False
    gaps = [after.x0 - before.x1 for before, after in itertools.pairwise(segments)]
    return max(gaps) < 1.15 * min(gaps) and max(gaps) < 4 * segments[0].height
