"""The words of the report and their explanations belong together."""

from __future__ import annotations

from typing import get_args

import pytest

from screener.decision import OUTCOMES, Importance, Verdict
from screener.errors import DataFileError
from screener.report.layout import CANDIDATE_LOOKS, FINDING_LOOKS
from screener.report.legend import SECTIONS, load_legend, read_legend
from screener.report.rows import CANDIDATE_COLUMNS, FINDING_COLUMNS


def words(section: str) -> list[str]:
    return [word for word, _ in load_legend()[section].entries]


def test_every_column_outcome_verdict_and_importance_is_explained_and_no_other() -> None:
    assert words("candidates") == [column.name for column in CANDIDATE_COLUMNS]
    assert words("findings") == [column.name for column in FINDING_COLUMNS]
    assert words("outcome") == list(OUTCOMES)
    assert sorted(words("verdict")) == sorted(get_args(Verdict))
    assert sorted(words("importance")) == sorted(get_args(Importance))


def test_every_column_has_a_look() -> None:
    assert list(CANDIDATE_LOOKS) == words("candidates")
    assert list(FINDING_LOOKS) == words("findings")


def test_the_flags_of_the_contract_are_explained() -> None:
    assert set(words("flag")) >= {
        "hidden-text", "scanned", "ocr", "low-quality-text", "claimed-exceeds-dated", "future-date", "reversed-dates", "undated-jobs",
        "duplicate", "encrypted", "not-a-resume", "language-XX", "document-older-than-a-year",
    }


def test_sections_come_in_their_order_with_a_title_each() -> None:
    legend = load_legend()
    assert tuple(legend) == SECTIONS
    assert all(section.title for section in legend.values())


def test_every_mistake_of_the_file_is_told_at_once() -> None:
    with pytest.raises(DataFileError) as caught:
        read_legend("[sections]\nrun = 1\n[flag]\nocr = 3\n[colours]\nred = 'no'\n")
    problems = set(caught.value.problems)
    assert {"sections.run: a title is needed", "flag: a table of words and meanings is needed", "colours: unknown section"} <= problems
    assert "verdict: a table of words and meanings is needed" in problems


def test_a_file_that_is_not_toml_says_where() -> None:
    with pytest.raises(DataFileError, match=r"not valid TOML: .*line 1"):
        read_legend("[sections\n")
