"""PDFs drawn piece by piece with reportlab and fpdf2, where the test says and in the order that it says; each with what a person reads."""

from __future__ import annotations

import io
from collections.abc import Callable

from fpdf import FPDF
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

HEIGHT = A4[1]
Piece = tuple[float, float, str]


def on_canvas(*steps: Callable[[Canvas], None]) -> bytes:
    """A page by reportlab; each step draws on it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for step in steps:
        canvas.setFont("Helvetica", 10)
        step(canvas)
    canvas.save()
    return buffer.getvalue()


def put(*pieces: Piece, font: str = "Helvetica", size: float = 10) -> Callable[[Canvas], None]:
    """A step that writes each piece at x0 and baseline, in points from the top left."""

    def step(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, top, text in pieces:
            canvas.drawString(x, HEIGHT - top, text)

    return step


def next_page(canvas: Canvas) -> None:
    canvas.showPage()


def turned(x: float, top: float, text: str, angle: float) -> Callable[[Canvas], None]:
    def step(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(x, HEIGHT - top)
        canvas.rotate(angle)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    return step


def spaced(x: float, top: float, text: str, space: float) -> Callable[[Canvas], None]:
    def step(canvas: Canvas) -> None:
        line = canvas.beginText(x, HEIGHT - top)
        line.setFont("Helvetica-Bold", 12)
        line.setCharSpace(space)
        line.textOut(text)
        line.setCharSpace(0)
        canvas.drawText(line)

    return step


def with_fpdf(draw: Callable[[FPDF], None]) -> bytes:
    """A page by fpdf2."""
    page = FPDF(format="A4", unit="pt")
    page.add_page()
    page.set_font("Helvetica", size=10)
    draw(page)
    return bytes(page.output())


def _table(page: FPDF) -> None:
    with page.table(col_widths=(90, 200, 100), text_align="LEFT") as table:
        for row in (("Years", "Role", "Employer"), ("2012 - 2016", "Developer", "Cobalt"), ("2016 - 2023", "Lead Developer", "Umber")):
            table.row(row)


def _columns(page: FPDF) -> None:
    with page.text_columns(ncols=2, gutter=30) as columns:
        columns.write("EXPERIENCE\nEngineer at Marl\n2014 - 2019\n")
        columns.new_column()
        columns.write("EDUCATION\nBSc Chemistry, 2013\n")


def _right_cells(page: FPDF) -> None:
    for left, right in (("Engineer, Holm", "2019 - 2024"), ("Trainee, Holm", "2017 - 2019")):
        page.cell(300, 14, left)
        page.cell(0, 14, right, align="R", new_x="LMARGIN", new_y="NEXT")


def _stretched(page: FPDF) -> None:
    page.set_char_spacing(4)
    page.cell(0, 20, "EDUCATION", new_x="LMARGIN", new_y="NEXT")
    page.set_char_spacing(0)
    page.cell(0, 14, "BSc Chemistry, 2013")


DRAWN: dict[str, tuple[Callable[[], bytes], str]] = {
    "reportlab-written-from-the-bottom-up": (
        lambda: on_canvas(put((50, 130, "Engineer at Skarn, 2015 - 2020"), (50, 115, "EXPERIENCE"), (50, 90, "Ada Skov"))),
        "Ada Skov\nEXPERIENCE\nEngineer at Skarn, 2015 - 2020",
    ),
    "reportlab-right-column-written-first": (
        lambda: on_canvas(
            put((320, 100, "SKILLS"), (320, 115, "Python"), (320, 130, "Docker")),
            put((50, 100, "EXPERIENCE"), (50, 115, "Engineer at Skarn"), (50, 130, "2015 - 2020")),
        ),
        "EXPERIENCE\nEngineer at Skarn\n2015 - 2020\nSKILLS\nPython\nDocker",
    ),
    "reportlab-right-main-column-beside-a-margin-written-later": (
        lambda: on_canvas(
            put((220, 100, "EXPERIENCE"), (220, 115, "Engineer at Skarn, who cut the costs of the kilns by half"), (220, 130, "2015 - 2020")),
            put((50, 100, "SKILLS"), (50, 115, "Python"), (50, 130, "Docker")),
        ),
        "EXPERIENCE\nEngineer at Skarn, who cut the costs of the kilns by half\n2015 - 2020\nSKILLS\nPython\nDocker",
    ),
    "reportlab-bullets-painted-after-all-lines": (
        lambda: on_canvas(put((70, 100, "Led a team"), (70, 115, "Cut the costs")), put((58, 100, "•"), (58, 115, "•"))),
        "• Led a team\n• Cut the costs",
    ),
    "reportlab-text-turned-upwards": (
        lambda: on_canvas(turned(30, 400, "CURRICULUM VITAE", 90), put((60, 100, "Ada Skov"), (60, 115, "Engineer at Skarn"))),
        "CURRICULUM VITAE\nAda Skov\nEngineer at Skarn",
    ),
    "reportlab-text-turned-downwards": (
        lambda: on_canvas(put((60, 100, "Ada Skov"), (60, 115, "Engineer at Skarn")), turned(560, 100, "Page one of two", -90)),
        "Ada Skov\nEngineer at Skarn\nPage one of two",
    ),
    "reportlab-letter-spaced-words": (
        lambda: on_canvas(spaced(50, 100, "WORK EXPERIENCE", 5), put((50, 120, "Engineer at Skarn"))),
        "WORK EXPERIENCE\nEngineer at Skarn",
    ),
    "reportlab-letters-with-real-spaces": (
        lambda: on_canvas(put((50, 100, "S K I L L S"), (50, 120, "Python, Docker"))),
        "SKILLS\nPython, Docker",
    ),
    "reportlab-white-keywords": (
        lambda: on_canvas(put((50, 100, "Ada Skov, gardener")), lambda c: c.setFillGray(1), put((50, 700, "kubernetes golang terraform"))),
        "Ada Skov, gardener",
    ),
    "reportlab-soft-hyphen-at-the-line-end": (
        lambda: on_canvas(put((50, 100, "Looks after the micro\xad"), (50, 114, "services of a full-"), (50, 128, "stack team"))),
        "Looks after the microservices\nof a full-stack\nteam",
    ),
    "reportlab-page-number-on-every-page": (
        lambda: on_canvas(
            put((50, 100, "Ada Skov"), (280, 820, "Page 1 of 2")), next_page, put((50, 100, "EDUCATION"), (280, 820, "Page 2 of 2"))
        ),
        "Ada Skov\nPage 1 of 2\nEDUCATION",
    ),
    "reportlab-dates-over-two-lines-in-a-cell": (
        lambda: on_canvas(put((50, 100, "Dec 2020 -"), (50, 114, "Mar 2024"), (150, 100, "Engineer at Skarn"), (150, 114, "Ran the kilns"))),
        "Dec 2020 - Mar 2024\tEngineer at Skarn\nRan the kilns",
    ),
    "reportlab-label-and-value-far-apart": (
        lambda: on_canvas(put((50, 100, "Nationality:"), (300, 100, "Danish"), (50, 114, "Degree:"), (300, 114, "BSc Geology"))),
        "Nationality:\tDanish\nDegree:\tBSc Geology",
    ),
    "reportlab-dot-leaders": (
        lambda: on_canvas(put((50, 100, "Engineer at Skarn ............................ 2015 - 2020"), (50, 114, "Trainee ............ 2014"))),
        "Engineer at Skarn\t2015 - 2020\nTrainee\t2014",
    ),
    "fpdf2-table": (lambda: with_fpdf(_table), "Years\tRole\tEmployer\n2012 - 2016\tDeveloper\tCobalt\n2016 - 2023\tLead Developer\tUmber"),
    "fpdf2-columns": (lambda: with_fpdf(_columns), "EXPERIENCE\nEngineer at Marl\n2014 - 2019\nEDUCATION\nBSc Chemistry, 2013"),
    "fpdf2-cells-flush-right": (lambda: with_fpdf(_right_cells), "Engineer, Holm\t2019 - 2024\nTrainee, Holm\t2017 - 2019"),
    "fpdf2-character-spacing": (lambda: with_fpdf(_stretched), "EDUCATION\nBSc Chemistry, 2013"),
}
"""What is odd → how the file is made, and what a person reads in it."""
