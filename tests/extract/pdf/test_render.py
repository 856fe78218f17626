"""Pictures of pages: what is read lies on them where it is said to lie."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from screener.document import Box
from screener.errors import UnreadableDocumentError
from screener.extract.pdf import read_pdf
from screener.extract.pdf.render import render_pages
from screener.extract.pictures import draw_pages

_WIDTH, _HEIGHT = 400, 600


def paper(*, rotation: int = 0, crop: tuple[int, int, int, int] | None = None, pages: int = 1) -> bytes:
    """Pages with one line of text, off the middle."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=True)
    for _ in range(pages):
        canvas.setPageRotation(rotation)
        if crop:
            canvas.setCropBox(crop)
        canvas.drawString(120, 400, "Engineer at Example Works")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def ink_of(png: bytes) -> tuple[float, float, float, float]:
    """Where the dark pixels are, as shares of the picture."""
    picture = Image.open(BytesIO(png)).convert("L").point(lambda value: 255 * (value < 128))
    box = picture.getbbox()
    assert box is not None
    return box[0] / picture.width, box[1] / picture.height, box[2] / picture.width, box[3] / picture.height


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 100, 380, 560)])
def test_the_box_of_a_text_holds_its_letters_on_the_picture(rotation: int, crop: tuple[int, int, int, int] | None) -> None:
    data = paper(rotation=rotation, crop=crop)
    [image] = render_pages(data, [1])
    boxes = [line.box for line in read_pdf(data).lines if line.box]
    box = Box(*(pick(getattr(box, side) for box in boxes) for pick, side in ((min, "x0"), (min, "top"), (max, "x1"), (max, "bottom"))))
    left, top, right, bottom = ink_of(image.png)
    place = (box.x0 / image.width, box.top / image.height, box.x1 / image.width, box.bottom / image.height)
    assert place[0] - 0.01 <= left <= right <= place[2] + 0.01
    assert place[1] - 0.01 <= top <= bottom <= place[3] + 0.01
    assert (place[2] - place[0]) * (place[3] - place[1]) < 0.05


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_pages(paper(), [1]) == render_pages(paper(), [1])


def test_pages_that_are_not_there_are_left_out() -> None:
    assert [image.page for image in render_pages(paper(pages=2), [0, 2, 1, 3])] == [2, 1]


def test_a_poster_is_drawn_smaller() -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(9000, 9000))
    canvas.drawString(10, 10, "x")
    canvas.save()
    [image] = render_pages(file.getvalue(), [1])
    size = Image.open(BytesIO(image.png)).size
    assert size[0] * size[1] <= 6_100_000


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 damaged", b"PK\x03\x04"])
def test_what_is_no_pdf_has_no_pictures(data: bytes, tmp_path: Path) -> None:
    assert render_pages(data, [1]) == ()
    (tmp_path / "file").write_bytes(data)
    assert draw_pages(tmp_path / "file", [1]) == ()


def test_a_file_that_is_gone_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError):
        draw_pages(tmp_path / "gone.pdf", [1])


def test_the_picture_is_small() -> None:
    [image] = render_pages(paper(), [1])
    assert len(image.png) < 20_000
    assert len(PdfDocument(paper())) == 1
