"""The nightly job with an inbox in a bucket and an outbox in another: nights there are whole or not there, and no file is missing unsaid."""

from __future__ import annotations

import csv
import json
import stat
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest

from screener.errors import DataFileError
from screener.nightly import Config, NightResult, load_config, rehearse, run_night, summary
from screener.records import forget_person, hashes_of
from tests.nightly.builders import HEAD, MORNING, POSTING, Clock, Told, files_in, surroundings
from tests.nightly.test_run import TEXT
from tests.remote.conftest import _s3_server, s3  # noqa: F401 - fixtures
from tests.remote.servers import BUCKET, S3Server, SftpServer
from tests.remote.test_sftp import sftp  # noqa: F401 - a fixture

pytestmark = pytest.mark.usefixtures("_at_hand")
INBOX, OUTBOX = f"s3://{BUCKET}/inbox/one", f"s3://{BUCKET}/nights/one"


@pytest.fixture
def _at_hand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copying and delivering in this process, which is quicker to start; the first test does it as it is done."""
    if request.function is not test_two_nights_from_bucket_to_bucket_with_a_file_that_could_not_be_had:
        for module in ("screener.remote", "screener.nightly.elsewhere"):
            monkeypatch.setattr(f"{module}.apart", lambda work, *arguments, **options: work(*arguments, **options))


def configured(folder: Path, inbox: str = INBOX, outbox: str = OUTBOX, head: str = HEAD) -> Config:
    path = folder / "nightly.toml"
    path.write_text(head + POSTING.format("one").replace("inbox/one", inbox, 1).replace("outbox/one", outbox, 1), encoding="utf-8")
    return load_config(path)


def put(server: S3Server, *names: str, more: str = "") -> None:
    for name in names:
        server.put(f"inbox/one/{name}", (TEXT.replace("Ada", name.removesuffix(".txt").capitalize()) + more).encode())


def night(config: Config, days: int = 0, told: Told | None = None) -> NightResult:
    clock = Clock(MORNING + timedelta(days=days))
    return run_night(config, clock.at.date(), surroundings(clock), (told or Told()).journal)


def there(server: S3Server) -> list[str]:
    return [key.removeprefix("nights/one/") for key in server.names() if key.startswith("nights/one/")]


def rows(server: S3Server, name: str) -> dict[str, dict[str, str]]:
    return {row["file"]: row for row in csv.DictReader(StringIO(server.get(f"nights/one/{name}").decode("utf-8-sig"), newline=""))}


def test_two_nights_from_bucket_to_bucket_with_a_file_that_could_not_be_had(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    config = configured(tmp_path)
    put(s3, "ada.txt", "bea.txt", "more/cem.txt")
    s3.hook = lambda _, path: (403, "AccessDenied") if path.endswith("bea.txt") else None
    told = Told()
    first = night(config, told=told)
    assert first.well
    assert first.done[0].lost == (("bea.txt", "The file could not be fetched: access is denied."),)
    assert {name: row["outcome"] for name, row in rows(s3, "2026-11-01/candidates.csv").items()}["bea.txt"] == "unreadable"
    assert sorted(rows(s3, "2026-11-01/candidates.csv")) == ["ada.txt", "bea.txt", "more/cem.txt"]
    assert "Not fetched, and so unreadable: 1\n    bea.txt: The file could not be fetched: access is denied." in summary(first, names=True)
    assert "bea.txt" not in summary(first, names=False)
    assert '"event":"not-fetched"' in told.text
    assert f"Report: {OUTBOX}/2026-11-01" in summary(first, names=True)
    assert s3.get("nights/one/latest.txt") == b"2026-11-01\n"
    assert s3.get("nights/one/2026-11-01/run.log").decode().splitlines()[-1] == f"path: {INBOX}"

    s3.hook = None
    s3.delete("inbox/one/ada.txt")
    put(s3, "dora.txt")
    put(s3, "more/cem.txt", more="\nDocker\n")
    s3.requests.clear()
    second = night(config, days=1)
    assert sorted(s3.asked_for("GET"))[:3] == ["inbox/one/bea.txt", "inbox/one/dora.txt", "inbox/one/more/cem.txt"]
    changes = second.done[0].changes
    assert second.well
    assert changes
    assert (changes.before, [row.file for row in changes.of("new")], [row.file for row in changes.of("left")]) == ("2026-11-01", ["dora.txt"], ["ada.txt"])
    assert {row.file: row.before for row in changes.of("changed")}["bea.txt"] == "unreadable"
    assert s3.get("nights/one/latest.txt") == b"2026-11-02\n"
    assert not any(path.startswith("nights/one/2026-11-01/") for path in s3.asked_for("PUT"))
    assert sum(name.endswith("/run.json") for name in there(s3)) == 2


def test_nights_there_are_those_of_folders_here(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    put(s3, "ada.txt", "bea.txt")
    (tmp_path / "there").mkdir()
    (tmp_path / "here/inbox/one").mkdir(parents=True)
    for name in ("ada.txt", "bea.txt"):
        (tmp_path / "here/inbox/one" / name).write_bytes(s3.get(f"inbox/one/{name}"))
    night(configured(tmp_path / "there"))
    night(configured(tmp_path / "here", "inbox/one", "outbox/one"))
    here = {name: content for name, content in files_in(tmp_path / "here/outbox/one/2026-11-01").items() if name != "run.log"}
    found = {name: s3.get(f"nights/one/2026-11-01/{name}") for name in here}
    assert found == here


def test_a_night_that_could_not_be_delivered_is_a_trouble_and_the_next_run_delivers_it(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    config = configured(tmp_path)
    put(s3, "ada.txt")
    s3.hook = lambda method, path: (403, "AccessDenied") if method == "PUT" and path.endswith("run.json") else None
    first = night(config)
    assert first.troubles == (f"The nights of one could not be delivered: {OUTBOX}/2026-11-01: access is denied.",)
    assert not first.well
    assert not any(name.endswith("run.json") or name == "latest.txt" for name in there(s3))
    s3.hook = None
    second = night(config)
    assert second.well
    assert second.done[0].again
    assert "2026-11-01/run.json" in there(s3)
    assert s3.get("nights/one/latest.txt") == b"2026-11-01\n"


def test_an_inbox_that_cannot_be_reached_fails_its_posting_alone(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    (tmp_path / "inbox/two").mkdir(parents=True)
    (tmp_path / "inbox/two/ada.txt").write_text(TEXT)
    path = tmp_path / "nightly.toml"
    path.write_text(HEAD + POSTING.format("one").replace("inbox/one", "s3://nowhere/inbox") + POSTING.format("two"), encoding="utf-8")
    result = night(load_config(path))
    assert [done.error for done in result.done] == ["s3://nowhere/inbox: there is no bucket nowhere.", ""]
    assert s3.names() == []


def test_an_inbox_that_was_emptied_gives_an_empty_night(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    config = configured(tmp_path)
    put(s3, "ada.txt")
    night(config)
    s3.delete("inbox/one/ada.txt")
    [done] = night(config, days=1).done
    assert (done.error, done.files) == ("", 0)


def test_a_night_past_its_day_goes_there_as_well(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    config = configured(tmp_path)
    put(s3, "ada.txt")
    night(config)
    s3.put("nights/one/notes.txt", b"of a colleague")
    assert night(config, days=31).purged == ("one/2026-11-01",)
    assert [name for name in there(s3) if name.startswith("2026-11-01/")] == ["2026-11-01/.delivered.json", "2026-11-01/tombstone.json"]
    assert "notes.txt" in there(s3)


def test_a_person_who_was_forgotten_is_gone_there_with_the_next_run(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    config = configured(tmp_path)
    put(s3, "ada.txt", "bea.txt")
    night(config)
    s3.delete("inbox/one/ada.txt")
    [gone] = hashes_of([tmp_path / "state/outboxes"], "ada.txt")
    forget_person([tmp_path / "state/outboxes"], gone, MORNING, forget=lambda _: None)
    night(config, days=1)
    left = {name: s3.get(f"nights/one/{name}") for name in there(s3) if name.startswith("2026-11-01/")}
    assert not any(b"ada.txt" in content for name, content in left.items() if not name.endswith(".xlsx"))
    assert b"bea.txt" in left["2026-11-01/candidates.csv"]
    assert "2026-11-01/run.json" in left


def test_a_rehearsal_counts_without_fetching_and_leaves_nothing(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    config = configured(tmp_path)
    put(s3, "ada.txt", "../up.txt")
    before = files_in(tmp_path)
    lines, well = rehearse(config, MORNING.date(), surroundings())
    assert well
    assert lines[0].startswith("one: would screen 2 files for senior-backend")
    assert "  ../up.txt: The file could not be fetched: its name is no path of a file (an empty part, `.` or `..`)." in lines
    assert s3.asked_for("GET") == s3.asked_for("PUT") == []
    assert files_in(tmp_path) == before


def test_what_is_kept_here_can_be_entered_by_its_owner_only(tmp_path: Path, s3: S3Server) -> None:  # noqa: F811
    put(s3, "ada.txt")
    night(configured(tmp_path))
    for folder in ("state", "state/inboxes/one", "state/outboxes/one"):
        assert stat.S_IMODE((tmp_path / folder).stat().st_mode) == 0o700, folder
    assert json.loads((tmp_path / "state/outboxes/one.json").read_bytes())["url"] == OUTBOX


def test_a_file_that_is_still_being_written_to_over_sftp_waits(tmp_path: Path, sftp: SftpServer) -> None:  # noqa: F811
    (sftp.folder / "inbox").mkdir()
    for name in ("ada.txt", "bea.txt"):
        (sftp.folder / "inbox" / name).write_text(TEXT)
    config = configured(tmp_path, f"sftp://127.0.0.1:{sftp.port}/inbox", f"sftp://127.0.0.1:{sftp.port}/nights", HEAD.replace("watch = 0", "watch = 5"))
    clock = Clock()
    clock.asleep = lambda: (sftp.folder / "inbox/bea.txt").write_text(TEXT + "more")
    result = run_night(config, clock.at.date(), surroundings(clock), Told().journal)
    assert (result.well, result.done[0].waiting, result.done[0].files) == (True, ("bea.txt",), 1)
    assert (sftp.folder / "nights/latest.txt").read_text() == "2026-11-01\n"
    assert (sftp.folder / "nights/2026-11-01/run.json").is_file()


@pytest.mark.parametrize(
    ("inbox", "outbox", "problem"),
    [
        ("ftp://x/y", "out", "posting[0].inbox (one): ftp://x/y: files can be fetched from"),
        ("in", "s3://key:secret@bucket/x", "posting[0].outbox (one): s3://bucket/x: take what is secret out of the URL"),
    ],
)
def test_a_url_that_cannot_be_used_is_a_mistake_of_the_configuration(tmp_path: Path, inbox: str, outbox: str, problem: str) -> None:
    with pytest.raises(DataFileError) as raised:
        configured(tmp_path, inbox, outbox)
    assert problem in str(raised.value)
    assert "secret@" not in str(raised.value)


def test_two_postings_with_one_outbox_elsewhere_are_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "nightly.toml"
    postings = POSTING.format("one").replace("outbox/one", OUTBOX) + POSTING.format("two").replace("outbox/two", f"{OUTBOX}/inner/")
    path.write_text(HEAD + postings, encoding="utf-8")
    with pytest.raises(DataFileError, match="is that of another posting, or inside it"):
        load_config(path)
