"""Files made to do harm, each a few kilobytes of cause for as much effect as possible; all text in them is invented.

`python -m tests.hostile.corpus FOLDER` writes them all.
"""

from __future__ import annotations

import io
import os
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
    "deep.html": lambda: b"<html><body>" + b"<div>" * 100_000 + b"deep",
    "deep.rtf": lambda: b"{\\rtf1 " + b"{" * 200_000 + b"deep" + b"}" * 200_000 + b"}",
    "binary that never comes.rtf": lambda: b"{\\rtf1 {\\bin999999999999 abc}}",
    # text that is long where it should be short
    "one line of ten megabytes.txt": lambda: b"Python and Java, " * (10 * MEGABYTE // 17),
    "one word of ten megabytes.txt": lambda: b"a" * (10 * MEGABYTE),
    "one line.html": lambda: b"<html><body><p>" + b"5 years of Python, " * (4 * MEGABYTE // 19) + b"</p></body></html>",
    "one run.docx": lambda: docx(paragraph("2015 - 2018 " * (4 * MEGABYTE // 12))),
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
    "climbing out.docx": lambda: docx(paragraph("up"), members=[("../../../../tmp/climbed", b"out")]),
    "locked.pdf": lambda: pdf(words("secret")).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 99/R 99>>"),
    "nulls.txt": lambda: bytes(100_000),
    "noise.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 2_000,
    # text that a terminal, a spreadsheet or a browser would run
    "escapes.txt": lambda: b"\x1b]0;owned\x07\x1b[2J\x9b31m Mira \x1b[31mTestova\nPython\n",
    "markup.txt": lambda: b'<script>alert(1)</script>\n=HYPERLINK("http://127.0.0.1")\n[red]Mira[/red]\n',
}
"""By name: a function that makes the bytes, for many are large."""

NAMES = (
    b"line\nbreak.pdf", b"\x1b[31mred.pdf", "\u202efdp.exe.pdf".encode(), "\u200fright.pdf".encode(), b"not utf 8 \xff\xfe.pdf",
    b"=1+1.pdf", b"@SUM(A1).pdf", b"-rf.pdf", b"<b>bold<b>.pdf", b"[red]red[red].pdf", b"a" * 240 + b".pdf", b"'; DROP TABLE share; --.pdf",
    b"%s%n.pdf", b"c1 \xc2\x9b31m.pdf",
)  # fmt: skip
"""Names for files that are harmless otherwise."""


def _zip_of(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def write_corpus(folder: Path) -> None:
    """Write all hostile files, and places that are no files, into `folder`; what lies outside of it is linked to, and never written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    harmless = pdf(words("Mira Testova"))
    for raw in NAMES:
        (folder / os.fsdecode(raw)).write_bytes(harmless)
    write_places(folder)


def write_places(folder: Path) -> None:
    """A pipe, links to devices, and links in circles and out of the folder."""
    os.mkfifo(folder / "pipe.pdf")
    (folder / "zeros.pdf").symlink_to("/dev/zero")
    (folder / "circle a.pdf").symlink_to(folder / "circle b.pdf")
    (folder / "circle b.pdf").symlink_to(folder / "circle a.pdf")
    (folder / "outside.pdf").symlink_to("/etc/passwd")
    (folder / "circle").mkdir()
    (folder / "circle/again").symlink_to(folder, target_is_directory=True)


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]))
