"""Which files of the paths given get a row, under which name, and what is told of the others."""

from __future__ import annotations

import inspect
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.batch import Inputs, find_inputs
from screener.batch.naming import unique_names
from screener.errors import UsageError


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode("utf-8", "surrogateescape"))


def names(inputs: Inputs) -> list[str]:
    return [file.name for file in inputs.files]


def ignored(inputs: Inputs) -> dict[str, str]:
    return {path.file: path.reason for path in inputs.ignored}


def test_folders_are_walked_and_any_case_of_a_supported_suffix_makes_a_file(tmp_path: Path) -> None:
    put(tmp_path, "b.PDF", "a.docx", "deep/er/c.Pdf")
    found = find_inputs([tmp_path])
    assert names(found) == ["a.docx", "b.PDF", "deep/er/c.Pdf"]
    assert found.ignored == ()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".hidden.pdf", "dot"),
        (".git/cv.pdf", "dot"),
        ("~$cv.docx", "temporary"),
        ("photo.jpg", "(.jpg)"),
        ("README", "without a suffix"),
        ("old/run.json", "earlier run"),
    ],
)
def test_what_is_not_a_resume_is_named_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    put(tmp_path, "cv.pdf", name)
    found = find_inputs([tmp_path])
    assert names(found) == ["cv.pdf"]
    [(left, told)] = ignored(found).items()
    assert left == (name.split("/")[0])
    assert reason in told


def test_files_beside_the_record_of_an_earlier_run_are_not_screened(tmp_path: Path) -> None:
    put(tmp_path, "cv.pdf", "screening/one/run.json", "screening/one/pages/cv.pdf")
    found = find_inputs([tmp_path])
    assert names(found) == ["cv.pdf"]
    assert "screening/one" in ignored(found)


def test_the_output_folder_of_an_earlier_run_is_refused_as_input(tmp_path: Path) -> None:
    put(tmp_path, "run.json")
    with pytest.raises(UsageError, match="earlier run"):
        find_inputs([tmp_path])


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        find_inputs([tmp_path / "nowhere"])


def test_special_files_and_broken_links_are_named_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing.pdf")
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    found = find_inputs([tmp_path])
    assert found.files == ()
    assert ignored(found) == {"pipe.pdf": "not a regular file", "gone.pdf": "a broken link", "loop.pdf": "a broken link"}


def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret/private.pdf", "inbox/cv.pdf")
    (tmp_path / "inbox/private.pdf").symlink_to(tmp_path / "secret/private.pdf")
    (tmp_path / "inbox/all").symlink_to(tmp_path / "secret")
    found = find_inputs([tmp_path / "inbox"])
    assert names(found) == ["cv.pdf"]
    assert ignored(found) == {"private.pdf": "a link that leaves the folder", "all": "a link that leaves the folder"}


def test_a_link_to_a_folder_inside_cannot_make_the_walk_endless(tmp_path: Path) -> None:
    put(tmp_path, "deep/cv.pdf")
    (tmp_path / "deep/again").symlink_to(tmp_path)
    found = find_inputs([tmp_path])
    assert names(found) == ["deep/cv.pdf"]
    assert ignored(found) == {"deep/again": "a link to a folder"}


def test_a_link_to_a_file_of_the_folder_gives_no_second_row(tmp_path: Path) -> None:
    put(tmp_path, "z.pdf")
    (tmp_path / "a.pdf").symlink_to(tmp_path / "z.pdf")
    found = find_inputs([tmp_path])
    assert names(found) == ["z.pdf"]
    assert list(ignored(found)) == ["a.pdf"]


@pytest.mark.parametrize("name", [".cv", "cv.txt", "~$cv.docx", "run.json"])
def test_a_file_given_by_name_always_counts(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    assert names(find_inputs([tmp_path / name])) == [name]


def test_a_broken_link_or_special_file_given_by_name_counts_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing.pdf")
    assert names(find_inputs([tmp_path / "pipe", tmp_path / "gone.pdf"])) == ["gone.pdf", "pipe"]


def test_the_same_file_given_several_ways_gives_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "in/cv.pdf")
    monkeypatch.chdir(tmp_path)
    found = find_inputs([Path("in"), Path("in/cv.pdf"), tmp_path / "in/cv.pdf", Path("in/../in")])
    assert names(found) == ["cv.pdf"]
    assert found.ignored == ()


def test_names_are_relative_to_each_folder_and_told_apart_where_equal(tmp_path: Path) -> None:
    put(tmp_path, "x/in/cv.pdf", "y/in/cv.pdf", "y/in/other.pdf")
    assert names(find_inputs([tmp_path / "x/in", tmp_path / "y/in"])) == ["other.pdf", "x/in/cv.pdf", "y/in/cv.pdf"]


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, "b/1.pdf", "a/2.pdf", "a/.x", "b/.y")
    assert find_inputs([tmp_path / "a", tmp_path / "b"]) == find_inputs([tmp_path / "b", tmp_path / "a"])


def test_a_name_that_is_not_utf_8_is_found(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"caf\xe9.pdf"))
    assert names(find_inputs([tmp_path])) == ["caf\udce9.pdf"]


def test_no_depth_of_folders_is_too_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "d/" * 300 + "cv.pdf")
    room = len(inspect.stack()) + 150
    limit = sys.getrecursionlimit()
    monkeypatch.chdir(tmp_path)
    sys.setrecursionlimit(room)
    try:
        found = find_inputs([Path("d")])
    finally:
        sys.setrecursionlimit(limit)
    assert names(found) == ["d/" * 299 + "cv.pdf"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(("in", "out")), st.sampled_from(("1.pdf", "2.pdf"))), unique=True))
def test_names_are_never_equal(places: list[tuple[str, str, str]]) -> None:
    files = [(Path("/", *place[:2]), place[2]) for place in places]
    found = unique_names(files)
    assert len(set(found)) == len(files)
    assert all(name.endswith(within) for name, (_, within) in zip(found, files, strict=True))


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "cv.pdf", "locked/cv.pdf")
    real = Path.iterdir

    def iterdir(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = find_inputs([tmp_path])
    assert names(found) == ["cv.pdf"]
    assert "Permission denied" in ignored(found)["locked"]
