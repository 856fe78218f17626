"""What a token is, and that offsets hold whatever the text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.document import Document, DocumentFacts, Line
from screener.parse.tokenizer import make_doc, make_language
from screener.taxonomy.skills import load_skills

NLP = make_language()


def tokens(text: str) -> list[str]:
    return [token.text for token in NLP.tokenizer(text)]


@pytest.mark.parametrize("word", [
    "C#", "F#", "C++", ".NET", ".Net", "ASP.NET", "VB.NET", "Node.js", "Vue.JS", "Socket.IO", "B.Tech", "Ph.D", "3.11", "1,000", "2019.03",
    "01.02.2017", "ana@example.co.uk", "https://example.com/a_b?c=d", "github.com/ana-li", "linkedin.com/in/ana", "www.example.org", "K8s",
    "OAuth2",
])
@pytest.mark.parametrize("frame", ["{}", "Used {}.", "({})", "Go, {}, Ada", "• {}\nthen", "a|{}|b"])
def test_names_stay_whole_whatever_stands_around_them(word: str, frame: str) -> None:
    assert word in tokens(frame.format(word))


@pytest.mark.parametrize(("text", "expected"), [
    ("C#/.NET", "C# / .NET"), ("React.js/Redux", "React.js / Redux"), ("Python|Java", "Python | Java"), ("A•B", "A • B"),
    ("2015–2018", "2015 – 2018"), ("AWS(EC2,S3)", "AWS ( EC2 , S3 )"), ("Java,Python", "Java , Python"), ("Python.", "Python ."),
    ("Node.js.", "Node.js ."), ("C#.NET", "C# .NET"), ("C/C++", "C / C++"), ("CI/CD", "CI / CD"), ("T-SQL", "T - SQL"),
    ("C++11", "C++ 11"), ("10+ years", "10 + years"), ("'18", "' 18"), ("Bachelor's", "Bachelor ' s"), ("d’ingénieur", "d ’ ingénieur"),
    ("team.Net income", "team . Net income"), ("manager.in charge", "manager . in charge"), ("Java開発", "Java 開発"),
    ("a ______ b", "a ______ b"), ("b.tech/m.tech", "b.tech / m.tech"), ("03/2018-11/2020", "03 / 2018 - 11 / 2020"), ("4.5yrs", "4.5 yrs"),
])
def test_what_is_glued_in_resumes_is_split(text: str, expected: str) -> None:
    assert tokens(text) == expected.split(" ")


def test_lines_and_cells_are_read_through_at_equal_offsets() -> None:
    text = "Power\nBI\tGo"
    document = Document(text, (Line(0, 5), Line(6, 11)), DocumentFacts("pdf"))
    doc = make_doc(NLP, document)
    assert [(token.text, token.idx) for token in doc] == [("Power", 0), ("BI", 6), ("Go", 9)]


def test_norm_has_one_kind_of_quote_and_hyphen() -> None:
    assert [token.norm_ for token in NLP.tokenizer("Entity–Relationship ’")] == ["entity", "-", "relationship", "'"]


@given(st.text(alphabet=st.sampled_from("aB1é開 \n\t.,;:/#+-–'’@_•|()[]{}<>\"\u2028\u0301"), max_size=80))
@settings(max_examples=300, deadline=None)
def test_offsets_and_text_hold_for_any_text(text: str) -> None:
    doc = NLP.tokenizer(text)
    plain = text.replace("\n", " ").replace("\t", " ")
    assert doc.text == plain
    assert all(plain[token.idx : token.idx + len(token)] == token.text for token in doc)


@given(st.lists(st.text(alphabet=st.sampled_from("aB1é.,;:/#+-'@_•|()"), min_size=1, max_size=12), max_size=12))
@settings(max_examples=200, deadline=None)
def test_words_one_space_apart_give_no_white_token_and_the_same_tokens_twice(words: list[str]) -> None:
    text = " ".join(words)
    assert tokens(text) == tokens(text)
    assert not any(token.isspace() for token in tokens(text))


@pytest.mark.parametrize("unit", ["a-", "a.", "www.", "1,", "1.", "@", "a@", "http://", "+", "a_", "x.com/", "--", ".", "é", "a@a."])
def test_hostile_repetition_is_cut_piece_by_piece(unit: str) -> None:
    text = unit * 20_000
    assert NLP.tokenizer(text).text == text


def test_the_norms_of_a_text_are_those_of_its_tokens() -> None:
    tokenizer: Any = make_language().tokenizer
    names = [*(alias for skill in load_skills().skills.values() for alias in skill.aliases), "I’m gonna", "a  b", "", "x\ny\t–", "£ 5 ‘o’clock’"]
    norms = [tokenizer.norms(name) for name in names]  # before the docs fill the vocabulary
    assert norms == [[token.norm for token in tokenizer(name)] for name in names]


def test_two_apostrophes_are_a_quotation_mark() -> None:
    assert [token.norm_ for token in NLP.tokenizer("''SQL’’ “x”")] == ['"', "sql", '"', '"', "x", '"']
