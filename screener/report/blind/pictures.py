"""Pages drawn anew from masked text: its lines at their places, and nothing of the original page, so that nothing shines through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from screener.document import Document, Line, PageImage
from screener.report.blind.mask import BLOCK
from screener.report.html.pictures import WantedPages

if TYPE_CHECKING:
    from PIL import ImageDraw

_SCALE = 2
_SMALLEST_PAGE = 595.0, 842.0
"""A4, in points; a page is as large as its text needs, for a document does not tell its size."""
_LARGEST = 1500.0
_MARGIN = 36.0
_INK, _PAPER, _MASK = 30, 255, 190
_SIZES = (6.0, 28.0)
_PARTS = re.compile(f"{BLOCK}+|[^{BLOCK}]+")
_AS_WIDE = "o"
"""A masked letter takes as much room as this one."""
_SIMPLER = str.maketrans({"–": "-", "—": "-", "•": "·", "“": '"', "”": '"', "’": "'", "…": "...", "\t": "    "})
"""Signs that the font lacks, which comes with the program and is the same everywhere."""


def draw_blinded(wanted: Sequence[WantedPages], documents: Iterable[tuple[str, Document]]) -> Iterator[Sequence[PageImage]]:
    """Pictures for each of `wanted`, in order. documents: masked ones by file; those that nobody wants are skipped."""
    pages = {request.file: request.pages for request in wanted}
    drawn = {file: [_page(document, page) for page in pages[file]] for file, document in documents if file in pages}
    return (drawn.get(request.file, []) for request in wanted)


def _page(document: Document, page: int) -> PageImage:
    from PIL import Image, ImageDraw  # here: only blind pictures need it

    lines = [line for line in document.lines if line.page == page and line.box]
    boxes = [line.box for line in lines if line.box]
    width = min(max([_SMALLEST_PAGE[0], *(box.x1 + _MARGIN for box in boxes)]), _LARGEST)
    height = min(max([_SMALLEST_PAGE[1], *(box.bottom + _MARGIN for box in boxes)]), _LARGEST)
    image = Image.new("L", (round(width * _SCALE), round(height * _SCALE)), _PAPER)
    pen = ImageDraw.Draw(image)
    for line in lines:
        _write(pen, document.text[line.start : line.end], line)
    with BytesIO() as file:
        image.save(file, format="PNG")
        return PageImage(page, width, height, file.getvalue())


def _write(pen: ImageDraw.ImageDraw, text: str, line: Line) -> None:
    """The line at its place, drawn smaller where it would be wider than it was; masks are grey bars."""
    from PIL import ImageFont

    assert line.box is not None
    box = line.box
    text = text.translate(_SIMPLER)
    size = min(max(line.size or box.bottom - box.top, _SIZES[0]), _SIZES[1]) * _SCALE
    natural = pen.textlength(text.replace(BLOCK, _AS_WIDE), font=ImageFont.load_default(size))
    room = (box.x1 - box.x0) * _SCALE
    size = max(size * room / natural, _SIZES[0]) if natural > room > 0 else size
    font = ImageFont.load_default(size)
    left, top = box.x0 * _SCALE, box.top * _SCALE
    for part in _PARTS.findall(text):
        width = pen.textlength(part.replace(BLOCK, _AS_WIDE), font=font)
        if part.startswith(BLOCK):
            pen.rectangle((left, top + size * 0.2, left + width, top + size), fill=_MASK)
        else:
            pen.text((left, top), part, font=font, fill=_INK)
        left += width
