"""What the control words of RTF mean: a machine that takes tokens and gives lines."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from screener.document import DocumentFacts
from screener.extract.lines import TextLine
from screener.extract.normalise import BULLET, normalise_line
from screener.extract.pieces import LINE_BREAK, UNKNOWN_FILL, Ground, Hidden, Look, ParagraphStyle, Piece, text_lines
from screener.extract.rtf.tokens import Token
from screener.extract.symbols import is_picture_font, pictured
from screener.extract.tables import Cell, table_lines

_MAX_DEPTH = 2_000
_MAIL = re.compile(r'HYPERLINK\s+"?mailto:([^"?\s]{3,254})', re.IGNORECASE)

# Character set of a font → code page (RTF 1.9.1, "Font Table").
_CHARSETS = {
    0: "cp1252", 2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SPOKEN = {
    "tab": "\t", "line": LINE_BREAK, "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": LINE_BREAK, "\r": LINE_BREAK}
_UNSEEN = frozenset(
    """
    stylesheet pict object nonshppict themedata datastore colorschememapping latentstyles listtable listoverridetable rsidtbl xmlnstbl
    fldinst info annotation atnid atnauthor atrfstart atrfend bkmkstart bkmkend private falt panose template sp sn sv revtbl filetbl
    listtext pntext pn pnseclvl tc xe rxe txe
    """.split()  # noqa: SIM905 - forty names are read more easily without quotation marks
)
_COLLECTED = {"generator": "generator", "fldinst": "fldinst", "listtext": "mark", "pntext": "mark"}
_MARGINS = {"header": "above", "headerf": "above", "headerr": "above", "headerl": "above"} | {
    "footer": "below", "footerf": "below", "footerr": "below", "footerl": "below", "footnote": "notes",
}  # fmt: skip


_USUAL = Look(size=12.0)


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits and a closing brace undoes. destination: `text`, or where the words go instead."""

    destination: str = "text"
    story: str = "body"
    look: Look = _USUAL
    font: int = -1
    deleted: bool = False
    fallback: int = 1  # characters to leave out behind a \\u
    ground: str | None = None


@dataclass(slots=True)
class _Story:
    """Lines that are finished, and the table that is being read."""

    lines: list[TextLine] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    cell: list[TextLine] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    def end_table(self) -> None:
        """Adds the lines of the table that is open, if there is one."""
        if self.cell:
            self.row.append(self.cell)
        if self.row:
            self.rows.append(self.row)
        self.lines += table_lines(self.rows)
        self.rows, self.row, self.cell = [], [], []


