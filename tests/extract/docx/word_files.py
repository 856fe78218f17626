"""Word files written in the test, part by part, as no library would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from screener.document import Document
from screener.extract.docx import read_docx

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PART_TYPES = {
    "styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes", "endnotes": "endnotes",
    "header": "header", "footer": "footer",
}  # fmt: skip


def part(root: str, content: str) -> str:
    """A part of WordprocessingML with all namespaces declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NAMESPACES}>{content}</w:{root}>'


def body(content: str) -> str:
    return part("document", f"<w:body>{content}</w:body>")


def paragraph(text: str, run: str = "", properties: str = "") -> str:
    """One paragraph of one run. run: inside of w:rPr; properties: inside of w:pPr."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; each cell is the inside of a w:tc."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def word_file(
    document: str,
    parts: Mapping[str, str] | None = None,
    *,
    links: Mapping[str, str] | None = None,
    main_type: str = MAIN_TYPE,
    extra: Mapping[str, bytes] | None = None,
    related: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A .docx around the XML of word/document.xml.

    parts: `styles`, `numbering`, `header1`, `footnotes` … → XML; each is related by the id `r_` and its name. links: relation id → target.
    extra: further members of the archive. related: relation id → (kind of relation, target below word/).
    """
    parts = dict(parts or {})
    overrides = f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
    relations = ""
    for name in parts:
        kind = _PART_TYPES[name.rstrip("0123456789")]
        content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>'
        relations += f'<Relationship Id="r_{name}" Type="{_RELATION}{kind}" Target="{name}.xml"/>'
    for link, target in (links or {}).items():
        relations += f'<Relationship Id="{link}" Type="{_RELATION}hyperlink" Target="{target}" TargetMode="External"/>'
    for rel_id, (kind, target) in (related or {}).items():
        relations += f'<Relationship Id="{rel_id}" Type="{_RELATION}{kind}" Target="{target}"/>'
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(overrides),
        "_rels/.rels": relationships(
            f'<Relationship Id="rId1" Type="{_RELATION}officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_CORE}" Target="docProps/core.xml"/>'
            f'<Relationship Id="rId3" Type="{_RELATION}extended-properties" Target="docProps/app.xml"/>'
        ),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relationships(relations),
        **{f"word/{name}.xml": content for name, content in parts.items()},
        **(extra or {}),
    }
    return archive(members)


def content_types(overrides: str) -> str:
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/><Default Extension="mht" ContentType="message/rfc822"/>'
    defaults += '<Default Extension="htm" ContentType="text/html"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{overrides}</Types>'


def relationships(content: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'


def archive(members: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name, content)
    return stream.getvalue()


def read_body(content: str, parts: Mapping[str, str] | None = None, *, links: Mapping[str, str] | None = None) -> Document:
    """The document read from a body of this content."""
    return read_docx(word_file(body(content), parts, links=links))


def lines_of(content: str, parts: Mapping[str, str] | None = None, *, links: Mapping[str, str] | None = None) -> list[str]:
    """The lines read from a body of this content."""
    return read_body(content, parts, links=links).text.split("\n")
