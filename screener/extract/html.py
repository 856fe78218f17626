"""Web pages, as they are saved from a browser, a job board or a mail program."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import html

from screener.document import Document, DocumentFacts, HiddenText
from screener.extract.lines import Contents, TextLine, document_of
from screener.extract.normalise import normalise_line
from screener.extract.tables import table_lines
from screener.extract.text import decode
from screener.extract.unreadable import unreadable
from screener.extract.visibility import TINY, blends_in

_UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "title", "meta", "link", "iframe", "object", "svg", "canvas", "select", "datalist")
)
_BLOCK_NAMES = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr html legend li main nav ol p pre section summary ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_MAX_DEPTH = 200

_DECLARATION = re.compile(r"([a-z-]{1,40})\s*:\s*([^;]{1,200})")
_MAX_SHEET = 500_000
_AT_RULE = re.compile(r"@[^@{};]{0,300}\{")
_BRACE = re.compile(r"[{}]")
_SELECTOR = re.compile(r"[a-z0-9]*(?:[.#][\w-]{1,100})?\Z")  # a tag, a class or an id: what needs no knowledge of the tree
_LENGTH = re.compile(r"(\d{0,4}(?:\.\d{1,4})?)(pt|px|em|rem)?\s*\Z")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "": 0.75}
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_COLOUR_NAMES = {"white": "FFFFFF", "black": "000000", "snow": "FFFAFA", "ivory": "FFFFF0", "ghostwhite": "F8F8FF"}
_FAR_AWAY = re.compile(r"-\d{3,}")


@dataclass(frozen=True, slots=True)
class _Look:
    """How text looks where it stands. unseen: why nobody sees it, else empty. ground: None when a picture or gradient."""

    unseen: str = ""
    bold: bool = False
    heading: bool = False
    colour: str = "000000"
    ground: str | None = "FFFFFF"
    size: float = 0.0
    verbatim: bool = False


@dataclass(slots=True)
class _Page:
    """The lines of a page while they are put together. open: the pieces of the line that is not finished."""

    lines: list[TextLine] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    pictures: int = 0
    open: list[tuple[str, _Look]] = field(default_factory=list)
    rules: dict[str, dict[str, str]] = field(default_factory=dict)
    bullet: str = ""

    def end_line(self) -> None:
        """Finishes the line that is open, if it says anything."""
        text = normalise_line(self.bullet + "".join(piece for piece, _ in self.open))
        if text and text != self.bullet.strip():
            look = next((look for piece, look in self.open if piece.strip()), _Look())
            self.lines.append(TextLine(text, look.size, look.bold, look.heading))
            self.bullet = ""
        self.open = []

    def say(self, text: str | None, look: _Look) -> None:
        """Adds text; what nobody sees goes aside."""
        if not text:
            return
        reason = look.unseen or _unseen_because(look)
        if reason and text.strip():
            plain = normalise_line(" ".join(text.split()))
            self.hidden += [HiddenText(plain, 1, reason)] if plain else []
        elif not reason:
            for index, row in enumerate(text.split("\n") if look.verbatim else [" ".join(re.split(r"[ \t\r\n\f]+", text))]):
                if index:
                    self.end_line()
                self.open.append((row, look))


def read_html(data: bytes) -> Document:
    """The text that a browser shows, without running anything. Raises UnreadableDocumentError when it shows not one word."""
    return document_of(page_contents(data), DocumentFacts("html", readers=("html",)))


def page_contents(data: bytes) -> Contents:
    """What a page shows and hides."""
    root = _parsed(data)
    page = _Page(rules=_style_rules(root))
    _walk(root, _Look(), page, 0)
    page.end_line()
    return Contents(tuple(page.lines), tuple(page.hidden), page.pictures)


def _parsed(data: bytes) -> html.HtmlElement:
    declared = re.search(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{2,30})", data[:4096])
    text = decode(data) if declared is None else _declared(data, declared.group(1).decode("ascii"))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (ValueError, html.etree.LxmlError) as error:
        raise unreadable("damaged-xml") from error


def _declared(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _walk(element: html.HtmlElement, look: _Look, page: _Page, depth: int) -> None:
    tag = element.tag if isinstance(element.tag, str) else "script"
    if tag in _UNSEEN or depth > _MAX_DEPTH:
        return
    look = _look_of(element, tag, look, page.rules)
    special = _SPECIAL.get(tag)
    if special is not None:
        special(element, look, page, depth)
        return
    is_block = tag in _BLOCKS
    if is_block:
        page.end_line()
        page.bullet = "• " if tag == "li" else page.bullet
    _inside(element, look, page, depth)
    if is_block:
        page.end_line()
        page.bullet = ""


def _inside(element: html.HtmlElement, look: _Look, page: _Page, depth: int) -> None:
    page.say(element.text, look)
    for part in element:
        _walk(part, look, page, depth + 1)
        page.say(part.tail, look)


def _break(_element: html.HtmlElement, _look: _Look, page: _Page, _depth: int) -> None:
    page.end_line()


def _picture(_element: html.HtmlElement, _look: _Look, page: _Page, _depth: int) -> None:
    page.pictures += 1


def _link(element: html.HtmlElement, look: _Look, page: _Page, depth: int) -> None:
    """The words of a link, and the address behind them where they show none."""
    _inside(element, look, page, depth)
    target = element.get("href", "")
    shown = "".join(element.itertext())
    if target.startswith("mailto:") and shown.strip() and "@" not in shown:
        page.say(f" {target.removeprefix('mailto:').split('?')[0]}", look)


def _table(element: html.HtmlElement, look: _Look, page: _Page, depth: int) -> None:
    page.end_line()
    rows = (row for row in element.iter("tr") if next(row.iterancestors("table"), None) is element)
    page.lines += table_lines([[_cell(cell, look, page, depth) for cell in row if cell.tag in ("td", "th")] for row in rows])


def _cell(cell: html.HtmlElement, look: _Look, page: _Page, depth: int) -> list[TextLine]:
    inner = _Page(hidden=page.hidden, rules=page.rules)
    _inside(cell, _look_of(cell, cell.tag, look, page.rules), inner, depth + 3)
    inner.end_line()
    page.pictures += inner.pictures
    return inner.lines


_SPECIAL: dict[str, Callable[[html.HtmlElement, _Look, _Page, int], None]] = {
    "br": _break,
    "hr": _break,
    "img": _picture,
    "a": _link,
    "table": _table,
}


def _style_rules(root: html.HtmlElement) -> dict[str, dict[str, str]]:
    """Simple selector → declarations, of the page's own style sheets; rules for printing and the like are left out."""
    rules: dict[str, dict[str, str]] = {}
    for sheet in root.iter("style"):
        for block in _without_at_rules(_without_comments((sheet.text or "")[:_MAX_SHEET])).split("}"):
            selectors, _, declarations = block.partition("{")
            for selector in map(str.strip, selectors.split(",")):
                if selector and _SELECTOR.match(selector):
                    rules.setdefault(selector, {}).update(_DECLARATION.findall(declarations.lower()))
    return rules


