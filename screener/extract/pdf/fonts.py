"""What the names of a document's fonts tell, each looked at once."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from screener.extract.pdf import calls

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,]bd|cmbx|cmssbx", re.IGNORECASE)
_ICON_NAME = re.compile(r"awesome|icon|fontello|material|glyphicon|entypo|feather", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"wingding|webding|dingbat|^(?:[A-Z]{6}\+)?symbol", re.IGNORECASE)
_NAME_LENGTH = 128
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_MAX_NAMES = 50


@dataclass(frozen=True, slots=True)
class Font:
    """name: as PDFium gives it. bold: set bold. icons: its glyphs are pictures, not text. symbols: its single glyphs are bullets.

    pictures: icons or symbols.
    """

    name: str = ""
    bold: bool = False
    icons: bool = False
    symbols: bool = False
    pictures: bool = False


def font_named(name: str) -> Font:
    """What the name of a font tells of its glyphs."""
    icons, symbols = _ICON_NAME.search(name) is not None, _SYMBOL_NAME.search(name) is not None
    return Font(name, _BOLD_NAME.search(name) is not None, icons, symbols, icons or symbols)


@dataclass(slots=True)
class FontBook:
    """The fonts of one open PDFium document.

    sound, lost: name of a font → the characters that it has a Unicode value for, and those that it leaves without one, as far as it was
    asked for them.
    """

    sound: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lost: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _fonts: dict[int, Font] = field(default_factory=dict)
    _buffer: Any = field(default_factory=lambda: ctypes.create_string_buffer(_NAME_LENGTH))

    def font_of(self, text_object: int) -> Font:
        """The font of a text object."""
        handle = calls.object_font(text_object) or 0
        font = self._fonts.get(handle)
        if font is None:
            font = self._fonts[handle] = self._look_up(handle)
        return font

    @property
    def names(self) -> tuple[str, ...]:
        """The fonts met so far, sorted, each once however a program has cut it down to the letters that it needs."""
        plain = {_SUBSET.sub("", font.name) for font in self._fonts.values()}
        return tuple(sorted(name for name in plain if name and name.isprintable())[:_MAX_NAMES])

    def _look_up(self, handle: int) -> Font:
        if not handle:
            return Font()
        self._buffer.value = b""
        calls.font_name(handle, ctypes.addressof(self._buffer), _NAME_LENGTH)
        return font_named(self._buffer.value.decode("utf-8", "replace"))
