"""Names of WordprocessingML and its neighbours, and small helpers to read attributes.

Names follow ECMA-376 part 1 (https://ecma-international.org/publications-and-standards/standards/ecma-376/).
"""

from __future__ import annotations

import math
import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"

_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{6}")
_FALSE = frozenset({"0", "false", "off"})


def val(element: Element | None) -> str | None:
    """The w:val attribute, None when the element or the attribute is not there."""
    return None if element is None else element.get(W + "val")


def is_on(element: Element) -> bool:
    """Whether an on/off property is on: it is unless it says otherwise."""
    return element.get(W + "val", "1") not in _FALSE


def number(text: str | None) -> float | None:
    """A measure as a number, None when it is none."""
    try:
        value = float(text) if text is not None else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def hexadecimal(text: str | None) -> str | None:
    """A colour of six hexadecimal digits, in capitals; None when it is none."""
    return text.upper() if text and _HEXADECIMAL.fullmatch(text) else None


def child(element: Element | None, tag: str) -> Element | None:
    """The first child of that name."""
    return None if element is None else element.find(tag)
