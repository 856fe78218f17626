"""The same over SFTP, with a real server: folders that may be closed, links, half written files, and no connection to a server unknown."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.remote import Missing, deliver, fetch
from tests.remote.servers import SftpServer
from tests.remote.test_deliver import FILES, LAST, write
from tests.remote.test_fetch import contents, counts


@pytest.fixture
def sftp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SftpServer]:
    """A server that shows `tmp_path`/there, and a home from which it can be reached."""
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "there").mkdir()
    server = SftpServer(tmp_path / "there", tmp_path / "home")
    server.start()
    server.know_host()
    yield server
    server.end()


def url(server: SftpServer, path: str) -> str:
    return f"sftp://127.0.0.1:{server.port}/{path}"


def test_a_copy_is_whole_and_brought_up_to_date(sftp: SftpServer, tmp_path: Path) -> None:
    files = {"mira.pdf": b"one", "more/otto.docx": b"two", "more/deep/ü 名.txt": b"", "line\nbreak.pdf": b"four", "[a]*?.pdf": b"five"}
    inbox = write(sftp.folder / "inbox", files)
    (inbox / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"six")
    files[os.fsdecode(b"caf\xe9.pdf")] = b"six"
    fetched = fetch(url(sftp, "inbox"), tmp_path / "mirror")
    assert (contents(fetched.path), fetched.missing, counts(fetched)) == (files, (), (6, 0, 0))
    (inbox / "mira.pdf").write_bytes(b"one and more")
    (inbox / "more/otto.docx").unlink()
    fetched = fetch(url(sftp, "inbox"), tmp_path / "mirror")
    del files["more/otto.docx"]
    assert (contents(fetched.path), counts(fetched)) == (files | {"mira.pdf": b"one and more"}, (1, 4, 1))


def test_links_and_pipes_are_told_and_not_followed(sftp: SftpServer, tmp_path: Path) -> None:
    write(sftp.folder, {"secret/key.pdf": b"not for you", "inbox/mira.pdf": b"one"})
    (sftp.folder / "inbox/link.pdf").symlink_to("../secret/key.pdf")
    (sftp.folder / "inbox/folder").symlink_to("../secret")
    os.mkfifo(sftp.folder / "inbox/pipe.pdf")
    fetched = fetch(url(sftp, "inbox"), tmp_path / "mirror")
    assert contents(fetched.path) == {"mira.pdf": b"one"}
    assert fetched.left == (("folder", "a link"), ("link.pdf", "a link"), ("pipe.pdf", "not a regular file"))


def test_a_file_that_cannot_be_read_and_a_folder_that_cannot_be_looked_into_are_told(sftp: SftpServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(sftp.folder / "inbox", {"mira.pdf": b"one", "closed.pdf": b"two", "closed/otto.pdf": b"three"})
    refuse(monkeypatch, "closed.pdf", "closed")
    fetched = fetch(url(sftp, "inbox"), tmp_path / "mirror")
    assert contents(fetched.path) == {"mira.pdf": b"one"}
    assert fetched.missing == (Missing("closed.pdf", "access is denied"),)
    assert fetched.left == (("closed", "the folder cannot be looked into: access is denied"),)


def refuse(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Have the server say what it says of files that it may not open: whoever runs these tests may be allowed everything."""
    import asyncssh

    for method in ("open", "scandir"):
        usual = getattr(asyncssh.SFTPServer, method)

        def guarded(self: asyncssh.SFTPServer, path: bytes, *rest: object, usual: object = usual) -> object:
            if path.decode().rpartition("/")[2] in names:
                raise PermissionError(13, "Permission denied")
            return usual(self, path, *rest)  # type: ignore[operator] # a method of the server

        monkeypatch.setattr(asyncssh.SFTPServer, method, guarded)


def test_a_connection_that_breaks_is_made_again(sftp: SftpServer, tmp_path: Path) -> None:
    files = {f"{number}.pdf": b"%d" % number * 1000 for number in range(100)}
    write(sftp.folder / "inbox", files)
    restarts = threading.Thread(target=lambda: (sftp.stop(), sftp.start()))

    import asyncssh

    usual = asyncssh.SFTPServer.open

    def breaking(self: asyncssh.SFTPServer, path: bytes, *rest: int) -> object:
        if path.endswith(b"/70.pdf") and restarts.ident is None:
            restarts.start()
        return usual(self, path, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncssh.SFTPServer, "open", breaking)
        fetched = fetch(url(sftp, "inbox"), tmp_path / "mirror")
    restarts.join()
    assert (contents(fetched.path), fetched.missing) == (files, ())
    assert sftp.connections > 1


def test_a_server_whose_key_nobody_checked_is_refused(sftp: SftpServer, tmp_path: Path) -> None:
    (tmp_path / "home/.ssh/known_hosts").write_text("")
    with pytest.raises(UsageError, match=r"the server's key is not in your known_hosts"):
        fetch(url(sftp, "inbox"), tmp_path / "mirror")


def test_a_server_that_knows_us_not_is_told(sftp: SftpServer, tmp_path: Path) -> None:
    (tmp_path / "home/.ssh/id_ed25519").unlink()
    with pytest.raises(UsageError, match="access is denied"):
        fetch(url(sftp, "inbox"), tmp_path / "mirror")


def test_a_folder_that_is_not_there_is_a_mistake_even_where_it_may_be_empty(sftp: SftpServer, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no file or folder sftp://127\.0\.0\.1:"):
        fetch(url(sftp, "nowhere"), tmp_path / "mirror", may_be_empty=True)


def test_a_report_arrives_whole_and_file_by_file_whole(sftp: SftpServer, tmp_path: Path) -> None:
    report = write(tmp_path / "report", FILES)
    place = sftp.folder / "reports/x"
    deliver(report, url(sftp, "reports/x"), last=LAST)
    assert {name: content for name, content in contents(place).items() if name != ".delivered.json"} == FILES
    (place / "run.json").unlink()
    (place / "candidates.csv").unlink()
    (place / "candidates.csv.part").write_bytes(b"peo")
    assert deliver(report, url(sftp, "reports/x"), last=LAST).sent == 2
    assert {name: content for name, content in contents(place).items() if name != ".delivered.json"} == FILES
    assert deliver(report, url(sftp, "reports/x"), last=LAST).sent == 0
