"""How the text of an OpenDocument file looks: its styles, resolved once each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from screener.extract.odt.xml import DRAW, FO, STYLE, SVG, TEXT, Element
from screener.extract.pieces import PLAIN, UNKNOWN_FILL, Look

_MAX_STYLE_DEPTH = 20
_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(pt|cm|mm|in|px)\Z")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75}
_COLOUR = re.compile(r"#([0-9A-Fa-f]{6})\Z")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits. fill: six hexadecimal digits, `unknown`, or None when the ground shows through."""

    look: Look = PLAIN
    fill: str | None = None
    heading: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document by family and name."""

    roots: tuple[Element, ...]
    _elements: dict[tuple[str, str], Element] = field(init=False, default_factory=dict)
    _resolved: dict[tuple[str, str], Style] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for root in self.roots:
            for element in root.iter(STYLE + "style", STYLE + "default-style"):
                self._elements[element.get(STYLE + "family", ""), element.get(STYLE + "name", "")] = element

    def style(self, family: str, name: str | None) -> Style:
        """The style of that name; the family's default where there is none."""
        key = family, name or ""
        if key not in self._resolved:
            self._resolved[key] = self._resolve(*key)
        return self._resolved[key]

    def _resolve(self, family: str, name: str) -> Style:
        chain: list[Element] = []
        element = self._elements.get((family, name))
        while element is not None and element not in chain and len(chain) < _MAX_STYLE_DEPTH:
            chain.append(element)
            element = self._elements.get((family, element.get(STYLE + "parent-style-name", "")))
        style = Style()
        for element in reversed(chain):
            style = _inherit(style, element)
        return style


def _inherit(below: Style, element: Element) -> Style:
    fill, look = below.fill, below.look
    for properties in element:
        if properties.tag == STYLE + "text-properties":
            look = _look(properties).over(look)
        else:
            fill = _fill(properties) or fill
    level = element.get(STYLE + "default-outline-level")
    return Style(look, fill, bool(level) or below.heading)


def _look(properties: Element) -> Look:
    size = length(properties.get(FO + "font-size"))
    weight = properties.get(FO + "font-weight")
    display = properties.get(TEXT + "display")
    background = properties.get(FO + "background-color")
    colour = "auto" if properties.get(STYLE + "use-window-font-color") == "true" else hexadecimal(properties.get(FO + "color"))
    return Look(
        bold=None if weight is None else weight in ("bold", "600", "700", "800", "900"),
        size=size,
        colour=colour,
        fill=hexadecimal(background),
        hidden=None if display is None else display == "none",
        font=properties.get(STYLE + "font-name"),
    )


def _fill(properties: Element) -> str | None:
    kind = properties.get(DRAW + "fill")
    if kind in ("gradient", "bitmap", "hatch"):
        return UNKNOWN_FILL
    background = hexadecimal(properties.get(FO + "background-color"))
    return background or (hexadecimal(properties.get(DRAW + "fill-color")) if kind == "solid" else None)


def hexadecimal(text: str | None) -> str | None:
    """A colour like `#1f3864` as six digits, else None."""
    match = _COLOUR.match(text or "")
    return match.group(1).upper() if match else None


def length(text: str | None) -> float | None:
    """A length in points, None when it is none (or relative)."""
    match = _LENGTH.match(text or "")
    return float(match.group(1)) * _POINTS[match.group(2)] if match else None


def corner(frame: Element) -> tuple[float, float]:
    """Where a frame stands, in points from the corner of its page or paragraph."""
    return length(frame.get(SVG + "y")) or 0.0, length(frame.get(SVG + "x")) or 0.0
