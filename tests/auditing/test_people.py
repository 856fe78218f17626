"""What an audit reads of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.auditing import read_judged
from screener.errors import UsageError
from screener.report import prepare_output_folder, write_report
from tests.report.builders import RUN, finding, screening, unreadable

PEOPLE = (
    screening("ada.pdf", findings=(finding("degree"), finding("note", importance="note")), flags=("duplicate",)),
    screening("b\udce9a.pdf", "review", 40, findings=(finding("degree", "unclear"),)),
    unreadable("locked.pdf"),
)


def written(folder: Path, *formats: str) -> Path:
    write_report(PEOPLE, RUN, prepare_output_folder(folder), formats)
    return folder


@pytest.mark.parametrize("formats", [("jsonl",), ("csv",)])
def test_outcomes_scores_and_verdicts_are_read_from_either_output(tmp_path: Path, formats: tuple[str, ...]) -> None:
    run = read_judged(written(tmp_path / "run", *formats))
    assert [(person.outcome, person.score, dict(person.verdicts)) for person in run.people] == [
        ("meets", 80, {"degree": "met"}),
        ("review", 40, {"degree": "unclear"}),
        ("unreadable", None, {}),
    ]
    assert [person.duplicate for person in run.people] == [True, False, False]
    assert (run.role_id, run.requirements) == ("senior-backend", {"degree": "required"})


def test_a_folder_without_a_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no run\.json"):
        read_judged(tmp_path)


@pytest.mark.parametrize("damage", [b"{", b'{"file": 1}\n', b'{"file": "a", "sha256": "b", "outcome": "maybe"}\n', b"\xff"])
def test_a_damaged_run_is_told_in_one_sentence(tmp_path: Path, damage: bytes) -> None:
    folder = written(tmp_path / "run", "jsonl")
    (folder / "results.jsonl").write_bytes(damage)
    with pytest.raises(UsageError, match="changed or cut off"):
        read_judged(folder)
