"""The same with Google's protocol, against an emulator of its storage."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gcp_storage_emulator.server import create_server

from screener.errors import UsageError
from screener.remote import deliver, fetch
from tests.remote.test_deliver import FILES, LAST, write
from tests.remote.test_fetch import contents, counts


@pytest.fixture
def gs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The file system of a library of Google's users, for an empty bucket "people" on a server of our own."""
    logging.getLogger("gcp_storage_emulator").setLevel(logging.CRITICAL)
    server = create_server("127.0.0.1", 0, in_memory=True, default_bucket="people")
    server.start()
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{server._api._httpd.server_port}")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    import gcsfs

    yield gcsfs.GCSFileSystem(skip_instance_cache=True, use_listings_cache=False)
    server.stop()


def test_a_copy_is_whole_and_brought_up_to_date(gs: Any, tmp_path: Path) -> None:
    files = {"mira.pdf": b"one", "more/otto.docx": b"two", "ü %41 ?*.pdf": b"three", "gone.pdf": b"four"}
    for name, content in files.items():
        gs.pipe_file(f"people/inbox/{name}", content)
    fetched = fetch("gs://people/inbox", tmp_path / "mirror")
    assert (contents(fetched.path), fetched.missing, counts(fetched)) == (files, (), (4, 0, 0))
    gs.pipe_file("people/inbox/mira.pdf", b"ONE")
    gs.rm_file("people/inbox/gone.pdf")
    fetched = fetch("gs://people/inbox", tmp_path / "mirror")
    del files["gone.pdf"]
    assert (contents(fetched.path), counts(fetched)) == (files | {"mira.pdf": b"ONE"}, (1, 2, 1))


def test_a_url_may_name_one_file(gs: Any, tmp_path: Path) -> None:
    gs.pipe_file("people/inbox/mira.pdf", b"one")
    assert fetch("gs://people/inbox/mira.pdf", tmp_path / "mirror").path.read_bytes() == b"one"


@pytest.mark.usefixtures("gs")
def test_a_bucket_that_does_not_exist_and_a_folder_without_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no bucket nowhere"):
        fetch("gs://nowhere/inbox", tmp_path / "mirror")
    with pytest.raises(UsageError, match="There is no file or folder gs://people/inbox"):
        fetch("gs://people/inbox", tmp_path / "mirror")


def test_a_report_arrives_whole_and_costs_nothing_a_second_time(gs: Any, tmp_path: Path) -> None:
    report = write(tmp_path / "report", FILES)
    assert deliver(report, "gs://people/reports/x", last=LAST).sent == 5
    assert deliver(report, "gs://people/reports/x", last=LAST).sent == 0
    write(report, {"candidates.csv": b"others"})
    assert deliver(report, "gs://people/reports/x", last=LAST).sent == 2
    assert gs.cat_file("people/reports/x/candidates.csv") == b"others"
