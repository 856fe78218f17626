"""The fast reader: words of a page through PDFium, in content order.

The text of a page comes in one call; the boxes of its characters go straight into one array, so that everything done to single
characters is done to whole arrays.
"""

from __future__ import annotations

import ctypes
import itertools
import re
from collections import defaultdict, deque
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from screener.extract.pdf import calls
from screener.extract.pdf.accents import SPENT, composed
from screener.extract.pdf.fonts import Font, FontBook
from screener.extract.pdf.glyphs import TEX_CODES, GlyphNames
from screener.extract.pdf.hidden import sort_out_hidden
from screener.extract.pdf.joints import goes_back, overprints, touching
from screener.extract.pdf.shapes import shapes_of
from screener.extract.pdf.spaces import Floats, Spans, missing_spaces
from screener.extract.pdf.turned import looks_turned, put_together, turned_objects, turns_to_read
from screener.extract.pdf.words import PageWords, Word

MAX_PAGE_CHARACTERS = 200_000

_TOKEN = re.compile("[^ \t\r\n\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe\x02\x00]+[\ufffe\x02]?")
_BOX_BYTES = 16
Box = tuple[float, float, float, float]
_HYPHENS = "\ufffe\x02"


@dataclass(frozen=True, slots=True)
class _Source:
    """A page as PDFium gives it: its text page, a character for each index, the box of each, and the names of odd glyphs.

    turn: quarter turns, clockwise, from the page's own space to the page as it is read.
    sound, lost: name of a font → the characters that it is known to have a Unicode value for, and those that it leaves without one.
    """

    handle: int
    text: str
    boxes: Floats
    glyphs: GlyphNames
    sound: defaultdict[str, set[str]]
    lost: defaultdict[str, set[str]]
    turn: int


