"""Titles that tell the gender, in the form for everybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.document import Line, Span
from screener.report.blind.neutral import neutral
from screener.taxonomy.identity import load_gendered_titles

WORDS = [*load_gendered_titles().words, *load_gendered_titles().endings, "Python", "–", "2019", "\n", "\t", "Köchin"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Softwareentwicklerin, Köln", "Softwareentwickler, Köln"),
        ("SOFTWAREENTWICKLERIN", "SOFTWAREENTWICKLER"),
        ("Chairman of the board", "Chairperson of the board"),
        ("chairwoman", "chairperson"),
        ("Waitress", "Waiter"),
        ("Bürokauffrau", "Bürokaufperson"),
        ("Bürokaufmann", "Bürokaufperson"),
        ("Développeuse Java", "Développeur Java"),
        ("Directrice", "Directeur"),
        ("Ingeniera de software", "Ingeniero de software"),
        ("Diseñadora", "Diseñador"),
        ("Softwareentwickler", "Softwareentwickler"),
        ("waitresses login Berlin", "waitresses login Berlin"),
    ],
)
def test_both_forms_become_the_same(told: str, expected: str) -> None:
    assert neutral(told).text == expected


@given(st.lists(st.sampled_from(WORDS), max_size=20), st.data())
def test_what_stands_around_it_is_found_at_its_new_place(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = neutral(text)
    moved = found.span(Span(text[start:end], start, end, 1, 1))
    assert found.text[moved.start : moved.end] == moved.text
    whole = found.line(Line(0, len(text)))
    assert (whole.start, whole.end) == (0, len(found.text))


@given(st.text(max_size=60))
def test_nothing_of_the_list_is_left(text: str) -> None:
    once = neutral(text).text
    assert neutral(once).text == once
