"""One story of a Word file (body, header, footer, note, text box) as lines, in the order in which a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from screener.extract.docx.boxes import TextBox, reading_order
from screener.extract.docx.inlays import chunk_contents
from screener.extract.docx.looks import Style, Styles, line_height, numbering_of, off_page, outline_level, shading, squeezed
from screener.extract.docx.numbering import Numbering
from screener.extract.docx.runs import Inline, chosen
from screener.extract.docx.xml import MC, Element, R, W, child, val
from screener.extract.lines import TextLine
from screener.extract.normalise import BULLET
from screener.extract.pieces import UNKNOWN_FILL, Ground, Hidden, ParagraphStyle, text_lines
from screener.extract.tables import Cell, Row, table_lines

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "bdo", "dir"))
_BODY_TEXT_LEVEL = 9


@dataclass(slots=True)
class Story:
    """Reads one story. One paragraph mark that was deleted joins two paragraphs, one field may span several: both are state here."""

    styles: Styles
    numbering: Numbering
    inline: Inline
    hidden: Hidden = field(default_factory=Hidden)

    def read(self, container: Element, ground: Ground, table_style: Style | None = None) -> list[TextLine]:
        """The lines of all paragraphs and tables inside `container`."""
        lines: list[TextLine] = []
        for block in blocks(container):
            if block.tag == W + "p":
                lines += self._paragraph(block, ground, table_style)
            elif block.tag == W + "altChunk":
                lines += self._chunk(block)
            else:
                lines += self._table(block, ground)
        return lines

    def _paragraph(self, paragraph: Element, ground: Ground, table_style: Style | None) -> list[TextLine]:
        properties = paragraph.find(W + "pPr")
        style = self.styles.style(val(child(properties, W + "pStyle")) or self.styles.normal)
        base = style.look
        if table_style is not None:
            base = base.over(table_style.look)
        self.inline.read(paragraph, base.over(self.styles.defaults))
        if _joins_next(properties):
            return []
        own = text_lines(self.inline.take_pieces(), self._paragraph_style(properties, style, ground), self.hidden)
        boxes = reading_order(self.inline.take_boxes())
        above = [line for box in boxes if box.before for line in self._box(box, ground)]
        below = [line for box in boxes if not box.before for line in self._box(box, ground)]
        return [*above, *own, *below]

    def _chunk(self, element: Element) -> list[TextLine]:
        contents = chunk_contents(self.inline.inlays.chunks.get(element.get(R + "id", ""), b""))
        self.hidden.found += contents.hidden
        return list(contents.lines)

    def _paragraph_style(self, properties: Element | None, style: Style, ground: Ground) -> ParagraphStyle:
        level = outline_level(properties)
        if off_page(properties):
            ground = replace(ground, unseen=ground.unseen or "off-page")
        heading = style.heading if level is None else level < _BODY_TEXT_LEVEL
        return ParagraphStyle(
            ground=ground.painted(shading(properties) or style.fill),
            bullet="" if heading or not self._is_item(properties, style) else BULLET,
            heading=heading,
            line_height=line_height(properties) or style.line_height,
        )

    def _is_item(self, properties: Element | None, style: Style) -> bool:
        numbering = numbering_of(properties) or style.numbering
        return style.listed if numbering is None else self.numbering.marks(numbering)

    def _box(self, box: TextBox, ground: Ground) -> list[TextLine]:
        return self.read(box.content, replace(ground, fill=box.fill or ground.under_boxes, unseen=box.unseen or ground.unseen))

    def _table(self, table: Element, ground: Ground) -> list[TextLine]:
        properties = table.find(W + "tblPr")
        style = self.styles.style(val(child(properties, W + "tblStyle")))
        fill = UNKNOWN_FILL if style.paints else style.fill
        below = ground.painted(shading(properties) or fill)
        return table_lines([self._row(row, below, style) for row in _unwrapped(table, W + "tr") if _is_kept_row(row)])

    def _row(self, row: Element, ground: Ground, style: Style) -> Row:
        if squeezed(row.find(W + "trPr")):
            ground = replace(ground, unseen=ground.unseen or "tiny")
        return [self._cell(cell, ground, style) for cell in _unwrapped(row, W + "tc")]

    def _cell(self, cell: Element, ground: Ground, style: Style) -> Cell:
        properties = cell.find(W + "tcPr")
        if properties is not None and _is_merged_away(properties):
            return []
        return self.read(cell, ground.painted(shading(properties)), style)


def blocks(container: Element) -> Iterator[Element]:
    """The paragraphs, tables and pages laid in, out of their wrappers."""
    for element in container:
        if element.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield element
        elif element.tag in _WRAPPERS:
            yield from blocks(element)
        elif element.tag == MC + "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                yield from blocks(branch)


def _unwrapped(container: Element, tag: str) -> Iterator[Element]:
    for element in container:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _unwrapped(element, tag)


def _joins_next(properties: Element | None) -> bool:
    """Whether the paragraph's end is deleted or moved away by a tracked change: its text goes on in the next paragraph."""
    mark = child(properties, W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _is_kept_row(row: Element) -> bool:
    properties = row.find(W + "trPr")
    return properties is None or properties.find(W + "del") is None


def _is_merged_away(properties: Element) -> bool:
    """Whether the cell is the hidden rest of a merged one, or deleted."""
    if properties.find(W + "cellDel") is not None:
        return True
    merges = (properties.find(W + "vMerge"), properties.find(W + "hMerge"))
    return any(merge is not None and val(merge) != "restart" for merge in merges)
