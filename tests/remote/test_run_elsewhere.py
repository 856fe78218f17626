"""`screen run` with URLs: the report of a bucket is that of a folder, byte for byte, and every file has its row."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from io import StringIO
from pathlib import Path

import pytest

import screener
from screener.errors import UsageError
from screener.remote import fetch
from tests.cli.builders import BACKEND, BAKER, screen, write_pdf
from tests.nightly.builders import one_parser
from tests.remote.servers import BUCKET, S3Server

OPTIONS = ("--role", "senior-backend", "--as-of", "2026-11-01", "--jobs", "1", "--ocr", "off", "--no-cache")
INBOX = f"s3://{BUCKET}/resumes"
OUT = f"s3://{BUCKET}/reports/x"


@pytest.fixture(autouse=True)
def _place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder to work in, and one for temporary files that shows what was left behind."""
    (tmp_path / "here").mkdir()
    (tmp_path / "temporary").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr("screener.parse.build_parser", one_parser)


def left_behind() -> list[Path]:
    return list(Path(tempfile.gettempdir()).iterdir())


@pytest.fixture
def inbox(tmp_path: Path, s3: S3Server) -> Path:
    """A folder of résumés and other files, and the same in the bucket."""
    folder = tmp_path / "resumes"
    write_pdf(folder / "mira.pdf", BACKEND)
    write_pdf(folder / "more/otto.pdf", BAKER)
    write_pdf(folder / "-rf ü.pdf", BAKER)
    write_pdf(folder / ".hidden/otto.pdf", BAKER)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "notes.xyz").write_text("not a résumé")
    (folder / "film.mp4").write_bytes(b"x" * 1000)
    upload(s3, folder)
    return folder


def upload(s3: S3Server, folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            s3.put(f"resumes/{path.relative_to(folder).as_posix()}", path.read_bytes())


def report(s3: S3Server) -> dict[str, bytes]:
    return {key.removeprefix("reports/x/"): s3.get(key) for key in s3.names() if key.startswith("reports/x/")}


def rows(content: bytes) -> dict[str, dict[str, str]]:
    return {row["file"]: row for row in csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""))}


