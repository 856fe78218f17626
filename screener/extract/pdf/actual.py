"""Text that a producer lays over what it draws (`/ActualText`), for icons and broken words: PDFium gives it in place of the letters.

It counts where what is drawn is about as long; a sentence over a full stop is text that nobody sees.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable

from screener.extract.pdf import calls

_ICON = re.compile(r"\\fa[A-Za-z]{0,40}\s?\*?\s?(?:\[\w{1,10}\])?:?\s?")  # what LaTeX lays over its icons
_LEAST_WIDTH = 0.15  # of the line's height, for each letter
_LONGEST = 2000  # bytes; whoever lays more over one piece of a line hides it
_KEY = ctypes.create_string_buffer(b"ActualText")
_text = ctypes.create_string_buffer(_LONGEST)
_length = ctypes.c_ulong()
_bounds = (ctypes.c_float * 4)()
_bound_addresses = tuple(ctypes.addressof(_bounds) + 4 * index for index in range(4))


def is_drawn_as_long(item: int, page_objects: Iterable[int]) -> bool:
    """Whether a text object has other text laid over it, together with those that follow, and is drawn with them about as long as it.

    page_objects: the text objects of the page, in the order of painting.
    """
    laid = _actual_text(item)
    if not laid or _ICON.fullmatch(laid):
        return bool(laid)
    width, height, begun = 0.0, 0.0, False
    for other in page_objects:
        begun = begun or other == item
        if not begun:
            continue
        if other != item and _actual_text(other) != laid:
            break
        if calls.object_bounds(other, *_bound_addresses):
            left, bottom, right, top = _bounds
            width, height = width + right - left, max(height, top - bottom)
    return width >= _LEAST_WIDTH * height * len(laid)


def _actual_text(item: int) -> str:
    for index in range(calls.mark_count(item)):
        mark = calls.mark(item, index)
        if calls.mark_text(mark, ctypes.addressof(_KEY), ctypes.addressof(_text), _LONGEST, ctypes.addressof(_length)):
            return _text.raw[: min(_length.value, _LONGEST)].decode("utf-16-le", "replace").rstrip("\0")
    return ""
