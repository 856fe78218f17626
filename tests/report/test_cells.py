"""Text in cells: printable, on one line, and never run by a spreadsheet."""

from __future__ import annotations

import os
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.report import cells
from screener.report.cells import is_phone, joined, neutralised, printable, shortened, starts_formula

ANY_TEXT = st.text(st.characters(), max_size=60)
HOSTILE_PARTS = (*"=+-@＝＋－＠;\t\r\n ' \u200b\ufeff\u202e\u00a0", "cmd|' /C calc'!A0", 'HYPERLINK("x")', "1")
HOSTILE_TEXT = st.lists(st.sampled_from(HOSTILE_PARTS), max_size=8)
ANY_OR_HOSTILE = ANY_TEXT | HOSTILE_TEXT.map("".join)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-rf.pdf", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1", " \n =1", "＝1+1", "＋1", "－1", "＠SUM",
        "\u200b=1", "\ufeff=1", "\u00a0=1", "\u3000=1", '=HYPERLINK("http://example.org","x")', "=cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!D2",
    ],
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert neutralised(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "plain", "C++ and C#", "a=b", "1-2", "'=1", "ada@example.org", "(=1)", "•\u00a0-", "Émile"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutralised(text) == text


def test_a_formula_after_a_list_separator_is_guarded_too_where_semicolons_cut_cells() -> None:
    assert neutralised("java;=1+1;@x; -cmd|'x'!A0;sql") == "java;'=1+1;'@x;' -cmd|'x'!A0;sql"


def test_telephone_numbers_stay_readable() -> None:
    assert neutralised("+44 20 7946 0000;+49 (30) 1234-56") == "'+44 20 7946 0000;+49 (30) 1234-56"


@pytest.mark.parametrize(
    ("text", "expected"), [("+44 20 7946-0000", True), ("＋44/20", True), ("+44 x 2", False), ("+A1", False), ("44", False)]
)
def test_only_digits_and_their_separators_are_a_telephone_number(text: str, expected: bool) -> None:
    assert is_phone(text) is expected


@given(ANY_OR_HOSTILE)
def test_no_neutralised_text_starts_a_formula(text: str) -> None:
    cell = neutralised(printable(text))
    assert not starts_formula(cell)
    assert unicodedata.normalize("NFKC", cell).strip()[:1] not in {"=", "+", "-", "@"}


@given(ANY_OR_HOSTILE)
def test_a_cell_cut_at_semicolons_holds_no_formula_but_a_plain_number(text: str) -> None:
    for part in neutralised(printable(text)).split(";")[1:]:
        assert not starts_formula(part) or is_phone(part.strip())


@given(ANY_OR_HOSTILE)
def test_neutralising_only_adds_apostrophes(text: str) -> None:
    assert neutralised(text).replace("'", "") == text.replace("'", "")


@given(ANY_OR_HOSTILE)
def test_printable_text_is_on_one_line_and_valid_utf_8(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in shown)
    assert printable(shown) == shown
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\nlines", "two lines"),
        ("two\r\n\tlines", "two lines"),
        ("para\u2029graph\u2028s\x85end", "para graph s end"),
        ("bell\x07\x1b[31m\x9b31mred\x00", "bell[31m31mred"),
        ("cv\u202efdp.exe", "cvfdp.exe"),
        ("\ufeffname\ufffe", "name"),
        ("name\U000e0068\U000e0069", "name"),
        ("Zoë Müller 日本語 עברית", "Zoë Müller 日本語 עברית"),
        ("lone \ud800", "lone \\ud800"),
    ],
)
def test_control_characters_are_removed_and_line_ends_become_a_space(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_bytes_of_a_name_that_are_not_utf_8_show_their_number() -> None:
    assert printable(os.fsdecode(b"r\xe9sum\xe9.pdf")) == "r\\xe9sum\\xe9.pdf"


def test_lists_are_joined_by_semicolons_that_stand_nowhere_else() -> None:
    assert joined(["java", "a;b", " sql\n"]) == "java;a,b;sql"


@given(st.text(max_size=80), st.integers(2, 40))
def test_shortened_text_fits_in_utf_16_units(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert len(cut.encode("utf-16-le")) // 2 <= limit
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_what_python_calls_printable_holds_nothing_that_is_taken_out() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    taken_out = [sign for sign in every if any(pattern.search(sign) for pattern in (cells._LINE_BREAKS, cells._UNPRINTABLE, cells._SURROGATE))]
    assert {"\n", "\u2028", "\u202e", "\x9b", "\ufeff", "\udc80"} <= set(taken_out)
    assert [sign for sign in taken_out if sign.isprintable()] == []
