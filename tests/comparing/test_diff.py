"""What changed between two runs, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from screener.comparing import Difference, compare_runs, read_run
from screener.decision import Screening
from tests.comparing.builders import judged, written
from tests.report.builders import unreadable


def difference(tmp_path: Path, old: list[Screening], new: list[Screening], **changed: object) -> Difference:
    return compare_runs(read_run(written(tmp_path / "old", *old)), read_run(written(tmp_path / "new", *new, **changed)))  # type: ignore[arg-type] # options of `written`


def test_equal_runs_differ_in_nothing(tmp_path: Path) -> None:
    result = difference(tmp_path, [judged(), unreadable()], [judged(), unreadable()])
    assert not result.any_change
    assert result.unchanged == 2
    assert result.runs == ()


def test_who_entered_and_who_left(tmp_path: Path) -> None:
    result = difference(tmp_path, [judged("a.pdf", sha256="01" * 32)], [judged("b.pdf", sha256="02" * 32)])
    assert [(each.file, each.before, each.after) for each in result.entered] == [("b.pdf", "", "meets")]
    assert [(each.file, each.before, each.after) for each in result.left] == [("a.pdf", "meets", "")]


def test_a_renamed_file_has_neither_entered_nor_left(tmp_path: Path) -> None:
    result = difference(tmp_path, [judged("a.pdf")], [judged("b.pdf")])
    assert (result.entered, result.left, result.changed) == ((), (), ())
    assert [(each.file, each.was, each.causes) for each in result.shifted] == [("b.pdf", "a.pdf", ())]


@pytest.mark.parametrize(
    ("old", "new", "changed", "causes"),
    [
        (judged(), judged(verdict="not_met", sha256="99" * 32), {}, ("file",)),
        (judged(), judged(verdict="not_met"), {"version": 2}, ("rule",)),
        (judged(), judged(verdict="not_met"), {"as_of": date(2027, 5, 1)}, ("time",)),
        (judged(), judged(verdict="not_met", language="de"), {"program": "2.0"}, ("program",)),
        (judged(), judged(verdict="not_met"), {"program": "2.0"}, ("program",)),
        (judged(), judged(verdict="not_met", sha256="99" * 32), {"version": 2, "as_of": date(2027, 5, 1)}, ("file", "rule", "time")),
    ],
)  # fmt: skip
def test_why_an_outcome_is_another(
    tmp_path: Path, old: Screening, new: Screening, changed: dict[str, object], causes: tuple[str, ...]
) -> None:
    [person] = difference(tmp_path, [old], [new], **changed).changed
    assert (person.before, person.after, person.causes) == ("meets", "does_not_meet", causes)
    [verdict] = person.verdicts
    assert (verdict.requirement, verdict.before, verdict.after) == ("experience", "met", "not_met")


def test_a_file_that_became_unreadable_is_told(tmp_path: Path) -> None:
    [person] = difference(tmp_path, [judged("a.pdf")], [replace(unreadable("a.pdf"), sha256="cd" * 32)]).changed
    assert (person.before, person.after) == ("meets", "unreadable")
    assert "file" in person.causes


def test_the_same_outcome_with_another_score_is_a_shift(tmp_path: Path) -> None:
    result = difference(tmp_path, [judged()], [judged(score=60)], version=2)
    assert [(each.score_before, each.score_after) for each in result.shifted] == [(80, 60)]
    assert result.any_change


def test_another_day_alone_is_no_change(tmp_path: Path) -> None:
    result = difference(tmp_path, [judged()], [judged()], as_of=date(2027, 1, 1))
    assert not result.any_change
    assert [each.what for each in result.runs] == ["as of"]
