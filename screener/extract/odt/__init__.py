"""ODT, the format of LibreOffice: every word that a person sees, once, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxml import etree

from screener.document import Document, DocumentFacts
from screener.extract.lines import Contents, TextLine, document_of
from screener.extract.normalise import normalise_line
from screener.extract.odt.story import Story
from screener.extract.odt.styles import Styles
from screener.extract.odt.xml import DC, META, OFFICE, STYLE, Element
from screener.extract.pieces import Ground
from screener.extract.unreadable import unreadable
from screener.extract.zips import MAX_MEMBERS, DamagedZipError, OversizedZipError, directory, inflate

MAX_INFLATED = 60_000_000

_PARTS = ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
_ENCRYPTED = b"encryption-data"
_MARKUP_BANNED = (b"<!DOCTYPE", b"<!ENTITY")


def read_odt(data: bytes) -> Document:
    """The text of an OpenDocument text file.

    Raises UnreadableDocumentError when it is locked, damaged, unpacks to too much, is no text document, or shows no word.
    """
    parts = _unpacked(data)
    if _ENCRYPTED in parts.get("META-INF/manifest.xml", b""):
        raise unreadable("encrypted")
    content = _root(parts, "content.xml")
    styles_root = _root(parts, "styles.xml") if "styles.xml" in parts else None
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or text is None:
        raise unreadable("opendocument")
    story = Story(Styles(tuple(root for root in (styles_root, content) if root is not None)))
    meta = _root(parts, "meta.xml") if "meta.xml" in parts else None
    return document_of(_contents(story, text, styles_root), _facts(meta))


def _contents(story: Story, text: Element, styles: Element | None) -> Contents:
    ground = Ground()
    above = _margins(story, styles, ground, "header")
    body = story.blocks(text, ground)
    notes = story.rest(ground)
    below = _margins(story, styles, ground, "footer")
    return Contents((*above, *body, *notes, *below), tuple(story.hidden.found), story.pictures)


def _margins(story: Story, styles: Element | None, ground: Ground, kind: str) -> list[TextLine]:
    """Headers or footers of all page styles; one that says just what an earlier one says is given once."""
    seen: list[list[str]] = []
    lines: list[TextLine] = []
    for margin in _margin_elements(styles, kind):
        found = story.blocks(margin, ground)
        texts = [line.text for line in found]
        if texts not in seen:
            seen.append(texts)
            lines += found
    return lines


def _margin_elements(styles: Element | None, kind: str) -> Iterator[Element]:
    if styles is not None:
        for name in (f"{kind}-first", kind, f"{kind}-left"):
            yield from (found for found in styles.iter(STYLE + name) if found.get(STYLE + "display", "true") == "true")


def _unpacked(data: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MAX_INFLATED
    try:
        members = directory(data)
        if len(members) > MAX_MEMBERS:
            raise unreadable("crowded")
        for name in _PARTS:
            if name in members:
                parts[name] = inflate(data, members[name], left)
                left -= len(parts[name])
    except DamagedZipError as error:
        raise unreadable("damaged") from error
    except OversizedZipError as error:
        raise unreadable("inflates") from error
    return parts


def _root(parts: dict[str, bytes], name: str) -> Element:
    blob = parts.get(name, b"")
    if any(banned in blob.replace(b"\0", b"") for banned in _MARKUP_BANNED):
        raise unreadable("damaged-xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(blob, parser)
    except etree.LxmlError as error:
        raise unreadable("damaged-xml") from error


def _facts(meta: Element | None) -> DocumentFacts:
    find = {} if meta is None else _texts(meta)
    statistics = None if meta is None else meta.find(f".//{META}document-statistic")
    pages = "" if statistics is None else statistics.get(META + "page-count", "")
    return DocumentFacts(
        format="odt",
        page_count=int(pages) if pages.isascii() and pages.isdigit() and len(pages) < 4 and int(pages) > 0 else 1,
        producer=normalise_line(find.get(META + "generator", ""))[:200],
        created=_date(find.get(META + "creation-date", "")),
        modified=_date(find.get(DC + "date", "")),
        readers=("odt",),
    )


def _texts(meta: Element) -> dict[str, str]:
    return {str(element.tag): " ".join((element.text or "").split()) for element in meta.iter()}


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
