"""The fast reader: words of a page through PDFium, in content order.

The text of a page comes in one call; the boxes of its characters go straight into one array, so that everything done to single
characters is done to whole arrays.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from screener.extract.pdf import calls
from screener.extract.pdf.words import PageWords, Word

MAX_PAGE_CHARACTERS = 200_000

_TOKEN = re.compile("[^\\s\ufffe\x02\x00\xa0\u2000-\u200a\u202f\u3000]+[\ufffe\x02]?")
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,]bd|cmbx|cmssbx|lmroman\d+-bold", re.IGNORECASE)
_ICON_NAME = re.compile(r"awesome|icon|fontello|material|glyphicon|entypo|typicon|feather", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"wingding|webding|dingbat|symbol(?!a)", re.IGNORECASE)
_MISSING_SPACE = 0.14  # of the line's height; letters of one word stand closer, words of a justified line farther apart
_LETTER_SPACED_SHARE = 0.5

Floats = npt.NDArray[np.float32]


@dataclass(slots=True)
class Font:
    """What a font's name tells."""

    bold: bool
    icons: bool
    symbols: bool


@dataclass(slots=True)
class FontBook:
    """The fonts of one document, each looked at once."""

    fonts: dict[int, Font] = field(default_factory=dict)
    _buffer: Any = field(default_factory=lambda: ctypes.create_string_buffer(128))

    def font_of(self, text_object: int) -> Font:
        """The font of a text object of PDFium."""
        handle = calls.object_font(text_object) or 0
        font = self.fonts.get(handle)
        if font is None:
            font = self.fonts[handle] = self._look_up(handle)
        return font

    def _look_up(self, handle: int) -> Font:
        if not handle:
            return Font(False, False, False)
        calls.font_name(handle, ctypes.addressof(self._buffer), 128)
        name = self._buffer.value.decode("utf-8", "replace")
        return Font(bool(_BOLD_NAME.search(name)), bool(_ICON_NAME.search(name)), bool(_SYMBOL_NAME.search(name)))


def read_page(page: Any, number: int, fonts: FontBook) -> PageWords:
    """The words of an open PDFium page."""
    text_page = raw.FPDFText_LoadPage(page)
    try:
        handle = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        text = _page_text(text_page, handle)
        width, height = float(raw.FPDF_GetPageWidthF(page)), float(raw.FPDF_GetPageHeightF(page))
        result = PageWords(number, width, height, "pdfium", [], characters=len(text))
        if text.strip():
            boxes = _placed(_char_boxes(handle, len(text)), page, width, height)
            _add_words(result, handle, text, boxes, fonts)
        return result
    finally:
        raw.FPDFText_ClosePage(text_page)


def _page_text(text_page: Any, handle: int) -> str:
    """The page's text, one character for each of PDFium's character indices."""
    count = min(int(raw.FPDFText_CountChars(text_page)), MAX_PAGE_CHARACTERS)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    raw.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")
    if len(text) == count:
        return text
    codes = [calls.char_unicode(handle, index) for index in range(count)]
    return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" for code in codes)


def _char_boxes(handle: int, count: int) -> Floats:
    """left, top, right, bottom of every character, in page space (origin at the bottom left)."""
    boxes: Floats = np.zeros((count, 4), dtype=np.float32)
    address = boxes.ctypes.data
    loose_box = calls.loose_box
    for index in range(count):
        loose_box(handle, index, address + 16 * index)
    return boxes


def _placed(boxes: Floats, page: Any, width: float, height: float) -> Floats:
    """x0, top, x1, bottom as a person sees the page: origin at the top left, page rotation and crop applied."""
    area = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, area)
    left, right = boxes[:, 0] - area.left, boxes[:, 2] - area.left
    low, high = boxes[:, 3] - area.bottom, boxes[:, 1] - area.bottom
    turned = (
        (left, height - high, right, height - low),
        (low, left, high, right),
        (width - right, low, width - left, high),
        (width - high, height - right, width - low, height - left),
    )[raw.FPDFPage_GetRotation(page) % 4]
    return np.stack(turned, axis=1)


def _add_words(result: PageWords, handle: int, text: str, boxes: Floats, fonts: FontBook) -> None:
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    splits = _missing_spaces(tokens, boxes)
    styles: dict[int, Font] = {}
    rows = boxes.tolist()
    for start, end in tokens:
        handle_of_object = calls.text_object(handle, start) or 0
        font = styles.get(handle_of_object)
        if font is None:
            font = styles[handle_of_object] = fonts.font_of(handle_of_object) if handle_of_object else Font(False, False, False)
        if font.icons:
            continue
        content = text[start:end]
        if not content.isascii() or not content.isprintable():
            result.unmapped += sum(1 for k in range(start, end) if text[k] not in "\ufffe\x02" and calls.unmapped(handle, k))
        elif calls.unmapped(handle, start):
            result.unmapped += end - start
        if font.symbols and end - start == 1:
            content = "•"
        cuts = splits.get(start)
        if cuts is None:
            result.words.append(_word(content, rows, start, end, font.bold))
        else:
            edges = [start, *cuts, end]
            result.words.extend(_word(text[a:b], rows, a, b, font.bold) for a, b in zip(edges, edges[1:], strict=False))


def _word(content: str, rows: list[list[float]], start: int, end: int, bold: bool) -> Word:
    hyphen = content[-1] in "\ufffe\x02"
    if hyphen:
        content = content[:-1] + "-"
    first, last = rows[start], rows[end - 1]
    if last[2] <= last[0] and end - start > 1:
        last = rows[end - 2]
    return Word(content, min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3]), bold, hyphen)


def _missing_spaces(tokens: list[tuple[int, int]], boxes: Floats) -> dict[int, list[int]]:
    """Where words stand apart that the text runs together: start of the token → indices at which a new word begins."""
    if len(boxes) < 2:
        return {}
    x0, x1 = boxes[:, 0], boxes[:, 2]
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 1.0)
    level = np.abs(boxes[1:, 3] - boxes[:-1, 3]) < 0.5 * height[:-1]
    wide = level & (x0[1:] - x1[:-1] > _MISSING_SPACE * height[:-1]) & (x1[:-1] > x0[:-1])
    candidates = np.flatnonzero(wide).tolist()
    if not candidates:
        return {}
    gaps = (x0[1:] - x1[:-1]) / height[:-1]
    starts = np.array([start for start, _ in tokens])
    found: dict[int, list[int]] = {}
    for index in candidates:
        token = tokens[int(np.searchsorted(starts, index, side="right")) - 1]
        if token[0] <= index and index + 1 < token[1]:
            found.setdefault(token[0], []).append(index + 1)
    ends = dict(tokens)
    return {start: kept for start, cuts in found.items() if (kept := _real_cuts(start, ends[start], cuts, gaps))}


def _real_cuts(start: int, end: int, cuts: list[int], gaps: Floats) -> list[int]:
    """The cuts of one token that are gaps between words, and not its letter spacing."""
    inner = gaps[start : end - 1]
    usual = float(np.median(inner))
    if len(cuts) < _LETTER_SPACED_SHARE * len(inner) and usual < _MISSING_SPACE / 2:
        return cuts
    return [cut for cut in cuts if len(inner) >= 3 and gaps[cut - 1] > max(2.5 * usual, usual + _MISSING_SPACE)]
