"""The stories of a Word file put together: headers, body, notes, footers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.opc.part import Part

from screener.extract.docx.inlays import inlays_of
from screener.extract.docx.looks import Styles
from screener.extract.docx.numbering import Numbering
from screener.extract.docx.package import root_of
from screener.extract.docx.runs import Inline
from screener.extract.docx.shapes import has_backdrop, theme_colours
from screener.extract.docx.stories import Story
from screener.extract.docx.xml import A, Element, R, V, W, child, is_on
from screener.extract.lines import Contents, TextLine
from screener.extract.pieces import PAGE_WHITE, UNKNOWN_FILL, Ground, Hidden

_FOOTERS = ("first", "default", "even")
_NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading any story of this document needs."""

    part: Part
    styles: Styles
    numbering: Numbering
    theme: dict[str, str]
    ground: Ground
    hidden: Hidden

    def read(self, root: Element, part: Part) -> tuple[list[TextLine], list[str]]:
        """Lines of one story, and the notes that it refers to."""
        inline = Inline(self.styles, self.theme, inlays_of(part))
        story = Story(self.styles, self.numbering, inline, self.hidden)
        return story.read(root, self.ground), inline.notes


def read_contents(document: WordDocument) -> Contents:
    """Headers first, then the body, the notes that it refers to, and footers; each once."""
    part, body = document.part, document.element.body
    headers, footers = list(_margins(document, "header")), list(_margins(document, "footer"))
    margins = [root_of(part) for part in (*headers, *footers)]
    theme = theme_colours(_related_root(part, "theme"))
    reader = _Reader(
        part,
        Styles(_related_root(part, "styles")),
        Numbering(_related_root(part, "numbering")),
        theme,
        _page_ground(document, margins, theme),
        Hidden(),
    )
    above = _margin_lines(reader, headers)
    lines, notes = reader.read(body, part)
    note_lines = [line for root, of in _notes(part, notes) for line in reader.read(root, of)[0]]
    below = _margin_lines(reader, footers)
    return Contents((*above, *lines, *note_lines, *below), tuple(reader.hidden.found), sum(map(_pictures, (body, *margins))))


def _related_part(part: Part, kind: str) -> Part | None:
    return next((rel.target_part for rel in part.rels.values() if not rel.is_external and rel.reltype.endswith("/" + kind)), None)


def _related_root(part: Part, kind: str) -> Element | None:
    related = _related_part(part, kind)
    return None if related is None else root_of(related)


def _page_ground(document: WordDocument, margins: list[Element], theme: dict[str, str]) -> Ground:
    """White paper, unless something is painted on it on which text may stand. Headers and footers always lie behind the body."""
    body = document.element.body
    coloured = document.element.find(W + "background") is not None or any(has_backdrop(root, theme, behind_only=False) for root in margins)
    fill = UNKNOWN_FILL if coloured or has_backdrop(body, theme, behind_only=True) else PAGE_WHITE
    return Ground(fill, under_boxes=UNKNOWN_FILL if coloured or has_backdrop(body, theme, behind_only=False) else PAGE_WHITE)


def _margins(document: WordDocument, kind: str) -> Iterator[Part]:
    """The parts of the headers (or footers) that are shown, in order of their sections."""
    seen: set[str] = set()
    settings = _related_root(document.part, "settings")
    two_sided = child(settings, W + "evenAndOddHeaders")
    shows_even = two_sided is not None and is_on(two_sided)
    for section in document.element.body.iter(W + "sectPr"):
        title_page = section.find(W + "titlePg")
        shown = {"first": title_page is not None and is_on(title_page), "default": True, "even": shows_even}
        references = {reference.get(W + "type", "default"): reference for reference in section.iterfind(f"{W}{kind}Reference")}
        for position in _FOOTERS:
            rel_id = references[position].get(R + "id", "") if position in references and shown[position] else ""
            relation = document.part.rels.get(rel_id)
            if relation is not None and not relation.is_external and rel_id not in seen:
                seen.add(rel_id)
                yield relation.target_part


def _margin_lines(reader: _Reader, parts: list[Part]) -> list[TextLine]:
    """The lines of headers or footers; a header that says just what an earlier one says is given once."""
    stories: list[list[TextLine]] = []
    for part in parts:
        lines, _ = reader.read(root_of(part), part)
        if [line.text for line in lines] not in [[line.text for line in story] for story in stories]:
            stories.append(lines)
    return [line for story in stories for line in story]


def _notes(part: Part, references: list[str]) -> Iterator[tuple[Element, Part]]:
    """The notes that the text refers to, in order, each once, with the part that holds them."""
    wanted = dict.fromkeys(references)
    for kind, part_name in _NOTE_PARTS.items():
        holder = _related_part(part, part_name)
        if holder is None or not any(reference.startswith(kind) for reference in wanted):
            continue
        by_id = {f"{kind}:{note.get(W + 'id', '')}": note for note in root_of(holder).iterfind(W + kind)}
        yield from ((by_id[reference], holder) for reference in wanted if reference in by_id)


def _pictures(root: Element) -> int:
    return sum(1 for _ in root.iter(A + "blip", V + "imagedata"))
