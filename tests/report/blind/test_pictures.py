"""Pages drawn anew."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from screener.document import Box, Document, DocumentFacts, Line
from screener.report import WantedPages
from screener.report.blind import draw_blinded

TEXT = "████ Engineer\nPage two"
DOCUMENT = Document(
    TEXT, (Line(0, 13, 1, Box(100, 200, 300, 214), 12.0), Line(14, 22, 2, Box(50, 40, 200, 52), 10.0)), DocumentFacts("pdf", page_count=2)
)


def test_lines_are_drawn_where_they_stood_and_nothing_else_is() -> None:
    [images] = draw_blinded([WantedPages("a.pdf", "ab" * 32, (1, 2))], [("b.pdf", DOCUMENT), ("a.pdf", DOCUMENT)])
    assert [image.page for image in images] == [1, 2]
    first = Image.open(BytesIO(images[0].png))
    assert first.size == (1190, 1684)
    box = Image.eval(first, lambda value: 255 - value).getbbox()
    assert box
    left, top, right, bottom = box
    assert 190 < left < 220
    assert right < 620
    assert 390 < top < bottom < 440


def test_a_file_that_is_not_there_has_no_pictures() -> None:
    assert list(draw_blinded([WantedPages("a.pdf", "ab" * 32, (1,))], [])) == [[]]


def test_a_page_of_any_size_is_drawn_within_bounds() -> None:
    huge = Document("x", (Line(0, 1, 1, Box(0, 0, 90_000, 90_000), 5_000.0),), DocumentFacts("pdf"))
    [[image]] = draw_blinded([WantedPages("a.pdf", "ab" * 32, (1,))], [("a.pdf", huge)])
    assert (image.width, image.height) == (1500, 1500)


def test_masks_are_bars_and_signs_that_the_font_lacks_are_written_simpler() -> None:
    text = "██ 2019 – 2021"
    document = Document(text, (Line(0, 14, 1, Box(100, 200, 300, 214), 12.0),), DocumentFacts("pdf"))
    [[image]] = draw_blinded([WantedPages("a.pdf", "ab" * 32, (1,))], [("a.pdf", document)])
    [[plain]] = draw_blinded(
        [WantedPages("a.pdf", "ab" * 32, (1,))], [("a.pdf", Document(text.replace("–", "-"), document.lines, document.facts))]
    )
    drawn = Image.open(BytesIO(image.png))
    assert drawn.getpixel((206, 415)) == 190
    assert image.png == plain.png
