"""PDF to Document: a fast reader, a careful one for the pages where the fast one is in doubt, and one order of reading for both."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as raw

from screener.document import Document, Reading
from screener.extract.pdf import careful
from screener.extract.pdf.assemble import assemble, drafts_of
from screener.extract.pdf.facts import facts_of
from screener.extract.pdf.fast import FontBook, read_page
from screener.extract.pdf.order import rows_of
from screener.extract.pdf.rows import segments_of
from screener.extract.pdf.words import PageWords
from screener.extract.unreadable import unreadable

MAX_PAGES = 100


def read_pdf(data: bytes, *, reader: str = "auto") -> Document:
    """The text of a PDF in reading order.

    reader: `pdfium`, `pdfplumber`, or `auto`: pdfium, and pdfplumber for the pages that pdfium read badly.
    Raises UnreadableDocumentError with code encrypted, damaged, scanned or empty.
    """
    if not data:
        raise unreadable("empty")
    document = _open(data)
    try:
        page_count = int(raw.FPDF_GetPageCount(document))
        pages = _fast_pages(document, min(page_count, MAX_PAGES))
        pages = _carefully(pages, data, reader)
        readers = tuple(page.reader for page in pages)
        facts = facts_of(document, page_count, readers)
    finally:
        raw.FPDF_CloseDocument(document)
    if not any(page.words for page in pages):
        raise unreadable("only-images" if any(page.pictures for page in pages) else "no-words")
    drafts = [draft for page in pages for draft in drafts_of(rows_of(segments_of(page.words), page.width), page.number)]
    text, lines = assemble(drafts)
    return Document(text, lines, facts, (), Reading(), ())


def _open(data: bytes) -> Any:
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        return document
    raise unreadable("encrypted" if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD else "damaged")


def _fast_pages(document: Any, count: int) -> list[PageWords]:
    fonts = FontBook()
    pages = []
    for index in range(count):
        page = raw.FPDF_LoadPage(document, index)
        if not page:
            pages.append(PageWords(index + 1, 0.0, 0.0, "pdfium", []))
            continue
        try:
            pages.append(read_page(page, index + 1, fonts))
        finally:
            raw.FPDF_ClosePage(page)
    return pages


def _carefully(pages: list[PageWords], data: bytes, reader: str) -> list[PageWords]:
    numbers = [page.number for page in pages if reader == "pdfplumber" or (reader == "auto" and page.unmapped)]
    if not numbers:
        return pages
    again = careful.read_pages(data, numbers)
    return [again.get(page.number, page) for page in pages]
