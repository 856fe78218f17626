"""Reports put into a bucket: whole or not to be taken for one, from the first byte to the last."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.remote import bring_back, deliver
from tests.remote.servers import BUCKET, Answer, S3Server

URL = f"s3://{BUCKET}/reports/x"
LAST = "run.json"
FILES = {"candidates.csv": b"people", "pages/1.png": b"picture", "pages/2.png": b"other", "record.jsonl": b"log", "run.json": b"{}"}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write(tmp_path / "report", FILES)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def there(s3: S3Server) -> dict[str, bytes]:
    return {key.removeprefix("reports/x/"): s3.get(key) for key in s3.names() if key.startswith("reports/x/") and not key.endswith(".delivered.json")}


def test_every_file_arrives_the_manifest_first_and_what_stands_for_the_whole_last(s3: S3Server, report: Path) -> None:
    (report / ".unfinished").write_bytes(b"hidden")
    delivered = deliver(report, URL, last=LAST)
    assert (delivered.url, delivered.files, delivered.sent) == (URL, 5, 5)
    assert there(s3) == FILES
    put = s3.asked_for("PUT")
    assert (put[0], put[-1]) == ("reports/x/.delivered.json", "reports/x/run.json")
    files = json.loads(s3.get("reports/x/.delivered.json"))["files"]
    assert files == {name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)} for name, content in FILES.items()}


def test_a_second_delivery_of_the_same_puts_and_removes_nothing(s3: S3Server, report: Path) -> None:
    deliver(report, URL, last=LAST)
    s3.requests.clear()
    assert deliver(report, URL, last=LAST).sent == 0
    assert {method for method, _ in s3.requests} <= {"GET", "HEAD"}


def test_a_new_report_replaces_an_old_one_and_what_others_put_there_stays(s3: S3Server, report: Path) -> None:
    deliver(report, URL, last=LAST)
    s3.put("reports/x/notes of a colleague.txt", b"keep me")
    s3.put("reports/x2/run.json", b"another report")
    (report / "pages/2.png").unlink()
    write(report, {"candidates.csv": b"peoplf", "run.json": b"{ }"})
    s3.requests.clear()
    assert deliver(report, URL, last=LAST).sent == 2
    now = {name: content for name, content in FILES.items() if name != "pages/2.png"}
    assert there(s3) == {**now, "candidates.csv": b"peoplf", "run.json": b"{ }", "notes of a colleague.txt": b"keep me"}
    removed = s3.asked_for("DELETE")
    assert removed[0] == "reports/x/run.json"
    assert set(removed) == {"reports/x/run.json", "reports/x/candidates.csv", "reports/x/pages/2.png"}
    assert s3.get("reports/x2/run.json") == b"another report"


@pytest.mark.parametrize("name", ["candidates.csv", "pages/2.png", "run.json", ".delivered.json"])
def test_a_delivery_that_fails_anywhere_leaves_nothing_that_looks_whole_and_the_next_goes_on(s3: S3Server, report: Path, name: str) -> None:
    s3.put("reports/x/run.json", b"an earlier report")
    s3.put("reports/x/candidates.csv", b"earlier people")
    s3.hook = lambda method, path: (403, "AccessDenied") if method == "PUT" and path.endswith(name) else None
    with pytest.raises(UsageError, match=r"\As3://people/reports/x: access is denied\.\Z"):
        deliver(report, URL, last=LAST)
    assert "run.json" not in there(s3)
    s3.hook = None
    deliver(report, URL, last=LAST)
    assert there(s3) == FILES


def test_a_delivery_goes_on_where_it_broke_off(s3: S3Server, tmp_path: Path) -> None:
    files = {f"pages/{number:03}.png": b"%d" % number for number in range(80)} | {"run.json": b"{}"}
    report = write(tmp_path / "report", files)
    s3.hook = lambda method, path: (403, "AccessDenied") if method == "PUT" and path.endswith("070.png") else None
    with pytest.raises(UsageError):
        deliver(report, URL, last=LAST)
    s3.hook = None
    s3.requests.clear()
    assert deliver(report, URL, last=LAST).sent < 20
    assert there(s3) == files


def test_a_server_that_is_busy_for_a_moment_is_asked_again(s3: S3Server, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "4")
    answers = iter([(503, "SlowDown"), (500, "InternalError")])
    s3.hook = lambda method, _: next(answers, None) if method == "PUT" else None
    deliver(report, URL, last=LAST)
    assert there(s3) == FILES
    assert next(answers, None) is None


def test_no_mark_of_a_whole_is_set_on_files_that_did_not_arrive_whole(s3: S3Server, report: Path) -> None:
    def cut(method: str, path: str) -> Answer | None:
        if method == "GET" and path == f"/{BUCKET}" and "reports/x/pages/1.png" in s3.names():
            s3.put("reports/x/pages/1.png", b"pic")
        return None

    s3.hook = cut
    with pytest.raises(UsageError, match=r"pages/1\.png did not arrive whole"):
        deliver(report, URL, last=LAST)
    assert "run.json" not in there(s3)


def test_parts_that_stand_for_a_whole_of_their_own_are_whole_before_the_rest(s3: S3Server, tmp_path: Path) -> None:
    report = write(tmp_path / "report", {"run.json": b"all", "baker/run.json": b"one", "baker/candidates.csv": b"x", "matrix.csv": b"m"})
    deliver(report, URL, last=LAST)
    assert [path.removeprefix("reports/x/") for path in s3.asked_for("PUT")][-2:] == ["baker/run.json", "run.json"]
    write(report, {"baker/candidates.csv": b"y"})
    s3.requests.clear()
    deliver(report, URL, last=LAST)
    assert [path.removeprefix("reports/x/") for path in s3.asked_for("DELETE")][:2] == ["run.json", "baker/run.json"]


def test_a_folder_that_is_not_finished_is_not_delivered(s3: S3Server, report: Path) -> None:
    (report / "run.json").unlink()
    with pytest.raises(UsageError, match="is not finished"):
        deliver(report, URL, last=LAST)
    assert s3.requests == []


def test_a_place_that_holds_something_else_is_left_alone(s3: S3Server, report: Path) -> None:
    s3.put("reports/x/letters.txt", b"mine")
    for act in (lambda: deliver(report, URL, last=LAST), lambda: bring_back(URL, report, last=LAST, names=("run.json",))):
        with pytest.raises(UsageError, match=r"is not empty and holds no earlier report \(no run\.json\)"):
            act()
    assert there(s3) == {"letters.txt": b"mine"}


@pytest.mark.usefixtures("s3")
def test_a_bucket_that_does_not_exist_is_named(report: Path) -> None:
    with pytest.raises(UsageError, match="no bucket nowhere"):
        deliver(report, "s3://nowhere/x", last=LAST)


@pytest.mark.usefixtures("s3")
def test_what_an_earlier_delivery_is_known_by_is_brought_back(report: Path, tmp_path: Path) -> None:
    assert bring_back(URL, tmp_path / "back", last=LAST, names=("run.json", "record.jsonl")) == 0
    write(report, {"baker/run.json": b"one"})
    deliver(report, URL, last=LAST)
    assert bring_back(URL, tmp_path / "back", last=LAST, names=("run.json", "record.jsonl")) == 3
    back = {path.relative_to(tmp_path / "back").as_posix(): path.read_bytes() for path in (tmp_path / "back").rglob("*") if path.is_file()}
    assert back == {"run.json": b"{}", "record.jsonl": b"log", "baker/run.json": b"one"}


def test_a_manifest_that_was_changed_there_counts_for_nothing(s3: S3Server, report: Path) -> None:
    deliver(report, URL, last=LAST)
    for content in (b"\xff not json", b"[]", b'{"files": {"candidates.csv": {}}}', b'{"files": 3}'):
        s3.put("reports/x/.delivered.json", content)
        assert deliver(report, URL, last=LAST).sent == 5
    assert there(s3) == FILES
