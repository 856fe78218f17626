"""Files to documents: the only place that knows file formats.

`extract` looks at what a file is, not at what it is called, and hands its bytes to the reader of that format.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from screener.document import Document
from screener.errors import UnreadableDocumentError
from screener.extract.containers import Member, Step, expand, member_bytes
from screener.extract.files import MAX_BYTES, read_bytes
from screener.extract.sniff import sniff
from screener.extract.suffixes import CONTAINER_SUFFIXES, SUPPORTED_SUFFIXES, is_read, reason_to_ignore_clutter, reason_to_ignore_suffix
from screener.extract.unreadable import unreadable

if TYPE_CHECKING:
    from screener.extract.ocr import OcrTool

__all__ = [
    "CONTAINER_SUFFIXES",
    "EXTRACTORS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "PLAINLY",
    "SUPPORTED_SUFFIXES",
    "How",
    "Member",
    "Step",
    "expand",
    "extract",
    "extract_bytes",
    "is_read",
    "member_bytes",
    "reason_to_ignore_clutter",
    "reason_to_ignore_suffix",
]

MAX_CHARACTERS = 400_000
"""Of a document's text, a hundred pages and more. Longer ones are refused here, the same way each time: whether such a text would first
use up its memory or its computing differs from run to run."""
_BYTES_A_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class How:
    """How to read. reader: `auto`, `pdfium` or `pdfplumber`. ocr: what reads pictures; None leaves them unread.

    converter: the path of the program that reads the .doc of before 2007; empty leaves that unread.
    """

    reader: str = "auto"
    ocr: OcrTool | None = None
    converter: str = ""


PLAINLY = How()
"""With what is in the install alone."""


def _read_pdf(data: bytes, how: How) -> Document:
    from screener.extract.pdf import read_pdf  # here: a folder of DOCX alone should not wait for the PDF libraries

    return read_pdf(data, reader=how.reader, ocr=how.ocr)


def _read_docx(data: bytes, how: How) -> Document:
    from screener.extract.docx import read_docx  # here: nor a folder of PDF for python-docx

    return _with_pages_that_are_pictures(data, read_docx, "docx", how)


def _with_pages_that_are_pictures(data: bytes, read: Callable[[bytes], Document], kind: str, how: How) -> Document:
    """A word processor's document, the pictures in it read where it shows next to no text."""
    try:
        document: Document | None = read(data)
    except UnreadableDocumentError as error:
        if error.code != "scanned":
            raise
        document = None
    if document is not None and (how.ocr is None or "scanned" not in document.flags):
        return document
    if how.ocr is None:
        raise unreadable("only-images")
    from screener.extract.ocr.office import with_pictures_read  # here: only who has scans needs it

    return with_pictures_read(data, document, how.ocr, kind)


def _read_text(data: bytes, _how: How) -> Document:
    from screener.extract.text import read_text  # here: for the same reason

    return read_text(data)


def _read_html(data: bytes, _how: How) -> Document:
    from screener.extract.html import read_html  # here: for the same reason

    return read_html(data)


def _read_odt(data: bytes, how: How) -> Document:
    from screener.extract.odt import read_odt  # here: for the same reason

    return _with_pages_that_are_pictures(data, read_odt, "odt", how)


def _read_rtf(data: bytes, _how: How) -> Document:
    from screener.extract.rtf import read_rtf  # here: for the same reason

    return read_rtf(data)


def _read_mhtml(data: bytes, _how: How) -> Document:
    from screener.extract.mhtml import read_mhtml  # here: for the same reason

    return read_mhtml(data)


def _read_doc(data: bytes, how: How) -> Document:
    from screener.extract.legacy import read_doc  # here: for the same reason

    return read_doc(data, how.converter)


def _read_image(data: bytes, how: How) -> Document:
    if how.ocr is None:
        raise unreadable("image")
    from screener.extract.ocr.documents import read_image  # here: for the same reason

    return read_image(data, how.ocr)


EXTRACTORS: dict[str, Callable[[bytes, How], Document]] = {
    "pdf": _read_pdf,
    "docx": _read_docx,
    "odt": _read_odt,
    "rtf": _read_rtf,
    "text": _read_text,
    "html": _read_html,
    "mhtml": _read_mhtml,
    "doc": _read_doc,
    "image": _read_image,
}
"""Kind of file, as `sniff` tells it → the function that reads it. All other kinds are cases of `unreadable.CASES`."""


def extract(path: Path, *, reader: str = "auto", ocr: OcrTool | None = None, converter: str = "") -> Document:
    """The text of a file, with where it stood.

    reader: which PDF reader to use: `auto`, `pdfium` or `pdfplumber`; other formats have one reader each.
    ocr: what reads pages and files that are pictures (see `extract.ocr.find_tool`); None leaves them unread.
    converter: what reads the .doc of before 2007 (see `extract.legacy.find_converter`); empty leaves it unread.
    Raises UnreadableDocumentError, with what happened and what to do, for a file that is locked, empty, damaged, too large or of a
    kind that is not read.
    """
    return extract_bytes(read_bytes(path), reader=reader, ocr=ocr, converter=converter)


def extract_bytes(data: bytes, *, reader: str = "auto", ocr: OcrTool | None = None, converter: str = "") -> Document:
    """As `extract`, for the bytes of a file."""
    kind = sniff(data)
    extractor = EXTRACTORS.get(kind)
    if extractor is None:
        raise unreadable(kind)
    if kind == "text" and len(data) > _BYTES_A_CHARACTER * MAX_CHARACTERS:
        raise unreadable("long")
    document = extractor(data, How(reader, ocr, converter))
    if len(document.text) > MAX_CHARACTERS:
        raise unreadable("long")
    return document