@dataclass(slots=True)
class Reader:
    """Takes tokens one by one; `finish` gives the lines."""

    hidden: Hidden = field(default_factory=Hidden)
    pictures: int = 0
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    stories: dict[str, _Story] = field(default_factory=dict)
    in_table: bool = False
    heading: bool = False
    bullet: str = ""
    code_page: str = "cp1252"
    fonts: dict[int, tuple[str, str]] = field(default_factory=dict)
    colours: list[str | None] = field(default_factory=list)
    rgb: dict[str, int] = field(default_factory=dict)
    collected: dict[str, str] = field(default_factory=dict)
    created: dict[str, int] = field(default_factory=dict)
    to_skip: int = 0
    pending: bytearray = field(default_factory=bytearray)
    link_start: int = 0
    starred: bool = False

    def take(self, token: Token) -> None:
        """Does what the token says."""
        if token.kind == "bytes":
            self._bytes(token.data)
            return
        self._flush()
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.kind == "symbol":
            self._symbol(token.value)
        else:
            self._word(token.value, token.number)

    def finish(self) -> tuple[list[TextLine], DocumentFacts]:
        """Headers, body, notes and footers, and what the file says of itself."""
        self._flush()
        lines: list[TextLine] = []
        for name in ("above", "body", "notes", "below"):
            story = self.stories.get(name)
            if story is not None:
                self._end_paragraph(story)
                story.end_table()
                lines += story.lines
        made = self.created
        producer = normalise_line(self.collected.get("generator", "").rstrip(";"))[:200]
        return lines, DocumentFacts("rtf", producer=producer, created=_date(made), readers=("rtf",))

    @property
    def story(self) -> _Story:
        return self.stories.setdefault(self.state.story, _Story())

    def _open(self) -> None:
        self.stack.append(self.state)
        self.starred = False
        if len(self.stack) > _MAX_DEPTH:
            self.state = replace(self.state, destination="nowhere")

    def _close(self) -> None:
        closed = self.state
        self.state = self.stack.pop() if self.stack else _State()
        if closed.destination == "mark" != self.state.destination and self.collected.pop("mark", "").strip():
            self.bullet = BULLET
        if closed.destination == "result" and self.state.destination != "result":
            self._end_link()
        if closed.story != self.state.story and closed.story in self.stories:
            self._end_paragraph(self.stories[closed.story])

    def _end_link(self) -> None:
        """The address behind the words of a link stands beside them, unless they show one."""
        shown = "".join(piece.text for piece in self.story.pieces[self.link_start :])
        mail = _MAIL.search(self.collected.pop("fldinst", ""))
        if mail and shown.strip() and "@" not in shown:
            self._say(f" {mail.group(1)}")

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.starred = True
        elif symbol in ("\n", "\r"):
            self._end_paragraph(self.story)
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        starred, self.starred = self.starred, False
        if word in _SPOKEN:
            self._say(_SPOKEN[word])
        elif word == "u":
            self._say(chr(number % 65536) if number is not None and not 0xD800 <= number % 65536 <= 0xDFFF else "")
            self.to_skip = self.state.fallback
        elif word in _WORDS:
            _WORDS[word](self, number)
        elif word in _MARGINS:
            self.state = replace(self.state, story=_MARGINS[word], destination="text")
        elif word in _UNSEEN or starred:
            self._leave_out(word)

    def _leave_out(self, word: str) -> None:
        if word == "pict":
            self.pictures += 1
        if word == "shpinst":
            return
        self._into(_COLLECTED.get(word, "nowhere"))

    def _bytes(self, data: bytes) -> None:
        if self.to_skip:
            dropped = min(self.to_skip, len(data))
            self.to_skip -= dropped
            data = data[dropped:]
        self.pending += data

    def _flush(self) -> None:
        """Says the bytes that have come in, in the code page of their font."""
        if self.pending:
            data, self.pending = bytes(self.pending), bytearray()
            name, page = self.fonts.get(self.state.font, ("", self.code_page))
            text = data.decode(page, "replace")
            self._say(pictured(text, name) if is_picture_font(name) else text)
        self.to_skip = 0

    def _say(self, text: str) -> None:
        destination = self.state.destination
        if destination in ("text", "result"):
            if not self.state.deleted and text:
                self.story.pieces.append(Piece(text, replace(self.state.look, fill=self.state.look.fill or self.state.ground)))
        elif destination == "fonttbl":
            name, page = self.fonts.get(self.state.font, ("", self.code_page))
            self.fonts[self.state.font] = (name + text.strip(" ;"), page)
        elif destination == "colortbl":
            self._end_colours(text.count(";"))
        elif destination != "nowhere":
            self.collected[destination] = (self.collected.get(destination, "") + text)[:2_000]

    def _end_colours(self, count: int) -> None:
        for _ in range(count):
            channels = [min(max(self.rgb.get(part, 0), 0), 255) for part in ("red", "green", "blue")]
            self.colours.append("".join(f"{channel:02X}" for channel in channels) if self.rgb else None)
            self.rgb = {}

    def _end_paragraph(self, story: _Story) -> None:
        ground = Ground(UNKNOWN_FILL) if self.state.ground == UNKNOWN_FILL else Ground()
        style = ParagraphStyle(ground, "" if self.heading else self.bullet, self.heading)
        lines = text_lines(story.pieces, style, self.hidden)
        story.pieces, self.bullet = [], ""
        if self.in_table:
            story.cell += lines
            return
        if story.rows or story.row or story.cell:
            story.end_table()
        story.lines += lines

    def _paragraph(self, _number: int | None) -> None:
        if self.state.destination in ("text", "result"):
            self._end_paragraph(self.story)

    def _plain_paragraph(self, _number: int | None) -> None:
        self.in_table = self.heading = False
        self.state = replace(self.state, ground=None)

    def _cell(self, _number: int | None) -> None:
        self.in_table = True
        self._end_paragraph(self.story)
        self.story.row.append(self.story.cell)
        self.story.cell = []

    def _row(self, _number: int | None) -> None:
        if self.story.row:
            self.story.rows.append(self.story.row)
        self.story.row = []
        self.in_table = False

    def colour(self, number: int | None) -> str | None:
        """The colour of that number in the file's table, None when it is the usual one."""
        return self.colours[number] if number is not None and 0 <= number < len(self.colours) else None

    def look(self, **changes: object) -> None:
        """Changes how the text that follows looks."""
        self.state = replace(self.state, look=replace(self.state.look, **changes))  # type: ignore[arg-type]  # names and types of Look's fields

    def _into(self, destination: str) -> None:
        self.state = replace(self.state, destination=destination)

    def _result(self, _number: int | None) -> None:
        self.link_start = len(self.story.pieces)
        if self.state.destination in ("text", "result"):
            self._into("result")

    def _charset(self, number: int | None) -> None:
        name, page = self.fonts.get(self.state.font, ("", self.code_page))
        self.fonts[self.state.font] = (name, _CHARSETS.get(number or 0, page))

    def _ansi_code_page(self, number: int | None) -> None:
        try:
            self.code_page = codecs.lookup(f"cp{number}").name
        except LookupError:
            self.code_page = "cp1252"

    def _painted(self, number: int | None) -> None:
        """A paragraph or cell is painted: with which colour only a layout engine could tell for sure."""
        if self.colour(number) not in (None, "FFFFFF"):
            self.state = replace(self.state, ground=UNKNOWN_FILL)

    def _shape_text(self, _number: int | None) -> None:
        self.state = replace(self.state, destination="text", ground=UNKNOWN_FILL)


