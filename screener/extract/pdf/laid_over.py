"""What is laid over a page without being part of it: the fields of a form as they were filled in, and typed notes.

PDFium makes it part of the page; then it is read like everything else, and put where it stands: behind its label.
"""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import Any

import pypdfium2.raw as raw

from screener.extract.pdf.rows import Segment, level, segments_of
from screener.extract.pdf.words import PageWords, Word

_TYPED = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)
_MAX_LOOKED_AT = 1000
_SLACK = 2.0  # points
_SIDE = 4  # pixels; nobody looks at that drawing


def merge_laid_over(document: Any, number: int, page: Any) -> Any:
    """Page `number` (from 0) with its fields and typed notes merged into it, loaded anew, `page` closed; None when it stays as it is."""
    found = [_is_typed(page, index) for index in range(min(int(raw.FPDFPage_GetAnnotCount(page)), _MAX_LOOKED_AT))]
    if not any(is_typed for is_typed, _ in found):
        return None
    if any(is_typed and not is_drawn for is_typed, is_drawn in found):
        _draw(page)  # on the way PDFium makes up how a field looks that has a value alone
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return None
    merged = raw.FPDF_LoadPage(document, number)
    if merged:
        raw.FPDF_ClosePage(page)
    return merged or None


def put_in_place(before: PageWords, after: PageWords) -> PageWords:
    """`after`, read when all was merged, with what `before` lacks behind the label that it stands beside, else below what is above it."""
    count = len(before.words)
    known = [word.text for word in before.words] == [word.text for word in after.words[:count]]
    if not known or before.turns != after.turns:
        return after
    words = after.words[:count]
    for segment in segments_of(after.words[count:]):
        place = place_of(segment, words)
        words[place:place] = segment.words
    return replace(after, words=words)


def place_of(segment: Segment, words: list[Word]) -> int:
    """Where in the order of the words a piece of text belongs."""
    beside = [index for index, word in enumerate(words) if level(word, segment) and word.x1 <= segment.x0 + _SLACK]
    if beside:
        return max(beside, key=lambda index: words[index].x1) + 1
    under = [index for index, word in enumerate(words) if min(word.x1, segment.x1) > max(word.x0, segment.x0)]
    above = [index for index in under if words[index].bottom <= segment.top + _SLACK]
    if not above:
        return next((index for index, word in enumerate(words) if word.top >= segment.top - _SLACK), len(words))
    place = max(above, key=lambda index: (round(words[index].bottom), words[index].x1))
    while place + 1 < len(words) and level(words[place + 1], words[place]):
        place += 1
    return place + 1


def _is_typed(page: Any, index: int) -> tuple[bool, bool]:
    """Whether an annotation holds text for the reader of the page, and whether it says how it looks."""
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return False, False
    try:
        return raw.FPDFAnnot_GetSubtype(annotation) in _TYPED, bool(raw.FPDFAnnot_HasKey(annotation, b"AP"))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _draw(page: Any) -> None:
    bitmap = raw.FPDFBitmap_Create(_SIDE, _SIDE, 0)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, _SIDE, _SIDE, 0, raw.FPDF_ANNOT)
    raw.FPDFBitmap_Destroy(bitmap)


def saved(document: Any) -> bytes:
    """The bytes of an open document, with what was merged into its pages."""
    pieces: list[bytes] = []

    def write(_self: Any, data: Any, size: int) -> int:
        pieces.append(ctypes.string_at(data, size))
        return 1

    writer = raw.FPDF_FILEWRITE(version=1)
    writer.WriteBlock = type(writer.WriteBlock)(write)
    raw.FPDF_SaveAsCopy(document, writer, raw.FPDF_NO_INCREMENTAL)
    return b"".join(pieces)
