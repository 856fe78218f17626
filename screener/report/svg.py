"""A drawing of Matplotlib's made fit for a page: colours by class, nothing that a strict policy forbids, words for who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_HINT = "hint-"
_KEPT = frozenset({"text-anchor", "font-weight", "stroke-width", "opacity", "fill-opacity"})
"""What stays of the looks besides colours: fonts and joints are the style sheet's."""


def themed(svg: bytes, title: str, description: str, hints: Sequence[str], names: Mapping[str, str]) -> str:
    """The drawing as an element of a page.

    title, description: for those who do not see it. hints: for the elements with the ids hint-0, hint-1 …
    names: by colour, as in `#4fa774`, what it stands for: it becomes the class `fill-NAME` or `stroke-NAME`.
    """
    parser = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False, no_network=True)
    root: Any = etree.fromstring(svg, parser)
    for kind in ("metadata", "defs"):
        for element in root.findall(f".//{{{_SVG}}}{kind}"):
            element.getparent().remove(element)
    for element in root.iter():
        _plain(element, hints, names)
    view = root.get("viewBox")
    root.attrib.clear()
    key = title.lower().replace(" ", "-")
    for name, value in (("class", "plot"), ("viewBox", view), ("role", "img"), ("aria-labelledby", f"{key}-title {key}-text")):
        root.set(name, value)
    for place, (kind, end, text) in enumerate((("title", "title", title), ("desc", "text", description))):
        element = etree.Element(f"{{{_SVG}}}{kind}", id=f"{key}-{end}")
        element.text = text
        root.insert(place, element)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _plain(element: Any, hints: Sequence[str], names: Mapping[str, str]) -> None:
    """Without ids and styles: a policy without inline styles would drop them, and ids are the page's."""
    key = element.attrib.pop("id", "")
    if key.startswith(_HINT):
        hint = etree.Element(f"{{{_SVG}}}title")
        hint.text = hints[int(key.removeprefix(_HINT))]
        element.insert(0, hint)
    element.attrib.pop("clip-path", None)
    if element.get("transform", "").startswith("rotate(-0 "):
        del element.attrib["transform"]
    classes = []
    for part in element.attrib.pop("style", "").split(";"):
        name, _, value = (each.strip() for each in part.partition(":"))
        if name in ("fill", "stroke") and value in names:
            classes.append(f"{name}-{names[value]}")
        elif (name == "fill" and value == "none") or name in _KEPT:
            element.set(name, value)
    if classes:
        element.set("class", " ".join(classes))