def _date(parts: dict[str, int]) -> date | None:
    try:
        return date(parts.get("yr", 0), parts.get("mo", 0), parts.get("dy", 0))
    except (ValueError, OverflowError):
        return None


def _made(part: str) -> Callable[[Reader, int | None], None]:
    """The creation date comes first among the dates of a file; later ones are of printing and the like."""

    def keep(reader: Reader, number: int | None) -> None:
        reader.created.setdefault(part, number or 0)

    return keep


def _channel(part: str) -> Callable[[Reader, int | None], None]:
    return lambda reader, number: reader.rgb.__setitem__(part, number or 0)


_WORDS: dict[str, Callable[[Reader, int | None], None]] = {
    "par": Reader._paragraph,
    "sect": Reader._paragraph,
    "page": Reader._paragraph,
    "pard": Reader._plain_paragraph,
    "intbl": lambda reader, _: setattr(reader, "in_table", True),
    "cell": Reader._cell,
    "nestcell": Reader._cell,
    "row": Reader._row,
    "nestrow": Reader._row,
    "outlinelevel": lambda reader, number: setattr(reader, "heading", number is not None and number < 9),
    "plain": lambda reader, _: setattr(reader, "state", replace(reader.state, look=_USUAL, deleted=False)),
    "b": lambda reader, number: reader.look(bold=number != 0),
    "v": lambda reader, number: reader.look(hidden=number != 0),
    "fs": lambda reader, number: reader.look(size=(number if number is not None else 24) / 2),
    "cf": lambda reader, number: reader.look(colour=reader.colour(number) or "auto"),
    "cb": lambda reader, number: reader.look(fill=reader.colour(number)),
    "chcbpat": lambda reader, number: reader.look(fill=reader.colour(number)),
    "highlight": lambda reader, number: reader.look(fill=reader.colour(number)),
    "cbpat": Reader._painted,
    "clcbpat": Reader._painted,
    "deleted": lambda reader, number: setattr(reader, "state", replace(reader.state, deleted=number != 0)),
    "uc": lambda reader, number: setattr(reader, "state", replace(reader.state, fallback=min(max(number or 0, 0), 8))),
    "f": lambda reader, number: setattr(reader, "state", replace(reader.state, font=number or 0)),
    "fonttbl": lambda reader, _: reader._into("fonttbl"),
    "colortbl": lambda reader, _: reader._into("colortbl"),
    "red": _channel("red"),
    "green": _channel("green"),
    "blue": _channel("blue"),
    "fcharset": Reader._charset,
    "ansicpg": Reader._ansi_code_page,
    "mac": lambda reader, _: setattr(reader, "code_page", "mac_roman"),
    "fldrslt": Reader._result,
    "shptxt": Reader._shape_text,
    "yr": _made("yr"),
    "mo": _made("mo"),
    "dy": _made("dy"),
}
"""Control word → what it does. What is in neither table (margins, kerning, borders …) changes no word."""
