"""The fonts that a PDF's text is set in."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from screener.extract import extract_bytes


def test_fonts_are_named_once_without_the_mark_of_a_subset() -> None:
    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for number, font in enumerate(("Vera", "Times-Roman", "Times-Bold", "Vera")):
        canvas.setFont(font, 12)
        canvas.drawString(72, 700 - 20 * number, "Ada Example")
    canvas.save()
    assert extract_bytes(file.getvalue()).facts.fonts == ("BitstreamVeraSans-Roman", "Times-Bold", "Times-Roman")
