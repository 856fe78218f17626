"""PDF to Document: a fast reader, a careful one for the pages where the fast one is in doubt, and one order of reading for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2.raw as raw
from msgspec.structs import replace

from screener.document import Document, DocumentFacts, HiddenText
from screener.extract.normalise import normalise_line
from screener.extract.pdf.assemble import as_seen, assemble, drafts_of
from screener.extract.pdf.facts import facts_of
from screener.extract.pdf.fast import placed, read_page
from screener.extract.pdf.fonts import FontBook
from screener.extract.pdf.furniture import without_repeats
from screener.extract.pdf.glyphs import GlyphNames
from screener.extract.pdf.inflation import inflates_too_far
from screener.extract.pdf.laid_over import merge_laid_over, put_in_place, saved
from screener.extract.pdf.links import mail_links, with_addresses
from screener.extract.pdf.order import rows_of
from screener.extract.pdf.quality import quality_of, reading_of
from screener.extract.pdf.rows import segments_of
from screener.extract.pdf.words import PageWords
from screener.extract.unreadable import unreadable

if TYPE_CHECKING:
    from screener.extract.ocr import OcrTool

MAX_PAGES = 300
_COVER_WORDS = 60  # with fewer a document with attachments is a cover
_MIN_HIDDEN_LETTERS = 2


def read_pdf(data: bytes, *, reader: str = "auto", ocr: OcrTool | None = None) -> Document:
    """The text of a PDF in reading order.

    reader: `pdfium`, `pdfplumber`, or `auto`: pdfium, and pdfplumber for the pages that pdfium read badly.
    ocr: what reads pages that are pictures; None leaves them unread.
    Raises UnreadableDocumentError with code encrypted, damaged, scanned, too-large or empty.
    """
    if not data:
        raise unreadable("empty")
    if inflates_too_far(data):
        raise unreadable("inflates")
    document = _open(data)
    try:
        page_count = int(raw.FPDF_GetPageCount(document))
        fonts = FontBook()
        pages, merged = _fast_pages(document, min(page_count, MAX_PAGES), data, fonts)
        pages = _carefully(pages, saved(document) if merged and reader != "pdfium" else data, reader)
        if ocr is not None:
            from screener.extract.ocr.documents import with_recognised  # here: only who has scans needs it

            pages = with_recognised(pages, data, ocr)
        attached = int(raw.FPDFDoc_GetAttachmentCount(document))
        facts = facts_of(document, page_count, tuple(page.reader for page in pages), fonts.names)
    finally:
        raw.FPDF_CloseDocument(document)
    return _told_of_attached(document_of(pages, facts), attached) if attached else document_of(pages, facts)


def _told_of_attached(document: Document, count: int) -> Document:
    """The document, doubtful where it is a mere cover: what is attached to it may be the résumé."""
    if len(document.text.split()) >= _COVER_WORDS or document.reading.verdict == "failed":
        return document
    reason = f"hardly any text, and {count} file{'s' if count > 1 else ''} attached inside that {'were' if count > 1 else 'was'} not read"
    score, reasons = min(document.reading.score, 0.5), (*document.reading.reasons, reason)
    return replace(document, reading=replace(document.reading, verdict="doubtful", score=score, reasons=reasons))


def _open(data: bytes) -> Any:
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if document:
        return document
    raise unreadable("encrypted" if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD else "damaged")


def _fast_pages(document: Any, count: int, data: bytes, fonts: FontBook) -> tuple[list[PageWords], bool]:
    """The pages, and whether filled fields or notes became part of any."""
    glyphs = GlyphNames(data)
    pages = []
    any_merged = False
    for index in range(count):
        page = raw.FPDF_LoadPage(document, index)
        if not page:
            pages.append(PageWords(index + 1, 0.0, 0.0, "pdfium", []))
            continue
        try:
            words = read_page(page, index + 1, fonts, glyphs)
            if raw.FPDFPage_GetAnnotCount(page):
                addresses, areas = mail_links(document, page)
                if merged := merge_laid_over(document, index, page):
                    page, any_merged = merged, True
                    words = put_in_place(words, read_page(page, index + 1, fonts, glyphs))
                words = with_addresses(words, addresses, placed(page, words, areas)) if addresses else words
            pages.append(words)
        finally:
            raw.FPDF_ClosePage(page)
    return pages, any_merged


def _carefully(pages: list[PageWords], data: bytes, reader: str) -> list[PageWords]:
    """The pages with those that look doubtful (or all of them, when that reader is asked for) read once more by pdfplumber."""
    doubtful = [page for page in pages if page.words and (reader == "pdfplumber" or (reader == "auto" and quality_of(page).doubts))]
    if not doubtful:
        return pages
    from screener.extract.pdf import careful

    again = careful.read_pages(data, doubtful)
    return [_better(page, again.get(page.number), reader) for page in pages]


def _better(fast: PageWords, slow: PageWords | None, reader: str) -> PageWords:
    """The one of two readings to go by. Where spaces were missing, the one that sees more words: the other runs some together."""
    if slow is None:
        return fast
    glued = fast.repaired and len(slow.words) < len(fast.words)
    return fast if reader == "auto" and (glued or quality_of(slow).share <= quality_of(fast).share) else slow


def document_of(pages: list[PageWords], facts: DocumentFacts) -> Document:
    """The pages in reading order. Raises UnreadableDocumentError when there is not one word on them."""
    drafts = [draft for page in pages for draft in drafts_of(rows_of(segments_of(page.words), page.width), page.number)]
    text, lines = assemble(as_seen(without_repeats(drafts, pages), pages))
    hidden = tuple(piece for page in pages for piece in _hidden_text(page))
    if not text:
        raise unreadable("only-images" if any(page.pictures for page in pages) else "no-words")
    reading, flags = reading_of(pages, facts.page_count)
    if hidden:
        flags = tuple(sorted({*flags, "hidden-text"}))
    return Document(text, lines, facts, hidden, reading, flags)


def _hidden_text(page: PageWords) -> list[HiddenText]:
    """The hidden pieces that say something; a lone page number beyond the margin does not."""
    pieces = [HiddenText(normalise_line(text), page.number, reason) for text, reason in page.hidden]
    return [piece for piece in pieces if sum(map(str.isalpha, piece.text)) >= _MIN_HIDDEN_LETTERS]
