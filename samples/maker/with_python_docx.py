"""DOCX by python-docx: one column with tab stops, a table of dates and text, a sidebar table, or two columns in a section."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from samples.maker.archive import repacked
from samples.maker.source import Block, Source, bold_runs, spaced

FONTS = {"sans": "Calibri", "serif": "Georgia", "mono": "Consolas", "arial": "Arial"}
TEXT_WIDTH = Mm(174)
Holder = DocumentType | _Cell


def make(source: Source) -> bytes:
    """The DOCX's bytes: the same for the same source."""
    document = Document()
    made = source.look.made
    core = document.core_properties
    core.author, core.title, core.comments = "", "", ""
    core.created = core.modified = datetime(made.year, made.month, made.day, 16, 20, tzinfo=UTC)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(16)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONTS[source.look.font], Pt(source.look.size)
    normal.paragraph_format.space_after = Pt(1)
    _Writer(source, document).write()
    drop_relics(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def drop_relics(document: DocumentType) -> None:
    """Leave out what the library's template carries along and nobody reads: half of the file's size."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail"))]:
            del relations[key]


class _Writer:
    def __init__(self, source: Source, document: DocumentType) -> None:
        self.source, self.look, self.document = source, source.look, document
        self.ink: RGBColor | None = None
        self.accent = RGBColor.from_string(self.look.accent.lstrip("#").upper())

    def write(self) -> None:
        self.running()
        self.region("head", self.document)
        if self.look.layout in ("sidebar-left", "sidebar-right"):
            self.sidebar()
        elif self.look.layout == "two-columns":
            self.columns()
        else:
            self.region("main", self.document)

    def running(self) -> None:
        section = self.document.sections[0]
        for region, part in (("running-head", section.header), ("running-foot", section.footer)):
            for block in self.source.region(region):
                paragraph = part.paragraphs[0]
                paragraph.text = block.text.replace("{page}", "1") + (f"\t{block.right}".replace("{page}", "1") if block.right else "")

    def sidebar(self) -> None:
        names = ["side", "main"] if self.look.layout == "sidebar-left" else ["main", "side"]
        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        for column, name in zip(table.columns, names, strict=True):
            column.width = Mm(56) if name == "side" else Mm(118)
        for cell, name in zip(table.rows[0].cells, names, strict=True):
            cell.width = Mm(56) if name == "side" else Mm(118)
            if name == "side" and "band" in self.look.options:
                shade(cell, self.look.accent)
            self.region(name, cell)
            empty = cell.paragraphs[0]
            if not empty.text:
                empty._element.getparent().remove(empty._element)

    def columns(self) -> None:
        """Everything in a section of two columns, the right one begun by a column break."""
        section = self.document.sections[0]
        columns = section._sectPr.find(qn("w:cols"))
        if columns is None:
            columns = OxmlElement("w:cols")
            section._sectPr.append(columns)
        columns.set(qn("w:num"), "2")
        columns.set(qn("w:space"), "480")
        self.region("left", self.document)
        self.document.paragraphs[-1].add_run().add_break(WD_BREAK.COLUMN)
        self.region("right", self.document)

    def region(self, name: str, holder: Holder) -> None:
        """The blocks of a region; on a coloured band all letters are white."""
        on_band = name == "side" and "band" in self.look.options
        self.ink = RGBColor(255, 255, 255) if on_band else None
        rows: list[Block] = []
        for block in (*self.source.region(name), Block("end")):
            if block.kind == "row":
                rows.append(block)
                continue
            if rows:
                self.table(rows, holder)
                rows = []
            if block.kind != "end":
                self.paragraph(block, holder)

    def table(self, rows: list[Block], holder: Holder) -> None:
        columns = len(rows[0].cells)
        table = holder.add_table(rows=0, cols=columns)
        if "grid" in self.look.options:
            table.style = self.document.styles["Table Grid"]
        table.autofit = False
        widths = [Mm(174 / columns)] * columns if "even" in self.look.options else [Mm(38), *[Mm(136 / (columns - 1))] * (columns - 1)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in rows:
            for cell, text, width in zip(table.add_row().cells, row.cells, widths, strict=True):
                cell.width = width
                for index, part in enumerate(text.split("//")):
                    part = part.strip()
                    paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                    if part.startswith("- "):
                        paragraph.style = self.document.styles["List Bullet"]
                    self.runs(paragraph, part.removeprefix("- "))

    def paragraph(self, block: Block, holder: Holder) -> None:
        if block.kind == "page":
            holder.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            return
        bullets = block.kind == "bullet" and "typed-bullets" not in self.look.options
        headings = block.kind == "heading" and "word-headings" in self.look.options
        style = "List Bullet" if bullets else "Heading 1" if headings else None
        paragraph = holder.add_paragraph(style=style)
        text = f"{self.look.bullet} {block.text}" if block.kind == "bullet" and not bullets else block.text
        DRESS.get(block.kind, _Writer.dress_text)(self, paragraph, text)
        if block.right:
            paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run("\t" + block.right)
        if block.kind in ("name", "contact") and "centred" in self.look.options:
            paragraph.alignment = 1

    def runs(self, paragraph: Paragraph, text: str) -> None:
        for piece, bold in bold_runs(text):
            run = paragraph.add_run(piece)
            run.bold = bold or None
            if self.ink:
                run.font.color.rgb = self.ink

    def dress_text(self, paragraph: Paragraph, text: str) -> None:
        self.runs(paragraph, text)

    def dress_name(self, paragraph: Paragraph, text: str) -> None:
        run = paragraph.add_run(text)
        run.bold, run.font.size, run.font.color.rgb = True, Pt(self.look.size * 2.1), self.ink or self.accent

    def dress_heading(self, paragraph: Paragraph, text: str) -> None:
        shape: dict[str, Callable[[str], str]] = {"upper": str.upper, "rule": str.upper, "spaced": spaced}
        run = paragraph.add_run(shape.get(self.look.heading, str)(text))
        run.bold, run.font.size, run.font.color.rgb = True, Pt(self.look.size * 1.2), self.ink or self.accent
        paragraph.paragraph_format.space_before = Pt(9)
        if self.look.heading == "rule":
            underline(paragraph)
        if self.look.heading == "tracked":
            run.font.all_caps = True
            spacing = OxmlElement("w:spacing")
            spacing.set(qn("w:val"), "60")
            run._element.get_or_add_rPr().append(spacing)

    def dress_strong(self, paragraph: Paragraph, text: str) -> None:
        paragraph.add_run(text).bold = True
        paragraph.paragraph_format.space_before = Pt(4)

    def dress_soft(self, paragraph: Paragraph, text: str) -> None:
        paragraph.add_run(text).italic = True

    def dress_hidden(self, paragraph: Paragraph, text: str) -> None:
        """White on white, or Word's own hidden text when the option `vanish` asks for it."""
        run = paragraph.add_run(text)
        run.font.size = Pt(4)
        if "vanish" in self.look.options:
            run.font.hidden = True
        else:
            run.font.color.rgb = RGBColor(255, 255, 255)

    def dress_rule(self, paragraph: Paragraph, _: str) -> None:
        underline(paragraph)


DRESS: dict[str, Callable[[_Writer, Paragraph, str], None]] = {
    "name": _Writer.dress_name,
    "heading": _Writer.dress_heading,
    "strong": _Writer.dress_strong,
    "soft": _Writer.dress_soft,
    "hidden": _Writer.dress_hidden,
    "rule": _Writer.dress_rule,
}


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell, its text turned white by the run's automatic colour, as Word does on a dark fill."""
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour.lstrip("#").upper())):
        shading.set(qn(f"w:{key}"), value)
    cell._element.get_or_add_tcPr().append(shading)


def underline(paragraph: Paragraph) -> None:
    """A line under the paragraph."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "808080")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    paragraph._element.get_or_add_pPr().append(borders)
