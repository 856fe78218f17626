"""PDF whose words are put down one by one (or glyph by glyph) with no space between them, as some printers of web pages do.

The option `glyphs` places each letter by itself.
"""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from samples.maker.source import Source
from samples.maker.typeset import PAGE, Word, typeset

FONTS = {"sans": ("Helvetica", "Helvetica-Bold"), "serif": ("Times-Roman", "Times-Bold")}
GAP = 0.156  # ems between words: a person sees a space, a reader that asks for a wider one doesn't


def make(source: Source) -> bytes:
    fonts = FONTS[source.look.font]
    words = typeset(source, lambda text, size, bold: pdfmetrics.stringWidth(text, fonts[bold], size), GAP)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    stamp, made = canvas._doc._timeStamp, source.look.made
    stamp.YMDhms, stamp.dhh, stamp.dmm = (made.year, made.month, made.day, 10, 12, 0), 0, 0
    page = 0
    for word in words:
        if word.page != page:
            canvas.showPage()
            page = word.page
        _place(canvas, word, fonts[word.bold], by_glyph="glyphs" in source.look.options)
    canvas.save()
    return buffer.getvalue()


def _place(canvas: Canvas, word: Word, font: str, *, by_glyph: bool) -> None:
    x = word.x
    for piece in word.text if by_glyph else (word.text,):
        text = canvas.beginText(x, PAGE[1] - word.y)
        text.setFont(font, word.size)
        text.textOut(piece)
        canvas.drawText(text)
        x += pdfmetrics.stringWidth(piece, font, word.size)
