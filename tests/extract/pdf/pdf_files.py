"""PDFs made in the test: text put where the test says, in the order that the test says."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from screener.document import Document
from screener.extract.pdf import read_pdf

WIDTH, HEIGHT = A4

Piece = tuple[float, float, str]
"""x0 and baseline in points from the top left, and the text."""


def make_pdf(draw: Callable[[Canvas], None], **options: object) -> bytes:
    """A PDF drawn by `draw`, which gets the canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)  # type: ignore[arg-type] - passed on as they are
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def put(canvas: Canvas, pieces: Iterable[Piece], *, font: str = "Helvetica", size: float = 10) -> None:
    """Write each piece where it says, in the given order."""
    canvas.setFont(font, size)
    for x, top, text in pieces:
        canvas.drawString(x, HEIGHT - top, text)


def put_right(canvas: Canvas, pieces: Iterable[Piece]) -> None:
    """As `put`, with x the right end of the text."""
    for x, top, text in pieces:
        canvas.drawRightString(x, HEIGHT - top, text)


def written(*pieces: Piece) -> bytes:
    """A page with these pieces, in this order."""
    return make_pdf(lambda canvas: put(canvas, pieces))


def lines_of(document: Document) -> list[str]:
    """The lines of a document's text."""
    return document.text.split("\n")


def read_lines(data: bytes, reader: str = "auto") -> list[str]:
    """The lines that a reader sees in a PDF."""
    return lines_of(read_pdf(data, reader=reader))
