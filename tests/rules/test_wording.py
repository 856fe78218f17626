"""The sentences: all used, all whole, and quotes that show what they are about."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener import rules
from screener.document import Span
from screener.errors import UsageError
from screener.rules.vocabulary import load_vocabulary
from screener.rules.wording import joined, languages, load_wording
from tests.rules.builders import span

EN = load_wording("en")
WORDS = {
    "month", "list", "number", "quote", "level", "plain_level", "the_level", "duration", "months", "work", "cause", "job", "problem", "where",
    "how", "family", "spoken", "steps",
}  # fmt: skip
"""Groups that hold words and parts of sentences."""
CODES = {"level", "plain_level", "the_level", "list", "work", "problem", "where", "how", "job", "decision"}
"""Groups whose keys are codes that the rules put together."""
NAMES = {"family", "spoken"}
"""Groups of names that English takes from the taxonomy."""
OTHERS = [language for language in languages() if language != "en"]


@pytest.mark.parametrize("language", languages())
def test_every_sentence_begins_and_ends_like_one(language: str) -> None:
    templates = load_wording(language).templates
    sentences = {key: text for key, text in templates.items() if key.split(".")[0] not in WORDS and key != "years.jobs"}
    assert len(sentences) > 50
    for key, text in sentences.items():
        assert text[0].isupper() or text[0] == "{", key
        assert text.endswith((".", "?", "{reasons}", "{text}")), key


def test_every_template_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(rules.__file__).parent.glob("*.py"))
    unused = [key for key in EN.templates if key.split(".")[0] not in CODES and f'"{key}"' not in source]
    assert unused == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_sentences_of_english_with_their_gaps(language: str) -> None:
    templates = load_wording(language).templates
    shared = {key: text for key, text in templates.items() if key.split(".")[0] not in NAMES}
    assert {key: _gaps(text) for key, text in shared.items()} == {key: _gaps(text) for key, text in EN.templates.items()}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_names_what_the_taxonomy_names_in_english(language: str) -> None:
    vocabulary, templates = load_vocabulary(), load_wording(language).templates
    named = {group: {key.split(".")[1] for key in templates if key.startswith(f"{group}.")} for group in NAMES}
    assert named == {"family": set(vocabulary.work), "spoken": set(vocabulary.languages)}


def test_german_is_shipped_and_an_unknown_language_is_one_sentence() -> None:
    assert languages() == ("de", "en")
    assert load_wording("de").figure(4.8) == "4,8"
    with pytest.raises(UsageError, match='no sentences in the language "tlh"; there are de, en'):
        load_wording("tlh")


def _gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_the_gaps_of_a_template_are_names() -> None:
    for key, text in EN.templates.items():
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(text)), key


def test_a_missing_gap_is_an_error() -> None:
    with pytest.raises(KeyError):
        EN.say("years.met")
    with pytest.raises(KeyError):
        EN.say("years.unheard-of")


def test_small_words() -> None:
    assert [EN.listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert EN.listed(["a", "b"], "or") == "a or b"
    assert [EN.figure(number) for number in (5.0, 4.8, 0.0)] == ["5", "4.8", "0"]
    assert [EN.duration(number) for number in (1.0, 1.5, 0.0)] == ["1 year", "1.5 years", "0 years"]
    assert [EN.month(number) for number in (2019 * 12, 2019 * 12 + 11)] == ["Jan 2019", "Dec 2019"]
    assert EN.word("level", "master") == "a master's degree"
    assert EN.word("level", "some-new-code") == "some new code"
    assert joined(["One.", "Two; three."]) == "One · Two; three."


def about(text: str, words: str) -> str:
    """The quote of a line about some of its words."""
    line = span(text)
    start = line.start + text.index(words)
    return EN.quoted(line, Span(words, start, start + len(words), line.page, line.line))


def test_a_short_line_is_quoted_whole_without_its_bullet() -> None:
    assert about("• Mentored\ttwo people", "Mentored") == "“Mentored two people”"


def test_of_a_long_line_the_part_around_the_words_is_quoted() -> None:
    filler = "of this and of that and of many other things besides "
    assert about("Mentored two people, " + filler * 3, "Mentored").startswith("“Mentored two people, of this")
    assert about(filler * 3 + "mentored two people", "mentored").endswith(" besides mentored two people”")
    middle = about(filler * 3 + "mentored two people " + filler * 3, "mentored")
    assert re.fullmatch("“….* mentored two people .*…”", middle)
    assert len(middle) <= 84


@given(st.text("ab ", min_size=1, max_size=400).map(lambda text: " ".join(text.split()) or "a"), st.integers(0, 399))
def test_a_quote_is_never_longer_than_it_should_be(text: str, offset: int) -> None:
    line = Span(text, 1000, 1000 + len(text), 1, 1)
    start = 1000 + offset % len(text)
    assert 3 <= len(EN.quoted(line, Span(text[start - 1000], start, start + 1, 1, 1))) <= 84
