"""Accents drawn as glyphs of their own, as TeX draws them: they belong to the letter below them."""

from __future__ import annotations

import numpy as np
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from screener.extract.pdf.accents import composed
from tests.extract.pdf.pdf_files import HEIGHT, make_pdf, read_lines

READERS = pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])


def _drawn(canvas: Canvas, x: float, top: float, marked: str, *, raised: float = 0.0) -> None:
    """Write `marked`, in which an accent stands before its letter, with the accent over the middle of the letter."""
    text = canvas.beginText()
    text.setFont("Helvetica", 10)
    for index, character in enumerate(marked):
        shift = 0.0
        if character in "´`¨ˆ˜¸":
            shift = (stringWidth(marked[index + 1], "Helvetica", 10) - stringWidth(character, "Helvetica", 10)) / 2
        text.setTextOrigin(x + shift, HEIGHT - top + (raised if shift else 0))
        text.textOut(character)
        x += 0 if shift else stringWidth(character, "Helvetica", 10)
    canvas.drawText(text)


@READERS
@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("Ing´enieur d´eveloppement", "Ingénieur développement"),
        ("syst`emes embarqu´es", "systèmes embarqués"),
        ("f¨ur Qualit¨at", "für Qualität"),
        ("rˆoles, fran¸cais, Espa˜na", "rôles, français, España"),
    ],
)
def test_an_accent_over_a_letter_is_part_of_it(reader: str, marked: str, read: str) -> None:
    assert read_lines(make_pdf(lambda canvas: _drawn(canvas, 50, 100, marked)), reader) == [read]


@READERS
def test_an_accent_raised_over_a_capital_is_no_line_of_its_own(reader: str) -> None:
    data = make_pdf(lambda canvas: _drawn(canvas, 50, 100, "Wien, ¨Osterreich", raised=2.2))
    assert read_lines(data, reader) == ["Wien, Österreich"]


@READERS
def test_an_accent_between_letters_is_an_apostrophe(reader: str) -> None:
    data = make_pdf(lambda canvas: canvas.drawString(50, HEIGHT - 100, "Traitement de l´eau, d´etude"))
    assert read_lines(data, reader) == ["Traitement de l'eau, d'etude"]


def test_accents_that_stand_over_nothing_stay() -> None:
    boxes = np.array([(10.0 * index, 0.0, 10.0 * index + 4, 10.0) for index in range(2_000)], dtype=np.float32)
    assert composed("`" * 2_000, boxes) == "`" * 2_000
