"""results.jsonl: whole screenings, one a line."""

from __future__ import annotations

import json
import os
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.report.jsonl import json_document, json_line, screening_line
from tests.report.builders import finding, screening, unreadable


def test_a_line_holds_the_whole_screening() -> None:
    data = json.loads(screening_line(screening(findings=(finding(),))))
    assert list(data) == ["file", "sha256", "outcome", "resume", "decision", "failure", "flags", "duplicates", "questions", "pseudonym"]
    assert data["outcome"] == "meets"
    assert data["failure"] is None
    assert data["decision"]["findings"][0]["evidence"][1]["text"] == "weaker"
    assert data["decision"]["measures"]["years_high"] == 7.3
    assert data["resume"]["contact"]["emails"][0]["text"] == "ada@example.org"
    assert data["resume"]["document"]["lines"][1] == {
        "start": 13, "end": 41, "page": 1, "box": None, "size": 0.0, "bold": False, "heading": False,
    }


def test_what_a_document_works_out_by_itself_is_left_out() -> None:
    assert "_starts" not in json.loads(screening_line(screening()))["resume"]["document"]


def test_an_unreadable_file_tells_its_failure() -> None:
    data = json.loads(screening_line(unreadable()))
    assert (data["outcome"], data["resume"], data["decision"]) == ("unreadable", None, None)
    assert data["failure"]["code"] == "encrypted"


def test_dates_are_iso_8601() -> None:
    assert json_line({"as_of": date(2026, 11, 1)}) == b'{"as_of":"2026-11-01"}'


def test_a_value_without_a_form_in_json_is_an_error() -> None:
    with pytest.raises(TypeError, match="object has no form in JSON"):
        json_line(object())


def test_names_that_are_not_utf_8_come_back_as_they_were() -> None:
    name = os.fsdecode(b"r\xe9sum\xe9.pdf")
    line = screening_line(screening(name))
    line.decode("utf-8")
    assert json.loads(line)["file"] == name


@given(st.text(st.characters(), max_size=80))
def test_any_text_comes_back_raw_from_one_line_of_valid_utf_8(text: str) -> None:
    line = json_line({"text": text}).decode("utf-8")
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"text": text}


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\ufeff"])
def test_characters_that_a_terminal_or_a_reader_of_lines_obeys_are_escaped(character: str) -> None:
    assert character not in json_line(character).decode() + json_document([character]).decode()


def test_letters_of_every_script_stay_readable() -> None:
    assert json_line("Zoë 日本").decode() == '"Zoë 日本"'


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e6, 1e6).map(lambda x: round(x, 4)) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_the_fast_way_to_json_writes_what_the_plain_one_writes(value: object) -> None:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    assert json.loads(json_line(value)) == json.loads(plain)
    if plain.isascii() and "\x7f" not in plain:
        assert json_line(value) == plain.encode()


def test_every_character_that_ends_a_line_or_steers_a_terminal_is_escaped_and_no_other() -> None:
    safe = re.compile("[^\x00-\x1f\"\\\\\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
    for code in (*range(0x3000), *range(0xFE00, 0x10000)):
        line = json_line(f"word {chr(code)} word").decode()
        assert json.loads(line) == f"word {chr(code)} word"
        assert (chr(code) in line) is bool(safe.match(chr(code))) or chr(code) in '"\\'
