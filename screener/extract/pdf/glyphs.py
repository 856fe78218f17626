"""Characters that a font leaves without a Unicode value, told by the names of their glyphs ("f_i" → "fi").

PDFium gives the bare code of such a character; the names of a font's encoding cost a few milliseconds a file, asked for only then.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

TEX_CODES = {
    "\x0b": "ff", "\x0c": "fi", "\x0d": "fl", "\x0e": "ffi", "\x0f": "ffl",
    "\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl",
    "\x10": "“", "\x11": "”", "\x15": "–", "\x16": "—", "\x88": "•",
}  # fmt: skip
"""Codes of TeX's own encodings (OT1 and T1), for its bitmap fonts, which name no glyph."""


@dataclass
class GlyphNames:
    """The glyph names of a document's fonts. data: the bytes of the PDF; nothing is read before the first question."""

    data: bytes

    def text_of(self, font: str, code: int) -> str | None:
        """What the character with this code in the font of this name reads as; None when its name does not tell."""
        return self._texts.get((font.rpartition("+")[2], code)) or None

    @cached_property
    def _texts(self) -> dict[tuple[str, int], str]:
        from screener.extract.pdf.encodings import named_characters  # pdfminer takes long to load, and few documents need it

        return named_characters(self.data)
