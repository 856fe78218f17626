"""Accents that a program draws as glyphs of their own over plain letters, as TeX does with its oldest fonts: "Ing´enieur" is "Ingénieur".

An accent belongs to the letter that stands under it. One that stands between letters is an apostrophe ("l´eau"), and stays what it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np

from screener.extract.pdf.spaces import Floats

_COMBINING = {
    "´": "\u0301", "`": "\u0300", "ˋ": "\u0300", "ˊ": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
    "¸": "\u0327", "˚": "\u030a", "ˇ": "\u030c", "˘": "\u0306", "˝": "\u030b", "¯": "\u0304", "˙": "\u0307", "˛": "\u0328",
}  # fmt: skip
_ACCENT = re.compile("[" + "".join(map(re.escape, _COMBINING)) + "]")
_UNDOTTED = {"ı": "i", "ȷ": "j"}
_OVERLAP = 0.4  # of the letter's height: how much of it the accent's line shares
_NEAR = 0.12  # of the letter's width: how far from its middle an accent stands, at most, beside being over it
_LEAST = 0.5  # points
_AROUND, _SEARCHES = 200, 300  # characters before and behind an accent, looked at for so many accents of a page that stand before no letter
SPENT = "\u2060"
"""What stands in a text for an accent that has become part of its letter; it joins words and is not seen."""


def composed(text: str, boxes: Floats) -> str:
    """The text of a page, as long as before, with each accent drawn over a letter put into that letter and SPENT where it was.

    boxes: x0, top, x1, bottom of every character, in points; what is spent gets the box of its letter.
    """
    if _ACCENT.search(text) is None:
        return text
    characters = list(text)
    for accent, letter, both in _over_letters(characters, boxes):
        characters[letter], characters[accent] = both, SPENT
        boxes[accent] = boxes[letter]
    return "".join(characters)


def compose_characters(characters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The characters of a page as pdfplumber gives them, without the accents that have become part of their letters."""
    texts = [character["text"] if len(character["text"]) == 1 else " " for character in characters]
    if not any(text in _COMBINING for text in texts):
        return characters
    boxes = np.array([(each["x0"], each["top"], each["x1"], each["bottom"]) for each in characters], dtype=np.float32)
    spent = set()
    for accent, letter, both in _over_letters(texts, boxes):
        characters[letter]["text"] = both
        spent.add(accent)
    return [character for index, character in enumerate(characters) if index not in spent]


def _over_letters(texts: Sequence[str], boxes: Floats) -> list[tuple[int, int, str]]:
    """(index of the accent, index of its letter, both as one) of every accent that stands over a letter."""
    found = []
    taken: set[int] = set()
    searches = 0
    for accent, text in enumerate(texts):
        if text not in _COMBINING:
            continue
        following = _under(boxes, accent, accent + 1, accent + 2)
        searches += not following
        for letter in following or (_under(boxes, accent, max(accent - _AROUND, 0), accent + _AROUND) if searches <= _SEARCHES else ()):
            both = _both(texts[letter], text) if letter not in taken else ""
            if both:
                found.append((accent, letter, both))
                taken.add(letter)
                break
    return found


def _both(letter: str, accent: str) -> str:
    """A letter with an accent as one character; empty where there is none."""
    both = unicodedata.normalize("NFC", _UNDOTTED.get(letter, letter) + _COMBINING[accent])
    return both if len(both) == 1 and letter.isalpha() else ""


def _under(boxes: Floats, accent: int, first: int, stop: int) -> list[int]:
    """The characters from `first` up to `stop` in whose middle the accent stands, the nearest in the text first."""
    x0, top, x1, bottom = boxes[accent].tolist()
    near = []
    for index, (left, above, right, below) in enumerate(boxes[first:stop].tolist(), first):
        centred = abs(left + right - x0 - x1) / 2 <= max(_NEAR * (right - left), _LEAST)
        if centred and left < right and index != accent and min(below, bottom) - max(above, top) >= _OVERLAP * (below - above):
            near.append(index)
    return sorted(near, key=lambda index: (abs(index - accent), index < accent))
