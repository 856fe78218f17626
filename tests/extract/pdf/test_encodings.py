"""Glyph names found in the bytes of a PDF, and never an error for bytes that are none."""

from __future__ import annotations

import zlib

from hypothesis import given
from hypothesis import strategies as st

from screener.extract.pdf.encodings import named_characters
from screener.extract.pdf.glyphs import GlyphNames

FONT = b"<< /Type /Font /BaseFont /ABCDEF+Invented-Regular /Encoding 8 0 R >>"
ENCODING = b"<< /Type /Encoding /Differences [ 27 /f_i 30 /f_l /a31 /endash ] >>"
NAMED = {("Invented-Regular", 27): "fi", ("Invented-Regular", 30): "fl", ("Invented-Regular", 32): "–"}


def packed(*objects: bytes) -> bytes:
    index, offset = [], 0
    for number, body in enumerate(objects, start=7):
        index.append(b"%d %d" % (number, offset))
        offset += len(body) + 1
    head = b" ".join(index) + b" "
    stream = zlib.compress(head + b" ".join(objects))
    return b"1 0 obj << /Type /ObjStm /N 2 /First %d >> stream\n%s\nendstream endobj" % (len(head), stream)


def test_names_in_plain_objects() -> None:
    assert named_characters(b"7 0 obj " + FONT + b" endobj\n8 0 obj " + ENCODING + b" endobj") == NAMED


def test_names_in_packed_objects() -> None:
    assert named_characters(packed(FONT, ENCODING)) == NAMED


def test_two_subsets_that_disagree_tell_nothing() -> None:
    other = b"9 0 obj " + FONT.replace(b"ABCDEF", b"GHIJKL").replace(b"8 0 R", b"10 0 R") + b" endobj 10 0 obj " + ENCODING.replace(b"f_i", b"A")
    glyphs = GlyphNames(b"7 0 obj " + FONT + b" endobj 8 0 obj " + ENCODING + b" endobj " + other)
    assert glyphs.text_of("ABCDEF+Invented-Regular", 27) is None
    assert glyphs.text_of("ABCDEF+Invented-Regular", 30) == "fl"
    assert glyphs.text_of("Unknown", 27) is None


@given(st.lists(st.sampled_from([b"7 0 obj ", b"/Type /ObjStm", b"/First 9", b"stream\n", b"/BaseFont /A", b"/Differences [", b"3 /x", b"]", b"\x00\xff"])))
def test_broken_bytes_never_fail(parts: list[bytes]) -> None:
    assert isinstance(named_characters(b" ".join(parts)), dict)
