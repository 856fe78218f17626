"""A scan: every page one black-and-white image, without a letter of text. A PDF by Pillow."""

import io
import time
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont

from samples.maker.source import Source
from samples.maker.typeset import PAGE, typeset

DPI = 130
SCALE = DPI / 72


def make(source: Source) -> bytes:
    words = typeset(source, lambda text, size, bold: _font(size, bold).getlength(text) / SCALE, 0.3)
    pages = []
    for number in range(max(word.page for word in words) + 1):
        image = Image.new("L", (round(PAGE[0] * SCALE), round(PAGE[1] * SCALE)), 255)
        draw = ImageDraw.Draw(image)
        for word in (word for word in words if word.page == number):
            draw.text((word.x * SCALE, word.y * SCALE), word.text, font=_font(word.size, word.bold), fill=0, anchor="ls")
        tilted = image.rotate(0.35, fillcolor=255, resample=Image.Resampling.BICUBIC)  # nobody lays a sheet down straight
        pages.append(tilted.convert("1"))
    buffer = io.BytesIO()
    made = time.struct_time((*source.look.made.timetuple()[:3], 8, 41, 0, 0, 1, 0))
    pages[0].save(buffer, "PDF", resolution=DPI, save_all=True, append_images=pages[1:], creationDate=made, modDate=made)
    return buffer.getvalue()


def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    folder = Path(reportlab.__file__).parent / "fonts"
    return ImageFont.truetype(str(folder / ("VeraBd.ttf" if bold else "Vera.ttf")), round(size * SCALE))
