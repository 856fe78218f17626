"""Addresses for mail that stand behind words or an icon ("Email") and are not shown: put beside them, as in every other format."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from screener.extract.pdf.laid_over import place_of
from screener.extract.pdf.rows import Segment
from screener.extract.pdf.spaces import Floats
from screener.extract.pdf.words import PageWords, Word

_MAIL = re.compile(rb"mailto:\s{0,3}([\w.+%-]{1,64}@[\w.-]{1,190}\.[A-Za-z]{2,24})(?:\?|\Z)", re.IGNORECASE)
_SHOWN = re.compile(r"[\w.+-]@[\w-]+\.")
_MAX_LINKS, _MAX_ADDRESSES = 500, 5
_LONGEST = 400  # bytes


def mail_links(document: Any, page: Any) -> tuple[list[str], Floats]:
    """The addresses that links of an open PDFium page write to, and left, top, right, bottom of each link in page space."""
    place, link, area = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    buffer = ctypes.create_string_buffer(_LONGEST)
    addresses: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    for _ in range(_MAX_LINKS):
        if len(addresses) == _MAX_ADDRESSES or not raw.FPDFLink_Enumerate(page, place, link):
            break
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI or not raw.FPDFLink_GetAnnotRect(link, area):
            continue
        length = int(raw.FPDFAction_GetURIPath(document, action, buffer, _LONGEST))
        found = _MAIL.match(buffer.raw[: length - 1]) if 0 < length <= _LONGEST else None
        if found and (address := found[1].decode("ascii", "replace")) not in addresses:
            addresses.append(address)
            boxes.append((area.left, area.top, area.right, area.bottom))
    return addresses, np.array(boxes, dtype=np.float32).reshape(-1, 4)


def with_addresses(page: PageWords, addresses: Sequence[str], places: Floats) -> PageWords:
    """The page with each address behind the words or the icon of its link; as it is when it shows an address.

    places: x0, top, x1, bottom of each link as the page is read.
    """
    if any(_SHOWN.search(word.text) for word in page.words):
        return page
    words = [*page.words]
    for address, (x0, top, x1, bottom) in zip(addresses, places.tolist(), strict=True):
        under = [index for index, word in enumerate(words) if _is_inside(word, x0, top, x1, bottom)]
        if under:
            last = words[under[-1]]
            words.insert(under[-1] + 1, replace(last, text=address, x0=last.x1, hyphen=False))
        else:
            word = Word(address, x0, top, x1, bottom)
            place = place_of(Segment([word], x0, top, x1, bottom), words)
            words.insert(place, word)
    return replace(page, words=words)


def _is_inside(word: Word, x0: float, top: float, x1: float, bottom: float) -> bool:
    """Whether the middle of a word lies in an area."""
    return x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
