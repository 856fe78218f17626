"""TeX's bitmap fonts (Type 3) give no character a Unicode value: letters are read by their codes, dashes and ligatures by TeX's own."""

from __future__ import annotations

import pytest

from screener.extract.pdf import read_pdf

_TEXT = "Associate Engineer, Old Mill Inc. (2019) July 2021 \x15 Present; con\x1crmed o\x1bers, work\x1dow, priority: 100%"
_READ = "Associate Engineer, Old Mill Inc. (2019) July 2021 – Present; confirmed offers, workflow, priority: 100%"


def bitmap_pdf(text: str) -> bytes:
    """A page set in a Type 3 font as pdfTeX embeds them: glyphs named by their codes alone, no Unicode map."""
    codes = sorted(set(text.encode("latin-1")))
    procedures = "".join(f"/a{code} 6 0 R " for code in codes)
    differences = " ".join(f"{code} /a{code}" for code in codes)
    glyph = b"500 0 0 0 500 700 d1 0 0 450 700 re f"
    lines = [text[start : start + 52] for start in range(0, len(text), 52)]
    shown = b" T* ".join(b"<" + line.encode("latin-1").hex().encode() + b"> Tj" for line in lines)
    content = b"BT /F1 10 Tf 14 TL 50 700 Td " + shown + b" ET"
    widths = " ".join(["500"] * (codes[-1] - codes[0] + 1))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        (
            f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar {codes[0]} /LastChar {codes[-1]} "
            f"/Widths [{widths}] /CharProcs << {procedures}>> /Encoding << /Type /Encoding /Differences [{differences}] >> /Resources << >> >>"
        ).encode("latin-1"),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(glyph), glyph),
    ]
    result = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(result)
    result += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return result + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


@pytest.mark.parametrize("reader", ["auto", "pdfium"])
def test_text_of_bitmap_fonts_is_read_whole(reader: str) -> None:
    document = read_pdf(bitmap_pdf(_TEXT), reader=reader)
    assert document.text.replace("\n", "").replace(" ", "") == _READ.replace(" ", "")
    assert document.facts.readers == ("pdfium",)
    assert document.reading.verdict == "good"
