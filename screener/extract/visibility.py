"""When text cannot be seen, whatever the format: too small, or too much like its ground."""

from __future__ import annotations

TINY = 4.0
"""Points: text below that size is not read by anybody."""

_MIN_CONTRAST = 1.15  # light grey on white, for effect, has 1.3 and more


def blends_in(colour: str, ground: str) -> bool:
    """Whether text of one colour on ground of another (six hexadecimal digits each) cannot be told from it."""
    return contrast(colour, ground) < _MIN_CONTRAST


def contrast(colour: str, other: str) -> float:
    """Contrast of two colours from 1 (the same) to 21, as WCAG 2 defines it (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio)."""
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
