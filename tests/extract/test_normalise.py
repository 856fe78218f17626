"""The raw text of one line, made plain."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.extract.normalise import join_hyphenated, join_letter_spacing, normalise_line


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("Senior Engineer", "Senior Engineer"),
        ("sub\ufffemillisecond", "submillisecond"),
        ("full\ufffestack", "full-stack"),
        ("A\x02B", "A-B"),
        ("eﬃcient ﬂow", "efficient flow"),
        ("(cid:12)Python(cid:7)", "Python"),
        ("zero\u200bwidth\x00", "zerowidth"),
        ("\ufeffName", "Name"),
        ("a\xa0b\u2003c", "a b c"),
        ("Acme \t  2020", "Acme\t2020"),
        ("Chapter ........ 2020", "Chapter\t2020"),
        ("Name ____________ 2020", "Name 2020"),
        ("and so on...", "and so on..."),
        ("\uf0e0 a@example.org", "a@example.org"),
        ("Java™ and C++", "Java and C++"),
        ("½ day", "1/2 day"),
        ("don´t", "don't"),
        ("📞 +44 20 5550100", "+44 20 5550100"),
        ("2019 ‐ 2020", "2019 - 2020"),
        ("Zürich – Genève", "Zürich – Genève"),
        ("", ""),
        (" \t ", ""),
    ],
)
def test_a_line_is_made_plain(raw: str, plain: str) -> None:
    assert normalise_line(raw) == plain


@pytest.mark.parametrize("bullet", ["•", "●", "▪", "■", "◦", "○", "‣", "-", "–", "*", "o", "\uf0b7", "➢"])
def test_every_bullet_becomes_one_bullet(bullet: str) -> None:
    assert normalise_line(f"{bullet} Led a team") == "• Led a team"
    assert normalise_line(f"{bullet}\tLed a team") == "• Led a team"


@pytest.mark.parametrize("text", ["- 2019", "– Present", "-5 °C", "o", "* 2", "of the team", "-flag"])
def test_a_dash_or_a_letter_that_is_no_bullet_stays(text: str) -> None:
    assert normalise_line(text) == text


def test_soft_hyphen_is_a_hyphen_only_where_it_is_drawn() -> None:
    assert normalise_line("fast\xadgrowing", visible_soft_hyphens=True) == "fast-growing"
    assert normalise_line("soft\xadhyphen") == "softhyphen"


@pytest.mark.parametrize(
    ("spaced", "joined"),
    [
        ("E X P E R I E N C E", "EXPERIENCE"),
        ("W O R K  E X P E R I E N C E", "WORK EXPERIENCE"),
        ("C O N TA C T", "CONTACT"),
        ("E D U C AT I O N", "EDUCATION"),
        ("C, C++, R, Go", "C, C++, R, Go"),
        ("A B C D", "A B C D"),
        ("I. II. III. IV", "I. II. III. IV"),
    ],
)
def test_letter_spaced_headings_are_joined_and_lists_of_letters_are_not(spaced: str, joined: str) -> None:
    assert join_letter_spacing(spaced) == joined
    assert normalise_line(spaced) == joined


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("cost manage-", "ment of", "cost management of"),
        ("a full-", "stack developer", "a full-stack developer"),
        ("2019 -", "present", None),
        ("non-", "European", None),
        ("ends here.", "next", None),
        ("", "next", None),
        ("soft\xad", "ware", "software"),
    ],
)
def test_words_broken_at_the_end_of_a_line(left: str, right: str, whole: str | None) -> None:
    assert join_hyphenated(left, right) == whole


@given(st.text(alphabet=st.characters(), max_size=60))
def test_a_plain_line_holds_nothing_that_is_not_text(raw: str) -> None:
    plain = normalise_line(raw)
    assert plain == plain.strip(" \t")
    assert "  " not in plain
    assert not any(unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} for character in plain if character != "\t")


@given(st.text(alphabet="abcXY \t•-o.0_\xa0é–", max_size=40))
def test_making_plain_twice_changes_nothing(raw: str) -> None:
    once = normalise_line(raw)
    assert normalise_line(once) == once
