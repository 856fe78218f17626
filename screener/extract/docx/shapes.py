"""Drawn shapes: what they are painted with, and whether they lie where nobody sees them."""

from __future__ import annotations

from screener.extract.docx.xml import MC, PIC, WP, WPS, A, Element, V, W, child, hexadecimal, number

_EMU_PER_POINT = 12_700
_MIN_SIDE = 4.0  # points: a box lower or narrower than that shows no letter
_MAX_PAGE_SIDE = 1_600.0  # points: Word's largest page is 22 inches
_BACKDROP_AREA = 2_000.0  # points²: a shape smaller than that is an icon or a rule, not a backdrop

DEFAULT_THEME = {
    "lt1": "FFFFFF", "dk1": "000000", "lt2": "E7E6E6", "dk2": "44546A", "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_VML_NAMES = {"white": "FFFFFF", "black": "000000"}
_VML_SHAPES = ("rect", "roundrect", "shape")
_SCHEME_ALIASES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def drawing_fill(properties: Element | None, style: Element | None, theme: dict[str, str]) -> str | None:
    """What a shape is painted with: six digits, `unknown` for a picture or gradient, None when the page shows through."""
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
    return (hexadecimal(name) if element is plain else theme.get(_SCHEME_ALIASES.get(name, name))) or "unknown"


def anchor_unseen(anchor: Element) -> str:
    """Why nobody sees what floats at this anchor (`off-page`, `tiny`, `invisible`), else empty."""
    properties = anchor.find(WP + "docPr")
    if anchor.get("hidden") in ("1", "true") or (properties is not None and properties.get("hidden") in ("1", "true")):
        return "invisible"
    width, height = extent(anchor)
    if min(width, height) < _MIN_SIDE and not _grows(anchor):
        return "tiny"
    return "off-page" if _outside(anchor, "positionH", width) or _outside(anchor, "positionV", height) else ""


def _grows(anchor: Element) -> bool:
    """Whether the box takes the size of its text, or of the page."""
    relative = any(isinstance(part.tag, str) and part.tag.endswith(("}sizeRelH", "}sizeRelV")) for part in anchor)
    return relative or anchor.find(f".//{A}spAutoFit") is not None


def extent(anchor: Element) -> tuple[float, float]:
    """Width and height in points."""
    size = anchor.find(WP + "extent")
    if size is None:
        return _MIN_SIDE, _MIN_SIDE
    return points(size.get("cx")), points(size.get("cy"))


def points(emu: str | None) -> float:
    """A length of DrawingML (914,400 to the inch) in points, 0 when it is none."""
    return (number(emu) or 0.0) / _EMU_PER_POINT


def offset(anchor: Element, axis: str) -> float | None:
    """Where a floating thing stands along `positionH` or `positionV`, in points; None when it is aligned rather than placed."""
    text = anchor.findtext(f"{WP}{axis}/{WP}posOffset")
    return None if text is None or number(text) is None else points(text)


def _outside(anchor: Element, axis: str, length: float) -> bool:
    start = offset(anchor, axis)
    if start is None:
        return False
    from_page = anchor.find(f"{WP}{axis}[@relativeFrom='page']") is not None
    return start >= _MAX_PAGE_SIDE or start + length <= (0 if from_page else -_MAX_PAGE_SIDE)


def vml_fill(shape: Element) -> str | None:
    """The same as `drawing_fill` for a shape of the older kind."""
    fill = shape.get("fillcolor")
    if fill is None or shape.get("filled") in ("f", "false"):
        return None
    colour = fill.split(" ")[0].lstrip("#").lower()
    return _VML_NAMES.get(colour) or hexadecimal(colour) or "unknown"


def vml_unseen(style: str) -> str:
    """`invisible` when the style of a shape of the older kind says so, else empty."""
    return "invisible" if "visibility:hidden" in style.replace(" ", "").lower() else ""


def has_backdrop(story: Element, theme: dict[str, str], *, behind_only: bool) -> bool:
    """Whether the story draws something large and painted on which other text may stand (a coloured sidebar, a picture).

    behind_only: count only what is laid behind the text; a text box may also stand on what lies in front of it.
    """
    for anchor in story.iter(WP + "anchor"):
        width, height = extent(anchor)
        behind = anchor.get("behindDoc") in ("1", "true")
        if (behind or not behind_only) and width * height >= _BACKDROP_AREA and _is_painted(anchor, behind, theme):
            return True
    return any(_is_vml_backdrop(shape, behind_only) for tag in _VML_SHAPES for shape in story.iter(V + tag))


def _is_painted(anchor: Element, behind: bool, theme: dict[str, str]) -> bool:
    """A picture counts only behind the text (else it is a portrait), a shape only without words of its own."""
    if behind and anchor.find(f".//{PIC}blipFill") is not None:
        return True
    shapes = (shape for shape in anchor.iter(WPS + "wsp") if shape.find(f".//{W}t") is None)
    return any(drawing_fill(shape.find(WPS + "spPr"), shape.find(WPS + "style"), theme) not in (None, "FFFFFF") for shape in shapes)


def _is_vml_backdrop(shape: Element, behind_only: bool) -> bool:
    behind = "z-index:-" in shape.get("style", "").replace(" ", "")
    if (behind_only and not behind) or vml_fill(shape) in (None, "FFFFFF") or shape.find(f".//{W}t") is not None:
        return False
    return not any(ancestor.tag == MC + "Fallback" for ancestor in shape.iterancestors())


def theme_colours(theme: Element | None) -> dict[str, str]:
    """The document's theme colours by name; those of the usual theme where it has none."""
    colours = dict(DEFAULT_THEME)
    scheme = None if theme is None else theme.find(f".//{A}clrScheme")
    for element in () if scheme is None else scheme:
        for colour in element:
            digits = hexadecimal(colour.get("val") if colour.tag == A + "srgbClr" else colour.get("lastClr"))
            if digits:
                colours[element.tag.rsplit("}", 1)[-1]] = digits
    return colours
