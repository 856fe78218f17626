"""The careful reader: words of a page through pdfplumber, in content order. Slower by a factor of twenty, and harder to fool."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

import pdfplumber

from screener.extract.pdf.fonts import font_named
from screener.extract.pdf.words import PageWords, Word

_SETTINGS = {"x_tolerance_ratio": 0.15, "use_text_flow": True, "keep_blank_chars": False, "extra_attrs": ["fontname"]}
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
    clean = page.dedupe_chars() if _has_overprint(page.chars) else page
    left, top = page.bbox[:2]
    words: list[Word] = []
    unmapped = 0
    hidden = [word for text, _ in fast.hidden for word in text.split()]
    for found in clean.extract_words(**_SETTINGS):
        font = font_named(found["fontname"])
        text = found["text"].replace(_WIN_ANSI_BULLET, "•")
        if font.icons:
            continue
        if text in hidden:
            hidden.remove(text)
            continue
        unmapped += len(_CID.findall(text))
        place = (float(found["x0"] - left), float(found["top"] - top), float(found["x1"] - left), float(found["bottom"] - top))
        words.append(Word("•" if font.symbols and len(text) == 1 else text, *place, font.bold))
    size = float(page.width), float(page.height)
    return PageWords(
        fast.number, *size, "pdfplumber", words, characters=len(clean.chars), unmapped=unmapped, pictures=fast.pictures, hidden=fast.hidden
    )


def _has_overprint(characters: list[dict[str, Any]]) -> bool:
    """Whether a letter is painted twice on nearly the same place, as programs do that know no bold font; to find out is cheap."""
    cells = {(char["text"], round(char["x0"] / _CELL), round(char["top"] / _CELL)) for char in characters}
    shifted = {(char["text"], int(char["x0"] / _CELL), int(char["top"] / _CELL)) for char in characters}
    return min(len(cells), len(shifted)) < len(characters)
