"""Characters of the picture fonts that word processors use: which of them are bullets, which are signs, which say nothing."""

from __future__ import annotations

BULLET = "•"

_PICTURE_FONTS = ("wingdings", "webdings", "zapfdingbats", "zapf dingbats", "fontawesome", "font awesome", "material icons")

# Positions in the fonts Symbol and Wingdings (their vendors' code charts) that résumés use.
_SYMBOL = {0xB7: BULLET, 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xAE: "→", 0xBE: "–", 0x6D: "μ", 0xE2: "®", 0xE3: "©"}
_WINGDINGS_BULLETS = frozenset(
    {0x6C, 0x6D, 0x6E, 0x6F, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x9E, 0x9F, 0xA1, 0xA7, 0xA8, 0xD8, 0xE0, 0xE8, 0xF0, 0xFC, 0xFE}
)


def is_picture_font(font: str | None) -> bool:
    """Whether letters typed in this font show as pictures."""
    return font is not None and font.lower().startswith(_PICTURE_FONTS)


def symbol(font: str, code: int) -> str:
    """What character `code` (with or without the offset U+F000) of a symbol font says; a space when it says nothing in words."""
    position = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if font.lower() == "symbol":
        return _SYMBOL.get(position) or (chr(position) if 0x20 <= position <= 0x40 else " ")
    if is_picture_font(font):
        return BULLET if position in _WINGDINGS_BULLETS else " "
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " "


def pictured(text: str, font: str) -> str:
    """Text typed in a picture font, as what it shows."""
    return "".join(character if character.isspace() else symbol(font, ord(character)) for character in text)
