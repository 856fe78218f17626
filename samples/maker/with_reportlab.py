"""PDF by reportlab: flowing text in one column, a sidebar (left or right, coloured or not) or two equal columns."""

import io
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

import reportlab
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from samples.maker.source import BOLD, Block, Source, spaced

FONTS = {
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "mono": ("Courier", "Courier-Bold", "Courier-Oblique"),
    "vera": ("Vera", "VeraBd", "VeraIt"),
}
LAYOUTS = {"one-column": "", "sidebar-left": "side main", "sidebar-right": "main side", "two-columns": "left right"}
MARGIN = 17 * mm
SIDE = 58 * mm
GAP = 7 * mm


def make(source: Source) -> bytes:
    """The PDF's bytes: the same for the same source."""
    _register_fonts()
    page = _Page(source)
    buffer = io.BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=A4,
        title="",
        author="",
        invariant=1,
        pageCompression=1,
        initialFontName=page.regular,
    )
    document.addPageTemplates(page.templates())
    document.build(page.story(), canvasmaker=partial(_dated_canvas, source))
    return buffer.getvalue()


def _dated_canvas(source: Source, *args: object, **options: object) -> Canvas:
    canvas = Canvas(*args, **options)
    stamp = canvas._doc._timeStamp
    made = source.look.made
    stamp.YMDhms = (made.year, made.month, made.day, 9, 30, 0)
    stamp.dhh = stamp.dmm = 0
    return canvas


def _register_fonts() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in FONTS["vera"]:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


