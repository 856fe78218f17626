"""Tesseract's table of words (TSV) as words on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import median

from screener.extract.pdf.words import Word
from screener.extract.visibility import TINY

_LINE, _WORD = "4", "5"
_COLUMNS = 12
_NOISE_CONFIDENCE = 60.0
"""Marks that are no letters or figures, and less sure than this: specks, lines and edges of pictures."""
_MOST_WORDS = 20_000
_SIDEWAYS = 1.5  # times as high as wide: a word of four letters that runs down the page

_BULLETS_MISREAD = frozenset("¢©®«»°*+~>·¤§■●•")
_LETTERS_FOR_BULLETS = frozenset("eo")
"""What bullets at the start of a line are mistaken for; letters are only where a sentence begins behind them."""

# Heights of the ink of letters, and the room of a line above and below the line that they stand on; in font sizes, as most fonts have them.
_TALL, _LOW, _BELOW = 0.72, 0.53, 0.21
_ROOM_ABOVE, _ROOM_BELOW = 0.93, 0.24
_HANGING = frozenset("gjpqyQÇç,;()[]{}|/")
_LOW_LETTERS = frozenset("acegmnopqrsuvwxyz.,;:•-–—")


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words in the order of the table, in points. confidence: the mean over their letters, 0 to 100.

    turns: quarter turns, clockwise, that the picture was given first; the places are those on the turned one.
    sideways: the words run up or down. missed: how much of the print, from 0 to 1, stands outside of all words.
    """

    words: tuple[Word, ...]
    confidence: float
    turns: int = 0
    sideways: bool = False
    missed: float = 0.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A word of the table, in pixels. line: which one, counted through the table."""

    text: str
    confidence: float
    x0: float
    top: float
    x1: float
    bottom: float
    line: int

    @property
    def sound(self) -> bool:
        """Whether there are letters or figures in it."""
        return any(map(str.isalnum, self.text))

    @property
    def size(self) -> float:
        """The size of its font, as its height tells."""
        tall = not set(self.text) <= _LOW_LETTERS
        return (self.bottom - self.top) / ((_TALL if tall else _LOW) + (_BELOW if self.hangs else 0.0))

    @property
    def hangs(self) -> bool:
        """Whether some of its ink is below the line that letters stand on."""
        return not _HANGING.isdisjoint(self.text)


def words_of(table: str, points: float, *, turns: int = 0) -> Recognised:
    """The words of a table, placed from the picture's top left. points: a pixel's side."""
    cells = list(islice(_cells(table), _MOST_WORDS))
    sizes = _sizes(cells)
    words = []
    for before, cell, after in zip([None, *cells], cells, [*cells[1:], None], strict=False):
        before, after = _on_line(cell, before), _on_line(cell, after)
        size = sizes[cell.line]
        if _is_noise(cell, alone=before is None and after is None) or size * points < TINY:
            continue
        base = cell.bottom - (_BELOW * size if cell.hangs else 0.0)
        upper, lower = base - _ROOM_ABOVE * size, base + _ROOM_BELOW * size
        text = _corrected(cell, before, after)
        words.append(Word(text, cell.x0 * points, upper * points, cell.x1 * points, lower * points))
    return Recognised(tuple(words), _confidence(cells), turns, _run_sideways(cells))


def _cells(table: str) -> Iterator[_Cell]:
    line = 0
    for row in table.splitlines()[1:]:
        fields = row.split("\t", _COLUMNS - 1)
        if len(fields) < _COLUMNS or fields[0] not in (_LINE, _WORD):
            continue
        line += fields[0] == _LINE
        if fields[0] == _WORD and (text := fields[11].strip()):
            x0, top, width, height, confidence = map(float, fields[6:11])
            yield _Cell(text, max(confidence, 0.0), x0, top, x0 + width, top + height, line)


def _sizes(cells: Iterable[_Cell]) -> dict[int, float]:
    """The size of the font of each line: words alone would make lines of all heights."""
    lines: dict[int, list[float]] = {}
    for cell in cells:
        lines.setdefault(cell.line, []).append(cell.size)
    return {line: median(sizes) for line, sizes in lines.items()}


def _on_line(cell: _Cell, other: _Cell | None) -> _Cell | None:
    return other if other is not None and other.line == cell.line else None


def _confidence(cells: Iterable[_Cell]) -> float:
    sound = [cell for cell in cells if cell.sound]
    letters = sum(len(cell.text) for cell in sound)
    return round(sum(cell.confidence * len(cell.text) for cell in sound) / letters, 1) if letters else 0.0


def _run_sideways(cells: Iterable[_Cell]) -> bool:
    long = [cell for cell in cells if cell.sound and len(cell.text) > 3]
    return 2 * sum(cell.bottom - cell.top > _SIDEWAYS * (cell.x1 - cell.x0) for cell in long) > len(long)


def _is_noise(cell: _Cell, alone: bool) -> bool:
    """Whether a cell is nothing that was written. alone: it stands by itself on its line."""
    return not cell.sound and (alone or cell.confidence < _NOISE_CONFIDENCE)


def _corrected(cell: _Cell, before: _Cell | None, after: _Cell | None) -> str:
    """The text of a cell, with what is mistaken again and again put right. before, after: the cells beside it on its line."""
    if after is None or len(cell.text) > 1:
        return cell.text
    if before is None and (cell.text in _BULLETS_MISREAD or (cell.text in _LETTERS_FOR_BULLETS and not after.text[0].islower())):
        return "•"
    begins = before is None or before.text.endswith((".", ",", ";", ":"))
    return "I" if cell.text == "|" and begins and after.text[0].islower() else cell.text
