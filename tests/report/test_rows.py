"""Where each value of the output contract comes from."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from screener.decision import Duplicate, Measures, Screening
from screener.document import DocumentFacts, Reading
from screener.report.rows import CANDIDATE_COLUMNS, FINDING_COLUMNS, candidate_row, finding_rows, sort_key, summary_row
from screener.resume import Qualifications
from tests.report.builders import finding, screening, unreadable


def candidate(item: Screening) -> dict[str, Any]:
    return dict(zip((column.name for column in CANDIDATE_COLUMNS), candidate_row(item), strict=True))


def findings(item: Screening) -> list[dict[str, Any]]:
    names = [column.name for column in FINDING_COLUMNS]
    return [dict(zip(names, row, strict=True)) for row in finding_rows(item)]


def test_the_columns_of_candidates_are_those_of_the_contract_in_its_order() -> None:
    assert [column.name for column in CANDIDATE_COLUMNS] == [
        "file", "candidate", "outcome", "score", "degree_level", "degree_field", "degree_related", "degree_in_progress", "years_experience",
        "years_low", "years_high", "years_relevant", "years_claimed", "skills_found", "skills_missing", "flags", "reason", "sha256",
        "email", "phone", "duplicates", "reading", "reading_doubts", "language", "format", "producer", "pages",
    ]


def test_the_columns_of_findings_are_those_of_the_contract_in_its_order() -> None:
    assert [column.name for column in FINDING_COLUMNS] == [
        "file", "requirement", "importance", "verdict", "reason", "quote", "page", "line",
    ]


def test_a_row_tells_what_was_decided_and_measured() -> None:
    row = candidate(screening(emails=("a@example.org", "b@example.org"), flags=("duplicate", "ocr")))
    assert row == {
        "file": "ada.pdf", "candidate": "Ada Beispiel", "outcome": "meets", "score": 80, "degree_level": "bachelor",
        "degree_field": "Computer Science", "degree_related": "yes", "degree_in_progress": "", "years_experience": 9.0, "years_low": 6.5,
        "years_high": 7.3, "years_relevant": 7.0, "years_claimed": 10.0, "skills_found": "", "skills_missing": "", "flags": "duplicate;ocr",
        "reason": "Everything that is required is there.", "sha256": "ab" * 32, "email": "a@example.org;b@example.org",
        "phone": "+44 20 7946 0000", "duplicates": "", "reading": "good", "reading_doubts": "", "language": "en", "format": "pdf", "producer": "",
        "pages": 1,
    }


def test_how_a_file_was_read_and_what_it_is_are_told() -> None:
    resume = screening().resume
    assert resume is not None
    facts = DocumentFacts("docx", page_count=3, producer="Example\x1b Writer")
    doubts = Reading("doubtful", 0.8, ("page 2 without text; a scan", "page 3 hard to recognise"))
    read = replace(
        resume, document=replace(resume.document, facts=facts), qualifications=Qualifications(reading=doubts), written_in=("de", "en")
    )
    row = candidate(replace(screening(), resume=read))
    told = [row[name] for name in ("reading", "reading_doubts", "language", "format", "producer", "pages")]
    assert told == ["doubtful", "page 2 without text, a scan;page 3 hard to recognise", "de;en", "docx", "Example Writer", 3]
    unread = candidate(unreadable())
    assert [unread[name] for name in ("reading", "reading_doubts", "language", "format", "producer", "pages")] == ["", "", "", "", "", None]


def test_the_files_that_are_like_it_are_named() -> None:
    others = (Duplicate("old/ada 2024.pdf", "same-person"), Duplicate("ada; copy.pdf", "same-bytes"))
    assert candidate(replace(screening(), duplicates=others))["duplicates"] == "old/ada 2024.pdf;ada, copy.pdf"


def test_an_unreadable_file_has_no_value_but_what_is_known_of_it() -> None:
    row = candidate(unreadable())
    known = {name: value for name, value in row.items() if value not in ("", None)}
    assert known == {
        "file": "locked.pdf", "outcome": "unreadable", "flags": "encrypted", "sha256": "cd" * 32,
        "reason": "The file is protected with a password. Ask for a copy without one.",
    }
    assert finding_rows(unreadable()) == ()


def test_years_that_nothing_dates_are_missing_and_not_zero() -> None:
    row = candidate(screening(measures=Measures()))
    assert row["degree_level"] == "none"
    assert [row[name] for name in row if name.startswith("years_")] == [None] * 5


@pytest.mark.parametrize(
    ("verdict", "mentioned", "expected"),
    [("met", True, ("java", "")), ("not_met", False, ("", "java")), ("unclear", True, ("", "")), ("unclear", False, ("", ""))],
)
def test_a_skill_is_found_when_met_missing_when_not_mentioned_and_in_neither_list_when_unclear(
    verdict: Any, mentioned: bool, expected: tuple[str, str]
) -> None:
    row = candidate(screening(findings=(finding("java", verdict, skill="java", mentioned=mentioned),)))
    assert (row["skills_found"], row["skills_missing"]) == expected


def test_skills_keep_the_order_of_the_role_and_requirements_without_one_skill_are_left_out() -> None:
    many = finding("any-language", "not_met", mentioned=False)
    row = candidate(screening(findings=(finding("sql", skill="sql"), many, finding("java", skill="java"))))
    assert (row["skills_found"], row["skills_missing"]) == ("sql;java", "")


def test_a_finding_quotes_its_strongest_evidence_with_page_and_line() -> None:
    (row,) = findings(screening(findings=(finding(page=2, line=31),)))
    assert row == {
        "file": "ada.pdf", "requirement": "degree", "importance": "required", "verdict": "met",
        "reason": "Bachelor's degree in Computer Science.", "quote": "B.Sc. Computer Science, 2014", "page": 2, "line": 31,
    }


def test_a_finding_without_evidence_has_no_place() -> None:
    (row,) = findings(screening(findings=(finding(quote=None),)))
    assert (row["quote"], row["page"], row["line"]) == ("", None, None)


def test_rows_are_sorted_by_outcome_then_highest_score_then_file() -> None:
    expected = [
        screening("b.pdf", "meets", 90), screening("a.pdf", "meets", 70), screening("c.pdf", "meets", 70), screening("d.pdf", "review", 99),
        screening("e.pdf", "does_not_meet", 100), unreadable("a-locked.pdf"), unreadable("z-locked.pdf"),
    ]
    backwards = expected[::-1]
    assert sorted(backwards, key=sort_key) == expected


def test_what_a_terminal_shows_holds_no_escape() -> None:
    row = summary_row(screening("a\x1b[2J.pdf", name="Ada\x1b]0;title\x07", reason="two\nlines"))
    assert (row.file, row.candidate, row.reason) == ("a[2J.pdf", "Ada]0;title", "two lines")
