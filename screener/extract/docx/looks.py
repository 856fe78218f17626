"""How text looks: the properties of runs and paragraphs, and how styles pass them on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from screener.extract.docx.xml import W14, Element, W, child, hexadecimal, is_on, number, val
from screener.extract.pieces import PLAIN, Look
from screener.extract.visibility import TINY

_HEADING_NAME = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|标题|標題|見出し|제목)\s?[1-9]",
    re.IGNORECASE,
)
_LIST_NAME = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_MAX_STYLE_DEPTH = 20
_MAX_TWIPS = 22 * 1_440  # Word's largest page is 22 inches


_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00",
    "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


def run_look(properties: Element | None) -> Look:
    """What a w:rPr says."""
    if properties is None:
        return PLAIN
    found: dict[str, bool | float | str | None] = {}
    for element in properties:
        read = _RUN_PROPERTIES.get(element.tag)
        if read is not None:
            read(element, found)
    return Look(**found) if found else PLAIN  # type: ignore[arg-type]  # each reader below fills its own field


def shading(properties: Element | None) -> str | None:
    """The fill of a w:shd below these properties: six hexadecimal digits, else None."""
    element = child(properties, W + "shd")
    return None if element is None else shade_fill(element)


def shade_fill(element: Element) -> str | None:
    """What a w:shd paints: its fill, or its pattern's colour when that covers all."""
    if element.get(W + "val") == "solid":
        return hexadecimal(element.get(W + "color")) or "000000"
    return hexadecimal(element.get(W + "fill"))


def _size(element: Element, found: dict[str, bool | float | str | None]) -> None:
    half_points = number(val(element))
    if half_points is not None:
        found["size"] = half_points / 2


def _scale(element: Element, found: dict[str, bool | float | str | None]) -> None:
    percent = number((val(element) or "").rstrip("%"))
    if percent is not None and 0 < percent < 10:
        found["ghost"] = True


def _colour(element: Element, found: dict[str, bool | float | str | None]) -> None:
    found["colour"] = hexadecimal(val(element)) or "auto"


def _fill(element: Element, found: dict[str, bool | float | str | None]) -> None:
    fill = shade_fill(element)
    if fill is not None:
        found.setdefault("fill", fill)


def _highlight(element: Element, found: dict[str, bool | float | str | None]) -> None:
    fill = _HIGHLIGHTS.get(val(element) or "")
    if fill is not None:
        found["fill"] = fill


def _text_fill(element: Element, found: dict[str, bool | float | str | None]) -> None:
    alpha = element.find(f".//{W14}alpha")
    if element.find(W14 + "noFill") is not None or (alpha is not None and (number(alpha.get(W14 + "val")) or 0) >= 99_000):
        found["ghost"] = True


def _font(element: Element, found: dict[str, bool | float | str | None]) -> None:
    font = element.get(W + "ascii") or element.get(W + "hAnsi")
    if font:
        found["font"] = font


_RUN_PROPERTIES = {
    W + "b": lambda element, found: found.__setitem__("bold", is_on(element)),
    W + "vanish": lambda element, found: found.__setitem__("hidden", is_on(element)),
    W + "sz": _size,
    W + "w": _scale,
    W + "color": _colour,
    W + "shd": _fill,
    W + "highlight": _highlight,
    W + "rFonts": _font,
    W14 + "textFill": _text_fill,
}


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits. numbering: its (numId, level). level: outline level from 0, None for body text."""

    look: Look = PLAIN
    fill: str | None = None
    level: int | None = None
    heading: bool = False
    numbering: tuple[str, int] | None = None
    listed: bool = False
    line_height: float | None = None
    paints: bool = False
    """A table style that paints cells by conditions (header rows, bands) which only a layout engine can work out."""


@dataclass(slots=True)
class Styles:
    """The styles of a document by id, resolved once each."""

    root: Element | None
    _elements: dict[str, Element] = field(init=False, default_factory=dict)
    _resolved: dict[str, Style] = field(init=False, default_factory=dict)
    defaults: Look = field(init=False, default=PLAIN)
    normal: str = field(init=False, default="")
    """Id of the paragraph style that applies where none is named."""

    def __post_init__(self) -> None:
        if self.root is None:
            return
        for element in self.root.iterfind(W + "style"):
            self._elements.setdefault(element.get(W + "styleId", ""), element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self.normal = element.get(W + "styleId", "")
        self.defaults = run_look(self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def style(self, style_id: str | None) -> Style:
        """The style of that id with what it inherits; an empty one when there is none."""
        key = style_id or ""
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, style_id: str) -> Style:
        chain: list[Element] = []
        element = self._elements.get(style_id)
        while element is not None and element not in chain and len(chain) < _MAX_STYLE_DEPTH:
            chain.append(element)
            element = self._elements.get(val(element.find(W + "basedOn")) or "")
        style = Style()
        for element in reversed(chain):
            style = _inherit(style, element)
        return style


def _inherit(below: Style, element: Element) -> Style:
    paragraph = element.find(W + "pPr")
    name = val(element.find(W + "name")) or ""
    level = outline_level(paragraph)
    heading = bool(_HEADING_NAME.match(name)) or (below.heading if level is None else level < 9)
    return Style(
        look=run_look(element.find(W + "rPr")).over(below.look),
        fill=shading(paragraph) or shading(element.find(W + "tcPr")) or shading(element.find(W + "tblPr")) or below.fill,
        level=below.level if level is None else level,
        heading=heading,
        numbering=numbering_of(paragraph) or below.numbering,
        listed=bool(_LIST_NAME.match(name)) or below.listed,
        line_height=line_height(paragraph) or below.line_height,
        paints=below.paints or element.find(f"{W}tblStylePr//{W}shd") is not None,
    )


def off_page(paragraph_properties: Element | None) -> bool:
    """Whether the paragraph is moved to where no page reaches, by its indent or its frame."""
    indent, frame = child(paragraph_properties, W + "ind"), child(paragraph_properties, W + "framePr")
    places = ((indent, "left"), (indent, "start"), (frame, "x"), (frame, "y"))
    moved = [element.get(W + name) for element, name in places if element is not None]
    return any(abs(number(twips) or 0) > _MAX_TWIPS for twips in moved)


def squeezed(row_properties: Element | None) -> bool:
    """Whether a table row is exactly so low that no letter shows."""
    height = child(row_properties, W + "trHeight")
    if height is None or height.get(W + "hRule") != "exact":
        return False
    return (number(height.get(W + "val")) or 0) < TINY * 20


def outline_level(paragraph_properties: Element | None) -> int | None:
    """Outline level from 0 (9: body text), None when nothing is said."""
    level = number(val(child(paragraph_properties, W + "outlineLvl")))
    return None if level is None else int(level)


def numbering_of(paragraph_properties: Element | None) -> tuple[str, int] | None:
    """(numId, level) of a w:numPr; numId `0` takes a paragraph out of its list."""
    element = child(paragraph_properties, W + "numPr")
    number_id = val(child(element, W + "numId"))
    if number_id is None:
        return None
    return number_id, int(number(val(child(element, W + "ilvl"))) or 0)


def line_height(paragraph_properties: Element | None) -> float | None:
    """Points of an exact line height, None when lines are as high as their text."""
    spacing = child(paragraph_properties, W + "spacing")
    if spacing is None or spacing.get(W + "lineRule") != "exact":
        return None
    twips = number(spacing.get(W + "line"))
    return None if twips is None else twips / 20
