"""What a Word file says of itself."""

from __future__ import annotations

from datetime import date
from itertools import chain

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage

from screener.document import DocumentFacts
from screener.extract.docx.package import root_of
from screener.extract.docx.xml import A, Element, W
from screener.extract.normalise import normalise_line

_DCTERMS = "{http://purl.org/dc/terms/}"
_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_EARLIEST = date(1990, 1, 1)
_MAX_PAGES = 500
_MAX_FONTS = 50
_LATIN_FONT, _THEME_FONT = W + "ascii", W + "asciiTheme"

TEMPLATE_DATE = date(2013, 12, 23)
"""The date in the template that python-docx starts from: every file made with it carries that date unless its maker says otherwise."""


def document_facts(document: WordDocument) -> DocumentFacts:
    """Program, dates and pages, as far as the file tells them and they can be true."""
    package = document.part.package
    core = _part_root(package, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    extended = _part_root(package, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    return DocumentFacts(
        format="docx",
        page_count=_page_count(extended),
        producer=normalise_line(_text(extended, _EXTENDED + "Application"))[:200],
        created=_date(_text(core, _DCTERMS + "created")),
        modified=_date(_text(core, _DCTERMS + "modified")),
        readers=("docx",),
        fonts=_fonts(document),
    )


def _fonts(document: WordDocument) -> tuple[str, ...]:
    """The fonts that runs name, and the one that holds where they name none."""
    defaults = document.styles.element.iterfind(f"{W}docDefaults//{W}rFonts")
    theme = _theme_fonts(document)
    elements = chain(defaults, document.element.iter(W + "rFonts"))
    named = (theme.get(element.get(_THEME_FONT, "")[:5]) or element.get(_LATIN_FONT) for element in elements)
    return tuple(sorted({" ".join(name.split()) for name in named if name and name.isprintable()})[:_MAX_FONTS])


def _theme_fonts(document: WordDocument) -> dict[str, str]:
    """The fonts of the document's theme for Latin letters, by the first letters of the places they are for: `minor` (text), `major`."""
    theme = next((rel.target_part for rel in document.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.THEME), None)
    if theme is None:
        return {}
    root = root_of(theme)
    faces = {kind: root.find(f".//{A}fontScheme/{A}{kind}Font/{A}latin") for kind in ("minor", "major")}
    return {kind: face.get("typeface", "") for kind, face in faces.items() if face is not None}


def _part_root(package: OpcPackage, relation: str) -> Element | None:
    """The root of the part that the package names for `relation`; python-docx would make one up, with today's date, where there is none."""
    part = next((rel.target_part for rel in package.rels.values() if rel.reltype == relation and not rel.is_external), None)
    return None if part is None else root_of(part)


def _text(root: Element | None, tag: str) -> str:
    return "" if root is None else (root.findtext(tag) or "").strip()


def _date(text: str) -> date | None:
    try:
        found = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return None if found < _EARLIEST or found == TEMPLATE_DATE else found


def _page_count(extended: Element | None) -> int:
    pages = _text(extended, _EXTENDED + "Pages")
    return int(pages) if pages.isascii() and pages.isdigit() and len(pages) < 4 and 1 <= int(pages) <= _MAX_PAGES else 1
