"""The careful reader: words of a page through pdfplumber, in content order. Slower by a factor of twenty, and harder to fool."""

from __future__ import annotations

import io
import logging
import re
from itertools import groupby
from typing import Any

import numpy as np
import pdfplumber

from screener.extract.pdf.accents import compose_characters
from screener.extract.pdf.fonts import font_named
from screener.extract.pdf.joints import touching
from screener.extract.pdf.rows import RIGHT_TO_LEFT
from screener.extract.pdf.turned import put_together
from screener.extract.pdf.words import PageWords, Word

_SETTINGS = {"x_tolerance_ratio": 0.15, "use_text_flow": True, "char_dir_rotated": "btt", "extra_attrs": ["fontname", "upright"]}
_CID = re.compile(r"\(cid:\d+\)")
_CELL = 2.0  # points
_WIN_ANSI_BULLET = "(cid:127)"  # unused codes of the encoding stand for a bullet

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings quote the document


def read_pages(data: bytes, pages: list[PageWords]) -> dict[int, PageWords]:
    """These pages, by number, read again; those that pdfplumber fails on are left out.

    What the fast reader found hidden on a page stays hidden: the careful one does not see colours against their background.
    """
    again: dict[int, PageWords] = {}
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in pages:
                opened = document.pages[page.number - 1]
                again[page.number] = _read_page(opened, page)
                opened.close()
    except Exception:  # noqa: BLE001 - on a damaged file pdfminer raises whatever the damaged part makes it trip over
        return again
    return again


def _read_page(page: Any, fast: PageWords) -> PageWords:
    clean = _with_accents(page.dedupe_chars() if _has_overprint(page.chars) else page)
    left, top = page.bbox[:2]
    words: list[Word] = []
    upright: list[bool] = []
    unmapped = 0
    hidden = [word for text, _ in fast.hidden for word in text.split()]
    for found in clean.extract_words(**_SETTINGS):
        font = font_named(found["fontname"])
        text = found["text"].replace(_WIN_ANSI_BULLET, "•")
        if RIGHT_TO_LEFT.match(text) and RIGHT_TO_LEFT.match(text[-1]):
            text = text[::-1]  # pdfplumber gives the letters as they stand, from left to right
        if font.icons:
            continue
        if text in hidden:
            hidden.remove(text)
            continue
        unmapped += len(_CID.findall(text))
        place = (float(found["x0"] - left), float(found["top"] - top), float(found["x1"] - left), float(found["bottom"] - top))
        upright.append(found["upright"])
        words.append(Word("•" if font.symbols and len(text) == 1 else text, *place, font.bold))
    return PageWords(
        fast.number,
        float(page.width),
        float(page.height),
        "pdfplumber",
        _joined(_turned_together(words, upright)),
        characters=len(clean.chars),
        unmapped=unmapped,
        pictures=fast.pictures,
        hidden=fast.hidden,
    )


def _with_accents(page: Any) -> Any:
    """The page with its accents on their letters."""
    kept = compose_characters(page.chars)
    if len(kept) == len(page.chars):
        return page
    whole = {id(character) for character in kept}
    return page.filter(lambda each: each["object_type"] != "char" or id(each) in whole)


def _turned_together(words: list[Word], upright: list[bool]) -> list[Word]:
    """The words, with each run of turned letters as one piece of text; it is read upwards when its last letter stands above its first."""
    if all(upright):
        return words
    owners: list[int] = []
    turned: dict[int, bool] = {}
    for is_upright, run in groupby(zip(words, upright, strict=True), key=lambda pair: pair[1]):
        letters = [word for word, _ in run]
        if not is_upright:
            turned[len(turned) + 1] = letters[-1].top < letters[0].top
        owners += [0 if is_upright else len(turned)] * len(letters)
    return put_together(words, owners, turned)[0]


def _joined(words: list[Word]) -> list[Word]:
    """The words, with raised figures on the words that they belong to."""
    if len(words) < 2:
        return words
    places = np.array([(word.x0, word.top, word.x1, word.bottom) for word in words], dtype=np.float32)
    joined: list[Word] = []
    for word, touches in zip(words, touching(places).tolist(), strict=True):
        if touches and joined:
            joined[-1].text, joined[-1].x1 = joined[-1].text + word.text, word.x1
        else:
            joined.append(word)
    return joined


def _has_overprint(characters: list[dict[str, Any]]) -> bool:
    """Whether a letter is painted twice on nearly the same place, as programs do that know no bold font; to find out is cheap."""
    cells = {(char["text"], round(char["x0"] / _CELL), round(char["top"] / _CELL)) for char in characters}
    shifted = {(char["text"], int(char["x0"] / _CELL), int(char["top"] / _CELL)) for char in characters}
    return min(len(cells), len(shifted)) < len(characters)
