"""Pseudonyms and the key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.errors import UsageError
from screener.report.blind import KeyEntry, key_path, pseudonyms, read_key, write_key
from screener.report.blind.names import shown_file


@given(st.dictionaries(st.text(min_size=1), st.sampled_from(["", "ab" * 32, "cd" * 32, "ef" * 32])))
def test_every_file_has_its_own_and_order_makes_no_difference(files: dict[str, str]) -> None:
    names = pseudonyms(files.items())
    assert names == pseudonyms(reversed(files.items()))
    assert len(set(names.values())) == len(files)


def test_the_same_bytes_have_the_same_pseudonym_under_any_name_and_in_any_company() -> None:
    alone = pseudonyms([("ada.pdf", "ab" * 32)])["ada.pdf"]
    assert pseudonyms([("x/renamed.pdf", "ab" * 32), ("bea.pdf", "cd" * 32)])["x/renamed.pdf"] == alone


@pytest.mark.parametrize(
    ("file", "expected"), [("Ada B.PDF", ".pdf"), ("ada.docx", ".docx"), ("ada", ""), ("cv.Ada Beispiel", ""), ("cv.beispiel", "")]
)
def test_only_a_suffix_that_tells_the_format_is_shown(file: str, expected: str) -> None:
    assert shown_file("3f9a2c71", file) == f"candidate-3f9a2c71{expected}"


def test_the_key_lies_beside_the_run_and_is_its_owner_s_alone(tmp_path: Path) -> None:
    path = key_path(tmp_path / "run")
    assert path == tmp_path / "run.key.json"
    entry = KeyEntry("3f9a2c71", "ada.pdf", "ab" * 32, "Ada Beispiel")
    write_key(path, [entry])
    write_key(path, [entry])
    assert path.stat().st_mode & 0o777 == 0o600
    assert read_key(path) == {"3f9a2c71": entry}


def test_a_key_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_key(tmp_path / "none")
    (tmp_path / "other").write_text("[1]")
    with pytest.raises(UsageError, match="no key"):
        read_key(tmp_path / "other")
