"""candidates.csv and findings.csv: what a spreadsheet or another program reads back."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.decision import Screening
from screener.report.cells import neutralised, printable, starts_formula
from screener.report.csvfile import write_csv
from screener.report.frames import candidates_frame, findings_frame
from screener.report.rows import CANDIDATE_COLUMNS, FINDING_COLUMNS, Kind, Row, candidate_row, finding_rows
from tests.report.builders import finding, screening, unreadable

HOSTILE = (
    '=HYPERLINK("http://example.org","click")', "+1", "-1", "@x", "\t=1", "＝1", "a\nb", "a\r\nb", 'quote " and, comma', "<script>",
    "\x1b[31m", "\u202egnp.exe", "x" * 40_000, ";=1+1",
)


def hostile(text: str) -> Screening:
    """`text` in every place that a résumé, a file's name or a role can fill."""
    found = finding(text, reason=text, quote=text, skill=text)
    return screening(text, name=text, emails=(text,), phones=(text,), reason=text, flags=(text,), findings=(found,))


def written(columns: Sequence[tuple[str, Kind]], rows: Iterable[Row]) -> bytes:
    file = io.BytesIO()
    write_csv(columns, rows, file)
    return file.getvalue()


def candidates_csv(*screenings: Screening) -> bytes:
    return written([(column.name, column.kind) for column in CANDIDATE_COLUMNS], map(candidate_row, screenings))


def findings_csv(*screenings: Screening) -> bytes:
    return written([(column.name, column.kind) for column in FINDING_COLUMNS], (row for item in screenings for row in finding_rows(item)))


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_file_of_candidates_as_it_stands_on_disk() -> None:
    data = candidates_csv(screening("-rf.pdf", findings=(finding("java", skill="java"), finding("sql", skill="sql"))), unreadable())
    assert data.decode("utf-8") == (
        "\ufefffile,candidate,outcome,score,degree_level,degree_field,degree_related,degree_in_progress,years_experience,years_low,"
        "years_high,years_relevant,years_claimed,skills_found,skills_missing,flags,reason,sha256,email,phone,duplicates,"
        "reading,reading_doubts,language,format,producer,pages\n"
        "'-rf.pdf,Ada Beispiel,meets,80,bachelor,Computer Science,yes,,9.0,6.5,7.3,7.0,10.0,java;sql,,,"
        f"Everything that is required is there.,{'ab' * 32},ada@example.org,'+44 20 7946 0000,,good,,en,pdf,,1\n"
        "locked.pdf,,unreadable,,,,,,,,,,,,,encrypted,The file is protected with a password. Ask for a copy without one.,"
        f"{'cd' * 32},,,,,,,,,\n"
    )


def test_a_file_of_findings_as_it_stands_on_disk() -> None:
    data = findings_csv(screening(findings=(finding(), finding("sql", "unclear", quote=None, reason="Not found."))), unreadable())
    assert data.decode("utf-8") == (
        "\ufefffile,requirement,importance,verdict,reason,quote,page,line\n"
        'ada.pdf,degree,required,met,Bachelor\'s degree in Computer Science.,"B.Sc. Computer Science, 2014",1,7\n'
        "ada.pdf,sql,required,unclear,Not found.,,,\n"
    )


def test_no_files_give_a_header_alone() -> None:
    assert candidates_csv().startswith(b"\xef\xbb\xbffile,candidate,")
    assert findings_csv() == b"\xef\xbb\xbffile,requirement,importance,verdict,reason,quote,page,line\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_place_runs_nowhere_and_breaks_no_row(text: str) -> None:
    for data in (candidates_csv(hostile(text)), findings_csv(hostile(text))):
        (row,) = read(data)
        assert not any(starts_formula(cell) for cell in row.values())
        assert data.count(b"\n") == 2
        assert b"\r" not in data


@pytest.mark.parametrize("number", [-1.0, 0.0, 12.0])
def test_numbers_are_never_guarded_and_always_show_one_decimal(number: float) -> None:
    assert written([("years", "decimal")], [(number,), (None,)]) == f'\ufeffyears\n{number:.1f}\n""\n'.encode()


def test_a_name_that_is_not_utf_8_shows_its_bytes() -> None:
    (row,) = read(candidates_csv(screening(os.fsdecode(b"r\xe9sum\xe9.pdf"))))
    assert row["file"] == "r\\xe9sum\\xe9.pdf"


@given(st.text(st.characters(), max_size=60), st.text(st.sampled_from('=+-@;,"\n\r\t\' a'), max_size=20))
def test_text_comes_back_as_it_was_shown(name: str, quote: str) -> None:
    item = screening(name, name=quote, findings=(finding(quote=quote),))
    (candidate,) = read(candidates_csv(item))
    (found,) = read(findings_csv(item))
    assert candidate["file"] == neutralised(printable(name))
    assert candidate["candidate"] == found["quote"] == neutralised(printable(quote))


def test_frames_have_the_documented_types_also_when_empty() -> None:
    expected = {"text": pd.StringDtype("python"), "integer": pd.Int64Dtype(), "decimal": pd.Float64Dtype()}
    for frame in (candidates_frame([candidate_row(screening()), candidate_row(unreadable())]), candidates_frame([])):
        assert frame.dtypes["file"] == expected["text"]
        assert frame.dtypes["score"] == expected["integer"]
        assert frame.dtypes["years_low"] == expected["decimal"]
    assert findings_frame([]).dtypes["page"] == expected["integer"]
