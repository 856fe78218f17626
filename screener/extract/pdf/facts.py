"""What a PDF says of itself."""

from __future__ import annotations

import ctypes
import re
from datetime import date
from typing import Any

import pypdfium2.raw as raw

from screener.document import DocumentFacts
from screener.extract.normalise import normalise_line

_DATE = re.compile(r"(?:D:)?\s*(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2}))?)?")


def facts_of(document: Any, page_count: int, readers: tuple[str, ...], fonts: tuple[str, ...]) -> DocumentFacts:
    """Producer and dates of an open PDFium document."""
    return DocumentFacts(
        format="pdf",
        page_count=page_count,
        producer=normalise_line(_metadata(document, b"Producer") or _metadata(document, b"Creator"))[:200],
        created=parse_date(_metadata(document, b"CreationDate")),
        modified=parse_date(_metadata(document, b"ModDate")),
        readers=readers,
        fonts=fonts,
    )


def parse_date(text: str) -> date | None:
    """The day of a PDF date ("D:20240131120000+01'00'"), or None; a missing month or day is the first."""
    match = _DATE.match(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None


def _metadata(document: Any, key: bytes) -> str:
    length = int(raw.FPDF_GetMetaText(document, key, None, 0))
    if not 2 < length <= 65_536:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_GetMetaText(document, key, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\x00")
