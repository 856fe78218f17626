"""PDFs written object by object, for what no program of this machine writes: layers that are off, clips, forms, fields, text laid over other text."""

from __future__ import annotations

from collections.abc import Sequence

FONT = b"/Font << /F 5 0 R >>"
FIRST = 6
"""Number of the first of `more` objects."""


def raw_pdf(content: bytes, *, resources: bytes = b"", page: bytes = b"", catalog: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """A file of one page of A4 with this content; the other arguments go into the dictionaries of that name.

    Object 3 is the page, 5 the font /F (Helvetica); `more` are the objects from FIRST on.
    """
    media = b"" if b"/MediaBox" in page else b"/MediaBox [0 0 595 842] "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R " + media + b"/Contents 4 0 R /Resources << " + FONT + b" " + resources + b" >> " + page + b" >>",
        stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *more,
    ]
    result = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(result)
    result += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return result + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def form(content: bytes, box: bytes = b"0 0 595 842", entries: bytes = b"") -> bytes:
    """A form: a drawing of its own, to be used on a page."""
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [" + box + b"] /Resources << " + FONT + b" >> " + entries)


def text(x: float, y: float, words: str, size: float = 11, before: str = "") -> bytes:
    """Operators that write words at a place in points from the bottom left."""
    return f"BT {before} /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n".encode("latin-1")
