"""PDF by fpdf2: one column or a narrow column beside it.

Options: `password=…` encrypts (AES-256); `no-unicode-map` leaves out the map from the font's codes to letters.
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import reportlab
from fpdf import FPDF, FPDF_VERSION
from fpdf.encryption import StandardSecurityHandler
from fpdf.enums import AccessPermission, EncryptionMethod

from samples.maker.source import Block, Source, spaced

FONTS = {"sans": "Helvetica", "serif": "Times", "mono": "Courier", "vera": "vera"}
MARGIN = 18.0  # millimetres, as everything here
SIDE = 52.0
GAP = 7.0
POINT = 25.4 / 72


def make(source: Source) -> bytes:
    """The PDF's bytes: the same for the same source, the encrypted ones too."""
    with _steady_random(source.name):
        pdf = bytes(_Printer(source).print().output())
    if "no-unicode-map" in source.look.options:
        return re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found.group()), pdf)
    return pdf


@contextmanager
def _steady_random(seed: str) -> Iterator[None]:
    """Encryption draws salts; here they come from the source's name, for these files hide nothing."""
    count = 0

    def draw(size: int) -> bytes:
        nonlocal count
        count += 1
        return hashlib.shake_256(f"{seed}{count}".encode()).digest(size)

    with mock.patch.object(StandardSecurityHandler, "get_random_bytes", staticmethod(draw)):
        yield


class _Running(FPDF):
    """A page with the source's running head and foot."""

    source: Source

    def header(self) -> None:
        self._running("running-head", 8.0)

    def footer(self) -> None:
        self._running("running-foot", 286.0)

    def _running(self, region: str, y: float) -> None:
        for block in self.source.region(region):
            self.set_font(FONTS[self.source.look.font], "", 8)
            self.set_xy(MARGIN, y)
            self.cell(0, 4, block.text.replace("{page}", str(self.page_no())))
            self.set_xy(MARGIN, y)
            self.cell(0, 4, block.right.replace("{page}", str(self.page_no())), align="R")
        if self.source.region(region):
            self.set_xy(MARGIN, MARGIN)


class _Printer:
    def __init__(self, source: Source) -> None:
        self.source, self.look = source, source.look
        self.family = FONTS[self.look.font]
        pdf = self.pdf = _Running(format="A4")
        pdf.source = source
        pdf.core_fonts_encoding = "cp1252"  # dashes and bullets beside Latin-1
        pdf.set_margins(MARGIN, MARGIN, MARGIN)
        pdf.set_auto_page_break(True, MARGIN)
        made = self.look.made
        pdf.set_creation_date(datetime(made.year, made.month, made.day, 14, 5, tzinfo=UTC))
        if self.look.font == "vera":
            for style, file in (("", "Vera.ttf"), ("B", "VeraBd.ttf"), ("I", "VeraIt.ttf")):
                pdf.add_font("vera", style, Path(reportlab.__file__).parent / "fonts" / file)
        pdf.set_producer(f"fpdf2 {FPDF_VERSION}")
        for option in self.look.options:
            if option.startswith("password="):
                method = EncryptionMethod.AES_256
                pdf.set_encryption("owner", option.removeprefix("password="), method, AccessPermission.all())

    def print(self) -> FPDF:
        self.pdf.add_page()
        left, right = MARGIN, MARGIN
        for block in self.source.region("head"):
            self.block(block)
        top = self.pdf.get_y()
        if self.source.region("side"):
            self.pdf.set_left_margin(MARGIN)
            self.pdf.set_right_margin(210 - MARGIN - SIDE)
            self.pdf.set_xy(MARGIN, top)
            for block in self.source.region("side"):
                self.block(block)
            left = MARGIN + SIDE + GAP
        self.pdf.page = 1
        self.pdf.set_left_margin(left)
        self.pdf.set_right_margin(right)
        self.pdf.set_xy(left, top)
        for block in self.source.region("main"):
            self.block(block)
        return self.pdf

    def block(self, block: Block) -> None:
        pdf, size = self.pdf, self.look.size
        if block.kind == "page":
            pdf.add_page()
        elif block.kind == "rule":
            y = pdf.get_y() + 1.5
            pdf.line(pdf.l_margin, y, pdf.w - pdf.r_margin, y)
            pdf.set_y(y + 1.5)
        elif block.kind == "heading":
            self.heading(block)
        elif block.kind == "row":
            self.row(block)
        else:
            style = {"name": "B", "strong": "B", "soft": "I"}.get(block.kind, "")
            big = {"name": 2.0, "hidden": 0.4}.get(block.kind, 1.0)
            pdf.set_font(self.family, style, size * big)
            pdf.set_text_color(*((255, 255, 255) if block.kind == "hidden" else (0, 0, 0)))
            self.line(block, size * big * POINT * 1.36)

    def line(self, block: Block, height: float) -> None:
        pdf = self.pdf
        if block.kind == "strong":
            pdf.ln(1.4)
        if block.right:
            y = pdf.get_y()
            pdf.cell(0, height, block.right, align="R")
            pdf.set_xy(pdf.l_margin, y)
            pdf.cell(0, height, block.text, new_x="LMARGIN", new_y="NEXT", markdown=True)
            return
        if block.kind == "bullet":
            pdf.cell(5, height, self.look.bullet, align="C")
        align = "C" if "centred" in self.look.options and block.kind in ("name", "contact") else "L"
        pdf.multi_cell(0, height, block.text, align=align, new_x="LMARGIN", new_y="NEXT", markdown=True)

    def heading(self, block: Block) -> None:
        pdf = self.pdf
        red, green, blue = (int(self.look.accent[start : start + 2], 16) for start in (1, 3, 5))
        pdf.ln(3)
        pdf.set_text_color(red, green, blue)
        pdf.set_font(self.family, "B", self.look.size * 1.15)
        text = {"spaced": spaced, "upper": str.upper, "rule": str.upper}.get(self.look.heading, str)(block.text)
        if self.look.heading == "tracked":
            pdf.set_char_spacing(2.4)
            text = text.upper()
        pdf.multi_cell(0, self.look.size * POINT * 1.5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.set_char_spacing(0)
        if self.look.heading == "rule":
            pdf.line(pdf.l_margin, pdf.get_y(), pdf.w - pdf.r_margin, pdf.get_y())
            pdf.ln(1.5)

    def row(self, block: Block) -> None:
        """A row of a borderless table: the first cell narrow, the page broken before a row and never inside one."""
        pdf = self.pdf
        height = self.look.size * POINT * 1.36
        pdf.set_text_color(0, 0, 0)
        pdf.set_font(self.family, "", self.look.size)
        whole = pdf.w - pdf.l_margin - pdf.r_margin
        widths = [whole * 0.24, *[whole * 0.76 / (len(block.cells) - 1)] * (len(block.cells) - 1)]
        texts = ["\n".join(part.strip() for part in cell.split("//")) for cell in block.cells]
        heights = [
            pdf.multi_cell(width, height, text, align="L", dry_run=True, output="HEIGHT", markdown=True)
            for width, text in zip(widths, texts, strict=True)
        ]
        if pdf.get_y() + max(heights) > pdf.h - MARGIN:
            pdf.add_page()
        x, y = pdf.l_margin, pdf.get_y()
        for width, text in zip(widths, texts, strict=True):
            pdf.set_xy(x, y)
            pdf.multi_cell(width, height, text, align="L", markdown=True)
            x += width
        pdf.set_xy(pdf.l_margin, y + max(heights) + 1)
