"""Spaces that the producer left out, found from the distance between characters."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_MISSING_SPACE = 0.14  # of the line's height: letters of one word stand closer, the words of a line farther apart
_LETTER_SPACED_SHARE = 0.5

Floats = npt.NDArray[np.float32]
Spans = npt.NDArray[np.intp]


def missing_spaces(spans: Spans, boxes: Floats) -> dict[int, list[int]]:
    """Where words stand apart that the text runs together: start of a token → the indices at which a new word begins.

    spans: start and end of every token, a row each. boxes: x0, top, x1, bottom of every character, a row each.
    """
    before, after = boxes[:-1], boxes[1:]
    height = np.maximum(before[:, 3] - before[:, 1], 1.0)
    gaps = (after[:, 0] - before[:, 2]) / height
    inside = np.zeros(len(gaps), dtype=bool)
    inside[_indices_inside(spans)] = True
    wide = inside & (gaps > _MISSING_SPACE) & (np.abs(after[:, 3] - before[:, 3]) < 0.5 * height) & (before[:, 2] > before[:, 0])
    found: dict[int, list[int]] = {}
    candidates = np.flatnonzero(wide)
    for index, token in zip(candidates.tolist(), (np.searchsorted(spans[:, 0], candidates, side="right") - 1).tolist(), strict=True):
        found.setdefault(token, []).append(index + 1)
    kept = {int(spans[token, 0]): _real_cuts(spans[token], cuts, gaps) for token, cuts in found.items()}
    return {start: cuts for start, cuts in kept.items() if cuts}


def _indices_inside(spans: Spans) -> Spans:
    """Index of every character that has a following one in the same token."""
    lengths = spans[:, 1] - spans[:, 0] - 1
    total = int(lengths.sum())
    offsets = np.arange(total) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    indices: Spans = np.repeat(spans[:, 0], lengths) + offsets
    return indices


def _real_cuts(span: Spans, cuts: list[int], gaps: Floats) -> list[int]:
    """The cuts of one token that are gaps between words, and not its letter spacing."""
    inner = gaps[span[0] : span[1] - 1]
    usual = float(np.median(inner))
    if len(cuts) < _LETTER_SPACED_SHARE * len(inner) and usual < _MISSING_SPACE / 2:
        return cuts
    return [cut for cut in cuts if len(inner) >= 3 and gaps[cut - 1] > max(2.5 * usual, usual + _MISSING_SPACE)]
