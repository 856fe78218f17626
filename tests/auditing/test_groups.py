"""The file of groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.auditing import Groups, read_groups
from screener.errors import DataFileError, UsageError


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> Groups:
    path = tmp_path / "groups.csv"
    path.write_bytes(text.encode(encoding))
    return read_groups(path)


@pytest.mark.parametrize("header", ["file,sex,race_ethnicity", "File,Gender,Race/Ethnicity", "file , SEX,ethnicity", "file,sex,Race"])
def test_headings_that_people_write_are_understood(tmp_path: Path, header: str) -> None:
    found = read(tmp_path, f"{header}\nada.pdf,Female,Asian\n", "utf-8-sig")
    assert found.attributes == ("sex", "race_ethnicity")
    assert found.of("ada.pdf", "") == {"sex": "Female", "race_ethnicity": "Asian"}


@pytest.mark.parametrize("word", ["", "unknown", "Prefer not to say", "N/A", "declined", "?"])
def test_what_is_not_stated_is_unknown(tmp_path: Path, word: str) -> None:
    assert read(tmp_path, f"file,sex\nada.pdf,{word}\n").of("ada.pdf", "") == {}


def test_a_row_by_hash_goes_before_one_by_name(tmp_path: Path) -> None:
    found = read(tmp_path, f"file,sha256,sex\nada.pdf,,F\n,{'AB' * 32},M\n")
    assert found.of("ada.pdf", "ab" * 32) == {"sex": "M"}
    assert found.of("ada.pdf", "cd" * 32) == {"sex": "F"}
    assert found.of("eve.pdf", "") is None


def test_one_group_written_in_two_ways_is_one(tmp_path: Path) -> None:
    found = read(tmp_path, "file,sex\na.pdf,Female\nb.pdf,female\n")
    assert found.of("a.pdf", "") == found.of("b.pdf", "")


def test_names_copied_from_a_sheet_are_found(tmp_path: Path) -> None:
    found = read(tmp_path, "file,sex\n'-rf.pdf,F\nline break.pdf,M\n")
    assert found.of("-rf.pdf", "") == {"sex": "F"}
    assert found.of("line\nbreak.pdf", "") == {"sex": "M"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sex\nF\n", "whose row"),
        ("file\na.pdf\n", "no column of groups"),
        ("file,sex,gender\na.pdf,F,F\n", "two columns mean `sex`"),
        ("file,,sex\na.pdf,,F\n", "a column has no name"),
        ("file,sex\na.pdf\n", "row 2: 1 cells where the header has 2"),
        ("file,sex\n,F\n", "row 2: neither a file nor a SHA-256"),
        ("file,sex\na.pdf,F\na.pdf,M\n", "row 3: a.pdf has other groups in an earlier row"),
        ("", "whose row"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=problem):
        read(tmp_path, text)


def test_another_encoding_or_no_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="CSV UTF-8"):
        read(tmp_path, "file,sex\nZoë.pdf,F\n", "latin-1")
    with pytest.raises(UsageError, match="cannot be read"):
        read_groups(tmp_path / "none.csv")
