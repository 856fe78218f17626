"""Folders that were copied from elsewhere: named as where they come from, never linked to, and what did not come has its row."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.batch import Copy, find_inputs
from screener.batch.run import locate
from screener.batch.unpacking import open_inputs
from screener.decision import Failure
from screener.errors import UsageError

LOST = Failure("not-fetched", "The file could not be fetched: access is denied.", "Look at it where it lies, and screen again.")


def folder(path: Path, *names: str) -> Path:
    for name in names:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(b"text")
    return path


def test_what_did_not_come_is_a_file_with_its_reason_and_what_was_left_aside_is_named(tmp_path: Path) -> None:
    copy = Copy(folder(tmp_path / "inbox.zip", "mira.pdf", "notes.xyz"), "s3://b/inbox.zip", (("a/otto.pdf", LOST), ("../up.zip", LOST)), (("link", "a link"),))
    inputs = open_inputs([copy], jobs=0)
    assert [(file.name, file.failure) for file in inputs.files] == [("../up.zip", LOST), ("a/otto.pdf", LOST), ("mira.pdf", None)]
    assert [path.file for path in inputs.ignored] == ["link", "notes.xyz"]


def test_one_file_that_did_not_come_is_told_though_nothing_is_there(tmp_path: Path) -> None:
    [file] = find_inputs([Copy(tmp_path / "mira.pdf", "s3://b/mira.pdf", (("mira.pdf", LOST),))]).files
    assert (file.name, file.failure) == ("mira.pdf", LOST)


def test_the_same_names_from_two_places_are_told_apart(tmp_path: Path) -> None:
    one = Copy(folder(tmp_path / "1/spring", "mira.pdf"), "s3://b/spring", (("otto.pdf", LOST),))
    two = Copy(folder(tmp_path / "2/autumn", "mira.pdf", "otto.pdf"), "s3://b/autumn")
    assert [file.name for file in find_inputs([one, two]).files] == ["autumn/mira.pdf", "autumn/otto.pdf", "spring/mira.pdf", "spring/otto.pdf"]


def test_a_copy_is_not_linked_to(tmp_path: Path) -> None:
    files = find_inputs([Copy(folder(tmp_path / "copy", "mira.pdf"), "s3://b/copy"), folder(tmp_path / "own", "otto.pdf")]).files
    find = locate({file.name: file for file in files})
    assert (find("mira.pdf"), find("otto.pdf")) == (None, tmp_path / "own" / "otto.pdf")


def test_an_earlier_report_is_refused_by_where_it_lies(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="s3://b/report is the output folder of an earlier run"):
        find_inputs([Copy(folder(tmp_path / "report", "run.json"), "s3://b/report")])
