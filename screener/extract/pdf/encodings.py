"""The names of glyphs in the encodings of a PDF's fonts, read by pdfminer."""

from __future__ import annotations

import io
import re
from itertools import islice
from typing import Any

from pdfminer.encodingdb import EncodingDB
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, list_value, resolve1

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_MAX_FONT_PAGES = 5


def without_subset(font: str) -> str:
    """The name of a font without the six letters that tell its subsets apart."""
    return _SUBSET.sub("", font)


def named_characters(data: bytes) -> dict[tuple[str, int], str]:
    """(font, code) → what the glyph's name says it reads as; "" where two subsets of one font disagree."""
    texts: dict[tuple[str, int], str] = {}
    document = PDFDocument(PDFParser(io.BytesIO(data)))
    for page in islice(PDFPage.create_pages(document), _MAX_FONT_PAGES):
        for font in dict_value(page.resources.get("Font") or {}).values():
            name, characters = _characters_of(dict_value(font))
            for code, text in characters:
                if texts.setdefault((name, code), text) != text:
                    texts[name, code] = ""
    return texts


def _characters_of(font: dict[str, Any]) -> tuple[str, list[tuple[int, str]]]:
    """The name of a font, and the code and text of each character that its own encoding names."""
    encoding = resolve1(font.get("Encoding"))
    name = without_subset(getattr(resolve1(font.get("BaseFont")), "name", None) or "")
    if not isinstance(encoding, dict):
        return name, []
    usual = EncodingDB.get_encoding("none")
    characters = EncodingDB.get_encoding("none", list_value(encoding.get("Differences") or []))
    return name, [(code, text) for code, text in characters.items() if usual.get(code) != text]
