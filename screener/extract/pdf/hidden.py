"""Text that a person looking at the page does not see, set apart.

Most pages hold nothing suspicious: colours, modes and boxes say so at once. Where something is, the page is drawn, and what leaves no
trace on the drawing is hidden: so the real background counts, whatever made it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from screener.extract.pdf.actual import is_drawn_as_long
from screener.extract.pdf.clips import doubtful_objects
from screener.extract.pdf.shapes import Shapes, paints_of
from screener.extract.pdf.spaces import median
from screener.extract.pdf.words import PageWords, Word

_MIN_HEIGHT = 4 * 1.12  # of a line of 4-point text
_SHEET = 842.0  # points: the longer side of a usual page; a smaller one is enlarged to be looked at, and its text with it
_LEAST_WIDTH, _SOME_LETTERS = 0.06, 3  # of the line's height: no letter is that narrow
_TURNED = 3.0  # of the usual height: a word written upwards
_FAINT = 40  # of 255 in opacity
_MIN_CONTRAST = 20  # of 255: between text and its background, or the lightest and the darkest point of a word that is seen
_INVISIBLE_MODES = (3, 7)
_SCAN_SHARE = 0.3  # of the page: a picture as large as this under invisible text is a scan
_MAX_DRAWN_SIDE = 3000
_WHITE = 255
_BATCH = 5000  # words compared with all shapes at once

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
Grey = npt.NDArray[np.uint8]
Area = tuple[int, int, int, int]


def sort_out_hidden(result: PageWords, page: Any, owners: list[int], shapes: Shapes, placed: Callable[[Floats], Floats]) -> None:
    """Move the words that nobody sees from `result.words` to `result.hidden`.

    owners: the text object of each word. placed: turns boxes of page space into boxes as a person sees them.
    """
    boxes = np.array([(word.x0, word.top, word.x1, word.bottom) for word in result.words], dtype=np.float32).reshape(-1, 4)
    reasons = _plain_reasons(boxes, result)
    squeezed = np.flatnonzero(_squeezed(boxes, result)).tolist()
    reasons |= {index: "tiny" for index in squeezed if not is_drawn_as_long(owners[index], shapes.text_orders)}
    doubted = _all_doubted(boxes, owners, shapes, placed(shapes.boxes), result)
    if doubted:
        area = _area_of(boxes[list(doubted)])
        drawing = _drawing(page, result, area)
        for index, reason in doubted.items():
            if not _leaves_trace(result.words[index], drawing, area):
                reasons.setdefault(index, reason)
    if reasons:
        result.hidden = _grouped(result.words, reasons)
        result.words = [word for index, word in enumerate(result.words) if index not in reasons]


def _all_doubted(boxes: Floats, owners: list[int], shapes: Shapes, shape_boxes: Floats, page: PageWords) -> dict[int, str]:
    """Words that may not be seen → the reason that it would be."""
    objects = {item: index for index, item in enumerate(dict.fromkeys(owners))}
    paints = paints_of(list(objects))
    peculiar = doubtful_objects(list(objects), shapes.text_orders)
    if not len(shape_boxes) and not peculiar and not _suspicious(paints).any():
        return {}
    last = len(shapes.text_orders) + len(shapes.orders) + (int(shapes.orders.max()) if len(shapes.orders) else 0)
    orders = np.array([shapes.text_orders.get(item, last) for item in objects], dtype=np.int32)
    which = np.array([objects[item] for item in owners], dtype=np.intp)
    doubted: dict[int, str] = {}
    for start in range(0, len(boxes), _BATCH):
        part = slice(start, start + _BATCH)
        found = _doubted(boxes[part], paints[which[part]], orders[which[part]], shapes, shape_boxes, page)
        doubted |= {start + index: reason for index, reason in found.items()}
    if peculiar:
        doubted |= {index: peculiar[place] for index, place in enumerate(which.tolist()) if place in peculiar and index not in doubted}
    return doubted


def _suspicious(paints: Ints) -> npt.NDArray[np.bool_]:
    """Which text could not be seen on white paper."""
    unseen: npt.NDArray[np.bool_] = (
        (paints[:, :3].min(axis=1) > _WHITE - _MIN_CONTRAST) | (paints[:, 3] < _FAINT) | np.isin(paints[:, 4], _INVISIBLE_MODES)
    )
    return unseen


def _plain_reasons(boxes: Floats, page: PageWords) -> dict[int, str]:
    """Words that are off the page or tiny, as a look at their boxes tells."""
    x0, top, x1, bottom = boxes.T
    least = _MIN_HEIGHT * min(1.0, max(page.width, page.height) / _SHEET)
    tiny = (np.maximum(bottom - top, x1 - x0) < least) | ((bottom - top < least) & (bottom - top > 0.01))
    off = (x1 <= 0) | (x0 >= page.width) | (bottom <= 0) | (top >= page.height)
    small = [index for index in np.flatnonzero(tiny).tolist() if any(map(str.isalnum, page.words[index].text))]  # not: bullets
    return dict.fromkeys(small, "tiny") | dict.fromkeys(np.flatnonzero(off).tolist(), "off-page")


def _squeezed(boxes: Floats, page: PageWords) -> npt.NDArray[np.bool_]:
    """Whether the letters of each word stand on top of one another: no width is left to them."""
    letters = np.array([len(word.text) for word in page.words], dtype=np.float32)
    height = boxes[:, 3] - boxes[:, 1]
    usual = median(height) if len(height) else 0.0
    narrow: npt.NDArray[np.bool_] = boxes[:, 2] - boxes[:, 0] < _LEAST_WIDTH * letters * height
    return narrow & (letters >= _SOME_LETTERS) & (height < _TURNED * usual)


def _doubted(boxes: Floats, paints: Ints, orders: Ints, shapes: Shapes, shape_boxes: Floats, page: PageWords) -> dict[int, str]:
    """As `_all_doubted`. paints, orders: how each word is painted, and when."""
    background = np.full((len(boxes), 3), _WHITE, dtype=np.int32)
    doubted: dict[int, str] = {}
    if len(shape_boxes):
        over = _centres_inside(boxes, shape_boxes)
        below = over & (shapes.orders[None, :] < orders[:, None])
        covering = over & ~below & ~shapes.pictures[None, :]
        doubted = dict.fromkeys(np.flatnonzero(covering.any(axis=1)).tolist(), "covered")
        nearest = np.where(below, np.arange(len(shape_boxes))[None, :], -1).max(axis=1)
        background[nearest >= 0] = shapes.colours[nearest[nearest >= 0]]
    unknown = background[:, 0] < 0
    contrast = np.abs(paints[:, :3] - background).max(axis=1)
    unseen = (~unknown & (contrast < _MIN_CONTRAST)) | (unknown & (paints[:, :3].min(axis=1) > 200)) | (paints[:, 3] < _FAINT)
    doubted |= dict.fromkeys(np.flatnonzero(unseen).tolist(), "colour")
    invisible = np.isin(paints[:, 4], _INVISIBLE_MODES)
    if invisible.any():
        found = np.flatnonzero(invisible).tolist()
        if _is_scan(shapes, shape_boxes, page):  # the scan's own text, put there by text recognition
            return {index: reason for index, reason in doubted.items() if not invisible[index]}
        doubted |= dict.fromkeys(found, "invisible")
    return doubted


def _centres_inside(boxes: Floats, areas: Floats) -> npt.NDArray[np.bool_]:
    x = ((boxes[:, 0] + boxes[:, 2]) / 2)[:, None]
    y = ((boxes[:, 1] + boxes[:, 3]) / 2)[:, None]
    inside: npt.NDArray[np.bool_] = (areas[:, 0] <= x) & (x <= areas[:, 2]) & (areas[:, 1] <= y) & (y <= areas[:, 3])
    return inside


def _is_scan(shapes: Shapes, shape_boxes: Floats, page: PageWords) -> bool:
    """Whether one picture takes up much of the page."""
    areas = (shape_boxes[:, 2] - shape_boxes[:, 0]) * (shape_boxes[:, 3] - shape_boxes[:, 1])
    return bool((areas[shapes.pictures] > _SCAN_SHARE * page.width * page.height).any())


def _area_of(boxes: Floats) -> Area:
    """x0, top, x1, bottom of the part of the page that holds these boxes, in whole points."""
    x0, top = np.floor(boxes[:, :2].min(axis=0))
    x1, bottom = np.ceil(boxes[:, 2:].max(axis=0))
    return max(int(x0), 0), max(int(top), 0), max(int(x1), int(x0), 0) + 1, max(int(bottom), int(top), 0) + 1


def _drawing(page: Any, result: PageWords, area: Area) -> Grey:
    """A part of the page as it looks, in grey, a point of the array for each point of the page."""
    width, height = (max(1, min(side, _MAX_DRAWN_SIDE)) for side in (area[2] - area[0], area[3] - area[1]))
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, -area[0], -area[1], round(result.width), round(result.height), result.turns, raw.FPDF_ANNOT)
        stride = int(raw.FPDFBitmap_GetStride(bitmap))
        data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return np.frombuffer(data, dtype=np.uint8).reshape(height, stride)[:, :width]


def _leaves_trace(word: Word, drawing: Grey, area: Area) -> bool:
    rows = slice(max(int(word.top) - area[1], 0), max(int(word.bottom) + 1 - area[1], 0))
    seen = drawing[rows, max(int(word.x0) - area[0], 0) : max(int(word.x1) + 1 - area[0], 0)]
    return seen.size > 0 and int(seen.max()) - int(seen.min()) >= _MIN_CONTRAST


def _grouped(words: list[Word], reasons: dict[int, str]) -> list[tuple[str, str]]:
    """Neighbouring hidden words as one piece: (text, reason)."""
    pieces: list[tuple[str, str]] = []
    for index in sorted(reasons):
        text, reason = words[index].text, reasons[index]
        joined = reasons.get(index - 1) == reason
        pieces.append((f"{pieces.pop()[0]} {text}" if joined else text, reason))
    return pieces
