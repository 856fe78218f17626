"""Word and OpenDocument files that are scans: pages pasted in as pictures, with next to no text beside them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from screener.document import Document, Line
from screener.errors import UnreadableDocumentError
from screener.extract.ocr.documents import MAX_PAGES, read_pictures
from screener.extract.ocr.tool import OcrTool
from screener.extract.zips import DamagedZipError, OversizedZipError, directory, inflate

_MAX_PART, _MAX_PICTURE = 20_000_000, 40_000_000  # bytes
_PARTS = (("word/document.xml", "word/_rels/document.xml.rels", "word"), ("content.xml", "", ""))
_RELATION = re.compile(rb"<Relationship\s[^<>]{1,2000}>")
_ID, _TARGET = re.compile(rb'\sId="([^"]{1,200})"'), re.compile(rb'\sTarget="([^"]{1,500})"')
_SHOWN = re.compile(
    rb'\sr:embed="([^"]{1,200})"|<v:imagedata\s[^>]{0,500}?r:id="([^"]{1,200})"|<draw:image\s[^>]{0,500}?xlink:href="([^"]{1,500})"'
)


def with_pictures_read(data: bytes, read: Document | None, tool: OcrTool, kind: str) -> Document:
    """The document with the text of its pages that are pictures behind what it shows as text.

    read: None where it shows none. kind: of the file, `docx` or `odt`.

    Raises UnreadableDocumentError when no text was there or found.
    """
    pictures = list(islice(_pictures(data), MAX_PAGES))
    try:
        found = read_pictures(pictures, tool)
    except UnreadableDocumentError:
        if read is None:
            raise
        return read
    lines = tuple(replace(line, box=None) for line in found.lines)
    found = replace(found, lines=lines, facts=replace(found.facts, format=kind))
    return found if read is None else _joined(read, found)


def _joined(read: Document, found: Document) -> Document:
    start = len(read.text) + 1
    moved = tuple(Line(line.start + start, line.end + start, line.page, None, line.size, line.bold) for line in found.lines)
    facts = replace(read.facts, readers=(*read.facts.readers, *found.facts.readers))
    flags = tuple(sorted({*read.flags, *found.flags} - {"scanned"}))
    return Document(f"{read.text}\n{found.text}", (*read.lines, *moved), facts, read.hidden, found.reading, flags)


def _pictures(data: bytes) -> Iterator[bytes]:
    """The files of the pictures that the text of a document shows, each once, in their order."""
    try:
        members = directory(data)
    except DamagedZipError:
        return
    for part, relations, folder in _PARTS:
        if part not in members:
            continue
        content, listed = _member(data, part), _member(data, relations) if relations else b""
        pairs = [(_ID.search(each), _TARGET.search(each)) for each in _RELATION.findall(listed)]
        targets = {identity[1]: target[1] for identity, target in pairs if identity and target}
        names = [targets.get(found, found) for groups in _SHOWN.findall(content) for found in groups if found]
        for name in dict.fromkeys(names):
            path = posixpath.normpath(posixpath.join("/" + folder, name.decode("utf-8", "replace"))).lstrip("/")
            if path in members and (picture := _member(data, path, _MAX_PICTURE)):
                yield picture


def _member(data: bytes, name: str, limit: int = _MAX_PART) -> bytes:
    """The bytes of a member; none where there is none, or it cannot be had."""
    member = directory(data).get(name)
    try:
        return inflate(data, member, limit) if member is not None and not member.flag_bits & 1 else b""
    except (DamagedZipError, OversizedZipError):
        return b""
