"""From pieces of text that look alike to lines: what a person sees, and apart from it what nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from screener.document import HiddenText
from screener.extract.lines import TextLine
from screener.extract.normalise import normalise_line
from screener.extract.visibility import TINY, blends_in

UNKNOWN_FILL = "unknown"
PAGE_WHITE = "FFFFFF"

LINE_BREAK = "\n"

DEFAULT_SIZE = 10.0
"""Points, where neither run nor style nor the document's defaults say anything."""


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a run; None where nothing is said.

    size: points. colour, fill: six hexadecimal digits, `auto`, or None. hidden: w:vanish. ghost: filled with nothing at all.
    font: the name of the font for Latin letters.
    """

    bold: bool | None = None
    size: float | None = None
    colour: str | None = None
    fill: str | None = None
    hidden: bool | None = None
    ghost: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.size if self.size is None else self.size,
            below.colour if self.colour is None else self.colour,
            below.fill if self.fill is None else self.fill,
            below.hidden if self.hidden is None else self.hidden,
            below.ghost if self.ghost is None else self.ghost,
            below.font if self.font is None else self.font,
        )


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that looks alike throughout; a line break is a piece of its own."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Ground:
    """What a paragraph stands on. fill: six hexadecimal digits, or `unknown` when only a layout engine could tell.

    unseen: why nobody sees any text that stands here, else empty. under_boxes: what text boxes here stand on where they are not painted.
    """

    fill: str = PAGE_WHITE
    unseen: str = ""
    under_boxes: str = PAGE_WHITE

    def painted(self, fill: str | None) -> Ground:
        """The same place painted over."""
        return self if fill is None else replace(self, fill=fill)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What holds for a whole paragraph: bullet in front of it, heading, exact line height in points."""

    ground: Ground
    bullet: str = ""
    heading: bool = False
    line_height: float | None = None


@dataclass(slots=True)
class Hidden:
    """Hidden text of a story, in pieces that stood together."""

    found: list[HiddenText] = field(default_factory=list)

    def add(self, text: str, reason: str) -> None:
        """Keeps a piece of hidden text, joined to the last one when that was hidden for the same reason."""
        plain = normalise_line(" ".join(text.split()))
        if plain:
            self.found.append(HiddenText(plain, 1, reason))


def text_lines(pieces: list[Piece], style: ParagraphStyle, hidden: Hidden) -> list[TextLine]:
    """The visible lines of a paragraph; what is hidden in it goes to `hidden`."""
    result: list[TextLine] = []
    for line in lines_of(pieces):
        visible = _visible(line, style, hidden)
        bullet = style.bullet if not result else ""
        made = _line(visible, bullet, style.heading)
        if made is not None:
            result.append(made)
    return result


def _visible(line: list[Piece], style: ParagraphStyle, hidden: Hidden) -> list[Piece]:
    visible: list[Piece] = []
    unseen, unseen_reason = "", ""
    for piece in line:
        reason = "" if not piece.text.strip() else unseen_because(piece.look, style)
        if not reason and (piece.text.strip() or not unseen):
            visible.append(piece)
        if reason != unseen_reason and piece.text.strip():
            hidden.add(unseen, unseen_reason)
            unseen, unseen_reason = "", reason
        if unseen_reason:
            unseen += piece.text
    hidden.add(unseen, unseen_reason)
    return visible


def unseen_because(look: Look, style: ParagraphStyle) -> str:
    """Why nobody sees text of this look here: a reason of `HiddenText`, or empty."""
    if style.ground.unseen:
        return style.ground.unseen
    if look.hidden:
        return "vanish"
    if look.ghost:
        return "invisible"
    size = DEFAULT_SIZE if look.size is None else look.size
    if size < TINY or (style.line_height is not None and 0 < style.line_height < TINY):
        return "tiny"
    fill = look.fill or style.ground.fill
    if look.colour in (None, "auto") or fill == UNKNOWN_FILL:
        return ""
    return "colour" if blends_in(look.colour or "", fill) else ""


def _line(pieces: list[Piece], bullet: str, heading: bool) -> TextLine | None:
    text = normalise_line("".join(piece.text for piece in pieces))
    if not text or text == bullet.strip():
        return None
    look = next(piece.look for piece in pieces if piece.text.strip())
    if bullet and not text.startswith(bullet):
        text = bullet + text
    return TextLine(text, DEFAULT_SIZE if look.size is None else look.size, bool(look.bold), heading)


def lines_of(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line."""
    line: list[Piece] = []
    for piece in pieces:
        if piece.text == LINE_BREAK:
            yield line
            line = []
        else:
            line.append(piece)
    yield line
