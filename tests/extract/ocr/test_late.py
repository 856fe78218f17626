"""What took too long to recognise is told, and never taken for all that a page says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from screener.extract.ocr import OcrTool, tool
from screener.extract.pdf import read_pdf
from tests.extract.pdf.pdf_files import make_pdf, put

LINES = ("Ada Skov", "Engineer at Skarn, 2015 - 2020", "Cut the costs of the kilns by half")


def test_a_page_of_text_with_a_picture_that_takes_too_long_is_doubtful(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "_PAGE_SECONDS", 0.2)
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexec 2>&- >&-\nexec sleep 30\n")
    program.chmod(0o700)

    def page(canvas: Canvas) -> None:
        put(canvas, [(50, 100 + 20 * place, line) for place, line in enumerate(LINES)])
        picture = Image.new("L", (80, 80), 255)
        picture.paste(0, (20, 20, 60, 40))
        canvas.drawImage(ImageReader(picture), 50, 200, 400, 400)

    document = read_pdf(make_pdf(page), ocr=OcrTool(str(program), "5", ("eng",)))
    assert document.text == "\n".join(LINES)
    assert (document.reading.verdict, document.flags) == ("doubtful", ("ocr-timeout",))
    assert document.reading.reasons == ("page 1 with pictures that took too long to recognise: screen the file again when the machine is less busy",)
