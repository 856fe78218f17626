"""Files made to do harm, each a few kilobytes of cause for as much effect as possible; all text in them is invented.

`python -m tests.hostile.corpus FOLDER` writes them all.
"""

from __future__ import annotations

import io
import os
import socket
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

MEGABYTE = 1 << 20
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(content: bytes, *, filters: str = "/FlateDecode", pages: bytes = b"", page: bytes = b"", more: Iterable[bytes] = ()) -> bytes:
    """A PDF of one page whose content stream is `content` as packed by `filters`; `pages` and `page` replace objects 2 and 3."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        pages or b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page or b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(content), filters.encode(), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return bytes(out) + head + table + tail


def packed(unit: bytes, times: int) -> bytes:
    """`unit` over and over, deflated without ever being whole in memory."""
    packer = zlib.compressobj(9)
    block = max(MEGABYTE // len(unit), 1)
    parts = [packer.compress(unit * min(block, times - done)) for done in range(0, times, block)]
    return b"".join(parts) + packer.flush()


def words(text: str) -> bytes:
    """A content stream that shows `text`."""
    return zlib.compress(b"BT /F 11 Tf 60 700 Td (%s) Tj ET" % text.encode("latin-1"))


def docx(body: str, *, doctype: str = "", members: Iterable[tuple[str, bytes]] = ()) -> bytes:
    document = f'<?xml version="1.0"?>{doctype}<w:document {_WORD}><w:body>{body}</w:body></w:document>'
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_DOCX_TYPE}"/></Types>'
    )
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr("word/document.xml", document)
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_lying_sizes(archive: bytes) -> bytes:
    """The same zip with every declared unpacked size set to 10 bytes."""
    data = bytearray(archive)
    for magic, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(magic)
        while at >= 0:
            data[at + place : at + place + 4] = struct.pack("<I", 10)
            at = data.find(magic, at + 4)
    return bytes(data)


def _laughs(levels: int) -> str:
    """Entities that each stand for ten of the one before ("billion laughs")."""
    entities = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, levels)]
    return f"<!DOCTYPE w:document [{''.join(entities)}]>"


def odt(text: str, *, doctype: str = "") -> bytes:
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = f'xmlns:office="{urn}office:1.0" xmlns:text="{urn}text:1.0" xmlns:table="{urn}table:1.0"'
    body = f"<office:body><office:text>{text}</office:text></office:body>"
    content = f'<?xml version="1.0"?>{doctype}<office:document-content {spaces}>{body}</office:document-content>'
    return _zip_of(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.encode()), packed=True)


def _nested(levels: int) -> bytes:
    """Zip archives in zip archives."""
    data = b"Mira Testova"
    for level in range(levels):
        data = _zip_of((f"{level}.zip" if level else "cv.txt", data))
    return data


def _mail(*parts: str, head: str = "") -> bytes:
    """A mail of these parts, each with its own head."""
    body = "".join(f"--x\r\n{part}\r\n" for part in parts)
    return f"From: a@example.org\r\nMIME-Version: 1.0\r\n{head}Content-Type: multipart/mixed; boundary=x\r\n\r\n{body}--x--\r\n".encode()


def _attached(name: str, text: str) -> str:
    return f"Content-Type: text/plain\r\nContent-Disposition: attachment; filename={name}\r\n\r\n{text}"


def _deep_mail(levels: int) -> bytes:
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n" for level in range(levels))
    return f"From: a@example.org\r\nMIME-Version: 1.0\r\n{heads}Content-Type: text/plain\r\n\r\nMira Testova\r\n".encode()


def _many_pages(count: int) -> bytes:
    return pdf(words("again"), pages=b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * count, count))


def _deep_tree(depth: int) -> bytes:
    more = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 7) for number in range(depth)] + [b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    return pdf(words("deep"), pages=b"<</Type/Pages/Kids[6 0 R]/Count 1>>", more=more)


FILES: dict[str, Callable[[], bytes]] = {
    # packed data that grows
    "flate bomb.pdf": lambda: pdf(packed(b" ", 1024 * MEGABYTE)),
    "flate bomb in a flate bomb.pdf": lambda: pdf(zlib.compress(packed(b" ", 1024 * MEGABYTE), 9), filters="/FlateDecode /FlateDecode"),
    "text bomb.pdf": lambda: pdf(packed(b"BT /F 9 Tf 10 10 Td (Python ) Tj ET\n", 3_000_000)),
    "drawing bomb.pdf": lambda: pdf(packed(b"q 0 0 m 1 1 l S Q\n", 4_000_000)),
    "zip bomb.docx": lambda: docx(paragraph("a" * (80 * MEGABYTE))),
    "zip bomb with lying sizes.docx": lambda: with_lying_sizes(docx(paragraph("a" * (80 * MEGABYTE)))),
    "crowd of members.docx": lambda: docx(paragraph("a"), members=((f"word/{number}.xml", b"<a/>") for number in range(12_000))),
    # XML that asks for more than there is
    "billion laughs.docx": lambda: docx(paragraph("&a8;"), doctype=_laughs(9)),
    "quadratic blowup.docx": lambda: docx(paragraph("&a;" * 20_000), doctype=f'<!DOCTYPE w:document [<!ENTITY a "{"ha" * 20_000}">]>'),
    "file of the machine.docx": lambda: docx(
        paragraph("&secret;"), doctype='<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    ),
    "page of the network.docx": lambda: docx(
        paragraph("&far;"), doctype='<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY far SYSTEM "http://127.0.0.1:9/">]>'
    ),
    "deep.docx": lambda: docx("<w:sdt><w:sdtContent>" * 20_000 + paragraph("deep") + "</w:sdtContent></w:sdt>" * 20_000),
    "deep tables.docx": lambda: docx("<w:tbl><w:tr><w:tc>" * 3_000 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 3_000),
    "billion laughs.odt": lambda: odt("<text:p>&a8;</text:p>", doctype=_laughs(9)),
    "file of the machine.odt": lambda: odt(
        "<text:p>&secret;</text:p>", doctype='<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    ),
    "zip bomb.odt": lambda: odt(f"<text:p>{'a' * (80 * MEGABYTE)}</text:p>"),
    "a cell repeated without end.odt": lambda: odt(
        "<table:table><table:table-row table:number-rows-repeated='999999999'><table:table-cell table:number-columns-repeated='999999999'>"
        "<text:p>again<text:s text:c='999999999'/></text:p></table:table-cell></table:table-row></table:table>"
    ),
    "deep.odt": lambda: odt("<text:section>" * 20_000 + "<text:p>deep</text:p>" + "</text:section>" * 20_000),
    "file of the machine.html": lambda: (
        b'<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd">]><html><body>&secret;<iframe src="file:///etc/passwd">'
        b'</iframe><img src="http://127.0.0.1:9/"><p>Mira Testova</p></body></html>'
    ),
    # structures that never end, or lie
    "page loop.pdf": lambda: pdf(words("loop"), pages=b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"),
    "a page a hundred thousand times.pdf": lambda: _many_pages(100_000),
    "lying count.pdf": lambda: pdf(words("one"), pages=b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"),
    "negative count.pdf": lambda: pdf(words("one"), pages=b"<</Type/Pages/Kids[3 0 R]/Count -5>>"),
    "deep page tree.pdf": lambda: _deep_tree(5_000),
    "deep array.pdf": lambda: pdf(words("deep"), more=[b"[" * 100_000 + b"]" * 100_000]),
    "content of itself.pdf": lambda: pdf(
        words("self"), page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents[3 0 R 4 0 R]/Resources 3 0 R>>"
    ),
    "huge page.pdf": lambda: pdf(
        words("huge"),
        page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    ),
    "tables of itself.pdf": lambda: pdf(words("again")).replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9"),
    "picture of the size of a town.pdf": lambda: pdf(
        zlib.compress(b"q 9 0 0 9 0 0 cm /I Do Q BT /F 11 Tf 60 700 Td (Mira Testova) Tj ET"),
        page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>",
        more=[b"<</Type/XObject/Subtype/Image/Width 2000000/Height 2000000/BitsPerComponent 8/ColorSpace/DeviceRGB/Length 3>>stream\nabc\nendstream"],
    ),
    "form of itself.pdf": lambda: pdf(
        zlib.compress(b"/X Do BT /F 11 Tf 60 700 Td (Mira Testova) Tj ET"),
        page=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        more=[b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 11>>stream\n/X Do /X Do\nendstream"],
    ),
    "lists of glyphs without end.pdf": lambda: pdf(words("one"), more=[b"/Differences [" * 200_000]),
    "saved states without end.pdf": lambda: pdf(packed(b"q ", 2_000_000)),
    "deep.html": lambda: b"<html><body>" + b"<div>" * 100_000 + b"deep",
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 200_000 + b"deep" + b"}" * 200_000 + b"}",
    "binary that never comes.rtf": lambda: b"{\\rtf1 {\\bin999999999999 abc}}",
    # text that is long where it should be short
    "one line of ten megabytes.txt": lambda: b"Python and Java, " * (10 * MEGABYTE // 17),
    "one word of ten megabytes.txt": lambda: b"a" * (10 * MEGABYTE),
    "one line.html": lambda: b"<html><body><p>" + b"5 years of Python, " * (4 * MEGABYTE // 19) + b"</p></body></html>",
    "one run.docx": lambda: docx(paragraph("2015 - 2018 " * (4 * MEGABYTE // 12))),
    "rules without end.html": lambda: b"<html><style>" + b"@{a{}" * 100_000 + b"</style><body><p>Mira Testova</p></body></html>",
    "pictures without end.md": lambda: b"# Mira Testova\n\n## Skills\n\n" + b"![ ](" * 100_000,
    "a table of one row.md": lambda: b"# Mira Testova\n\n| a | b |\n|---|---|\n" + b"| Python " * 100_000,
    "jobs without end.txt": lambda: b"Mira Testova\nExperience\n" + b"Engineer, Works, 2015 - 2018\n" * 7_000,
    "headings without end.txt": lambda: b"Mira Testova\n" + b"Skills\nPython, Java\n" * 10_000,
    # text that makes careless expressions try every way
    **{
        f"worst case {number}.txt": lambda text=text: (text * (200_000 // len(text))).encode()  # type: ignore[misc] # mypy cannot type a default
        for number, text in enumerate(
            (
                "a@",
                "a.",
                "1 ",
                "(",
                "2015-",
                "Jan ",
                "- ",
                "\t",
                "B.S.",
                "5+ ",
                "+1 ",
                "=",
                "Master of ",
                "http://",
                "• ",
                "\u00a0",
                "aA",
                "of ",
            )
        )
    },
    # not what the name says
    "empty.pdf": lambda: b"",
    "truncated.pdf": lambda: pdf(words("cut"))[:300],
    "truncated.docx": lambda: docx(paragraph("cut"))[:400],
    "a docx.pdf": lambda: docx(paragraph("swapped")),
    "a pdf.docx": lambda: pdf(words("swapped")),
    "a program.pdf": lambda: b"\x7fELF" + bytes(2000),
    "a picture.docx": lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "an archive.docx": lambda: _zip_of(("cv.pdf", b"%PDF")),
    "climbing out.docx": lambda: docx(paragraph("up"), members=[("../../../../srv/climbed", b"out")]),
    "locked.pdf": lambda: pdf(words("secret")).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 99/R 99>>"),
    "nulls.txt": lambda: bytes(100_000),
    "locked.docx": lambda: bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1000) + "EncryptedPackage".encode("utf-16-le"),
    "a mail.pdf": lambda: _mail(_attached("cv.txt", "Mira Testova")),
    "a page.rtf": lambda: b"<html><body>Mira Testova</body></html>",
    "utf-16 cut in a character.txt": lambda: b"\xff\xfe" + "Mira Testova 🙂".encode("utf-16-le")[:-1],
    "not utf 8.txt": lambda: b"Mira \xff\xfe\xc3 Testova\n\xed\xa0\x80 Python\n" * 50,
    "noise.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 2_000,
    # text that a terminal, a spreadsheet or a browser would run
    "escapes.txt": lambda: b"\x1b]0;owned\x07\x1b[2J\x9b31m Mira \x1b[31mTestova\nPython\n",
    "markup.txt": lambda: b'<script>alert(1)</script>\n=HYPERLINK("http://127.0.0.1")\n[red]Mira[/red]\n',
}
"""By name: a function that makes the bytes, for many are large."""

ARCHIVES: dict[str, tuple[Callable[[], bytes], int]] = {
    "crowd.zip": (lambda: _zip_of(*((f"{number}.txt", b"a") for number in range(12_000))), 1),
    "archives in archives.zip": (lambda: _nested(8), 1),
    "bomb.zip": (lambda: _zip_of(("cv.txt", bytes(80 * MEGABYTE)), ("good.txt", b"Mira Testova"), packed=True), 2),
    "bomb with lying sizes.zip": (lambda: with_lying_sizes(_zip_of(("cv.txt", bytes(80 * MEGABYTE)), packed=True)), 1),
    "climbing out.zip": (lambda: _zip_of(("../../../../srv/climbed.txt", b"Mira"), ("/etc/climbed.txt", b"Mira"), ("\x1b[31m.txt", b"Mira")), 3),
    "no name.zip": (lambda: _zip_of(("x", b"Mira"), ("/", b"Mira")), 1),
    "cut.zip": (lambda: _zip_of(("cv.txt", b"Mira Testova"))[:-9], 1),
    "equal names.eml": (lambda: _mail(*(_attached("cv.txt", f"Mira Testova {number}") for number in range(40))), 40),
    "nested without end.eml": (lambda: _deep_mail(900), 1),
    "a head without end.eml": (lambda: _mail(_attached("cv.txt", "Mira"), head="X-Long: " + "a=b; " * 200_000 + "\r\n"), 1),
    "names to run.eml": (lambda: _mail(_attached('"=?utf-8?b?G1szMW0uLi8uLi8=?=\u202e.txt"', "Mira"), _attached("", "Mira")), 1),
}
"""Files that hold others, by name: a function that makes the bytes, and how many rows they give."""

NAMES = (
    b"line\nbreak.pdf", b"\x1b[31mred.pdf", "\u202efdp.exe.pdf".encode(), "\u200fright.pdf".encode(), b"not utf 8 \xff\xfe.pdf",
    b"=1+1.pdf", b"@SUM(A1).pdf", b"-rf.pdf", b"<b>bold<b>.pdf", b"[red]red[red].pdf", b"a" * 240 + b".pdf", b"'; DROP TABLE share; --.pdf",
    b"%s%n.pdf", b"c1 \xc2\x9b31m.pdf",
)  # fmt: skip
"""Names for files that are harmless otherwise."""


def _zip_of(*members: tuple[str, bytes], packed: bool = False) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def write_corpus(folder: Path) -> None:
    """Write all hostile files, and places that are no files, into `folder`; what lies outside of it is linked to, and never written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    for name, (make, _) in ARCHIVES.items():
        (folder / name).write_bytes(make())
    harmless = pdf(words("Mira Testova"))
    for raw in NAMES:
        (folder / os.fsdecode(raw)).write_bytes(harmless)
    write_places(folder)


def write_places(folder: Path) -> None:
    """A pipe, a socket, links to devices, and links in circles and out of the folder."""
    os.mkfifo(folder / "pipe.pdf")
    before = Path.cwd()
    os.chdir(folder)  # the path of a socket may have a hundred characters
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.pdf")
    os.chdir(before)
    (folder / "zeros.pdf").symlink_to("/dev/zero")
    (folder / "circle a.pdf").symlink_to(folder / "circle b.pdf")
    (folder / "circle b.pdf").symlink_to(folder / "circle a.pdf")
    (folder / "outside.pdf").symlink_to("/etc/passwd")
    (folder / "circle").mkdir()
    (folder / "circle/again").symlink_to(folder, target_is_directory=True)


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]))
