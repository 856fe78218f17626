"""The lines that name certificates."""

from __future__ import annotations

import pytest

from tests.parse.builders import draft_after


def found(text: str) -> list[tuple[str, str]]:
    draft = draft_after(text, "screener_certificates")
    assert all(draft.document.text[each.span.start : each.span.end] == each.span.text for each in draft.certificates)
    return [(each.status, each.span.text) for each in draft.certificates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Certifications\nGIAC GSEC, 2022\nISTQB Foundation Level", [("held", "GIAC GSEC, 2022"), ("held", "ISTQB Foundation Level")]),
        ("Zertifikate\nITIL 4 Foundation", [("held", "ITIL 4 Foundation")]),
        ("Certifications\nCISSP (in progress)\nOSCP, expected 2027",
         [("in_progress", "CISSP (in progress)"), ("in_progress", "OSCP, expected 2027")]),
        ("Summary\nCertified Kubernetes Administrator with a taste for order.",
         [("held", "Certified Kubernetes Administrator with a taste for order.")]),
        ("Summary\nI would like to get the CISSP one day.", []),
        ("Skills\nPython, Go", []),
    ],
)  # fmt: skip
def test_certificates_are_read_from_their_section_and_from_lines_that_speak_of_one(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(f"Ann Example\n\n{text}\n\nInterests\nChess") == expected


def test_each_line_counts_once_though_section_and_words_both_tell_it() -> None:
    assert found("Ann Example\n\nCertifications\nAWS Certified Developer\n\nInterests\nChess") == [("held", "AWS Certified Developer")]
