"""Phrases in docs: what is found depends on the doc alone."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from screener.parse.matching import Match, phrase_matcher
from screener.parse.tokenizer import make_language
from screener.taxonomy.phrase_book import make_book

PHRASES = {"sql": ("SQL", "MS SQL", "ms-sql"), "net": (".NET", "ASP.NET"), "c": ("C",), "c-sharp": ("C#",), "server": ("SQL Server", "MS SQL Server")}
TEXTS = st.lists(st.sampled_from(("MS", "sql", "Server", "-", ".net", "ASP.NET", "c", "C#", "of", "server,")), max_size=8).map(" ".join)


def found_in(texts: list[str]) -> list[list[Match]]:
    """What one matcher finds in each of the texts, one after the other."""
    tokenizer: Any = make_language().tokenizer
    find = phrase_matcher(tokenizer, make_book(PHRASES))
    return [find(tokenizer(text)) for text in texts]


@given(st.lists(TEXTS, max_size=4))
def test_what_is_found_does_not_depend_on_the_docs_before(texts: list[str]) -> None:
    assert found_in(texts) == [found_in([text])[0] for text in texts]


def test_of_overlapping_phrases_the_first_and_longest_is_found() -> None:
    assert found_in(["C# and MS SQL server, not SQL", "c, .Net"]) == [[("c-sharp", 0, 1), ("server", 2, 5), ("sql", 7, 8)], [("c", 0, 1), ("net", 2, 3)]]
