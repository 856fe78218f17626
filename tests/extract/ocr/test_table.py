"""Tesseract's table: words with the places and sizes of print, noise left out, and what is mistaken again and again put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.extract.ocr.table import words_of
from tests.extract.ocr.fake import HEADER, table_of

_PIXEL = 72 / 300


def texts(*lines: str, confidence: float = 95.0) -> list[str]:
    return [word.text for word in words_of(table_of(lines, confidence), _PIXEL).words]


def row(text: str, *, left: int = 0, top: int = 0, width: int = 200, height: int = 36, confidence: float = 95.0) -> str:
    return f"5\t1\t1\t1\t1\t1\t{left}\t{top}\t{width}\t{height}\t{confidence}\t{text}"


def line_of(*rows: str) -> str:
    return "\n".join([HEADER, "4\t1\t1\t1\t1\t0\t0\t0\t10\t10\t-1\t", *rows])


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Java and SQL", "Java and SQL"),
        ("¢ Built services", "• Built services"),
        ("+ built services", "• built services"),
        ("e Built services", "• Built services"),
        ("e depois Lisboa", "e depois Lisboa"),
        ("o Led a team", "• Led a team"),
        ("C + D", "C + D"),
        ("e", "e"),
        ("In payments. | keep them safe", "In payments. I keep them safe"),
        ("Lisbon | mira@example.org", "Lisbon | mira@example.org"),
        ("| work at night", "I work at night"),
        ("|", ""),
        ("—", ""),
    ],
)
def test_a_line_as_it_was_printed(line: str, read: str) -> None:
    assert " ".join(texts(line)) == read


def test_specks_are_no_words_and_unsure_words_are() -> None:
    assert texts("Python ~ Docker", confidence=20) == ["Python", "Docker"]


def test_places_are_points_from_the_top_left_of_the_page() -> None:
    [word] = words_of(line_of(row("Hill", left=300, top=600, width=150)), _PIXEL).words
    assert (word.x0, word.x1) == (72, 108)
    assert 600 * _PIXEL > word.top > 580 * _PIXEL


@pytest.mark.parametrize(("text", "share"), [("Hill", 0.72), ("Hilly", 0.93), ("mama", 0.53), ("mamy", 0.74)])
def test_lines_of_one_font_are_of_one_height_whatever_letters_they_hold(text: str, share: float) -> None:
    pixels = round(50 * share)  # of a font of 50 pixels: 12 points
    [word] = words_of(line_of(row(text, height=pixels)), _PIXEL).words
    assert word.bottom - word.top == pytest.approx(12 * 1.17, abs=0.5)


def test_what_nobody_could_read_in_any_document_is_left_out() -> None:
    assert words_of(line_of(row("keyword", height=9)), _PIXEL).words == ()


def test_confidence_is_that_of_letters() -> None:
    table = line_of(row("Python", confidence=90), row("Go", confidence=50), row("~~~~", confidence=0))
    assert words_of(table, _PIXEL).confidence == 80.0
    assert words_of(HEADER, _PIXEL).confidence == 0.0


def test_words_that_run_up_the_page_are_told() -> None:
    assert words_of(line_of(row("Python", width=30, height=200), row("Docker", width=30, height=200)), _PIXEL).sideways
    assert not words_of(table_of(["Python and Docker"]), _PIXEL).sideways


@given(st.lists(st.from_regex(r"[A-Za-z0-9]{2,9}", fullmatch=True), min_size=1, max_size=8))
def test_words_come_in_the_order_of_the_table(words: list[str]) -> None:
    assert texts(" ".join(words)) == words
