"""Drawn shapes: the text boxes in them, what they are painted with, and whether they lie where nobody sees them."""

from __future__ import annotations

from dataclasses import dataclass

from screener.extract.docx.xml import WP, WPS, A, Element, V, W, child, number

EMU_PER_POINT = 12_700
_MIN_SIDE = 4.0  # points: a box lower or narrower than that shows no letter
_MAX_PAGE_SIDE = 1_600.0  # points: Word's largest page is 22 inches
_BACKDROP_AREA = 2_000.0  # points²: a shape smaller than that is an icon or a rule, not a backdrop

DEFAULT_THEME = {
    "lt1": "FFFFFF", "dk1": "000000", "lt2": "E7E6E6", "dk2": "44546A", "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_SCHEME_ALIASES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


@dataclass(frozen=True, slots=True)
class TextBox:
    """The content of a text box. fill: what it is painted with (None: nothing, the page shows through; `unknown`: a picture or gradient).

    unseen: why nobody sees it (`off-page`, `tiny`, `invisible`), else empty. before: it stands above the paragraph that it hangs on.
    """

    content: Element
    fill: str | None = None
    unseen: str = ""
    before: bool = False


def text_box(content: Element, theme: dict[str, str]) -> TextBox:
    """What the shape around a w:txbxContent says of it."""
    fill, unseen, before = None, "", False
    for ancestor in content.iterancestors():
        if ancestor.tag in (W + "r", W + "p"):
            break
        if ancestor.tag == WPS + "wsp":
            fill = _drawing_fill(child(ancestor, WPS + "spPr"), child(ancestor, WPS + "style"), theme)
        elif ancestor.tag == WP + "anchor":
            unseen, before = unseen or _anchor_unseen(ancestor), _stands_before(ancestor)
        elif ancestor.tag.startswith(V):
            fill = fill or _vml_fill(ancestor)
            unseen = unseen or _vml_unseen(ancestor.get("style", ""))
    return TextBox(content, fill, unseen, before)


def _drawing_fill(properties: Element | None, style: Element | None, theme: dict[str, str]) -> str | None:
    if properties is not None:
        if properties.find(A + "noFill") is not None:
            return None
        solid = properties.find(A + "solidFill")
        if solid is not None:
            return _colour(solid, theme)
        if any(properties.find(A + kind) is not None for kind in ("gradFill", "blipFill", "pattFill", "grpFill")):
            return "unknown"
    reference = child(style, A + "fillRef")
    return _colour(reference, theme) if reference is not None and reference.get("idx") not in (None, "0") else None


def _colour(holder: Element, theme: dict[str, str]) -> str:
    """The colour in a fill, `unknown` where it is computed from another (a tint, a shade, an opacity)."""
    plain, scheme = holder.find(A + "srgbClr"), holder.find(A + "schemeClr")
    element = plain if plain is not None else scheme
    if element is None or (len(element) and element is scheme):
        return "unknown"
    name = element.get("val", "")
    return name.upper() if element is plain else theme.get(_SCHEME_ALIASES.get(name, name), "unknown")


def _anchor_unseen(anchor: Element) -> str:
    properties = anchor.find(WP + "docPr")
    if anchor.get("hidden") in ("1", "true") or (properties is not None and properties.get("hidden") in ("1", "true")):
        return "invisible"
    width, height = _extent(anchor)
    if min(width, height) < _MIN_SIDE and not _grows(anchor):
        return "tiny"
    return "off-page" if _outside(anchor, "positionH", width) or _outside(anchor, "positionV", height) else ""


def _grows(anchor: Element) -> bool:
    """Whether the box takes the size of its text."""
    return anchor.find(f".//{A}spAutoFit") is not None


def _extent(anchor: Element) -> tuple[float, float]:
    extent = anchor.find(WP + "extent")
    if extent is None:
        return _MIN_SIDE, _MIN_SIDE
    return tuple((number(extent.get(side)) or 0.0) / EMU_PER_POINT for side in ("cx", "cy"))  # type: ignore[return-value]  # two sides


def _outside(anchor: Element, axis: str, length: float) -> bool:
    position = anchor.find(WP + axis)
    offset = number(position.findtext(WP + "posOffset") if position is not None else None)
    if position is None or offset is None:
        return False
    start = offset / EMU_PER_POINT
    from_page = position.get("relativeFrom") == "page"
    return start >= _MAX_PAGE_SIDE or start + length <= (0 if from_page else -_MAX_PAGE_SIDE)


def _stands_before(anchor: Element) -> bool:
    position = anchor.find(WP + "positionV")
    if position is None or position.get("relativeFrom") not in ("paragraph", "line"):
        return False
    offset = number(position.findtext(WP + "posOffset"))
    return offset is not None and offset <= 0


def _vml_fill(shape: Element) -> str | None:
    fill = shape.get("fillcolor")
    if fill is None or shape.get("filled") in ("f", "false"):
        return None
    digits = fill.split(" ")[0].lstrip("#")
    named = {"white": "FFFFFF", "black": "000000"}.get(digits.lower())
    return named or (digits.upper() if len(digits) == 6 else "unknown")


def _vml_unseen(style: str) -> str:
    return "invisible" if "visibility:hidden" in style.replace(" ", "").lower() else ""


def has_backdrop(story: Element) -> bool:
    """Whether the story draws something large and painted that its text may stand on (a coloured sidebar, a picture behind the text)."""
    for anchor in story.iter(WP + "anchor"):
        width, height = _extent(anchor)
        painted = any(anchor.find(f".//{A}{kind}") is not None for kind in ("solidFill", "gradFill", "blip", "pattFill", "fillRef"))
        if width * height >= _BACKDROP_AREA and painted:
            return True
    return any(_vml_fill(shape) not in (None, "FFFFFF") for tag in ("rect", "shape", "roundrect") for shape in story.iter(V + tag))


def theme_colours(theme: Element | None) -> dict[str, str]:
    """The document's theme colours by name; those of the usual theme where it has none."""
    colours = dict(DEFAULT_THEME)
    scheme = None if theme is None else theme.find(f".//{A}clrScheme")
    for element in () if scheme is None else scheme:
        for colour in element:
            digits = colour.get("val") if colour.tag == A + "srgbClr" else colour.get("lastClr")
            if digits:
                colours[element.tag.rsplit("}", 1)[-1]] = digits.upper()
    return colours
