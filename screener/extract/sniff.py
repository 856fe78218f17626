"""What a file really is, told from its bytes and never from its name."""

from __future__ import annotations

import re
import zipfile

from screener.extract.zips import MAX_MEMBERS, DamagedZipError, directory, inflate

_PDF_HEADER = b"%PDF-"
_PDF_HEADER_WITHIN = 1024  # bytes of junk that PDF programs put up with in front of the header
_OLE2 = bytes.fromhex("D0CF11E0A1B11AE1")
_OLE2_SECTOR = 512
_WORD97_MAGIC = bytes.fromhex("ECA5")
_WORD97_ENCRYPTED = 0x01  # of the flags' second byte
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"BM", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"{\\rtf", "rtf"),
)
_ISO_MEDIA_IMAGE = re.compile(rb"....ftyp(?:hei[cfx]|mif1|avif)", re.DOTALL)
_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)

_MIMETYPES: tuple[tuple[bytes, str], ...] = (
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"wordprocessingml.template.main+xml", "docx"),
    (b"ms-word.document.macroEnabled.main+xml", "docx"),
    (b"ms-word.template.macroEnabledTemplate.main+xml", "docx"),
    (b"spreadsheetml.", "spreadsheet"),
    (b"ms-excel", "spreadsheet"),
    (b"presentationml.", "presentation"),
    (b"ms-powerpoint", "presentation"),
)
_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "spreadsheet"),
    ("ppt/presentation.xml", "presentation"),
    ("Index/Document.iwa", "pages"),
    ("index.apxl", "pages"),
)

_FIRST_MEMBER_NAME = 30  # bytes of a zip's local header
_OPENDOCUMENT = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.([a-z-]{1,40})")

_TEXT_SAMPLE = 4096
_MAX_CONTROL_SHARE = 0.02
_MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\s*<\?xml[^>]{0,200}>\s*<\?mso-application[^>]{0,100}Word", re.IGNORECASE), "word-xml"),
    (re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<pkg:package\b"), "word-xml"),
    (re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE), "html"),
    (
        re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n)*){0,60}?(?:From|MIME-Version|Received):"),
        "email",
    ),
)
_SAVED_PAGE = re.compile(r"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def sniff(data: bytes) -> str:
    """The kind of file: `pdf`, `docx`, or a case of `unreadable.CASES`."""
    if not data:
        return "empty"
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE2):
        return _ole2_kind(data)
    if _PDF_HEADER in data[: _PDF_HEADER_WITHIN + len(_PDF_HEADER)]:
        return "pdf"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if _ISO_MEDIA_IMAGE.match(data) or _WEBP.match(data):
        return "image"
    return _text_kind(data)


def _zip_kind(data: bytes) -> str:
    try:
        members = directory(data)
    except DamagedZipError:
        return "damaged"
    if len(members) > MAX_MEMBERS:
        return "crowded"
    types = members.get("[Content_Types].xml")
    if types is not None:
        kind = _content_types_kind(data, types)
        if kind:
            return kind
    for name, kind in _MEMBERS:
        if name in members:
            return "encrypted" if kind == "docx" and members[name].flag_bits & 1 else kind
    return _opendocument_kind(data) or "zip"


def _content_types_kind(data: bytes, types: zipfile.ZipInfo) -> str:
    if types.flag_bits & 1:
        return "encrypted"
    try:
        content_types = inflate(data, types, 1_000_000)
    except DamagedZipError:
        return "damaged"
    return next((kind for content_type, kind in _MIMETYPES if content_type in content_types), "")


def _opendocument_kind(data: bytes) -> str:
    """OpenDocument asks for its type as the first member, unpacked, at a fixed place; empty when it is not there."""
    match = _OPENDOCUMENT.match(data, _FIRST_MEMBER_NAME)
    if match is None:
        return ""
    return "odt" if match.group(1).startswith(b"text") else "opendocument"


def _ole2_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted"
    if "WordDocument".encode("utf-16-le") not in data:
        return "office"
    first_sector = data[_OLE2_SECTOR : _OLE2_SECTOR + 12]
    if first_sector.startswith(_WORD97_MAGIC) and len(first_sector) == 12 and first_sector[11] & _WORD97_ENCRYPTED:
        return "encrypted"
    return "doc"


def _text_kind(data: bytes) -> str:
    text = _decoded(data[:_TEXT_SAMPLE])
    if text is None:
        return "unknown"
    if not text.strip():
        return "empty"
    kind = next((kind for pattern, kind in _MARKUP if pattern.match(text)), "text")
    return "mhtml" if kind == "email" and _SAVED_PAGE.search(text.split("\n\n", 1)[0]) else kind


def _decoded(sample: bytes) -> str | None:
    """The sample as text, None when it is not text in any encoding of today's programs."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return sample.decode("utf-16", "ignore")
    if b"\0" in sample:
        return None
    text = sample.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    controls = sum(1 for character in text if ord(character) < 32 and character not in "\t\n\r\f")
    return text.replace("\r\n", "\n") if controls <= _MAX_CONTROL_SHARE * len(text) else None