def test_the_report_of_a_bucket_is_that_of_the_folder_byte_for_byte_and_tells_no_secret(inbox: Path, s3: S3Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(monkeypatch, "run", inbox, *OPTIONS, "--out", "local") == 0
    here = capsys.readouterr().out
    assert screen(monkeypatch, "run", INBOX, *OPTIONS, "--out", OUT) == 0
    there = capsys.readouterr()
    found = report(s3)
    for name in ("candidates.csv", "findings.csv", "results.jsonl", "run.json"):
        assert found[name] == Path("local", name).read_bytes(), name
    assert (there.out.splitlines()[-1], there.err) == (f"Report: {OUT}", "")
    assert there.out.splitlines()[:4] == here.splitlines()[:4]
    assert sorted(set(found) - {".delivered.json"}) == sorted(path.relative_to("local").as_posix() for path in Path("local").rglob("*") if path.is_file())
    for name, content in found.items():
        for secret in (b"secret-of-nobody", b"AKIATEST", os.fsencode(tempfile.gettempdir())):
            assert secret not in content, name
    assert f"path: {INBOX}\n".encode() in found["run.log"]
    assert left_behind() == []
    assert not any(path.endswith((".mp4", ".xyz", "hidden/otto.pdf")) for path in s3.asked_for("GET"))


def test_a_file_that_could_not_be_fetched_has_its_row_and_is_named(inbox: Path, s3: S3Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert inbox.exists()
    s3.put("resumes/../\x1b[31mred\nname.pdf", b"harm")
    s3.hook = lambda _, path: (403, "AccessDenied") if path.endswith("otto.pdf") else None
    assert screen(monkeypatch, "run", INBOX, *OPTIONS, "--format", "csv", "--strict", "--out", OUT) == 3
    said = capsys.readouterr()
    found = rows(report(s3)["candidates.csv"])
    assert found["more/otto.pdf"]["outcome"] == "unreadable"
    assert found["more/otto.pdf"]["reason"] == "The file could not be fetched: access is denied. Look at it where it lies, and screen again."
    assert found["../[31mred name.pdf"]["outcome"] == "unreadable"
    assert found["mira.pdf"]["outcome"] == "meets"
    assert "more/otto.pdf: The file could not be fetched" in said.out
    assert "\x1b" not in said.out
    assert "secret words" not in said.out + said.err


def test_copies_are_kept_where_one_says_so(inbox: Path, s3: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen(monkeypatch, "run", INBOX, *OPTIONS, "--mirror", "kept", "--format", "csv", "--out", "one") == 0
    s3.requests.clear()
    write_pdf(inbox / "mira.pdf", BAKER)
    upload(s3, inbox)
    assert screen(monkeypatch, "run", INBOX, *OPTIONS, "--mirror", "kept", "--format", "csv", "--out", "two") == 0
    assert s3.asked_for("GET") == ["resumes/mira.pdf"]
    assert rows(Path("two/candidates.csv").read_bytes())["mira.pdf"]["outcome"] == "does_not_meet"


def test_a_second_report_at_the_place_goes_on_with_the_log_of_the_first(inbox: Path, s3: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for as_of in ("2026-11-01", "2026-11-02"):
        assert screen(monkeypatch, "run", inbox, *OPTIONS, "--as-of", as_of, "--format", "csv", "--out", OUT) == 0
    events = [json.loads(line) for line in report(s3)["record.jsonl"].splitlines()]
    assert [event["event"] for event in events] == ["written", "written"]


def test_a_report_that_cannot_be_delivered_is_kept_here_and_nothing_there_looks_like_one(inbox: Path, s3: S3Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    s3.hook = lambda method, path: (403, "AccessDenied") if method == "PUT" and path.endswith("findings.csv") else None
    assert screen(monkeypatch, "run", inbox, *OPTIONS, "--format", "csv", "--out", OUT) == 2
    said = capsys.readouterr()
    [kept] = left_behind()
    assert said.err == f"screen: {OUT}: access is denied. The report was not delivered; it lies in {kept}.\n"
    assert "Report:" not in said.out
    assert (kept / "run.json").is_file()
    assert "run.json" not in report(s3)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("ftp://example.org/inbox",), "ftp://example.org/inbox: files can be fetched from and put to s3://, gs://, sftp:// and folders of this machine."),
        (("sftp://me:hunter2@example.org/inbox",), "sftp://example.org/inbox: take what is secret out of the URL, where others can read it, and set up access as docs/remote.md tells."),
        (("s3://key:hunter2@bucket/inbox",), "s3://bucket/inbox: take what is secret out of the URL, where others can read it, and set up access as docs/remote.md tells."),
        (("s3://people/../secret",), "s3://people/../secret does not name a folder or file: write it like s3://bucket/folder."),
        (("s3://people/none",), "There is no file or folder s3://people/none."),
        ((".", "--out", OUT, "--blind"), "A blind run puts the key of who is who beside the report: name a folder of this machine with --out."),
    ],
    ids=["unknown", "password", "keys", "dots", "nothing", "blind"],
)  # fmt: skip
@pytest.mark.usefixtures("s3")
def test_what_cannot_be_done_is_told_in_one_sentence(arguments: tuple[str, ...], sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(monkeypatch, "run", *arguments, *OPTIONS) == 2
    assert capsys.readouterr().err == f"screen: {sentence}\n"
    assert left_behind() == []


def test_a_server_that_refuses_connections_is_told(s3: S3Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    s3.stop()
    try:
        assert screen(monkeypatch, "run", INBOX, *OPTIONS) == 2
    finally:
        s3.start()
    assert capsys.readouterr().err == f"screen: {INBOX}: the server does not answer, or broke off.\n"


@pytest.mark.parametrize(("url", "module", "extra"), [("s3://a/b", "s3fs", "s3"), ("gs://a/b", "gcsfs", "gcs"), ("sftp://a/b", "sshfs", "sftp")])
def test_a_library_that_is_missing_is_named_with_the_way_to_get_it(url: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError) as raised:
        fetch(url, tmp_path / "mirror")
    assert str(raised.value) == f"{url[: url.index(':')]}:// needs a library that is not installed: install it with `pip install 'screen-resumes[{extra}]'`."


def test_a_run_that_is_killed_while_it_fetches_is_gone_on_with(s3: S3Server) -> None:
    for number in range(100):
        s3.put(f"resumes/{number:02}.txt", b"%d" % number)
    child = start("run", INBOX, *OPTIONS, "--mirror", "kept")

    def kill(method: str, path: str) -> None:
        if method == "GET" and path.endswith("/80.txt"):
            child.kill()
            child.wait(timeout=60)

    s3.hook = kill
    child.communicate(timeout=60)
    [mirror] = Path("kept").iterdir()
    for _ in range(300):  # until the process that fetched has noticed
        try:
            fetched = fetch(INBOX, mirror)
            break
        except UsageError:
            time.sleep(0.1)
    assert fetched.fetched + fetched.unchanged == 100
    assert fetched.unchanged >= 64
    assert {path.name: path.read_bytes() for path in fetched.path.iterdir()} == {f"{number:02}.txt": b"%d" % number for number in range(100)}


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """`screen ARGUMENTS` as a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(screener.__file__).parent.parent)}
    command = [sys.executable, "-c", "from screener.cli import main; main()", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def test_sigterm_while_files_are_fetched_leaves_no_copy_behind(inbox: Path, s3: S3Server) -> None:
    assert inbox.exists()
    child = start("run", INBOX, *OPTIONS)

    def end(method: str, path: str) -> None:
        if method == "GET" and path.endswith(".pdf"):
            child.send_signal(signal.SIGTERM)  # one for each file that is fetched at that moment
            child.wait(timeout=60)

    s3.hook = end
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (128 + signal.SIGTERM, b"", b"")
    assert left_behind() == []
