"""Pages that a person turns before reading them are read as such a person reads them, and shown where their lines stand on the page as it is."""

from __future__ import annotations

import pytest

from screener.document import Box
from screener.extract.pdf import read_pdf
from tests.extract.pdf.raw_pages import raw_pdf, text

LINES = ("Ada Skov", "EXPERIENCE", "Engineer at Skarn, 2015 - 2020", "Cut the costs of the kilns by half")
WRITTEN = b"".join(text(50, 560 - 20 * place, line) for place, line in enumerate(LINES))
MATRIX = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}
"""How the content is turned, against the clock → the matrix of it."""


@pytest.mark.parametrize("reader", ["auto", "pdfium"])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("angle", MATRIX)
def test_text_that_runs_sideways_or_upside_down_is_read_line_by_line(angle: int, rotation: int, reader: str) -> None:
    document = read_pdf(raw_pdf(f"q {MATRIX[angle]} cm ".encode() + WRITTEN + b"Q", page=b"/Rotate %d" % rotation), reader=reader)
    assert document.text == "\n".join(LINES)
    assert (document.hidden, document.flags) == ((), ())


def test_lines_of_a_turned_page_stand_where_they_are_seen() -> None:
    upright, turned = (read_pdf(raw_pdf(WRITTEN, page=b"/Rotate %d" % rotation)).lines[0].box for rotation in (0, 90))
    assert upright is not None
    assert turned is not None
    assert turned == Box(round(842 - upright.bottom, 1), upright.x0, round(842 - upright.top, 1), upright.x1)


def test_letters_turned_twice_stand_upright() -> None:
    document = read_pdf(raw_pdf(b"BT /F -11 Tf -1 0 0 -1 50 780 Tm (Ada Skov) Tj 0 20 Td (Engineer at Skarn) Tj ET"))
    assert document.text == "Ada Skov\nEngineer at Skarn"
