"""Scans made on the spot: text drawn as a picture, which stands alone or beside text on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

A4 = (595, 842)
DOTS = 200
_SCALE = DOTS / 72
_FONTS = Path(reportlab.__file__).parent / "fonts"

RESUME = (
    "Mira Hollander",
    "mira@example.org",
    "",
    "Experience",
    "Senior Backend Engineer, Northwind Example Ltd",
    "March 2014 - October 2024",
    "Built services in Python and PostgreSQL behind a REST API.",
    "",
    "Education",
    "BSc Computer Science, University of Aireborough",
    "2008 - 2011",
    "",
    "Skills",
    "Python, Django, PostgreSQL, Redis, Docker, Git",
)


def picture_of(lines: Sequence[str], *, size: tuple[int, int] = A4, points: float = 12, turned: int = 0, blurred: float = 0) -> Image.Image:
    """Lines of text as a picture of so many points. turned: degrees, anticlockwise. blurred: radius in pixels."""
    image = Image.new("L", (round(size[0] * _SCALE), round(size[1] * _SCALE)), 255)
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(str(_FONTS / "Vera.ttf"), round(points * _SCALE))
    for number, line in enumerate(lines):
        draw.text((50 * _SCALE, (50 + 1.8 * points * number) * _SCALE), line, font=font, fill=0)
    if blurred:
        image = image.filter(ImageFilter.GaussianBlur(blurred))
    return image.rotate(turned, expand=True) if turned else image


def page(canvas: Canvas, image: Image.Image | None = None, text: Sequence[str] = (), *, box: tuple[float, float, float, float] | None = None) -> None:
    """A page of a picture (filling it unless `box` says x, y, width, height) and lines of real text from its top."""
    if image is not None:
        x, y, width, height = box or (0, 0, *canvas._pagesize)
        canvas.drawImage(ImageReader(image), x, y, width, height)
    for number, line in enumerate(text):
        canvas.drawString(50, 790 - 18 * number, line)
    canvas.showPage()


def paper(*images: Image.Image) -> bytes:
    """A PDF of a page for each picture, nothing else on it."""
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for image in images:
        canvas.setPageSize((image.width / _SCALE, image.height / _SCALE))
        page(canvas, image)
    canvas.save()
    return file.getvalue()