class _Page:
    """One source's frames, styles and flowables."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.look = source.look
        self.regular, self.bold, self.italic = FONTS[self.look.font]
        self.accent = HexColor(self.look.accent)
        self.columns = LAYOUTS[self.look.layout].split()
        self.head = list(self.flow("head", self.width("head")))
        self.head_height = sum(part.wrap(self.width("head"), 1000)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in self.head)

    @property
    def full(self) -> float:
        return A4[0] - 2 * MARGIN

    def width(self, region: str) -> float:
        if region in ("left", "right"):
            return (self.full - GAP) / 2
        if region == "side":
            return SIDE
        return self.full - SIDE - GAP if "side" in self.columns else self.full

    def templates(self) -> list[PageTemplate]:
        first = PageTemplate("first", self.frames(first=True), onPage=self.decorate)
        later = PageTemplate("later", self.frames(first=False), onPage=self.decorate)
        first.autoNextPageTemplate = "later"
        return [first, later]

    def frames(self, *, first: bool) -> list[Frame]:
        """On later pages only the main column flows on; two equal columns flow on as one."""
        top = A4[1] - MARGIN - (5 * mm if self.source.region("running-head") else 0)
        bottom = MARGIN
        frames = []
        if first and self.head:
            frames.append(self.frame(MARGIN, top - self.head_height - 4, self.full, self.head_height + 4))
            top -= self.head_height + 4
        x = MARGIN
        placed = {}
        for region in self.columns or ["main"]:
            placed[region] = self.frame(x, bottom, self.width(region), top - bottom)
            x += self.width(region) + GAP
        order = self.order() if first else [(self.order())[-1]]
        return frames + [placed[region] for region in order]

    def frame(self, x: float, y: float, width: float, height: float) -> Frame:
        return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    def order(self) -> list[str]:
        if "side" in self.columns:
            return ["side", "main"]
        return self.columns or ["main"]

    def decorate(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        if "band" in self.look.options:
            left = 0 if self.look.layout == "sidebar-left" else A4[0] - MARGIN - SIDE - GAP / 2
            canvas.setFillColor(self.accent)
            canvas.rect(left, 0, MARGIN + SIDE + GAP / 2, A4[1], stroke=0, fill=1)
        canvas.setFillColor(black)
        canvas.setFont(self.regular, 8)
        for region, y in (("running-head", A4[1] - 11 * mm), ("running-foot", 9 * mm)):
            for block in self.source.region(region):
                canvas.drawString(MARGIN, y, block.text.replace("{page}", str(document.page)))
                canvas.drawRightString(A4[0] - MARGIN, y, block.right.replace("{page}", str(document.page)))

    def story(self) -> list[Flowable]:
        story: list[Flowable] = [*self.head]
        if self.head:
            story.append(FrameBreak())
        for index, region in enumerate(self.order()):
            if index:
                story.append(FrameBreak())
            story.extend(self.flow(region, self.width(region)))
        return story

    def flow(self, region: str, width: float) -> Iterator[Flowable]:
        rows: list[Block] = []
        for block in self.source.region(region):
            if block.kind == "row":
                rows.append(block)
                continue
            if rows:
                yield self.table(rows, region, width)
                rows = []
            yield from self.flowables(block, region, width)
        if rows:
            yield self.table(rows, region, width)

    def flowables(self, block: Block, region: str, width: float) -> Iterator[Flowable]:
        if block.kind == "rule":
            yield HRFlowable(width="100%", thickness=0.6, color=self.ink(region, soft=True), spaceBefore=4, spaceAfter=4)
        elif block.kind == "page":
            yield PageBreak()
        elif block.right:
            yield self.flush(block, region, width)
        elif block.kind == "heading":
            yield from self.heading(block, region)
        else:
            bullet = self.look.bullet if block.kind == "bullet" else None
            yield Paragraph(markup(block.text), self.style(block.kind, region), bulletText=bullet)

    def heading(self, block: Block, region: str) -> Iterator[Flowable]:
        shape: dict[str, Callable[[str], str]] = {"upper": str.upper, "rule": str.upper, "spaced": spaced, "band": str.upper}
        yield Paragraph(markup(shape.get(self.look.heading, str)(block.text)), self.style("heading", region))
        if self.look.heading == "rule":
            yield HRFlowable(width="100%", thickness=0.8, color=self.ink(region, soft=True), spaceBefore=1, spaceAfter=3)

    def flush(self, block: Block, region: str, width: float) -> Flowable:
        style = self.style(block.kind, region)
        right = ParagraphStyle("right", style, alignment=2, fontName=self.regular)
        share = 0.34 * width
        table = Table([[Paragraph(markup(block.text), style), Paragraph(markup(block.right), right)]], colWidths=[width - share, share])
        table.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0), *_TIGHT]))
        return table

    def table(self, rows: list[Block], region: str, width: float) -> Flowable:
        style = self.style("text", region)
        cells = [[[Paragraph(markup(part.strip()), style) for part in cell.split("//")] for cell in row.cells] for row in rows]
        first = 0.24 * width
        columns = len(rows[0].cells)
        widths = [width / columns] * columns if "even" in self.look.options else [first, *[(width - first) / (columns - 1)] * (columns - 1)]
        table = Table(cells, colWidths=widths)
        lines = [("LINEBELOW", (0, 0), (-1, -1), 0.4, self.ink(region, soft=True))] if "lines" in self.look.options else []
        table.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), *_TIGHT, *lines]))
        return table

    def ink(self, region: str, *, soft: bool = False) -> Color:
        if region == "side" and "band" in self.look.options:
            return white
        return self.accent if soft else black

    def style(self, kind: str, region: str) -> ParagraphStyle:
        size = self.look.size
        base = ParagraphStyle("text", fontName=self.regular, fontSize=size, leading=size * 1.32, textColor=self.ink(region), spaceAfter=1.5)
        strong = {"fontName": self.bold, "spaceBefore": 4}
        accent = {"textColor": self.ink(region, soft=True)}
        kinds: dict[str, dict[str, object]] = {
            "name": {"fontName": self.bold, "fontSize": size * 2.1, "leading": size * 2.6, **accent},
            "contact": {"fontSize": size * 0.92, "alignment": 1 if "centred" in self.look.options else 0},
            "heading": {**strong, "keepWithNext": 1, "fontSize": size * 1.2, "leading": size * 1.6, "spaceBefore": 9, **accent},
            "strong": strong,
            "soft": {"fontName": self.italic},
            "bullet": {"leftIndent": 11, "bulletIndent": 1},
            "hidden": {"textColor": white, "fontSize": 5, "leading": 6},
            "text": {},
        }
        chosen = kinds[kind]
        if kind == "heading" and self.look.heading == "band":
            chosen = {**chosen, "backColor": self.accent, "textColor": white, "borderPadding": (1, 3, 2, 3), "spaceAfter": 6}
        if kind == "name" and "centred" in self.look.options:
            chosen = {**chosen, "alignment": 1}
        return ParagraphStyle(kind, base, **chosen)


_TIGHT = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def markup(text: str) -> str:
    return BOLD.sub(r"<b>\1</b>", escape(text))
