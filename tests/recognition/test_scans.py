"""Scans, read by the Tesseract of this machine."""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Sequence
from io import BytesIO

import docx
import pytest
from docx.shared import Mm
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from screener.document import Document
from screener.errors import UnreadableDocumentError
from screener.extract import extract_bytes
from screener.extract.ocr import OcrTool, find_tool
from tests.recognition.papers import A4, DOTS, RESUME, page, paper, picture_of

TEXT = "\n".join(line for line in RESUME if line)


@pytest.fixture(scope="module")
def tool() -> OcrTool:
    found = find_tool(os.environ["PATH"])
    assert found is not None
    return found


def read(data: bytes, tool: OcrTool) -> Document:
    return extract_bytes(data, ocr=tool)


def test_a_scan_is_read_word_for_word_with_places(tool: OcrTool) -> None:
    document = read(paper(picture_of(RESUME)), tool)
    assert document.text == TEXT
    assert (document.flags, document.facts.readers) == (("ocr",), ("tesseract",))
    assert (document.reading.verdict, document.reading.reasons) == ("good", ("page 1 recognised from pictures",))
    first = document.lines[0].box
    assert first is not None
    assert 45 < first.x0 < 55 < first.x1 < A4[0]
    assert 45 < first.top < 55 < first.bottom < 70
    assert {round(line.size) for line in document.lines} <= {12, 13}


def test_the_same_scan_gives_the_same_document(tool: OcrTool) -> None:
    data = paper(picture_of(RESUME, blurred=2))
    assert read(data, tool) == read(data, tool)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_was_laid_down_the_wrong_way_is_turned(tool: OcrTool, degrees: int) -> None:
    scan = picture_of(RESUME, turned=degrees)
    document = read(paper(scan), tool)
    assert document.text == TEXT
    ink = Image.eval(scan, lambda shade: 255 - shade).getbbox()
    boxes = [line.box for line in document.lines if line.box is not None]
    assert ink is not None
    seen = (min(box.x0 for box in boxes), min(box.top for box in boxes), max(box.x1 for box in boxes), max(box.bottom for box in boxes))
    assert seen == pytest.approx([side * 72 / DOTS for side in ink], abs=6)


def test_umlauts_and_accents_are_read_with_the_languages_installed(tool: OcrTool) -> None:
    lines = ("Führung für größere Übergänge", "Élève ingénieur à l'école française")
    assert read(paper(picture_of(lines)), tool).text == "\n".join(lines)


def test_a_blurred_scan_is_doubted_and_a_ruined_one_failed(tool: OcrTool) -> None:
    doubtful, failed = (read(paper(picture_of(RESUME, blurred=radius)), tool).reading for radius in (3, 5))
    assert (doubtful.verdict, failed.verdict) == ("doubtful", "failed")
    assert "page 1 hard to recognise: letters may be wrong" in doubtful.reasons


def test_print_that_was_not_recognised_is_told(tool: OcrTool) -> None:
    image = picture_of(RESUME)
    image.paste(Image.frombytes("L", (900, 500), random.Random(3).randbytes(900 * 500)), (100, 1500))
    reading = read(paper(image), tool).reading
    assert reading.verdict != "good"
    assert "page 1 with print that was not recognised" in reading.reasons


def test_a_scanned_page_stands_in_its_place_among_pages_of_text(tool: OcrTool) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    page(canvas, text=RESUME[:5])
    page(canvas, picture_of(RESUME[5:8]))
    page(canvas, text=RESUME[8:])
    canvas.save()
    document = read(file.getvalue(), tool)
    assert document.text == TEXT
    assert document.facts.readers == ("pdfium", "tesseract", "pdfium")
    assert document.reading.reasons == ("page 2 recognised from pictures",)
    assert {line.page for line in document.lines} == {1, 2, 3}


