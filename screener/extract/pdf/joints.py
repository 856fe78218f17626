"""Words that PDFium takes apart or writes twice: letters that touch belong together, and what stands on its own copy is no second word."""

from __future__ import annotations

import numpy as np

from screener.extract.pdf.spaces import Bools, Floats, median
from screener.extract.pdf.words import Word

_OVERLAP = -0.15  # of the line's height: as far as one letter of a word may reach into the next
_SPACES = (0.1, 0.6)  # of the line's height
_SHARE_OF_SPACE = 0.4  # letters of one word stand closer than that: the box of a ligature ends where its ink does
_SHARED = 0.25  # of the lower one's height: a raised figure stands a little higher than the letter before it
_BACK = 1.0  # of the line's height
_SAME_PLACE = 1.0  # points


def touching(places: Floats) -> Bools:
    """Whether each token starts where the one before it ends, on its line: one word, whatever PDFium put between.

    PDFium breaks the line after each letter on sparse pages, which it takes for vertical writing, and puts a space before raised figures.
    places: x0, top, x1, bottom of every token, a row each.
    """
    before, after = places[:-1], places[1:]
    heights = np.stack([before[:, 3] - before[:, 1], after[:, 3] - after[:, 1]])
    shared = np.minimum(before[:, 3], after[:, 3]) - np.maximum(before[:, 1], after[:, 1])
    gaps = (after[:, 0] - before[:, 2]) / np.maximum(heights.max(axis=0), 1.0)
    level = (before[:, 2] > before[:, 0]) & (after[:, 2] > after[:, 0]) & (shared > _SHARED * heights.min(axis=0))
    found: Bools = np.concatenate([[False], level & (gaps > _OVERLAP) & (gaps < _SHARE_OF_SPACE * _space(gaps[level]))])
    return found


def _space(gaps: Floats) -> float:
    """How wide a space is, in line heights, given all gaps between the words of a page."""
    low, high = _SPACES
    spaces = gaps[(gaps > low) & (gaps < high)]
    return median(spaces) if len(spaces) else low


def goes_back(places: Floats) -> bool:
    """Whether the writing jumps to the left on one line, as it does for a word that is painted a second time to make it bold."""
    before, after = places[:-1], places[1:]
    height = np.maximum(before[:, 3] - before[:, 1], 1.0)
    jumps = (after[:, 0] < before[:, 0] - _BACK * height) & (np.abs(after[:, 3] - before[:, 3]) < _SAME_PLACE)
    return bool(jumps.any())


def overprints(words: list[Word]) -> set[int]:
    """Index of every word that stands, slightly moved, on an earlier one with the same text."""
    places: dict[str, list[Word]] = {}
    found = set()
    for index, word in enumerate(words):
        earlier = places.setdefault(word.text, [])
        if any(abs(word.x0 - other.x0) < _SAME_PLACE and abs(word.top - other.top) < _SAME_PLACE for other in earlier[-3:]):
            found.add(index)
        else:
            earlier.append(word)
    return found
