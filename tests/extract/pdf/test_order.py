"""The order of reading: as a person reads, whatever order the producer wrote in."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.extract.pdf.pdf_files import Piece, make_pdf, put, put_right, read_lines, written

READERS = ["pdfium", "pdfplumber"]
RIGHT_EDGE = 540


def entry(x: float, top: float, title: str, *bullets: str) -> list[Piece]:
    return [(x, top, title), *((x + 10, top + 14 * (n + 1), f"• {bullet}") for n, bullet in enumerate(bullets))]


def column(x: float, top: float, *texts: str) -> list[Piece]:
    return [(x, top + 14 * n, text) for n, text in enumerate(texts)]


LEFT = ("SKILLS", "Python", "Kafka", "Redis", "LANGUAGES", "German", "Dutch")
RIGHT = ("EXPERIENCE", "Senior Engineer, Acme", "Built the billing service", "2019 - 2021", "EDUCATION", "B.Sc. Physics", "2008 - 2012")


@pytest.mark.parametrize("reader", READERS)
def test_two_columns_are_read_one_after_the_other(reader: str) -> None:
    data = written(*column(50, 100, *LEFT), *column(250, 100, *RIGHT))
    assert read_lines(data, reader) == [*LEFT, *RIGHT]


@pytest.mark.parametrize("reader", READERS)
def test_two_columns_written_row_by_row_are_read_one_after_the_other(reader: str) -> None:
    rows = zip(column(50, 100, *LEFT), column(250, 100, *RIGHT), strict=True)
    data = written((50, 70, "Mira Holt"), *(piece for row in rows for piece in row))
    assert read_lines(data, reader) == ["Mira Holt", *LEFT, *RIGHT]


@pytest.mark.parametrize("reader", READERS)
def test_a_table_of_labels_and_values_stays_in_rows(reader: str) -> None:
    labels = ("Languages", "Tools", "Databases", "Education")
    values = ("Python and Go", "Git and Docker", "PostgreSQL", "B.Sc. Physics")
    rows = zip(column(50, 100, *labels), column(180, 100, *values), strict=True)
    data = written(*(piece for row in rows for piece in row))
    assert read_lines(data, reader) == [f"{label}\t{value}" for label, value in zip(labels, values, strict=True)]


@pytest.mark.parametrize("reader", READERS)
def test_a_flush_right_date_stands_behind_a_tab_on_its_line(reader: str) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, [(50, 100, "Senior Engineer, Acme")])
        put_right(canvas, [(RIGHT_EDGE, 100, "Jan 2020 - Present")])
        put(canvas, [(60, 114, "• Built the billing service")])

    assert read_lines(make_pdf(draw), reader) == ["Senior Engineer, Acme\tJan 2020 - Present", "• Built the billing service"]


@pytest.mark.parametrize("reader", READERS)
def test_place_and_dates_written_after_the_bullets_go_to_the_title(reader: str) -> None:
    def draw(canvas: Canvas) -> None:
        for top, title, place, dates in ((100, "Engineer, Acme", "Berlin", "Jan 2020 - Present"), (180, "Intern, Borealis", "Bern", "May 2019")):
            put(canvas, entry(50, top, title, "Built the billing service", "Ran the night shift", "Wrote the manual"))
            put_right(canvas, [(RIGHT_EDGE, top, place), (RIGHT_EDGE, top + 14, dates)])

    assert read_lines(make_pdf(draw), reader) == [
        "Engineer, Acme\tBerlin\tJan 2020 - Present",
        "• Built the billing service",
        "• Ran the night shift",
        "• Wrote the manual",
        "Intern, Borealis\tBern\tMay 2019",
        "• Built the billing service",
        "• Ran the night shift",
        "• Wrote the manual",
    ]


@pytest.mark.parametrize("reader", READERS)
def test_floated_dates_painted_before_the_page_go_to_their_titles(reader: str) -> None:
    def draw(canvas: Canvas) -> None:
        put_right(canvas, [(RIGHT_EDGE, 100, "Jan 2020 - Present"), (RIGHT_EDGE, 180, "2016 - 2019")])
        put(canvas, [(50, 60, "Mira Holt")])
        put(canvas, entry(50, 100, "Engineer, Acme", "Built the billing service"))
        put(canvas, entry(50, 180, "Developer, Borealis", "Ran the night shift"))

    assert read_lines(make_pdf(draw), reader) == [
        "Mira Holt",
        "Engineer, Acme\tJan 2020 - Present",
        "• Built the billing service",
        "Developer, Borealis\t2016 - 2019",
        "• Ran the night shift",
    ]


@pytest.mark.parametrize("reader", READERS)
def test_a_date_cell_of_two_lines_is_one_date_before_its_title(reader: str) -> None:
    data = written((50, 100, "Dec. 2023 –"), (50, 114, "Mar. 2025"), (150, 100, "Engineer, Acme"), (150, 114, "Built the billing service"))
    assert read_lines(data, reader) == ["Dec. 2023 – Mar. 2025\tEngineer, Acme", "Built the billing service"]


@pytest.mark.parametrize("reader", READERS)
def test_dates_of_a_right_column_stay_in_their_column(reader: str) -> None:
    left = column(50, 100, "Mira Holt", "Berlin", "mira@example.org", "Cycling", "Chess", "Choir")
    right = column(300, 100, "Engineer", "2019 - 2021", "Acme", "Developer", "2016 - 2018", "Borealis")
    assert read_lines(written(*left, *right), reader) == [text for _, _, text in left + right]


def test_a_bullet_alone_joins_the_text_on_its_line() -> None:
    assert read_lines(written((50, 100, "•"), (70, 100, "Led a team"), (50, 114, "•"), (70, 114, "Cut costs"))) == [
        "• Led a team",
        "• Cut costs",
    ]


def test_a_heading_level_with_the_name_starts_its_own_column() -> None:
    body = column(300, 114, "I build things that last and", "that people like to use, with", "care for those who come after", "and keep them running")
    assert read_lines(written((50, 100, "Mira Holt"), (300, 100, "Summary"), *body))[:3] == ["Mira Holt", "Summary", "I build things that last and"]


def test_headers_and_footers_of_every_page_are_kept_once() -> None:
    def draw(canvas: Canvas) -> None:
        for number in (1, 2, 3):
            put(canvas, [(50, 30, "Mira Holt, Résumé"), (50, 400, f"Work number {number} of the year"), (280, 820, f"Page {number} of 3")])
            canvas.showPage()

    assert read_lines(make_pdf(draw)) == [
        "Mira Holt, Résumé",
        "Work number 1 of the year",
        "Page 1 of 3",
        "Work number 2 of the year",
        "Work number 3 of the year",
    ]


def test_bullets_painted_after_all_lines_go_to_their_lines() -> None:
    data = written((70, 100, "Led a team"), (70, 114, "Cut costs"), (60, 100, "•"), (60, 114, "•"))
    assert read_lines(data) == ["• Led a team", "• Cut costs"]


@pytest.mark.parametrize("reader", READERS)
def test_a_table_of_dates_and_jobs_under_headings_stays_in_rows(reader: str) -> None:
    cells = [("2012 - 2014", "MSc Physics, North", "University"), ("2009 - 2012", "BSc Physics", "University"), ("2008", "A levels", "College")]
    pieces: list[Piece] = [(50, 80, "EDUCATION")]
    for n, (dates, *lines) in enumerate(cells):
        pieces += [(50, 100 + 40 * n, dates), *column(200, 100 + 40 * n, *lines)]
    expected = ["EDUCATION", *(text for dates, first, second in cells for text in (f"{dates}\t{first}", second))]
    assert read_lines(written(*pieces), reader) == expected


@pytest.mark.parametrize("reader", READERS)
def test_a_header_written_last_is_read_first(reader: str) -> None:
    header = [(50.0, 60.0, "Mira Holt, a name and a line of contact details across the page")]
    data = written(*column(50, 100, *LEFT), *column(250, 100, *RIGHT), *header)
    assert read_lines(data, reader) == [header[0][2], *LEFT, *RIGHT]


@pytest.mark.parametrize("reader", READERS)
def test_a_column_written_from_the_bottom_up_is_read_from_the_top_down(reader: str) -> None:
    assert read_lines(written(*column(50, 100, *LEFT)[::-1]), reader) == list(LEFT)


@pytest.mark.parametrize("reader", READERS)
def test_a_date_flush_right_in_the_left_column_is_not_joined_with_the_right_column(reader: str) -> None:
    """A browser paints floats before all else: the date then stands nearer to the right column than to its own title."""
    body = "Designed and built the claims service of the harbour, and of"
    left = [(50, 100, "Engineer, Acme"), (50, 114, body), (50, 128, body), (50, 160, "Developer, Borealis"), (50, 174, body), (50, 188, "the town")]
    right = column(390, 72, "EDUCATION", "BSc Physics", "2008 - 2011", "STRENGTHS", "Hiring", "Planning", "Coaching", "Mediation")

    def draw(canvas: Canvas) -> None:
        put_right(canvas, [(360, 100, "Jan 2017 - Jun 2020"), (360, 160, "2014 - 2016")])
        put(canvas, left)
        put(canvas, right)

    assert read_lines(make_pdf(draw), reader) == [
        "Engineer, Acme\tJan 2017 - Jun 2020",
        body,
        body,
        "Developer, Borealis\t2014 - 2016",
        body,
        "the town",
        *(text for _, _, text in right),
    ]


@pytest.mark.parametrize("reader", READERS)
def test_a_year_alone_beside_the_end_of_a_paragraph_is_not_its_date(reader: str) -> None:
    body = column(50, 100, "Likes to read what the", "papers say of all that is", "new in the town")
    assert read_lines(written((300, 128, "2019"), *body), reader) == ["2019", *(text for _, _, text in body)]


@pytest.mark.parametrize("reader", READERS)
def test_a_year_beyond_another_column_stays_where_it_is(reader: str) -> None:
    left, middle = column(50, 100, "BSc Physics", "University"), column(200, 86, "Likes to read", "what the", "papers say")
    lines = read_lines(written(*left, *middle, (400, 100, "2019")), reader)
    assert "2019" in lines


def test_entries_written_after_a_sidebar_do_not_mix_with_it() -> None:
    headings = [(50.0, 100.0, "WORK"), (50.0, 220.0, "STUDIES")]
    entries = [(50.0, 115.0 + 15 * number, f"Main line {number} of the entry in the wide column") for number in range(5)]
    side = [(420.0, 100.0 + 15 * number, f"side {number}") for number in range(9)]
    lines = read_lines(written(*headings, *side, *entries), "pdfium")
    assert [line for line in lines if line.startswith("side")] == [text for _, _, text in side]
    assert [line for line in lines if line.startswith("Main")] == [text for _, _, text in entries]
    positions = [lines.index(text) for _, _, text in entries]
    assert positions == list(range(positions[0], positions[0] + 5))
