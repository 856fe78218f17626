"""The folder of a report: private, never somebody else's, never half written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.report import prepare_output_folder
from screener.report.folder import open_private, publish, unfinished_folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    assert mode(prepare_output_folder(tmp_path / "new" / "report")) == 0o700


def test_an_empty_folder_and_an_earlier_report_are_taken(tmp_path: Path) -> None:
    assert prepare_output_folder(tmp_path) == tmp_path
    (tmp_path / "run.json").touch()
    (tmp_path / "candidates.csv").touch()
    assert prepare_output_folder(tmp_path) == tmp_path


def test_what_a_killed_run_left_is_taken(tmp_path: Path) -> None:
    (tmp_path / ".unfinished").mkdir()
    (tmp_path / "candidates.csv").touch()
    assert prepare_output_folder(tmp_path) == tmp_path


def test_a_folder_with_other_things_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(UsageError, match=r"is not empty and holds no earlier report"):
        prepare_output_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_in_the_way_is_one_clear_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"file"):
        prepare_output_folder(tmp_path / name)


def test_a_folder_that_cannot_be_written_to_is_told_before_the_work_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(UsageError, match="cannot be written to"):
        prepare_output_folder(tmp_path)


def test_a_name_with_control_characters_is_not_printed_raw(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J"
    path.touch()
    with pytest.raises(UsageError) as caught:
        prepare_output_folder(path)
    assert "\x1b" not in str(caught.value)


def test_a_private_file_cannot_be_read_by_others_even_where_the_default_allows_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        open_private(tmp_path / "private").close()
    finally:
        os.umask(before)
    assert mode(tmp_path / "private") == 0o600


def test_a_private_file_never_follows_a_link_that_lies_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("precious")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(FileExistsError):
        open_private(tmp_path / "link")
    assert (tmp_path / "target").read_text() == "precious"


def test_an_unfinished_folder_is_gone_after_an_error_and_what_lay_there_before_too(tmp_path: Path) -> None:
    (tmp_path / ".unfinished").mkdir()
    (tmp_path / ".unfinished" / "old.csv").touch()

    def fail() -> None:
        with unfinished_folder(tmp_path) as folder:
            assert list(folder.iterdir()) == []
            (folder / "new.csv").touch()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_place_of_the_unfinished_folder_is_removed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").touch()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".unfinished").symlink_to(tmp_path / "elsewhere")
    with unfinished_folder(tmp_path / "out"):
        pass
    assert (tmp_path / "elsewhere" / "precious").exists()


def test_publishing_replaces_and_removes_outputs_of_an_earlier_run_and_nothing_else(tmp_path: Path) -> None:
    for name in ("candidates.csv", "candidates.xlsx", "notes.txt"):
        (tmp_path / name).write_text("old")
    with unfinished_folder(tmp_path) as folder:
        for name in ("candidates.csv", "run.json"):
            (folder / name).write_text("new")
        files = publish(folder, tmp_path, replaceable=frozenset({"candidates.csv", "candidates.xlsx"}))
    assert [path.name for path in files] == ["candidates.csv", "run.json"]
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"candidates.csv": "new", "run.json": "new", "notes.txt": "old"}