def _without_comments(sheet: str) -> str:
    first, *others = sheet.split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


def _without_at_rules(sheet: str) -> str:
    """The sheet without its blocks for printing and the like; one that is never closed reaches to the end, as in a browser."""
    kept: list[str] = []
    place = 0
    while (rule := _AT_RULE.search(sheet, place)) is not None:
        kept.append(sheet[place : rule.start()])
        place, depth = rule.end(), 1
        while depth:
            brace = _BRACE.search(sheet, place)
            if brace is None:
                return "".join(kept)
            depth += 1 if brace.group() == "{" else -1
            place = brace.end()
    return "".join([*kept, sheet[place:]])


def _style_of(element: html.HtmlElement, tag: str, rules: dict[str, dict[str, str]]) -> dict[str, str]:
    style: dict[str, str] = {}
    if rules:
        classes = element.get("class", "").split()[:50]
        names = [tag, *(f"{owner}.{name}" for name in classes for owner in ("", tag)), f"#{element.get('id', '')}"]
        for name in names:
            style |= rules.get(name, {})
    return style | dict(_DECLARATION.findall(element.get("style", "").lower()))


def _look_of(element: html.HtmlElement, tag: str, above: _Look, rules: dict[str, dict[str, str]]) -> _Look:
    style = _style_of(element, tag, rules)
    background = style.get("background-color") or style.get("background") or element.get("bgcolor")
    return _Look(
        unseen=above.unseen or _style_unseen(style, element),
        bold=above.bold or tag in _BOLD or style.get("font-weight", "").startswith(("bold", "6", "7", "8", "9")),
        heading=above.heading or tag in _HEADINGS,
        colour=_colour(style.get("color") or element.get("color") or "") or above.colour,
        ground=above.ground if background is None else _colour(background),
        size=_size(style.get("font-size", "")) or above.size,
        verbatim=above.verbatim or tag in ("pre", "textarea"),
    )


def _style_unseen(style: dict[str, str], element: html.HtmlElement) -> str:
    if element.get("hidden") is not None or style.get("display", "").startswith("none") or style.get("visibility", "").startswith("hidden"):
        return "invisible"
    if style.get("opacity", "1").strip() in ("0", "0.0", "0%"):
        return "invisible"
    if any(_FAR_AWAY.search(style.get(side, "")) for side in ("left", "top", "text-indent", "margin-left")):
        return "off-page"
    size = _LENGTH.match(style.get("font-size", "").strip())
    return "tiny" if size and size.group(1) and 0 <= _size(style["font-size"]) < TINY else ""


def _unseen_because(look: _Look) -> str:
    return "colour" if look.ground is not None and blends_in(look.colour, look.ground) else ""


def _size(length: str) -> float:
    match = _LENGTH.match(length.strip())
    return float(match.group(1)) * _POINTS[match.group(2) or ""] if match and match.group(1) not in ("", ".") else 0.0


def _colour(text: str) -> str | None:
    """Six hexadecimal digits, None when the colour is not a plain one."""
    text = text.strip().lower()
    digits = text.removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits) and text != digits:
        return "".join(digit * 2 for digit in digits).upper()
    if re.fullmatch(r"[0-9a-f]{6}", digits):
        return digits.upper()
    rgb = _RGB.match(text)
    if rgb:
        return "".join(f"{min(int(channel), 255):02X}" for channel in rgb.groups())
    return _COLOUR_NAMES.get(text)
