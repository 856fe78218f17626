"""The text of an OpenDocument file as lines, in the order in which a person reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from screener.extract.lines import TextLine
from screener.extract.normalise import BULLET
from screener.extract.odt.styles import Styles, length
from screener.extract.odt.xml import DRAW, FO, OFFICE, SVG, TABLE, TEXT, XLINK, Element
from screener.extract.pieces import LINE_BREAK, Ground, Hidden, Look, ParagraphStyle, Piece, text_lines
from screener.extract.tables import Cell, table_lines

_MIN_SIDE = 4.0  # points: a box lower or narrower than that shows no letter
_MAX_SPACES = 200
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class Story:
    """Reads text. pieces, frames: of the paragraph that is being read; notes: read after everything else."""

    styles: Styles
    hidden: Hidden = field(default_factory=Hidden)
    pieces: list[Piece] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    pictures: int = 0

    def blocks(self, container: Element, ground: Ground, bullet: str = "") -> list[TextLine]:
        """The lines of the paragraphs, lists and tables in `container`. bullet: goes in front of the first paragraph."""
        lines: list[TextLine] = []
        for block in container:
            if block.tag in (TEXT + "p", TEXT + "h"):
                lines += self._paragraph(block, ground, bullet)
                bullet = ""
            elif block.tag == TABLE + "table":
                lines += self._table(block, ground)
            elif block.tag in (TEXT + "list-item", TEXT + "list-header"):
                lines += self.blocks(block, ground, BULLET if block.tag == TEXT + "list-item" else "")
            elif block.tag == DRAW + "frame" or block.tag in _SHAPES:
                lines += self._frame(block, ground)
            elif block.tag not in _UNSEEN_BLOCKS and not _is_hidden_section(block):
                lines += self.blocks(block, ground)
        return lines

    def rest(self, ground: Ground) -> list[TextLine]:
        """The notes that the text refers to."""
        notes, self.notes = self.notes, []
        return [line for note in notes for line in self.blocks(note, ground)]

    def _paragraph(self, paragraph: Element, ground: Ground, bullet: str) -> list[TextLine]:
        style = self.styles.style("paragraph", paragraph.get(TEXT + "style-name"))
        base = style.look.over(self.styles.style("paragraph", None).look)
        self._inside(paragraph, base)
        pieces, frames = self.pieces, self.frames
        self.pieces, self.frames = [], []
        heading = paragraph.tag == TEXT + "h" or style.heading
        whole = ParagraphStyle(ground.painted(style.fill), "" if heading else bullet, heading)
        own = text_lines(pieces, whole, self.hidden)
        return [*own, *(line for frame in frames for line in self._frame(frame, ground))]

    def _inside(self, element: Element, look: Look) -> None:
        self._say(element.text, look)
        for part in element:
            handler = _HANDLERS.get(part.tag, Story._inside)
            handler(self, part, look)
            self._say(part.tail, look)

    def _say(self, text: str | None, look: Look) -> None:
        if text:
            self.pieces.append(Piece(_WHITE_SPACE.sub(" ", text), look))

    def _span(self, element: Element, look: Look) -> None:
        self._inside(element, self.styles.style("text", element.get(TEXT + "style-name")).look.over(look))

    def _link(self, element: Element, look: Look) -> None:
        """The words of a link, and the address behind them where they show none."""
        before = len(self.pieces)
        self._span(element, look)
        shown = "".join(piece.text for piece in self.pieces[before:])
        target = element.get(XLINK + "href", "")
        if target.startswith("mailto:") and shown.strip() and "@" not in shown:
            self._say(f" {target.removeprefix('mailto:').split('?')[0]}", look)

    def _spaces(self, element: Element, look: Look) -> None:
        count = element.get(TEXT + "c", "1")
        self._say(" " * min(int(count) if count.isascii() and count.isdigit() else 1, _MAX_SPACES), look)

    def _tab(self, _element: Element, look: Look) -> None:
        self.pieces.append(Piece("\t", look))

    def _break(self, _element: Element, look: Look) -> None:
        self.pieces.append(Piece(LINE_BREAK, look))

    def _note(self, element: Element, _look: Look) -> None:
        self.notes += element.iterfind(TEXT + "note-body")

    def _ruby(self, element: Element, look: Look) -> None:
        for base in element.iterfind(TEXT + "ruby-base"):
            self._inside(base, look)

    def _hidden_text(self, element: Element, _look: Look) -> None:
        self.hidden.add(element.get(TEXT + "string-value", "") or "".join(map(str, element.itertext())), "invisible")

    def _later(self, element: Element, _look: Look) -> None:
        self.frames.append(element)

    def _skip(self, _element: Element, _look: Look) -> None:
        """Says nothing that a reader sees."""

    def _frame(self, frame: Element, ground: Ground) -> list[TextLine]:
        """The text in a frame or shape. A frame's first content is what is shown; the others stand in for it elsewhere."""
        style = self.styles.style("graphic", frame.get(DRAW + "style-name"))
        inside = replace(ground, fill=style.fill or ground.under_boxes, unseen=ground.unseen or _unseen(frame))
        if frame.tag != DRAW + "frame":
            return self.blocks(frame, inside)
        content = next((part for part in frame if part.tag.startswith(DRAW)), None)
        if content is None or content.tag != DRAW + "text-box":
            self.pictures += content is not None and content.tag == DRAW + "image"
            return []
        return self.blocks(content, inside)

    def _table(self, table: Element, ground: Ground) -> list[TextLine]:
        below = ground.painted(self.styles.style("table", table.get(TABLE + "style-name")).fill)
        rows = [row for row in table.iter(TABLE + "table-row") if next(row.iterancestors(TABLE + "table"), None) is table]
        return table_lines([self._row(row, below) for row in rows if row.get(TABLE + "visibility", "visible") == "visible"])

    def _row(self, row: Element, ground: Ground) -> list[Cell]:
        below = ground.painted(self.styles.style("table-row", row.get(TABLE + "style-name")).fill)
        return [self._cell(cell, below) for cell in row if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")]

    def _cell(self, cell: Element, ground: Ground) -> Cell:
        if cell.tag == TABLE + "covered-table-cell":
            return []
        return self.blocks(cell, ground.painted(self.styles.style("table-cell", cell.get(TABLE + "style-name")).fill))


def _unseen(frame: Element) -> str:
    for side in ("width", "height"):
        size = length(frame.get(SVG + side))
        least = length(frame.get(FO + f"min-{side}"))
        if size is not None and max(size, least or 0.0) < _MIN_SIDE:
            return "tiny"
    return ""


def _is_hidden_section(block: Element) -> bool:
    return block.get(TEXT + "display") == "none"


_SHAPES = frozenset(DRAW + name for name in ("custom-shape", "rect", "ellipse", "polygon", "path", "g"))
_UNSEEN_BLOCKS = frozenset(
    {
        TEXT + "tracked-changes",
        TEXT + "sequence-decls",
        TEXT + "user-field-decls",
        TEXT + "variable-decls",
        OFFICE + "forms",
        OFFICE + "annotation",
    }
)
_HANDLERS: dict[str, Callable[[Story, Element, Look], None]] = {
    TEXT + "span": Story._span,
    TEXT + "a": Story._link,
    TEXT + "s": Story._spaces,
    TEXT + "tab": Story._tab,
    TEXT + "line-break": Story._break,
    TEXT + "note": Story._note,
    TEXT + "ruby": Story._ruby,
    TEXT + "hidden-text": Story._hidden_text,
    TEXT + "page-number": Story._skip,
    TEXT + "page-count": Story._skip,
    OFFICE + "annotation": Story._skip,
    OFFICE + "annotation-end": Story._skip,
    DRAW + "frame": Story._later,
    **dict.fromkeys(_SHAPES, Story._later),
}
"""Element inside a paragraph → what to do with it; anything else is a wrapper or a field whose words count."""
