"""The parts of a Word file that say something, made safe before python-docx opens them.

Pictures, fonts, macros and whatever else carries no text never get unpacked. What is kept is counted while it is unpacked, must be free
of document type definitions (the door to entity bombs), and is packed anew without dangling relations, so that python-docx gets a
clean file whatever program wrote it.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from lxml import etree

from screener.extract.docx.xml import Element, W
from screener.extract.unreadable import unreadable
from screener.extract.zips import MAX_MEMBERS, DamagedZipError, OversizedZipError, directory, inflate

MAX_INFLATED = 60_000_000
"""Bytes of XML in one document: a résumé holds well under a million."""

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAIN_TYPES = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_KEPT_SUFFIXES = (".xml", ".rels", ".htm", ".html", ".mht", ".mhtml", ".txt")
_KEPT_RELATIONS = frozenset(
    {
        "officeDocument", "core-properties", "extended-properties", "styles", "numbering", "settings", "theme",
        "header", "footer", "footnotes", "endnotes", "hyperlink", "diagramData", "aFChunk",
    }
)  # fmt: skip
# "Strict" files spell every namespace differently; the words in them are the same.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    ),
)
_MARKUP_BANNED = (b"<!DOCTYPE", b"<!ENTITY")


def open_word_document(data: bytes) -> WordDocument:
    """The file as python-docx sees it. Raises UnreadableDocumentError when it is damaged, locked, or unpacks to too much."""
    packed = _packed(_cleaned(_unpacked_parts(data)))
    try:
        document = docx.Document(packed)
    except (KeyError, ValueError, AttributeError, IndexError, RecursionError, etree.LxmlError, OpcError) as error:
        raise unreadable("damaged-xml") from error
    if document.element.find(W + "body") is None:
        raise unreadable("damaged-xml")
    return document


def parse_part(blob: bytes) -> Element:
    """The root of a part that python-docx leaves as bytes. Raises UnreadableDocumentError when it is not XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(blob, parser)
    except etree.LxmlError as error:
        raise unreadable("damaged-xml") from error


def root_of(part: Part) -> Element:
    """The root element of a part, parsed by python-docx or left by it as bytes."""
    return part.element if isinstance(part, XmlPart) else parse_part(part.blob)


def _unpacked_parts(data: bytes) -> dict[str, bytes]:
    try:
        members = directory(data)
        if len(members) > MAX_MEMBERS:
            raise unreadable("crowded")
        return _inflated(data, members)
    except DamagedZipError as error:
        raise unreadable("damaged") from error
    except OversizedZipError as error:
        raise unreadable("inflates") from error


def _inflated(data: bytes, members: dict[str, zipfile.ZipInfo]) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MAX_INFLATED
    for name, member in members.items():
        if not name.lower().endswith(_KEPT_SUFFIXES) or name.startswith("customXml/"):
            continue
        if member.flag_bits & 1:
            raise unreadable("encrypted")
        parts[name] = inflate(data, member, left)
        left -= len(parts[name])
    return parts


def _cleaned(parts: dict[str, bytes]) -> dict[str, bytes]:
    cleaned = {name: _plain_xml(blob) if name.endswith((".xml", ".rels")) else blob for name, blob in parts.items()}
    for name in [name for name in cleaned if name.endswith(".rels")]:
        cleaned[name] = _kept_relations(cleaned[name], _base_of(name), cleaned)
    types = cleaned.get(_CONTENT_TYPES, b"")
    for other in _OTHER_MAIN_TYPES:
        types = types.replace(other, _MAIN_TYPE)
    cleaned[_CONTENT_TYPES] = types
    return cleaned


def _plain_xml(blob: bytes) -> bytes:
    """The part free of strict namespaces. Raises UnreadableDocumentError when it defines entities, in whatever encoding."""
    narrow = blob.replace(b"\0", b"") if blob[:4].count(b"\0") or blob.startswith((b"\xff\xfe", b"\xfe\xff")) else blob
    if any(banned in narrow for banned in _MARKUP_BANNED):
        raise unreadable("damaged-xml")
    if b"//purl.oclc.org/" in blob:
        for strict, transitional in _STRICT:
            blob = blob.replace(strict, transitional)
    return blob


def _base_of(rels_name: str) -> str:
    """The folder against which a relations part resolves: that of the part which it describes."""
    return posixpath.dirname(posixpath.dirname(rels_name))


def _kept_relations(blob: bytes, base: str, parts: Iterable[str]) -> bytes:
    root = parse_part(blob)
    for relation in list(root):
        kind = str(relation.get("Type", "")).rsplit("/", 1)[-1]
        internal = relation.get("TargetMode") != "External"
        if kind not in _KEPT_RELATIONS or (internal and _target(base, relation.get("Target", "")) not in parts):
            root.remove(relation)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _target(base: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + base, target.replace("\\", "/"))).lstrip("/")


def _packed(parts: dict[str, bytes]) -> BytesIO:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, blob in parts.items():
            archive.writestr(zipfile.ZipInfo(name), blob)
    return stream
