"""What fuzzing starts from: invented files of every format, small enough to be changed thousands of times a minute."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FOLDERS = ("samples", "tests/hard_cases", "tests/truth")
_LONGEST = 40_000
_MOST = 60

_MARKDOWN = (
    "# Mira Testova\n\n**Backend Engineer** | [mira@example.org](mailto:mira@example.org)\n\n## Experience\n\n| Title | When |\n|---|---|\n"
    "| Engineer, Example Works | 01/2015 - 12/2022 |\n\n- Python, `Django`\n> quoted\n\nEducation\n---------\nBSc Computer Science, 2010 - 2014\n"
)
_HTML = (
    "<!doctype html><html><head><meta charset=utf-8><style>.h{display:none}</style></head><body><h1>Mira Testova</h1><p style='color:#fff'>"
    "unseen</p><p class=h>hidden</p><table><tr><td>2015 &ndash; 2018<td>Engineer</table><ul><li>Python<li>Java</ul><br>BSc&nbsp;2014</body></html>"
)
_RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Symbol;}}{\colortbl;\red255\green255\blue255;}"
    r"{\info{\creatim\yr2024\mo5\dy1}}\pard\b Mira Testova\b0\par\fs20 Engineer\tab 2015 \'96 2018\par{\v unseen}{\cf1 white}\par"
    r"\trowd\cellx1000\cellx2000\intbl Python\cell Java\cell\row\pard{\*\shppict{\pict\wmetafile8 00}}\u8226?\uc1 item\par\bin3 abc}"
)


def files_of(*suffixes: str, longest: int = _LONGEST, most: int = _MOST) -> list[bytes]:
    """Files of the repository with these suffixes, from the smallest to the largest that is not too long, evenly chosen."""
    found = [path for folder in _FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix.lower() in suffixes and path.is_file()]
    kept = sorted((path.stat().st_size, path.name, path) for path in found if path.stat().st_size <= longest)
    return [path.read_bytes() for _, _, path in kept[:: max(1, len(kept) // most)]]


def members_of(archives: Iterable[bytes], name: str) -> Iterator[bytes]:
    """The member of that name of each zip archive that has one."""
    for data in archives:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if name in archive.namelist():
                yield archive.read(name)


def with_member(archive: bytes, name: str, content: bytes) -> bytes:
    """The archive with that member replaced, its sums right: what stands inside is reached whatever is changed in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member.filename, old.read(member.filename))
        new.writestr(name, content)
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def mail() -> bytes:
    """A mail with its text, a page, an attachment and a forwarded mail."""
    inner = EmailMessage()
    inner["Subject"], inner["From"] = "CV", "mira@example.org"
    inner.set_content("Forwarded.")
    inner.add_attachment(_RTF.encode(), maintype="application", subtype="rtf", filename="Lebenslauf für Mira.rtf")
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Application", "mira@example.org", "jobs@example.org"
    message.set_content("Please find my CV attached.")
    message.add_alternative(_HTML, subtype="html")
    message.add_attachment(_MARKDOWN.encode(), maintype="text", subtype="markdown", filename="cv.md")
    message.add_attachment(inner)
    return message.as_bytes()


def saved_page() -> bytes:
    """A web page as browsers save it in one file."""
    head = b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return head + _HTML.encode() + b"\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--x--\r\n"


def odt() -> bytes:
    names = ("office:1.0", "text:1.0", "style:1.0", "table:1.0", "drawing:1.0")
    spaces = " ".join(f'xmlns:{name.partition(":")[0].replace("drawing", "draw")}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for name in names)
    fo = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces} {fo}><office:automatic-styles><style:style style:name='P1' style:family='paragraph'>"
        "<style:text-properties fo:font-weight='bold' fo:color='#ffffff' fo:font-size='11pt'/></style:style></office:automatic-styles><office:body><office:text>"
        "<text:h text:outline-level='1'>Mira Testova</text:h><text:p text:style-name='P1'>Engineer<text:tab/>2015<text:s text:c='3'/>2018</text:p>"
        "<text:list><text:list-item><text:p>Python</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned='2'>"
        "<text:p>BSc</text:p></table:table-cell></table:table-row></table:table><draw:frame><draw:text-box><text:p>Java</text:p></draw:text-box></draw:frame>"
        "</office:text></office:body></office:document-content>"
    )
    meta = f"<office:document-meta {spaces} xmlns:dc='http://purl.org/dc/elements/1.1/'><office:meta><dc:date>2024-05-01T10:00:00</dc:date></office:meta></office:document-meta>"
    members = {"content.xml": content, "meta.xml": meta, "META-INF/manifest.xml": "<m/>"}
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text"} | {name: text.encode() for name, text in members.items()})


def old_word() -> bytes:
    """The outer shape of a .doc file of before 2007, without a document in it."""
    return bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + bytes.fromhex("ECA5C1000000000000000000") + bytes(500) + "WordDocument".encode("utf-16-le")


def texts() -> list[bytes]:
    """Text as résumés hold it, in pieces of some lines."""
    whole = [_MARKDOWN.encode(), *files_of(".md", ".txt", longest=6_000)]
    return whole + [b"\n".join(lines[at : at + 12]) for lines in (text.splitlines() for text in whole[:20]) for at in range(0, len(lines), 12)]


def archive() -> bytes:
    return zipped({"a/cv.md": _MARKDOWN.encode(), "__MACOSX/x": b"x", "cv.rtf": _RTF.encode(), "in.zip": zipped({"cv.html": _HTML.encode()}), "m.eml": mail()})


BYTES: dict[str, Callable[[], list[bytes]]] = {
    "pdf": lambda: files_of(".pdf", longest=20_000),
    "docx": lambda: files_of(".docx"),
    "odt": lambda: [odt()],
    "rtf": lambda: [_RTF.encode()],
    "html": lambda: [_HTML.encode(), *files_of(".html")],
    "text": texts,
    "mhtml": lambda: [saved_page()],
    "mail": lambda: [mail(), saved_page()],
    "zip": lambda: [archive()],
    "doc": lambda: [old_word()],
}
"""Format → small files of it."""
