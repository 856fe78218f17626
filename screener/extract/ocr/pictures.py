"""Pages as grey pictures to be read, and the large pictures on them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from screener.document import Box
from screener.extract.ocr.tool import Grey
from screener.extract.pdf import calls
from screener.extract.pdf.words import Word

DOTS = 300
"""An inch: what Tesseract was trained for."""
_POINTS = 72
_MAX_PIXELS = 16_000_000
"""A poster is drawn smaller, so that no page costs more memory than a sheet of paper twice the usual size."""
_LARGE = 0.08  # of the page: smaller pictures are portraits, logos and icons
_BLANK = 40  # of 255: between the lightest and the darkest point of paper with nothing on it
_EDGE = 40  # of 255, from one point to the next: the side of a letter
_MARGIN = 4  # pixels
_FINE = 1000  # parts of a point that PDFium's whole numbers stand for


class Pages:
    """The pages of a PDF, to be drawn. Close it after use."""

    def __init__(self, data: bytes) -> None:
        self._document = pdfium.PdfDocument(data)

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def drawn(self, number: int) -> tuple[Grey, float] | None:
        """Page `number` (from 1) as a person sees it, and the side of a pixel in points; None when it cannot be drawn or is blank."""
        page = self._page(number)
        if page is None:
            return None
        width, height = page.get_size()
        scale = min(DOTS / _POINTS, (_MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        picture: Grey = np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, bitmap.width)
        bitmap.close()
        page.close()
        return None if is_blank(picture) else (picture, 1 / scale)

    def large_pictures(self, number: int) -> list[Box]:
        """Where the large pictures of a page stand, cut off at its edges, in the order of painting."""
        page = self._page(number)
        if page is None:
            return []
        width, height = page.get_size()
        handle = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
        items = [calls.page_object(handle, index) for index in range(raw.FPDFPage_CountObjects(page.raw))]
        boxes = [_box_of(page.raw, item, width, height) for item in items if calls.object_type(item) == raw.FPDF_PAGEOBJ_IMAGE]
        page.close()
        return [box for box in boxes if box.x1 > box.x0 and (box.x1 - box.x0) * (box.bottom - box.top) >= _LARGE * width * height]

    def _page(self, number: int) -> Any:
        try:
            return self._document[number - 1]
        except (pdfium.PdfiumError, IndexError):
            return None


def is_blank(picture: Grey) -> bool:
    """Whether there is nothing on it."""
    return picture.size == 0 or int(picture.max()) - int(picture.min()) < _BLANK


def missed_share(picture: Grey, side: float, words: Iterable[Word]) -> float:
    """How much of the print on a picture, from 0 to 1, stands outside of all words. side: of a pixel, in points."""
    edges = np.abs(np.diff(picture.astype(np.int16), axis=1)) > _EDGE
    total = int(edges.sum())
    for word in words:
        left, right = max(int(word.x0 / side) - _MARGIN, 0), int(word.x1 / side) + _MARGIN
        edges[max(int(word.top / side), 0) : int(word.bottom / side) + 1, left:right] = False
    return round(int(edges.sum()) / total, 3) if total else 0.0


def cut_out(picture: Grey, side: float, box: Box) -> Grey:
    """The part of a drawn page that a box takes up. side: of a pixel, in points."""
    return picture[int(box.top / side) : int(box.bottom / side), int(box.x0 / side) : int(box.x1 / side)]


def _box_of(page: Any, item: int, width: float, height: float) -> Box:
    """An object's box as a person sees the page: rotation and crop applied."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not calls.object_bounds(item, *map(ctypes.addressof, sides)):
        return Box(0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = (side.value for side in sides)
    corners = [_seen(page, x, y, width, height) for x, y in ((left, bottom), (right, top))]
    (x0, x1), (y0, y1) = (sorted(corner[axis] for corner in corners) for axis in (0, 1))
    return Box(max(x0, 0.0), max(y0, 0.0), min(x1, width), min(y1, height))


def _seen(page: Any, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    """A point of page space as it lies from the top left, in points."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, int(width * _FINE), int(height * _FINE), 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE
