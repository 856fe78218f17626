"""Breaks a source into lines of words at places on a page, for the producers that put every word down themselves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from samples.maker.source import Block, Source, plain, spaced

PAGE = (595.0, 842.0)  # A4 in points
MARGIN = 48.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `x` from the left and `y` from the top (baseline), in points."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool


Measure = Callable[[str, float, bool], float]


def typeset(source: Source, measure: Measure, gap: float) -> list[Word]:
    """All the words of the `head` and `main` regions in one column; `gap` is the space between words in ems."""
    words: list[Word] = []
    page, y = 0, MARGIN
    for block in (*source.region("head"), *source.region("main")):
        size = source.look.size * {"name": 2.0, "heading": 1.15}.get(block.kind, 1.0)
        bold = block.kind in ("name", "heading", "strong")
        y += {"heading": 9.0, "strong": 4.0, "rule": 6.0}.get(block.kind, 0.0)
        for line in _lines(block, source, lambda text, size=size, bold=bold: measure(text, size, bold), gap * size):
            y += size * 1.34
            if y > PAGE[1] - MARGIN or block.kind == "page":
                page, y = page + 1, MARGIN + size
            words.extend(Word(text, page, x, y, size, bold) for text, x in line)
    return words


def _lines(block: Block, source: Source, width: Callable[[str], float], gap: float) -> Iterator[list[tuple[str, float]]]:
    text = spaced(block.text) if block.kind == "heading" and source.look.heading == "spaced" else plain(block.text)
    left = MARGIN + (12.0 if block.kind == "bullet" else 0.0)
    right_words = block.right.split()
    right_width = sum(width(word) + gap for word in right_words)
    line: list[tuple[str, float]] = [(source.look.bullet, MARGIN)] if block.kind == "bullet" else []
    x = left
    for word in text.split():
        if x + width(word) > PAGE[0] - MARGIN - right_width and x > left:
            yield line
            line, x = [], left
        line.append((word, x))
        x += width(word) + gap
    x = PAGE[0] - MARGIN - right_width
    for word in right_words:
        line.append((word, x))
        x += width(word) + gap
    yield line
