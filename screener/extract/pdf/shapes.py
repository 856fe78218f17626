"""How a page is painted: the colours of its text, and the filled shapes and pictures under and over it."""

from __future__ import annotations

import ctypes
from collections import deque
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as raw

from screener.extract.pdf import calls

MAX_SHAPES = 1000
_MIN_SIDE = 4.0  # points; what is thinner is a rule, and hides nothing
_OPAQUE = 230  # of 255
_FULL = 255
_CHANNEL_BYTES = 16
_RECTANGLE_SEGMENTS = 5
_PAINTED = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)

_channels = (ctypes.c_uint * 4)()
_channel_addresses = tuple(ctypes.addressof(_channels) + 4 * index for index in range(4))
_bounds = (ctypes.c_float * 4)()
_bound_addresses = tuple(ctypes.addressof(_bounds) + 4 * index for index in range(4))


@dataclass(slots=True)
class Shapes:
    """Filled shapes and pictures in the order of painting.

    text_orders: text object → its place in that order. orders: the place of each shape. boxes: left, top, right, bottom of each, in page
    space. colours: red, green, blue of each; −1 where it is not one known colour (pictures, forms, shapes other than rectangles).
    pictures: which of them are pictures.
    """

    text_orders: dict[int, int]
    orders: npt.NDArray[np.int32]
    boxes: npt.NDArray[np.float32]
    colours: npt.NDArray[np.int32]
    pictures: npt.NDArray[np.bool_]


def paints_of(text_objects: list[int]) -> npt.NDArray[np.int32]:
    """How text objects of PDFium are painted, a row each: red, green, blue, opacity (0 to 255 each), PDF text render mode."""
    count = len(text_objects)
    channels = np.full((count, 4), (0, 0, 0, _FULL), dtype=np.uint32)
    first = channels.ctypes.data
    addresses = [range(first + 4 * channel, first + 4 * channel + _CHANNEL_BYTES * count, _CHANNEL_BYTES) for channel in range(4)]
    deque(map(calls.fill_colour, text_objects, *addresses), maxlen=0)
    paints = np.empty((count, 5), dtype=np.int32)
    paints[:, :4] = channels
    paints[:, 4] = list(map(calls.render_mode, text_objects))
    return paints


def shapes_of(page: Any) -> Shapes:
    """What is painted on an open PDFium page, text aside."""
    handle = ctypes.cast(page, ctypes.c_void_p).value or 0
    text_orders: dict[int, int] = {}
    found: list[tuple[int, list[float], tuple[int, int, int], bool]] = []
    page_object, object_type = calls.page_object, calls.object_type
    for order in range(int(raw.FPDFPage_CountObjects(page))):
        item = page_object(handle, order)
        kind = object_type(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            text_orders[item] = order
        elif kind in _PAINTED and len(found) < MAX_SHAPES:
            picture, form = kind == raw.FPDF_PAGEOBJ_IMAGE, kind == raw.FPDF_PAGEOBJ_FORM
            if (box := _box_of(item)) and (picture or form or calls.fill_mode(item)) and (colour := _colour_of(item, picture or form)):
                found.append((order, box, colour, picture))
    return Shapes(
        text_orders,
        np.array([shape[0] for shape in found], dtype=np.int32),
        np.array([shape[1] for shape in found], dtype=np.float32).reshape(-1, 4),
        np.array([shape[2] for shape in found], dtype=np.int32).reshape(-1, 3),
        np.array([shape[3] for shape in found], dtype=np.bool_),
    )


def _box_of(item: int) -> list[float] | None:
    """left, top, right, bottom of an object that is large enough to hide something."""
    if not calls.object_bounds(item, *_bound_addresses):
        return None
    left, bottom, right, top = _bounds
    return [left, top, right, bottom] if right - left >= _MIN_SIDE and top - bottom >= _MIN_SIDE else None


def _colour_of(item: int, many: bool) -> tuple[int, int, int] | None:
    """The colour of a filled shape, (−1, −1, −1) when it is not known or has `many`; None when one can look through it."""
    if many:
        return (-1, -1, -1)
    if not calls.fill_colour(item, *_channel_addresses) or calls.segment_count(item) > _RECTANGLE_SEGMENTS:
        return (-1, -1, -1)
    red, green, blue, opacity = _channels
    return (red, green, blue) if opacity >= _OPAQUE else None
