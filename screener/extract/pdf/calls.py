"""PDFium's C calls with plain integers for handles: less than half the cost of the generated wrappers, which is where the time goes."""

from __future__ import annotations

import ctypes
from collections import deque
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as raw


def _call(function: Any, result: Any, *arguments: Any) -> Any:
    """The same C function, taking handles and addresses as integers and keeping the interpreter lock (calls last less than 1 µs)."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


_HANDLE, _INT = ctypes.c_void_p, ctypes.c_int

loose_box = _call(raw.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _HANDLE)
char_box = _call(raw.FPDFText_GetCharBox, _INT, _HANDLE, _INT, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
text_object = _call(raw.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
char_angle = _call(raw.FPDFText_GetCharAngle, ctypes.c_float, _HANDLE, _INT)
char_unicode = _call(raw.FPDFText_GetUnicode, ctypes.c_uint, _HANDLE, _INT)
unmapped = _call(raw.FPDFText_HasUnicodeMapError, _INT, _HANDLE, _INT)
generated = _call(raw.FPDFText_IsGenerated, _INT, _HANDLE, _INT)
char_index = _call(raw.FPDFText_GetCharIndexFromTextIndex, _INT, _HANDLE, _INT)
object_font = _call(raw.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
font_name = _call(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _HANDLE, _HANDLE, ctypes.c_size_t)
font_weight = _call(raw.FPDFFont_GetWeight, _INT, _HANDLE)
fill_colour = _call(raw.FPDFPageObj_GetFillColor, _INT, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
font_size = _call(raw.FPDFText_GetFontSize, ctypes.c_double, _HANDLE, _INT)
_char_matrix = _call(raw.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _HANDLE)
render_mode = _call(raw.FPDFTextObj_GetTextRenderMode, _INT, _HANDLE)
object_type = _call(raw.FPDFPageObj_GetType, _INT, _HANDLE)
object_bounds = _call(raw.FPDFPageObj_GetBounds, _INT, _HANDLE, _HANDLE, _HANDLE, _HANDLE, _HANDLE)
segment_count = _call(raw.FPDFPath_CountSegments, _INT, _HANDLE)
clip_path = _call(raw.FPDFPageObj_GetClipPath, _HANDLE, _HANDLE)
clip_count = _call(raw.FPDFClipPath_CountPaths, _INT, _HANDLE)
clip_segment_count = _call(raw.FPDFClipPath_CountPathSegments, _INT, _HANDLE, _INT)
clip_segment = _call(raw.FPDFClipPath_GetPathSegment, _HANDLE, _HANDLE, _INT, _INT)
segment_point = _call(raw.FPDFPathSegment_GetPoint, _INT, _HANDLE, _HANDLE, _HANDLE)
mark_count = _call(raw.FPDFPageObj_CountMarks, _INT, _HANDLE)
mark = _call(raw.FPDFPageObj_GetMark, _HANDLE, _HANDLE, ctypes.c_ulong)
mark_name = _call(raw.FPDFPageObjMark_GetName, _INT, _HANDLE, _HANDLE, ctypes.c_ulong, _HANDLE)
mark_text = _call(raw.FPDFPageObjMark_GetParamStringValue, _INT, _HANDLE, _HANDLE, _HANDLE, ctypes.c_ulong, _HANDLE)
page_object = _call(raw.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)
_draw_mode = _call(raw.FPDFPath_GetDrawMode, _INT, _HANDLE, _HANDLE, _HANDLE)
_mode = (ctypes.c_int * 2)()
_mode_addresses = (ctypes.addressof(_mode), ctypes.addressof(_mode) + 4)


def shown_sizes(text_page: int, indices: list[int]) -> list[float]:
    """The size in points at which each character is seen: that of its font, as large as the page scales it."""
    matrices = np.zeros((len(indices), 6), dtype=np.float32)
    first, step = matrices.ctypes.data, matrices.strides[0]
    deque(map(_char_matrix, repeat(text_page), indices, range(first, first + step * len(indices), step)), maxlen=0)
    a, b, c, d = matrices[:, :4].T.astype(np.float64)
    sizes: list[float] = (list(map(font_size, repeat(text_page), indices)) * np.sqrt(np.abs(a * d - b * c))).tolist()
    return sizes


def fill_mode(path: int) -> int:
    """0 when a path is not filled, else by which rule."""
    return _mode[0] if _draw_mode(path, *_mode_addresses) else 0