def half_picture(box: tuple[float, float, float, float], text: tuple[str, ...] = RESUME[:7], lines: tuple[str, ...] = RESUME[7:]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    page(canvas, picture_of(lines, size=(500, 400)), text, box=box)
    canvas.save()
    return file.getvalue()


def test_a_page_half_text_and_half_picture_gets_both(tool: OcrTool) -> None:
    document = read(half_picture((40, 100, 500, 400)), tool)
    assert document.text == TEXT
    assert (document.flags, document.facts.readers) == (("ocr",), ("pdfium+tesseract",))


def test_a_background_below_the_text_is_not_read_again(tool: OcrTool) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    page(canvas, picture_of(("Approved by nobody in particular at all",)), RESUME)
    canvas.save()
    document = read(file.getvalue(), tool)
    assert (document.text, document.flags) == (TEXT, ())


def test_a_portrait_says_nothing(tool: OcrTool) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    face = Image.frombytes("L", (300, 300), random.Random(7).randbytes(300 * 300))
    page(canvas, face, RESUME, box=(330, 250, 250, 250))
    canvas.save()
    document = read(file.getvalue(), tool)
    assert (document.text, document.flags, document.reading.verdict) == (TEXT, (), "good")


def test_a_picture_file_is_read_like_a_page(tool: OcrTool) -> None:
    file = BytesIO()
    picture_of(RESUME).save(file, "PNG")
    document = read(file.getvalue(), tool)
    assert (document.text, document.facts.format, document.flags) == (TEXT, "image", ("ocr",))


@pytest.mark.parametrize("shade", [0, 255])
def test_a_page_with_nothing_on_it_is_no_resume(tool: OcrTool, shade: int) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(paper(Image.new("L", (1600, 2300), shade)), tool)
    assert caught.value.code == "scanned"


def word_file_of(*images: Image.Image, text: Sequence[str] = ()) -> bytes:
    """A Word file with pictures as wide as its page, and paragraphs before them."""
    word = docx.Document()
    for line in text:
        word.add_paragraph(line)
    for image in images:
        file = BytesIO()
        image.save(file, "PNG")
        word.add_picture(BytesIO(file.getvalue()), width=Mm(160))
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def text_document_of(image: Image.Image) -> bytes:
    """An OpenDocument text that shows a picture and not a word."""
    file, made = BytesIO(), BytesIO()
    image.save(file, "PNG")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"' for name, kind in (("office", "office"), ("draw", "drawing"), ("text", "text")))
    shown = '<text:p><draw:frame><draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="Pictures/page.png"/></draw:frame></text:p>'
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {spaces}><office:body><office:text>{shown}</office:text></office:body></office:document-content>")
        archive.writestr("Pictures/page.png", file.getvalue())
    return made.getvalue()


def test_pages_pasted_into_a_word_file_are_read(tool: OcrTool) -> None:
    document = read(word_file_of(picture_of(RESUME[:7]), picture_of(RESUME[8:])), tool)
    assert document.text == TEXT
    assert (document.flags, document.reading.verdict, document.facts.readers) == (("ocr",), "good", ("tesseract", "tesseract"))
    assert {line.page for line in document.lines} == {1, 2}


def test_a_page_pasted_below_a_line_of_text_is_read_behind_it(tool: OcrTool) -> None:
    document = read(word_file_of(picture_of(RESUME), text=["Application of Mira Hollander"]), tool)
    assert document.text == f"Application of Mira Hollander\n{TEXT}"
    assert (document.flags, document.facts.format, document.facts.readers) == (("ocr",), "docx", ("docx", "tesseract"))
    assert [document.text[line.start : line.end] for line in document.lines] == document.text.split("\n")


def test_a_page_pasted_into_an_open_document_is_read(tool: OcrTool) -> None:
    document = read(text_document_of(picture_of(RESUME)), tool)
    assert (document.text, document.flags, document.facts.format) == (TEXT, ("ocr",), "odt")


def test_a_photo_in_a_word_file_says_nothing(tool: OcrTool) -> None:
    face = Image.frombytes("L", (700, 900), random.Random(7).randbytes(700 * 900))
    document = read(word_file_of(face, text=["Mira Hollander", "Engineer at Northwind"]), tool)
    assert (document.text, document.flags) == ("Mira Hollander\nEngineer at Northwind", ("scanned",))


def test_without_recognition_a_word_file_of_pictures_says_how_to_get_it() -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        extract_bytes(word_file_of(picture_of(RESUME[:2])))
    assert caught.value.code == "scanned"
    assert "tesseract-ocr" in caught.value.advice
