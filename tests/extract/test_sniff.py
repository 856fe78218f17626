"""What a file is, told from its bytes."""

from __future__ import annotations

import pytest

from screener.extract.sniff import sniff
from screener.extract.unreadable import CASES
from tests.extract.docx.word_files import MAIN_TYPE, archive, body, content_types, paragraph, word_file

_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")


def _ole2(stream: str, first_sector: bytes = b"") -> bytes:
    return _OLE2.ljust(512, b"\0") + first_sector.ljust(512, b"\0") + stream.encode("utf-16-le").ljust(512, b"\0")


def _office(main_type: str) -> bytes:
    return archive({"[Content_Types].xml": content_types(f'<Override PartName="/x.xml" ContentType="{main_type}"/>')})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (b"\n\n junk from a web server \r\n%PDF-1.4\n", "pdf"),
        (b" " * 1020 + b"%PDF-1.4", "pdf"),
        (b" " * 5000 + b"%PDF-1.4", "empty"),
        (word_file(body(paragraph("Text"))), "docx"),
        (_office(MAIN_TYPE), "docx"),
        (_office("application/vnd.ms-word.document.macroEnabled.main+xml"), "docx"),
        (_office("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), "docx"),
        (_office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "spreadsheet"),
        (_office("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "presentation"),
        (archive({"word/document.xml": "<x/>"}), "docx"),
        (archive({"cv.pdf": b"%PDF-1.7"}), "zip"),
        (archive({"Index/Document.iwa": b""}), "pages"),
        (archive({}), "zip"),
        (word_file(body(paragraph("Text")))[:-30], "damaged"),
        (b"PK\x03\x04" + b"\0" * 50, "damaged"),
        (_ole2("WordDocument", bytes.fromhex("ECA5C100") + b"\0" * 7 + b"\x00"), "doc"),
        (_ole2("WordDocument", bytes.fromhex("ECA5C100") + b"\0" * 7 + b"\x01"), "encrypted"),
        (_ole2("EncryptedPackage"), "encrypted"),
        (_ole2("Workbook"), "office"),
        (_OLE2, "office"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\0\0\0\x18ftypheic", "image"),
        (b"Rar!\x1a\x07", "archive"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"<!DOCTYPE html><html>", "html"),
        (b"\xef\xbb\xbf  <html><body>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>", "word-xml"),
        (b"Received: by mx\r\n with x\r\nFrom: ada@example.org\r\n\r\nHi", "email"),
        (b"MIME-Version: 1.0\nSubject: CV\n\n", "email"),
        ("Ada Example, développeuse".encode("latin-1"), "text"),
        (b"From: <Saved by Browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b\r\n\r\n--b", "mhtml"),
        (b"From Berlin with love", "text"),
        (b"  \r\n\t ", "empty"),
        (b"", "empty"),
        (bytes(range(256)), "unknown"),
        (b"\0" * 100, "unknown"),
    ],
)
def test_the_kind_is_told_from_the_content(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


def test_every_kind_that_is_not_read_has_its_words_for_a_person() -> None:
    kinds = {"spreadsheet", "presentation", "zip", "pages", "damaged", "doc", "encrypted", "office", "image", "archive", "rtf", "html"}
    assert kinds | {"word-xml", "email", "text", "empty", "unknown", "opendocument", "crowded"} <= set(CASES)
