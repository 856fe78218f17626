"""Files in a few bytes each are the same files."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.batch import InputFile
from screener.batch.file_list import FileList, FilesByName
from screener.decision import Failure

PART = st.text(st.characters(blacklist_characters="/\0"), min_size=1, max_size=6).filter(lambda part: part not in (".", ".."))
NAMES = st.lists(st.lists(PART, min_size=1, max_size=3).map("/".join), unique=True, max_size=8).map(sorted)
LOST = Failure("damaged", "It is lost.", "Ask for it.")


@given(NAMES, st.sampled_from([Path("inbox"), Path("/inbox/of two"), Path()]))
def test_what_is_put_in_comes_out_and_is_found_by_its_name(names: list[str], root: Path) -> None:
    files = [InputFile(root / name, name) for name in names]
    listed = FileList(files)
    assert list(listed) == files == listed
    assert [str(file.path) for file in listed] == [str(file.path) for file in files]
    by_name = FilesByName(listed)
    assert list(by_name) == names
    assert [by_name[name] for name in names] == files
    assert by_name.get("of no file/") is None


def test_files_of_which_there_is_more_to_tell_keep_all_of_it() -> None:
    mail = Path("/inbox/mail.eml")
    files = [
        InputFile(Path("/inbox/caf\udce9.pdf"), "caf\udce9.pdf"),
        InputFile(mail, "mail.eml/a.pdf", ("a.pdf",), "ab" * 32),
        InputFile(mail, "mail.eml/b.pdf", failure=LOST),
        InputFile(Path("/mirror/1"), "one.pdf", copied=True),
        InputFile(Path("/second/two.pdf"), "second/two.pdf"),
    ]
    listed = FileList(files)
    assert listed == files
    assert listed[-1] == files[-1]
    assert listed[1:3] == tuple(files[1:3])
    assert FilesByName(files)["mail.eml/b.pdf"].failure == LOST
    with pytest.raises(IndexError):
        listed[5]


def test_a_path_that_is_called_otherwise_is_kept_as_it_is() -> None:
    file = InputFile(Path("/inbox/a.pdf"), "b.pdf")
    assert FileList([file]) == [file] != [InputFile(Path("/inbox/b.pdf"), "b.pdf")]
    assert os.fspath(FileList([file])[0].path) == "/inbox/a.pdf"


def test_a_file_among_many_takes_few_bytes() -> None:
    names = (f"{number // 1000:03}/cv-{number:06}.pdf" for number in range(5000))
    files = (InputFile(Path("/inbox", name), name) for name in names)
    tracemalloc.start()
    listed = FileList(files)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(listed) == 5000
    assert taken < 60 * len(listed)
