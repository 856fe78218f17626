"""Pictures of pages for people to look at; nothing is ever read from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from screener.document import PageImage

_SCALE = 2.0
"""Pixels for each point: 144 dots an inch, sharp enough to read at the width of half a screen."""
_MAX_PIXELS = 6_000_000
"""A poster is drawn smaller, so that no page costs more memory than a large sheet of paper."""
_COLOURS = 96
"""Text and a coloured margin need few; a photo keeps its looks, and a page stays around 60 kB."""


def render_pages(data: bytes, pages: Sequence[int]) -> tuple[PageImage, ...]:
    """Pictures of `pages` (from 1) of a PDF, as a person sees them (rotation and crop applied); pages that cannot be drawn are left out.

    The same bytes for the same document on the same installation.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return ()
    try:
        document.init_forms()  # without it the fields of a form stay empty
        return tuple(_images(document, pages))
    finally:
        document.close()


def _images(document: Any, pages: Sequence[int]) -> Iterator[PageImage]:
    for number in pages:
        if not 1 <= number <= len(document):
            continue
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            continue
        width, height = page.get_size()
        if width > 0 and height > 0:
            yield PageImage(number, width, height, _png(page, width * height))
        page.close()


def _png(page: Any, area: float) -> bytes:
    scale = min(_SCALE, (_MAX_PIXELS / area) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    image = bitmap.to_pil().convert("RGB").quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    bitmap.close()
    with BytesIO() as file:
        image.save(file, format="PNG")
        return file.getvalue()
