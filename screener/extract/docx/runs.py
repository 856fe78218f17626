"""The inside of a paragraph: its text in pieces that look alike, and the text boxes that hang on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from screener.extract.docx.boxes import TextBox, text_box
from screener.extract.docx.inlays import Inlays
from screener.extract.docx.looks import Styles, run_look
from screener.extract.docx.xml import DGM, MC, Element, M, R, V, W, val
from screener.extract.pieces import LINE_BREAK, Look, Piece
from screener.extract.symbols import is_picture_font, pictured, symbol

_MAIL_FIELD = re.compile(r'HYPERLINK\s+"?mailto:([^"?\s]{3,254})', re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_MAIL_TARGET = re.compile(r"mailto:([^?\s]{3,254})", re.IGNORECASE)


@dataclass(slots=True)
class FieldState:
    """One complex field that is open: its instruction, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False
    shown: str = ""


@dataclass(slots=True)
class Inline:
    """What reading the inside of paragraphs yields; fields stay open from one paragraph to the next, so one serves a whole story."""

    styles: Styles
    theme: dict[str, str]
    inlays: Inlays
    fields: list[FieldState] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[TextBox] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Ids of the notes that the text refers to, `footnote:3`, in order."""

    def read(self, paragraph: Element, base: Look) -> None:
        """Adds the paragraph's pieces and boxes. base: how its text looks where its runs say nothing."""
        self._children(paragraph, base)

    def take_pieces(self) -> list[Piece]:
        """The pieces read since the last time."""
        taken, self.pieces = self.pieces, []
        return taken

    def take_boxes(self) -> list[TextBox]:
        """The text boxes read since the last time."""
        taken, self.boxes = self.boxes, []
        return taken

    def _children(self, element: Element, look: Look) -> None:
        for part in element:
            handler = _HANDLERS.get(part.tag, Inline._children) if isinstance(part.tag, str) else _skip
            handler(self, part, look)

    def _run(self, run: Element, base: Look) -> None:
        properties = run.find(W + "rPr")
        look = base
        if properties is not None:
            style = properties.find(W + "rStyle")
            if style is not None:
                look = self.styles.style(val(style)).look.over(look)
            look = run_look(properties).over(look)
        self._children(run, look)

    def _say(self, text: str, look: Look) -> None:
        if any(not state.in_result or _PAGE_NUMBER.match(state.instruction) for state in self.fields):
            return
        for state in self.fields:
            state.shown += text
        self.pieces.append(Piece(text, look))

    def _text(self, element: Element, look: Look) -> None:
        text = (element.text or "").replace("\n", " ").replace("\r", " ")
        if is_picture_font(look.font):
            text = pictured(text, look.font or "")
        if text:
            self._say(text, look)

    def _symbol(self, element: Element, look: Look) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        self._say(symbol(element.get(W + "font", ""), code), look)

    def _word_art(self, element: Element, look: Look) -> None:
        self._say(element.get("string", ""), look)

    def _field_char(self, element: Element, look: Look) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(FieldState())
        elif self.fields and kind == "separate":
            self.fields[-1].in_result = True
        elif self.fields and kind == "end":
            state = self.fields.pop()
            self._mail(_MAIL_FIELD.search(state.instruction), state.shown, look)

    def _instruction(self, element: Element, _look: Look) -> None:
        if self.fields:
            self.fields[-1].instruction += element.text or ""

    def _link(self, element: Element, look: Look) -> None:
        before = len(self.pieces)
        self._children(element, look)
        shown = "".join(piece.text for piece in self.pieces[before:])
        self._mail(_MAIL_TARGET.match(self.inlays.links.get(element.get(R + "id", ""), "")), shown, look)

    def _simple_field(self, element: Element, look: Look) -> None:
        if _PAGE_NUMBER.match(element.get(W + "instr", "")):
            return
        before = len(self.pieces)
        self._children(element, look)
        shown = "".join(piece.text for piece in self.pieces[before:])
        self._mail(_MAIL_FIELD.search(element.get(W + "instr", "")), shown, look)

    def _mail(self, match: re.Match[str] | None, shown: str, look: Look) -> None:
        """An address behind words ("e-mail me") stands beside them; one whose words already show an address does not."""
        if match is not None and shown.strip() and "@" not in shown:
            self._say(f" {match.group(1)}", look)

    def _alternative(self, element: Element, look: Look) -> None:
        """One of several ways to say the same: the first choice, the fallback only where there is none."""
        choice = chosen(element)
        if choice is not None:
            self._children(choice, look)

    def _box(self, element: Element, _look: Look) -> None:
        self.boxes.append(text_box(element, self.theme))

    def _diagram(self, element: Element, look: Look) -> None:
        for text in self.inlays.diagrams.get(element.get(R + "dm", ""), ()):
            self._say(text, look)
            self._say(LINE_BREAK, look)

    def _note(self, element: Element, _look: Look) -> None:
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        self.notes.append(f"{kind}:{element.get(W + 'id', '')}")


def chosen(alternatives: Element) -> Element | None:
    """The branch of an mc:AlternateContent that counts."""
    choice = alternatives.find(MC + "Choice")
    return choice if choice is not None else alternatives.find(MC + "Fallback")


def _skip(_inline: Inline, _element: Element, _look: Look) -> None:
    """Says nothing that a reader sees."""


def _saying(text: str) -> Callable[[Inline, Element, Look], None]:
    return lambda inline, _element, look: inline._say(text, look)


_UNSEEN = (
    "rPr", "pPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "delInstrText", "fldData", "ffData", "rt", "proofErr", "object",
    "smartTagPr", "customXmlPr", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
)  # fmt: skip

_HANDLERS: dict[str, Callable[[Inline, Element, Look], None]] = {
    **{W + name: _skip for name in _UNSEEN},
    W + "r": Inline._run,
    W + "t": Inline._text,
    M + "t": Inline._text,
    W + "tab": _saying("\t"),
    W + "ptab": _saying("\t"),
    W + "br": _saying(LINE_BREAK),
    W + "cr": _saying(LINE_BREAK),
    W + "noBreakHyphen": _saying("-"),
    W + "softHyphen": _skip,
    W + "sym": Inline._symbol,
    W + "fldChar": Inline._field_char,
    W + "instrText": Inline._instruction,
    W + "fldSimple": Inline._simple_field,
    W + "hyperlink": Inline._link,
    W + "footnoteReference": Inline._note,
    W + "endnoteReference": Inline._note,
    W + "txbxContent": Inline._box,
    DGM + "relIds": Inline._diagram,
    MC + "AlternateContent": Inline._alternative,
    V + "textpath": Inline._word_art,
}
"""Element → what to do with it; anything else is a wrapper whose children count (w:ins, w:smartTag, w:sdt, w:drawing …)."""
