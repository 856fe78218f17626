"""What a Word file shows out of other parts: pages and texts laid into it whole, and diagrams."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from docx.opc.part import Part

from screener.errors import UnreadableDocumentError
from screener.extract.docx.package import root_of
from screener.extract.docx.xml import DGM, A
from screener.extract.html import page_contents
from screener.extract.lines import Contents
from screener.extract.mhtml import page_inside
from screener.extract.sniff import sniff
from screener.extract.text import text_contents

_UNSEEN_POINTS = frozenset({"pres", "parTrans", "sibTrans"})
_CHUNK_READERS: dict[str, Callable[[bytes], Contents]] = {
    "html": page_contents,
    "mhtml": lambda data: page_contents(page_inside(data)),
    "text": text_contents,
}


@dataclass(frozen=True, slots=True)
class Inlays:
    """What a part lays in from others, by relation id. links: where outside links lead; diagrams: the texts of their points."""

    links: Mapping[str, str] = field(default_factory=dict)
    diagrams: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chunks: Mapping[str, bytes] = field(default_factory=dict)


def inlays_of(part: Part) -> Inlays:
    """What the relations of a part lead to."""
    inside = [(rel_id, rel) for rel_id, rel in part.rels.items() if not rel.is_external]
    return Inlays(
        {rel_id: rel.target_ref for rel_id, rel in part.rels.items() if rel.is_external},
        {rel_id: _diagram_texts(rel.target_part) for rel_id, rel in inside if rel.reltype.endswith("/diagramData")},
        {rel_id: rel.target_part.blob for rel_id, rel in inside if rel.reltype.endswith("/aFChunk")},
    )


def chunk_contents(chunk: bytes) -> Contents:
    """What a page or text laid in whole shows; nothing when it is of a kind that is not read."""
    reader = _CHUNK_READERS.get(sniff(chunk))
    try:
        return Contents(()) if reader is None else reader(chunk)
    except UnreadableDocumentError:
        return Contents(())


def _diagram_texts(part: Part) -> tuple[str, ...]:
    points = (point for point in root_of(part).iter(DGM + "pt") if point.get("type") not in _UNSEEN_POINTS)
    texts = ("".join(text.text or "" for text in point.iter(A + "t")) for point in points)
    return tuple(text for text in texts if text.strip())
