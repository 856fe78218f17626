"""From a path to a document, or to an error that says what to do."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.errors import UnreadableDocumentError
from screener.extract import MAX_BYTES, SUPPORTED_SUFFIXES, extract, extract_bytes
from screener.extract.unreadable import CASES, unreadable
from tests.extract.docx.word_files import body, paragraph, word_file

_WORD = word_file(body(paragraph("Ada Example") + paragraph("Engineer")))
_CODES = {"encrypted", "empty", "damaged", "scanned", "unsupported", "too-large", "not-opened", "timed-out"}


@pytest.mark.parametrize("name", ["cv.docx", "cv.DOCX", "cv.pdf", "cv"])
def test_a_word_file_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(_WORD)
    assert extract(path).text == "Ada Example\nEngineer"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (_WORD[:200], "damaged"),
        (b"\x89PNG\r\n\x1a\n", "scanned"),
        (b"{\\rtf1 }", "empty"),
        (b"\x00\x01\x02\x03" * 9, "unsupported"),
        (word_file(body("<w:p/>")), "empty"),
        (word_file(body("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>")), "scanned"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "cv.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocumentError) as raised:
        extract(path)
    assert raised.value.code == code
    assert raised.value.message
    assert raised.value.advice


def test_a_file_over_the_limit_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableDocumentError) as raised:
        extract(path)
    assert raised.value.code == "too-large"


def test_a_missing_file_or_a_folder_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "none.pdf", tmp_path):
        with pytest.raises(UnreadableDocumentError) as raised:
            extract(path)
        assert raised.value.code == "not-opened"


def test_suffixes_are_lower_case_with_their_dot() -> None:
    assert {".pdf", ".docx", ".docm", ".doc"} <= SUPPORTED_SUFFIXES
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUPPORTED_SUFFIXES)


@pytest.mark.parametrize("case", sorted(CASES))
def test_every_case_is_explained_in_the_docs_and_survives_a_process_boundary(case: str) -> None:
    error = unreadable(case)
    assert error.code in _CODES
    assert pickle.loads(pickle.dumps(error)).advice == error.advice
    assert error.message in (Path(__file__).parents[2] / "docs" / "errors.md").read_text(encoding="utf-8")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(_WORD) - 1), st.binary(min_size=1, max_size=8))
def test_a_word_file_with_bytes_overwritten_is_read_or_refused_but_never_crashes(at: int, noise: bytes) -> None:
    broken = _WORD[:at] + noise + _WORD[at + len(noise) :]
    assert _read_or_code(broken)


def _read_or_code(data: bytes) -> str:
    try:
        return extract_bytes(data).text
    except UnreadableDocumentError as error:
        return error.code


@settings(max_examples=60, deadline=None)
@given(st.integers(4, len(_WORD) - 1))
def test_a_word_file_cut_short_is_refused(length: int) -> None:
    with pytest.raises(UnreadableDocumentError):
        extract_bytes(_WORD[:length])


def test_a_text_that_is_far_too_long_is_refused_and_one_of_a_hundred_pages_is_read() -> None:
    assert _read_or_code(b"Python " * 60_000) == "too-large"
    assert _read_or_code(b"Python " * 1_000_000) == "too-large"
    assert len(_read_or_code(b"Python\n" * 50_000)) > 300_000
