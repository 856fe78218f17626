"""Hidden text is set apart, told, and never part of the document's text; what a person sees stays."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from screener.document import Document
from screener.extract.pdf import read_pdf
from tests.extract.pdf.pdf_files import HEIGHT, WIDTH, make_pdf, put

SECRET = "kubernetes terraform golang"
SEEN = [(50.0, 60.0, "Mira Holt writes software for ships and harbours")]


def white_on_white(canvas: Canvas) -> None:
    canvas.setFillGray(1)
    put(canvas, [(50, 100, SECRET)])


def nearly_white_on_white(canvas: Canvas) -> None:
    canvas.setFillGray(0.97)
    put(canvas, [(50, 100, SECRET)])


def black_on_black(canvas: Canvas) -> None:
    canvas.rect(40, HEIGHT - 140, 300, 60, fill=1, stroke=0)
    put(canvas, [(50, 100, SECRET)])


def tiny(canvas: Canvas) -> None:
    put(canvas, [(50, 100, SECRET)], size=2)


def off_page(canvas: Canvas) -> None:
    put(canvas, [(WIDTH + 50, 100, SECRET)])


def invisible_mode(canvas: Canvas) -> None:
    text = canvas.beginText(50, HEIGHT - 100)
    text.setTextRenderMode(3)
    text.textOut(SECRET)
    canvas.drawText(text)


def covered(canvas: Canvas) -> None:
    put(canvas, [(50, 100, SECRET)])
    canvas.setFillGray(1)
    canvas.rect(40, HEIGHT - 110, 300, 30, fill=1, stroke=0)


def white_in_a_circle_s_corner(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0.5)
    canvas.circle(200, HEIGHT - 300, 150, fill=1, stroke=0)
    canvas.setFillGray(1)
    put(canvas, [(52, 165, SECRET)], size=6)


def read_with(draw: object) -> Document:
    def page(canvas: Canvas) -> None:
        put(canvas, SEEN)
        draw(canvas)  # type: ignore[operator] - one of the functions here

    return read_pdf(make_pdf(page))


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (white_on_white, "colour"),
        (nearly_white_on_white, "colour"),
        (black_on_black, "colour"),
        (tiny, "tiny"),
        (off_page, "off-page"),
        (invisible_mode, "invisible"),
        (covered, "covered"),
    ],
)
def test_hidden_text_is_told_apart(draw: object, reason: str) -> None:
    document = read_with(draw)
    assert [(piece.text, piece.page, piece.reason) for piece in document.hidden] == [(SECRET, 1, reason)]
    assert document.flags == ("hidden-text",)
    assert document.text == SEEN[0][2]


def test_the_drawn_page_decides_where_a_shape_does_not_fill_its_box() -> None:
    assert [piece.text for piece in read_with(white_in_a_circle_s_corner).hidden] == [SECRET]


def white_on_dark(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.1, 0.3)
    canvas.rect(0, 0, 200, HEIGHT - 70, fill=1, stroke=0)
    canvas.setFillGray(1)
    put(canvas, [(20, 100, SECRET)])


def white_on_a_picture(canvas: Canvas) -> None:
    canvas.drawImage(picture((0, 0, 90)), 0, 0, 300, HEIGHT - 70)
    canvas.setFillGray(1)
    put(canvas, [(20, 100, SECRET)])


def grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.75)
    put(canvas, [(50, 100, SECRET)])


def layer_of_text_recognition(canvas: Canvas) -> None:
    canvas.drawImage(picture((250, 250, 250)), 0, 0, WIDTH, HEIGHT)
    invisible_mode(canvas)


def picture(colour: tuple[int, int, int]) -> ImageReader:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(buffer, "PNG")
    buffer.seek(0)
    return ImageReader(buffer)


@pytest.mark.parametrize("draw", [white_on_dark, white_on_a_picture, grey])
def test_text_that_a_person_sees_is_evidence(draw: object) -> None:
    document = read_with(draw)
    assert document.hidden == ()
    assert document.flags == ()
    assert SECRET in document.text


def test_a_scan_s_own_invisible_text_counts() -> None:
    document = read_pdf(make_pdf(layer_of_text_recognition))
    assert document.hidden == ()
    assert document.text == SECRET


def test_the_careful_reader_leaves_hidden_text_out_too() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, SEEN)
        white_on_white(canvas)

    document = read_pdf(make_pdf(page), reader="pdfplumber")
    assert document.text == SEEN[0][2]
    assert document.facts.readers == ("pdfplumber",)


def test_a_lone_page_number_beyond_the_margin_is_not_worth_a_flag() -> None:
    assert read_with(lambda canvas: put(canvas, [(WIDTH + 20, 100, "1")])).flags == ()
