"""Text written upwards or downwards beside the lines of a page: its letters put together in the order in which they are read."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import numpy as np

from screener.extract.pdf import calls
from screener.extract.pdf.spaces import Floats, Spans
from screener.extract.pdf.words import Word

_STEEP = 0.7  # sine of the angle
_SPACE = 0.12  # of the width of the column of letters
_SOME_LETTERS, _TALL = 3, 1.2
_ASKED, _NEARLY_ALL = 8, 0.8  # words; of them
_MOST = 0.6  # of the words of several letters
_MAX_TURNED = 400  # words; a page with more is turned as a whole


def turns_to_read(handle: int, spans: Spans, boxes: Floats, rotation: int) -> int:
    """Quarter turns, clockwise, that put a page upright whose text all runs sideways or upside down; 0 for any other page.

    spans: start and end of every token. boxes: of every character, in page space. rotation: quarter turns that the page itself asks for.
    """
    asked = spans[:: 1 + len(spans) // _ASKED, 0].tolist()
    quarters = Counter(round(calls.char_angle(handle, start) / (math.pi / 2)) % 4 for start in asked)
    [(quarter, count)] = quarters.most_common(1)
    turns = (-quarter - rotation) % 4 if count >= _NEARLY_ALL * len(asked) else 0
    return turns if turns and _runs(spans, boxes, quarter) else 0


def _runs(spans: Spans, boxes: Floats, quarter: int) -> bool:
    """Whether words run as text does that is turned by so many quarters, clockwise: a negative size of the font turns letters back."""
    long = spans[spans[:, 1] - spans[:, 0] > 1]
    first, last = boxes[long[:, 0]], boxes[long[:, 1] - 1]
    right, down = (last - first)[:, [0, 2]].sum(axis=1), -(last - first)[:, [1, 3]].sum(axis=1)
    along, across = ((right, down), (down, right), (-right, down), (-down, right))[quarter]
    return len(long) > 0 and float(np.mean(along > np.abs(across))) > _MOST


def looks_turned(spans: Spans, places: Floats) -> bool:
    """Whether there is a word of some letters that is taller than wide. spans, places: start and end, and the box of every token."""
    long = spans[:, 1] - spans[:, 0] >= _SOME_LETTERS
    return bool((long & (places[:, 3] - places[:, 1] > _TALL * (places[:, 2] - places[:, 0]))).any())


def turned_objects(handle: int, starts: dict[int, int], turn: int) -> dict[int, bool]:
    """Text object → whether it is read upwards, for those that are turned.

    starts: the first character of each text object. turn: quarter turns, clockwise, from the page's own space to the page as it is read.
    """
    steep = {item: math.sin(calls.char_angle(handle, start) + turn * math.pi / 2) for item, start in starts.items()}
    return {item: sine < 0 for item, sine in steep.items() if abs(sine) > _STEEP}


def put_together(words: list[Word], owners: list[int], turned: dict[int, bool]) -> tuple[list[Word], list[int]]:
    """The words with each run of turned ones as one piece of text, and the text object of each."""
    if sum(item in turned for item in owners) > _MAX_TURNED:
        return words, owners
    done: list[Word] = []
    objects: list[int] = []
    for direction, run in itertools.groupby(zip(words, owners, strict=True), key=lambda pair: turned.get(pair[1])):
        pairs = list(run)
        if direction is None:
            done += [word for word, _ in pairs]
            objects += [item for _, item in pairs]
            continue
        for column in _columns([word for word, _ in pairs]):
            done.append(_one_piece(column, direction))
            objects.append(pairs[0][1])
    return done, objects


def _columns(words: list[Word]) -> list[list[Word]]:
    """Turned words, by the line that they stand on."""
    columns: list[list[Word]] = []
    for word in words:
        last = columns[-1][-1] if columns else None
        if last is not None and min(word.x1, last.x1) > max(word.x0, last.x0):
            columns[-1].append(word)
        else:
            columns.append([word])
    return columns


def _one_piece(words: list[Word], upwards: bool) -> Word:
    ordered = sorted(words, key=(lambda word: -word.bottom) if upwards else (lambda word: word.top))
    text = ordered[0].text
    for before, word in itertools.pairwise(ordered):
        gap = before.top - word.bottom if upwards else word.top - before.bottom
        text += (" " if gap > _SPACE * (word.x1 - word.x0) else "") + word.text
    sides = [(word.x0, word.top, word.x1, word.bottom) for word in words]
    x0, top, x1, bottom = zip(*sides, strict=True)
    return Word(text, min(x0), min(top), max(x1), max(bottom), words[0].bold)
