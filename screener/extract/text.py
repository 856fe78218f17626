"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from charset_normalizer import from_bytes

from screener.document import Document, DocumentFacts, HiddenText
from screener.extract.lines import Contents, TextLine, document_of
from screener.extract.normalise import normalise_line

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE = 50_000  # bytes: enough to tell an encoding

_WIDE_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_ATX_HEADING = re.compile(r"#{1,6} +(\S.*)\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*\Z")
_RULE = re.compile(r"\s*(?:[-*_] ?){3,}\s*\Z")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_TABLE_RULE = re.compile(r"[|:\s-]+\Z")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_ITEM = re.compile(r"(\s*)[-*+] +(?=\S)")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)!\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(([^()\n]{0,2000})\)")
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500})(?<=[^\s\\])\1(?![\w*])")
_STRONG_START = re.compile(r"(?:\*\*|__)\S")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_TAG = re.compile(r"<(/?[A-Za-z][^<>\n]{0,200}|!--[^<>\n]{0,500}--)>")
_BOLD_ROW = re.compile(r"\*\*[^*\n]{2,80}\*\*")
_BOLD_ROWS = 3
_STYLED = re.compile(  # an element that says how it looks, with what it holds; bounded, as an element may have no end
    r"<(?P<tag>[A-Za-z][A-Za-z0-9]{0,15})\s(?=[^<>]{0,500}(?:style\s*=|hidden))[^<>]{1,800}>(?:(?!</(?P=tag)).){0,5000}</(?P=tag)\s*>",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")


def read_text(data: bytes) -> Document:
    """The text of a file without any layout but its line breaks; Markdown's marks are taken for what they mean.

    Raises UnreadableDocumentError when it holds not one word.
    """
    contents, is_markdown = _contents(data)
    return document_of(contents, DocumentFacts("markdown" if is_markdown else "text", readers=("text",)))


def text_contents(data: bytes) -> Contents:
    """What a text shows."""
    return _contents(data)[0]


def _contents(data: bytes) -> tuple[Contents, bool]:
    """What a text shows, and whether it is Markdown."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    rows = text.split("\n")
    if not _is_markdown(rows):
        return Contents(tuple(_plain_lines(rows))), False
    shown, hidden = _without_hidden(text)
    return Contents(tuple(_markdown_lines(shown.split("\n"))), hidden), True


def _without_hidden(text: str) -> tuple[str, tuple[HiddenText, ...]]:
    """Markdown with its styled HTML as a person sees it, and what that hides: white, tiny, not displayed."""
    if _STYLED.search(text) is None:
        return text, ()
    from screener.extract.html import page_contents  # which reads its bytes with this module

    hidden: list[HiddenText] = []

    def shown(match: re.Match[str]) -> str:
        found = page_contents(match.group().encode())
        hidden.extend(found.hidden)
        return "\n".join(line.text for line in found.lines) if found.hidden else match.group()

    return _STYLED.sub(shown, text), tuple(hidden)


def _is_markdown(rows: list[str]) -> bool:
    """Whether headings are marked as Markdown marks them: two, some bold rows, or one that opens the text or stands above another mark."""
    headings = [row for row in rows if _ATX_HEADING.match(row)]
    if sum(_BOLD_ROW.fullmatch(row.rstrip()) is not None for row in rows) >= _BOLD_ROWS:
        return True
    if len(headings) >= 2 or sum(map(_is_heading_pair, rows, rows[1:])) >= 2:
        return True
    opens = next(filter(str.strip, rows), "") in headings
    return bool(headings) and (opens or any(_EMPHASIS.search(row) or _LINK.search(row) for row in rows))


def decode(data: bytes) -> str:
    """The text in bytes of any encoding: by its mark, as UTF-8 where it can be, else by what is likeliest."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark if encoding == "utf-8" else b"").decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(data[:_SAMPLE], cp_isolation=["cp1252", "cp1250", "cp1251", "shift_jis", "gb18030", "euc_kr"]).best()
        return data.decode(best.encoding if best else "cp1252", "replace")


def _plain_lines(rows: list[str]) -> Iterator[TextLine]:
    for row in rows:
        text = normalise_line(_WIDE_GAP.sub("\t", row))
        if text:
            yield TextLine(text)


def _is_heading_pair(row: str, below: str) -> bool:
    return bool(row.strip()) and len(below.strip()) >= 3 and _UNDERLINE.match(below) is not None and not _ITEM.match(row)


def _markdown_lines(rows: list[str]) -> Iterator[TextLine]:
    skipped = fenced = False
    for row, below in pairwise([*rows, ""]):
        if _FENCE.match(row):
            fenced = not fenced
            continue
        if fenced:
            yield from _plain_lines([row])
            continue
        if skipped or _RULE.match(row) or (row.strip() and _TABLE_RULE.match(row)):
            skipped = False
            continue
        skipped = _is_heading_pair(row, below)
        atx = _ATX_HEADING.match(row)
        line = _markdown_line(_without_closing_marks(atx.group(1)) if atx else row, heading=bool(atx) or skipped)
        if line is not None:
            yield line


def _without_closing_marks(heading: str) -> str:
    """"Skills ##" as "Skills", but "C#" as it is."""
    text = heading.rstrip()
    bare = text.rstrip("#")
    return bare if bare.endswith(" ") else text


def _markdown_line(row: str, *, heading: bool) -> TextLine | None:
    row = _QUOTE.sub("", row, count=1) if _QUOTE.match(row) else row
    item = _ITEM.match(row)
    row = row[item.end() :] if item else row
    bold = _STRONG_START.match(row.lstrip()) is not None
    if row.lstrip().startswith("|"):
        row = row.strip().strip("|").replace("|", "\t")
    text = normalise_line(("• " if item else "") + _WIDE_GAP.sub("\t", _unmarked(row)))
    return TextLine(text, bold=bold, heading=heading) if text and text != "•" else None


def _unmarked(row: str) -> str:
    """The row without the marks inside it."""
    row = _LINK.sub(_link, _IMAGE.sub("", _CODE.sub(r"\1", _TAG.sub(" ", row))))
    for _ in range(2):  # bold around italic
        row = _EMPHASIS.sub(r"\2", row)
    return _ESCAPE.sub(r"\1", row)


def _link(match: re.Match[str]) -> str:
    """The words of a link, and the address behind them where they show none."""
    words, target = match.groups()
    address = target.removeprefix("mailto:").split("?")[0]
    return f"{words} {address}" if target.startswith("mailto:") and "@" not in words else words
