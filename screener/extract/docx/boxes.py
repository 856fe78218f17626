"""Text boxes: what they stand on, and in which order a person reads those that hang on one paragraph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screener.document import Box
from screener.extract.docx.shapes import anchor_unseen, drawing_fill, extent, offset, points, vml_fill, vml_unseen
from screener.extract.docx.xml import WP, WPG, WPS, A, Element, V, W, child, number

_OVERLAP = 3.0  # points by which neighbours may overlap
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class TextBox:
    """The content of a text box. fill: what it is painted with (None: nothing, the page shows through; `unknown`: a picture or gradient).

    unseen: why nobody sees it (`off-page`, `tiny`, `invisible`), else empty. before: it stands above the paragraph that it hangs on.
    place: where it floats, in points from some common corner; None when it stands in the line of text.
    """

    content: Element
    fill: str | None = None
    unseen: str = ""
    before: bool = False
    place: Box | None = None


_Placed = tuple[Box, TextBox]
_Sides = Callable[[Box], tuple[float, float]]


def text_box(content: Element, theme: dict[str, str]) -> TextBox:
    """What the shape around a w:txbxContent says of it."""
    fill, unseen, before, place = None, "", False, None
    for ancestor in content.iterancestors():
        if ancestor.tag in (W + "r", W + "p"):
            break
        if ancestor.tag == WPS + "wsp":
            properties = child(ancestor, WPS + "spPr")
            fill, place = drawing_fill(properties, child(ancestor, WPS + "style"), theme), _frame(properties)
        elif ancestor.tag in (WPG + "grpSp", WPG + "wgp"):
            place = _in_group(place, child(ancestor, WPG + "grpSpPr"))
        elif ancestor.tag == WP + "anchor":
            unseen, before, place = unseen or anchor_unseen(ancestor), _stands_before(ancestor), _anchored(place, ancestor)
        elif ancestor.tag == WP + "inline":
            place = None
        elif ancestor.tag.startswith(V):
            fill = fill or vml_fill(ancestor)
            unseen = unseen or vml_unseen(ancestor.get("style", ""))
    return TextBox(content, fill, unseen, before, place)


def reading_order(boxes: Sequence[TextBox]) -> list[TextBox]:
    """Columns from left to right where a gutter parts all boxes, else rows from the top; as written where places are unknown."""
    placed = [(box.place, box) for box in boxes if box.place is not None]
    return [box for _, box in _ordered(placed, 0)] if len(placed) == len(boxes) else list(boxes)


def _ordered(boxes: list[_Placed], depth: int) -> list[_Placed]:
    if len(boxes) < 2:
        return boxes
    for sides in (_across, _down):
        groups = _parted(boxes, sides)
        if len(groups) > 1 and depth < _MAX_DEPTH:
            return [box for group in groups for box in _ordered(group, depth + 1)]
    return sorted(boxes, key=lambda box: (box[0].top, box[0].x0))


def _parted(boxes: list[_Placed], sides: _Sides) -> list[list[_Placed]]:
    """Groups of boxes with a gap between them along one axis."""
    groups: list[list[_Placed]] = []
    reach = 0.0
    for box in sorted(boxes, key=lambda box: sides(box[0])[0]):
        start, end = sides(box[0])
        if groups and start < reach - _OVERLAP:
            groups[-1].append(box)
            reach = max(reach, end)
        else:
            groups.append([box])
            reach = end
    return groups


def _across(box: Box) -> tuple[float, float]:
    return box.x0, box.x1


def _down(box: Box) -> tuple[float, float]:
    return box.top, box.bottom


def _frame(properties: Element | None) -> Box | None:
    """The place that a shape or group gives itself, in points of what it stands in."""
    corner, size = child(child(properties, A + "xfrm"), A + "off"), child(child(properties, A + "xfrm"), A + "ext")
    if corner is None or size is None:
        return None
    return _box(points(corner.get("x")), points(corner.get("y")), points(size.get("cx")), points(size.get("cy")))


def _box(x0: float, top: float, width: float, height: float) -> Box:
    return Box(x0, top, x0 + width, top + height)


def _in_group(place: Box | None, properties: Element | None) -> Box | None:
    """A place inside a group as a place outside: groups measure in units of their own."""
    outer, frame = _frame(properties), child(properties, A + "xfrm")
    inner, size = child(frame, A + "chOff"), child(frame, A + "chExt")
    if place is None or outer is None or inner is None or size is None:
        return place
    width, height = points(size.get("cx")), points(size.get("cy"))
    across = (outer.x1 - outer.x0) / width if width else 1.0
    down = (outer.bottom - outer.top) / height if height else 1.0
    left, top = points(inner.get("x")), points(inner.get("y"))
    return _box(
        outer.x0 + (place.x0 - left) * across,
        outer.top + (place.top - top) * down,
        (place.x1 - place.x0) * across,
        (place.bottom - place.top) * down,
    )


def _anchored(place: Box | None, anchor: Element) -> Box | None:
    """The place of a floating shape on its page or at its paragraph."""
    left, top = offset(anchor, "positionH"), offset(anchor, "positionV")
    if left is None or top is None:
        return None
    width, height = extent(anchor)
    grouped = anchor.find(f".//{WPG}wgp") is not None
    if place is None or not grouped:
        return _box(left, top, width, height)
    return _box(left + place.x0, top + place.top, place.x1 - place.x0, place.bottom - place.top)


def _stands_before(anchor: Element) -> bool:
    """Whether a box stands at the height of its paragraph or above it."""
    position = anchor.find(WP + "positionV")
    if position is None or position.get("relativeFrom") not in ("paragraph", "line"):
        return False
    down = number(position.findtext(WP + "posOffset"))
    return down is not None and down <= 0
