"""What a PDF says of itself, and what always holds for the document made of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from screener.extract.pdf import read_pdf
from screener.extract.pdf.dates import is_open_range, looks_like_date
from screener.extract.pdf.facts import parse_date
from tests.extract.pdf.pdf_files import make_pdf, put, written


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("D:20240131120000+01'00'", date(2024, 1, 31)),
        ("D:202401", date(2024, 1, 1)),
        ("2019-12-05T10:00:00Z", date(2019, 12, 5)),
        ("D:20241399", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_of_a_file(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_facts_come_from_the_file_alone() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setProducer("Invented Writer 1.0")
        put(canvas, [(50, 100, "Mira Holt")])
        canvas.showPage()
        put(canvas, [(50, 100, "Second page")])

    facts = read_pdf(make_pdf(draw)).facts
    assert (facts.format, facts.page_count, facts.producer, facts.readers) == ("pdf", 2, "Invented Writer 1.0", ("pdfium", "pdfium"))
    assert facts.created == date(2000, 1, 1)  # what the maker of the test files writes into each


@pytest.mark.parametrize("text", ["Jan 2020 – Present", "2019", "Sept. 2014 – June 2018", "seit 03/2021", "Déc. 2023 — Aujourd’hui", "Summer '17"])
def test_dates_in_a_margin(text: str) -> None:
    assert looks_like_date(text)


@pytest.mark.parametrize("text", ["10/2018 Software Engineer at Acme", "Berlin", "ISO 27001", "In 2019 I led a team of nine people", "3.5 years"])
def test_text_that_is_more_or_less_than_a_date(text: str) -> None:
    assert not looks_like_date(text)


@pytest.mark.parametrize(("text", "is_open"), [("Jan 2020 –", True), ("Feb 2015 – Dec", True), ("2019 to", True), ("2019 – 2020", False), ("A –", False)])
def test_ranges_that_go_on_on_the_next_line(text: str, is_open: bool) -> None:
    assert is_open_range(text) is is_open


pieces = st.lists(
    st.tuples(
        st.sampled_from([50.0, 60.0, 300.0, 480.0]),
        st.sampled_from([float(top) for top in range(60, 400, 14)]),
        st.sampled_from(["EDUCATION", "Experience", "2019 - 2021", "Jan 2020 -", "Acme", "•", "• Built it", "a long line of a good text that wraps", "manage-", "ment"]),
    ),
    min_size=1,
    max_size=25,
    unique_by=lambda piece: (piece[0] // 100, piece[1]),  # what is painted over something else is another matter
)


@settings(max_examples=60, deadline=None)
@given(pieces)
def test_lines_cover_the_text_and_no_word_is_lost(written_pieces: list[tuple[float, float, str]]) -> None:
    document = read_pdf(written(*dict.fromkeys(written_pieces)))
    assert "\n".join(document.text[line.start : line.end] for line in document.lines) == document.text
    assert all(line and line == line.strip() and "  " not in line for line in document.text.split("\n"))
    for number in ("EDUCATION", "Experience", "Acme", "2021"):
        in_page = sum(number in text for _, _, text in dict.fromkeys(written_pieces))
        assert document.text.count(number) >= min(in_page, 1)
