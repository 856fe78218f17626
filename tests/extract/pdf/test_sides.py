"""What stands beside what: columns that were written in the wrong order, headings in the margin, dates in a column of their own."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.extract.pdf.pdf_files import HEIGHT, make_pdf, put, read_lines, written

RIGHT = ((320, 100, "SKILLS"), (320, 115, "Python"), (320, 130, "Docker"))
LEFT = ((50, 100, "EXPERIENCE"), (50, 115, "Engineer at Skarn"), (50, 130, "2015 - 2020"))


def test_a_right_column_written_first_goes_behind_the_left_one() -> None:
    header, footer = (50, 60, "Ada Skov"), (50, 700, "References on request")
    lines = read_lines(written(header, *RIGHT, *LEFT, footer))
    assert lines == ["Ada Skov", *(text for *_, text in (*LEFT, *RIGHT)), "References on request"]


def test_a_right_column_without_a_heading_of_its_own_stays_where_it_was_written() -> None:
    pieces = ((320, 100, "Norway"), *RIGHT[1:], *LEFT)
    assert read_lines(written(*pieces)) == [text for *_, text in pieces]


def test_a_heading_in_the_margin_is_apart_from_the_text_beside_it() -> None:
    def page(canvas: Canvas) -> None:
        for top, label, *lines in ((100, "EDUCATION", "MSc Geology", "2012 - 2014"), (140, "SKILLS", "Python, Docker", "and Kubernetes")):
            put(canvas, [(112, top + 12 * place, line) for place, line in enumerate(lines)][1:])
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawRightString(108, HEIGHT - top, label)
            put(canvas, [(112, top, lines[0])])

    assert sorted(read_lines(make_pdf(page))) == ["2012 - 2014", "EDUCATION\tMSc Geology", "SKILLS\tPython, Docker", "and Kubernetes"]


@pytest.mark.parametrize("end", ["– Mar 2022", "- Present", "— 2022"])
def test_a_range_that_goes_on_below_with_its_dash_is_one_range(end: str) -> None:
    lines = read_lines(written((50, 100, "Jan 2020"), (50, 112, end), (150, 100, "Engineer at Skarn"), (150, 112, "Ran the kilns")))
    assert lines == [f"Jan 2020 {end}\tEngineer at Skarn", "Ran the kilns"]


def test_entries_painted_after_all_headings_stand_below_their_own() -> None:
    headings = ((50, 80, "EXPERIENCE"), (50, 200, "EDUCATION"))
    entry = ((50, 100, "2015 - 2020"), (150, 100, "Engineer at Skarn"), (150, 114, "Bergen"), (170, 128, "Cut the costs"))
    lines = read_lines(written(*headings, *entry, (50, 220, "2013"), (150, 220, "MSc Geology")))
    assert lines == ["EXPERIENCE", "2015 - 2020\tEngineer at Skarn", "Bergen", "Cut the costs", "EDUCATION", "2013\tMSc Geology"]