def read_page(page: Any, number: int, fonts: FontBook, glyphs: GlyphNames) -> PageWords:
    """The words of an open PDFium page."""
    width, height = float(raw.FPDF_GetPageWidthF(page)), float(raw.FPDF_GetPageHeightF(page))
    result = PageWords(number, width, height, "pdfium", [])
    text_page = raw.FPDFText_LoadPage(page)
    try:
        handle = ctypes.cast(text_page, ctypes.c_void_p).value or 0
        text = _page_text(text_page, handle)
        result.characters = len(text)
        spans = np.array([match.span() for match in _TOKEN.finditer(text)], dtype=np.intp)
        shapes = shapes_of(page)
        result.pictures = bool(shapes.pictures.any())
        if len(spans):
            rotation = int(raw.FPDFPage_GetRotation(page))
            boxes = _char_boxes(handle, len(text))
            result.turns = turns_to_read(handle, spans, boxes, rotation)
            if result.turns % 2:
                result.width, result.height = height, width
            turn = (rotation + result.turns) % 4
            place = partial(_placed, page, result.width, result.height, turn)
            placed_boxes = place(boxes)
            source = _Source(handle, composed(text, placed_boxes), placed_boxes, glyphs, fonts.sound, fonts.lost, turn)
            owners = _add_words(result, source, spans, fonts)
            sort_out_hidden(result, page, owners, shapes, place)
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
    return "".join([chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" for code in codes])


def _char_boxes(handle: int, count: int) -> Floats:
    """left, top, right, bottom of every character, in page space (origin at the bottom left)."""
    boxes: Floats = np.zeros((count, 4), dtype=np.float32)
    address = boxes.ctypes.data
    addresses = range(address, address + _BOX_BYTES * count, _BOX_BYTES)
    deque(map(calls.loose_box, repeat(handle), range(count), addresses), maxlen=0)
    return boxes


def placed(page: Any, words: PageWords, boxes: Floats) -> Floats:
    """Boxes of page space (left, top, right, bottom) as they lie on the page as it is read: x0, top, x1, bottom."""
    return _placed(page, words.width, words.height, (int(raw.FPDFPage_GetRotation(page)) + words.turns) % 4, boxes)


def _placed(page: Any, width: float, height: float, turn: int, boxes: Floats) -> Floats:
    """x0, top, x1, bottom as a person reads the page of this size: origin at the top left, crop and quarter turns applied."""
    area = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, area)
    left, right = boxes[:, 0] - area.left, boxes[:, 2] - area.left
    low, high = boxes[:, 3] - area.bottom, boxes[:, 1] - area.bottom
    turned = (
        (left, height - high, right, height - low),
        (low, left, high, right),
        (width - right, low, width - left, high),
        (width - high, height - right, width - low, height - left),
    )[turn]
    return np.stack(turned, axis=1)


def _add_words(result: PageWords, source: _Source, spans: Spans, fonts: FontBook) -> list[int]:
    """Fill in the words; returns the text object of each."""
    words, owners = result.words, []
    starts = spans[:, 0].tolist()
    items = [item or 0 for item in map(calls.text_object, repeat(source.handle), starts)]
    firsts = dict(zip(reversed(items), reversed(starts), strict=True))
    looks = dict(zip(firsts, map(fonts.font_of, firsts), strict=True))
    sizes = dict(zip(firsts, calls.shown_sizes(source.handle, list(firsts.values())), strict=True))
    splits = missing_spaces(spans, source.boxes)
    result.repaired = sum(map(len, splits.values()))
    places = _token_boxes(source.boxes, spans)
    contents = [source.text[start:end] for start, end in spans.tolist()]
    tokens = zip(contents, starts, items, touching(places).tolist(), places.tolist(), strict=True)
    for content, start, item, joins, (x0, top, x1, bottom) in tokens:
        font = looks[item]
        if joins and words and start not in splits and not font.pictures and not words[-1].hyphen:
            _join(words[-1], _odd_word(source, start, start + len(content), font, (x0, top, x1, bottom))[0])
            continue
        if content.isascii() and content.isprintable() and not font.pictures and start not in splits:
            words.append(Word(content, x0, top, x1, bottom, font.bold, False, sizes[item]))
            owners.append(item)
            continue
        for first, after in itertools.pairwise((start, *splits.get(start, ()), start + len(content))):
            place = (x0, top, x1, bottom) if start not in splits else _box_of(source.boxes, first, after)
            word, unknown = _odd_word(source, first, after, font, place)
            result.unmapped += unknown
            if joins and first == start and words and not font.pictures and not words[-1].hyphen:
                _join(words[-1], word)
            elif word is not None:
                word.size = sizes[item]
                words.append(word)
                owners.append(item)
    if (splits or goes_back(places)) and (doubled := overprints(words)):
        result.words = [word for index, word in enumerate(words) if index not in doubled]
        owners = [item for index, item in enumerate(owners) if index not in doubled]
    if looks_turned(spans, places):
        turned = turned_objects(source.handle, firsts, source.turn)
        result.words, owners = put_together(result.words, owners, turned)
    return owners


def _join(word: Word, rest: Word | None) -> None:
    """Add the rest of a word to it; the line of the first part is the line of the whole."""
    if rest is not None:
        word.text, word.x1, word.hyphen = word.text + rest.text, rest.x1, rest.hyphen


def _odd_word(source: _Source, start: int, end: int, font: Font, place: Box) -> tuple[Word | None, int]:
    """A word that asks for a closer look, and how many of its characters have no known value; None for an icon."""
    handle, content = source.handle, source.text[start:end]
    if font.icons and (end - start == 1 or calls.unmapped(handle, start) or content.startswith("\\fa")):
        return None, 0
    content, unknown = _mapped(source, content, start, font)
    content = content.replace(SPENT, "")
    if not content:
        return None, 0
    if font.symbols and end - start == 1:
        content = "•"
    hyphen = content[-1] in _HYPHENS
    if hyphen:
        content = content[:-1] + "-"
    x0, top, x1, bottom = place
    return Word(content, x0, top, x1, bottom, font.bold, hyphen), unknown


def _box_of(boxes: Floats, start: int, end: int) -> Box:
    x0, top, x1, bottom = _token_boxes(boxes, np.array([(start, end)], dtype=np.intp))[0].tolist()
    return x0, top, x1, bottom


def _token_boxes(boxes: Floats, spans: Spans) -> Floats:
    """The box of every token, from its first and its last character."""
    first, last = boxes[spans[:, 0]], boxes[spans[:, 1] - 1]
    hollow = last[:, 2] <= last[:, 0]
    last[hollow] = boxes[np.maximum(spans[hollow, 1] - 2, spans[hollow, 0])]
    return np.concatenate([np.minimum(first[:, :2], last[:, :2]), np.maximum(first[:, 2:], last[:, 2:])], axis=1)


def _mapped(source: _Source, content: str, start: int, font: Font) -> tuple[str, int]:
    """A word with the characters that its font leaves without a Unicode value read by glyph name, and how many stay unknown.

    A glyph on its own is an icon, and not worth a doubt.
    """
    if source.sound[font.name].issuperset(content):
        return content, 0
    lost = [k for k, character in enumerate(content) if character not in _HYPHENS and _is_lost(source, font, character, start + k)]
    if not lost or (len(content) == 1 and content not in TEX_CODES):
        return content, 0
    named = {k: source.glyphs.text_of(font.name, ord(content[k])) or TEX_CODES.get(content[k]) for k in lost}
    whole = "".join([named.get(k) or character for k, character in enumerate(content)])
    # The codes of plain text are ASCII also in fonts that leave everything without a value, as TeX's bitmap fonts do.
    return whole, sum([name is None and not (content[k].isalnum() or " " < content[k] < "\x7f") for k, name in named.items()])


def _is_lost(source: _Source, font: Font, character: str, index: int) -> bool:
    """Whether a font leaves a character without a Unicode value: asked once for each character of a font."""
    sound, lost = source.sound[font.name], source.lost[font.name]
    if character not in sound and character not in lost:
        (lost if calls.unmapped(source.handle, index) else sound).add(character)
    return character in lost
