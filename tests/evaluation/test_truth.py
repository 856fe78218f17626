"""Truth files: what a cell may say, and what is told of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.errors import DataFileError, UsageError
from screener.evaluation import load_truth

HEADER = (
    "file,language,readable,resume,degree_level,degree_in_progress,degree_related,years_experience,years_backend,skills,skills_optional,"
    "outcome,note"
)


def write(folder: Path, *rows: str) -> Path:
    path = folder / "truth.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8-sig")
    return path


def test_a_row_with_alternatives_lists_and_nothing_dated(tmp_path: Path) -> None:
    [truth] = load_truth(write(tmp_path, 'a.pdf,en,yes,yes,none|bachelor,bachelor,|yes,9.3|7.7,,java;sql,git,review|meets,"a, note"'))
    assert truth.degree_level == ("none", "bachelor")
    assert truth.degree_related == ("", "yes")
    assert truth.years_experience == (9.3, 7.7)
    assert truth.years_backend == (None,)
    assert truth.skills == {"java", "sql"}
    assert truth.skills_optional == {"git"}
    assert truth.outcome == ("review", "meets")


def test_language_and_layout_are_kept_where_the_file_has_them(tmp_path: Path) -> None:
    row = "a.pdf,de,yes,yes,none,,,,,java,,meets,"
    path = write(tmp_path, row)
    [plain] = load_truth(path)
    path.write_text(f"{HEADER},layout\n{row},two-columns\n")
    [told] = load_truth(path)
    assert [(truth.language, truth.layout) for truth in (plain, told)] == [("de", ""), ("de", "two-columns")]


def test_all_mistakes_are_told_with_their_line(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.pdf,en,yes,yes,batchelor,,yes,9.3,9.3,java,,meets,",
        "b.pdf,en,perhaps,yes,bachelor,,yes,nine,9.3,javascript,,meets,",
        "c.pdf,en,yes",
    )
    with pytest.raises(DataFileError) as raised:
        load_truth(path)
    assert raised.value.problems == (
        "line 2, degree_level: 'batchelor' is not a value of this column",
        "line 3, readable: 'perhaps' is not a value of this column",
        "line 3, years_experience: 'nine' is not a value of this column",
        "line 3, skills: 'javascript' is not a value of this column",
        "line 4: fewer cells than the header has",
    )


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "truth.csv"
    path.write_text("file,readable\na.pdf,yes\n")
    with pytest.raises(DataFileError, match="column outcome is missing"):
        load_truth(path)


def test_a_missing_or_binary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "truth.csv").write_bytes(b"\xff\xfe\x00")
    for name in ("truth.csv", "none.csv"):
        with pytest.raises(UsageError, match=name):
            load_truth(tmp_path / name)
