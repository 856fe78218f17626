"""Spaces that the producer left out, found from the distance between characters.

How wide a space is depends on the font, on its size and on how the line is justified: spaces that were read measure those that were not.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

_MISSING_SPACE = 0.14  # of the line's height: letters of one word stand closer, the words of a line farther apart
_LEAST_SPACE = 0.075  # the same: no font has a narrower one
_SHARE_OF_SPACE = 0.6  # of the usual space: what is wider is one, what is narrower the kerning of two letters
_CLEARLY = 0.85  # of the usual space
_WIDEST = 0.6  # of the line's height; a wider gap is none between two words of a sentence
_MIN_SPACES = 8  # seen on a page before they are taken for a measure
_LIKE_SPACES = (0.06, 0.4)  # of all gaps inside the words of a page: as many wide ones as words have between them
_LETTER_SPACED_SHARE = 0.5
_FEW_LETTERS = 4
_JUMP = -3.0  # line heights to the left: the writing starts anew
_ANOTHER_LINE, _FAR_AWAY = 1.2, 2.5  # line heights up or down
_SAME_HEIGHT = 0.1  # points

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Spans = npt.NDArray[np.intp]
Mark = tuple[int, float, bool]
"""Where a word may begin, the narrowest gap that counts as a space there, and whether this one is as wide as the spaces around."""


def missing_spaces(spans: Spans, boxes: Floats) -> dict[int, list[int]]:
    """Where words stand apart that the text runs together: start of a token → the indices at which a new word begins.

    spans: start and end of every token, a row each. boxes: x0, top, x1, bottom of every character, a row each.
    """
    before, after = boxes[:-1], boxes[1:]
    height = np.maximum(before[:, 3] - before[:, 1], 1.0)
    gaps = (after[:, 0] - before[:, 2]) / height
    inside = _inside(spans, len(gaps))
    apart = inside & ((gaps > _LEAST_SPACE) | (gaps < _JUMP))
    wide = apart & (np.abs(after[:, 3] - before[:, 3]) < 0.5 * height) & (before[:, 2] > before[:, 0])
    jumps = _jumps(before, after, height, inside)
    candidates = np.flatnonzero(wide)
    if not len(candidates):
        return _with_jumps({}, jumps, spans)
    spaces = _usual_spaces(candidates, spans, boxes, gaps, inside)
    limits = np.clip(_SHARE_OF_SPACE * spaces, _LEAST_SPACE, _MISSING_SPACE)
    kept = (gaps[candidates] > limits) | (gaps[candidates] < _JUMP)
    tokens = np.searchsorted(spans[:, 0], candidates, side="right") - 1
    clear = (gaps[candidates] > _CLEARLY * spaces) | (gaps[candidates] < _JUMP)
    found: dict[int, list[Mark]] = {}
    for index, token, limit, is_clear in zip(*(values[kept].tolist() for values in (candidates, tokens, limits, clear)), strict=True):
        found.setdefault(token, []).append((index + 1, limit, is_clear))
    bounds = {token: (int(spans[token, 0]), int(spans[token, 1])) for token in found}
    cuts = {start: _real_cuts(gaps[start : end - 1], start, found[token]) for token, (start, end) in bounds.items()}
    return _with_jumps({start: places for start, places in cuts.items() if places}, jumps, spans)


def _jumps(before: Floats, after: Floats, height: Floats, inside: Bools) -> Spans:
    """The characters after which the writing goes on somewhere else, within one token: on another line, and not as turned letters do."""
    beside = (after[:, 0] >= before[:, 2]) | (after[:, 2] <= before[:, 0])
    higher = np.maximum(height, after[:, 3] - after[:, 1])
    lines = np.abs(after[:, 3] - before[:, 3]) / higher
    return np.flatnonzero(inside & ((beside & (lines > _ANOTHER_LINE)) | (lines > _FAR_AWAY)))


def _with_jumps(cuts: dict[int, list[int]], jumps: Spans, spans: Spans) -> dict[int, list[int]]:
    for index in jumps.tolist():
        start = int(spans[np.searchsorted(spans[:, 0], index, side="right") - 1, 0])
        cuts[start] = sorted({*cuts.get(start, ()), index + 1})
    return cuts


def _inside(spans: Spans, count: int) -> Bools:
    """Whether each character has the following one in its own token."""
    steps = np.zeros(count + 1, dtype=np.int8)
    steps[spans[:, 0]] += 1
    steps[spans[:, 1] - 1] -= 1
    inside: Bools = np.cumsum(steps)[:count] > 0
    return inside


def _usual_spaces(candidates: Spans, spans: Spans, boxes: Floats, gaps: Floats, inside: Bools) -> Floats:
    """How wide the spaces are around each candidate, in line heights: those of lettering as high as its own, else those of the page."""
    ends, starts = boxes[spans[:-1, 1] - 1], boxes[spans[1:, 0]]
    height = np.maximum(ends[:, 3] - ends[:, 1], 1.0)
    between = (starts[:, 0] - ends[:, 2]) / height
    usable = (between > _LEAST_SPACE) & (between < _WIDEST) & (np.abs(starts[:, 3] - ends[:, 3]) < 0.5 * height)
    between, kinds = between[usable], np.round(height[usable] / _SAME_HEIGHT)
    whole = _usual_of_page(between, gaps[candidates], int(inside.sum()))
    own = np.round((boxes[candidates, 3] - boxes[candidates, 1]) / _SAME_HEIGHT)
    spaces = np.full(len(candidates), whole, dtype=np.float32)
    for kind in np.unique(own).tolist():
        alike = between[np.abs(kinds - kind) <= 1]
        if len(alike) >= _MIN_SPACES:
            spaces[own == kind] = median(alike)
    return spaces


def _usual_of_page(between: Floats, candidates: Floats, count: int) -> float:
    """The usual space of a page; where hardly any was read, the wide gaps inside its words tell, if they are as many as words have."""
    if len(between) >= _MIN_SPACES:
        return median(between)
    low, high = _LIKE_SPACES
    alike = low * count < len(candidates) < high * count
    return median(candidates) if alike else 1.0


def _real_cuts(inner: Floats, start: int, marks: list[Mark]) -> list[int]:
    """The marks of one token that are gaps between words, and not its letter spacing. inner: the gaps inside it, the first at `start`."""
    usual = median(inner)
    limit = min(limit for _, limit, _ in marks)
    if len(marks) < _LETTER_SPACED_SHARE * len(inner) and usual < limit / 2:
        return [cut for cut, _, _ in marks]
    if len(inner) < _FEW_LETTERS:
        return [cut for cut, _, is_clear in marks if is_clear] if len(marks) < len(inner) or len(inner) == 1 else []
    return [cut for cut, _, _ in marks if inner[cut - 1 - start] > max(2.5 * usual, usual + _MISSING_SPACE)]


def median(values: Floats) -> float:
    """As `np.median` tells it, to the last bit, which would load a part of NumPy that nothing else here needs. values: at least one."""
    ordered, half = np.sort(values), len(values) // 2
    return float(ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2)
