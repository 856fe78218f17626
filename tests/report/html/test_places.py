"""Places of evidence as a browser counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screener.document import Box, Document, DocumentFacts, Line
from screener.report.html.places import Places


def document(text: str, pages: tuple[int, ...] = ()) -> Document:
    lines, start = [], 0
    for number, part in enumerate(text.split("\n")):
        lines.append(Line(start, start + len(part), pages[number] if pages else 1))
        start += len(part) + 1
    return Document(text, tuple(lines), DocumentFacts("pdf"))


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=40), st.data())
def test_a_piece_cuts_from_the_text_in_utf16_what_the_span_cuts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = document(text).span(start, data.draw(st.integers(start, len(text))))
    first, last = Places(document(text)).piece(span)
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == span.text


def test_lines_tell_start_page_and_box() -> None:
    paper = document("🚢 Ada\nB.Sc.", (1, 2))
    paper = replace(paper, lines=(replace(paper.lines[0], box=Box(1.04, 2, 3.26, 4)), paper.lines[1]))
    assert Places(paper).lines() == [(0, 1, 1.0, 2, 3.3, 4), (7, 2)]


@pytest.mark.parametrize(("words", "expected"), [("a", (1,)), ("b\nc", (1, 2)), ("c\nd", (2,))])
def test_a_span_is_on_the_pages_where_it_starts_and_ends(words: str, expected: tuple[int, ...]) -> None:
    paper = document("a\nb\nc\nd", (1, 1, 2, 2))
    start = paper.text.index(words)
    assert Places(paper).pages(paper.span(start, start + len(words))) == expected
