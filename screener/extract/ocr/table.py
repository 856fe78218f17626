"""Tesseract's table of words (TSV) as words on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from screener.extract.pdf.words import Word
from screener.extract.visibility import TINY

_LINE, _WORD = "4", "5"
_COLUMNS = 12
_NOISE_CONFIDENCE = 60.0
"""Marks that are no letters or figures, and less sure than this: specks, lines and edges of pictures."""
_MOST_WORDS = 20_000
_TINY_LINE = 0.65 * TINY
"""Points: from the top of the letters to their foot, in a line that nobody would read in any other document either."""

_BULLETS_MISREAD = frozenset("¢©®«»°*+~>·¤§■●•")
_LETTERS_FOR_BULLETS = frozenset("eo")
"""What bullets at the start of a line are mistaken for; letters are only where a sentence begins behind them."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words in the order of the table, in points. confidence: the mean over their letters, 0 to 100.

    turns: quarter turns, clockwise, that the picture was given first; the places are those on the turned one.
    """

    words: tuple[Word, ...]
    confidence: float
    turns: int = 0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A word of the table. line: top and bottom of its line, in pixels, for letters alone would make lines of all heights."""

    text: str
    confidence: float
    x0: float
    x1: float
    line: tuple[float, float]
    first: bool


def words_of(table: str, points: float, *, left: float = 0.0, top: float = 0.0, turns: int = 0) -> Recognised:
    """The words of a table. points: a pixel's side. left, top: of the picture on its page, in points."""
    cells = [cell for _, cell in zip(range(_MOST_WORDS), _cells(table), strict=False)]
    sound = [cell for cell in cells if any(map(str.isalnum, cell.text))]
    letters = sum(len(cell.text) for cell in sound)
    confidence = sum(cell.confidence * len(cell.text) for cell in sound) / letters if letters else 0.0
    words = []
    for before, cell, after in zip([None, *cells], cells, [*cells[1:], None], strict=False):
        before = None if cell.first else before
        after = None if after is None or after.first else after
        upper, lower = cell.line
        if _is_noise(cell, alone=before is None and after is None) or (lower - upper) * points < _TINY_LINE:
            continue
        text = _corrected(cell, before, after)
        words.append(Word(text, left + cell.x0 * points, top + upper * points, left + cell.x1 * points, top + lower * points))
    return Recognised(tuple(words), round(confidence, 1), turns)


def _cells(table: str) -> Iterator[_Cell]:
    line, first = (0.0, 0.0), True
    for row in table.splitlines()[1:]:
        fields = row.split("\t", _COLUMNS - 1)
        if len(fields) < _COLUMNS or fields[0] not in (_LINE, _WORD):
            continue
        x0, top, width, height, confidence = map(float, fields[6:11])
        if fields[0] == _LINE:
            line, first = (top, top + height), True
        elif text := fields[11].strip():
            yield _Cell(text, max(confidence, 0.0), x0, x0 + width, line, first)
            first = False


def _is_noise(cell: _Cell, alone: bool) -> bool:
    """Whether a cell is nothing that was written. alone: it stands by itself on its line."""
    return not any(map(str.isalnum, cell.text)) and (alone or cell.confidence < _NOISE_CONFIDENCE)


def _corrected(cell: _Cell, before: _Cell | None, after: _Cell | None) -> str:
    """The text of a cell, with what is mistaken again and again put right. before, after: the cells beside it on its line."""
    if after is None or len(cell.text) > 1:
        return cell.text
    if before is None and (cell.text in _BULLETS_MISREAD or (cell.text in _LETTERS_FOR_BULLETS and not after.text[0].islower())):
        return "•"
    begins = before is None or before.text.endswith((".", ",", ";", ":"))
    return "I" if cell.text == "|" and begins and after.text[0].islower() else cell.text
