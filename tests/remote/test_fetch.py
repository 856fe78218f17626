"""Copies of a bucket: whole, private, brought up to date with little, and whatever could not be had is told by name."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.remote import Bounds, Fetched, Missing, fetch
from screener.remote.stores import UnreachableError
from tests.remote.servers import BUCKET, Answer, S3Server

URL = f"s3://{BUCKET}/inbox"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def counts(fetched: Fetched) -> tuple[int, int, int]:
    return fetched.fetched, fetched.unchanged, fetched.removed


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    return tmp_path / "mirror"


def test_a_copy_holds_every_file_under_its_name(s3: S3Server, mirror: Path) -> None:
    files = {"mira.pdf": b"one", "more/otto.docx": b"two", "more/deep/ü 名.txt": b"", "%41 +&#?*.pdf": b"four"}
    for name, content in files.items():
        s3.put(f"inbox/{name}", content)
    s3.put("inbox2/other.pdf", b"not of this folder")
    s3.put("inbox/empty folder/", b"")
    fetched = fetch(URL, mirror)
    assert fetched.path.name == "inbox"
    assert contents(fetched.path) == files
    assert (fetched.missing, fetched.left, counts(fetched)) == ((), (), (4, 0, 0))


def test_a_copy_can_be_entered_and_read_by_its_owner_only(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/more/mira.pdf", b"one")
    before = os.umask(0)
    try:
        fetched = fetch(URL, mirror)
    finally:
        os.umask(before)
    for path in [mirror, *mirror.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert contents(fetched.path)


def test_only_what_changed_is_fetched_again_and_what_left_is_removed(s3: S3Server, mirror: Path) -> None:
    for name in ("same", "longer", "other", "gone", "more/gone"):
        s3.put(f"inbox/{name}.pdf", b"as it was")
    fetch(URL, mirror)
    s3.put("inbox/longer.pdf", b"as it was and more")
    s3.put("inbox/other.pdf", b"as it is!")
    s3.put("inbox/new.pdf", b"new")
    s3.delete("inbox/gone.pdf")
    s3.delete("inbox/more/gone.pdf")
    s3.requests.clear()
    fetched = fetch(URL, mirror)
    assert sorted(s3.asked_for("GET")) == ["inbox/longer.pdf", "inbox/new.pdf", "inbox/other.pdf"]
    assert counts(fetched) == (3, 1, 2)
    assert contents(fetched.path) == {"same.pdf": b"as it was", "longer.pdf": b"as it was and more", "other.pdf": b"as it is!", "new.pdf": b"new"}
    assert not (fetched.path / "more").exists()


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(b"another"), lambda path: path.unlink()], ids=["changed", "deleted"])
def test_a_copy_that_was_changed_here_is_fetched_again(s3: S3Server, mirror: Path, harm: Callable[[Path], object]) -> None:
    s3.put("inbox/mira.pdf", b"one")
    harm(fetch(URL, mirror).path / "mira.pdf")
    assert contents(fetch(URL, mirror).path) == {"mira.pdf": b"one"}


def test_a_copy_of_another_place_is_not_taken_for_this_one(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/mira.pdf", b"one")
    s3.put("other/inbox/mira.pdf", b"one")
    fetch(URL, mirror)
    fetched = fetch(f"s3://{BUCKET}/other/inbox", mirror)
    assert counts(fetched) == (1, 0, 0)


def test_a_line_that_a_crash_cut_off_costs_one_file(s3: S3Server, mirror: Path) -> None:
    for name in ("a", "b", "c"):
        s3.put(f"inbox/{name}.pdf", b"one")
    fetch(URL, mirror)
    journal = mirror / "copied.jsonl"
    journal.write_bytes(journal.read_bytes()[:-10])
    (mirror / "arriving").mkdir(mode=0o700)
    (mirror / "arriving" / "0").write_bytes(b"half a fi")
    assert counts(fetch(URL, mirror)) == (1, 2, 0)


def test_what_is_of_no_use_is_not_fetched_but_its_name_is_there(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/mira.pdf", b"one")
    s3.put("inbox/film.mp4", b"a long film")
    fetched = fetch(URL, mirror, wanted=lambda name: name.endswith(".pdf"))
    assert contents(fetched.path) == {"mira.pdf": b"one", "film.mp4": b""}
    assert s3.asked_for("GET") == ["inbox/mira.pdf"]


def test_a_url_may_name_one_file(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/mira.pdf", b"one")
    s3.put("inbox/otto.pdf", b"two")
    fetched = fetch(f"{URL}/otto.pdf", mirror, wanted=lambda _: False)
    assert fetched.path.name == "otto.pdf"
    assert fetched.path.read_bytes() == b"two"


HOSTILE = ("../up.pdf", "a/../../up.pdf", "/etc/up.pdf", "a//b.pdf", "./b.pdf", "a/.", "e.pdf?versionId=1", "ends in a slash/", f"{'x' * 300}.pdf", "d/" * 60 + "deep.pdf", "long/" * 120 + "x.pdf")


def test_no_name_leads_out_of_the_copy_and_each_that_cannot_be_kept_is_told(s3: S3Server, mirror: Path, tmp_path: Path) -> None:
    for name in HOSTILE:
        s3.put(f"inbox/{name}", b"harm")
    s3.put("inbox/good.pdf", b"good")
    fetched = fetch(URL, mirror)
    assert [each.name for each in fetched.missing] == sorted(HOSTILE)
    assert all(each.reason for each in fetched.missing)
    assert contents(fetched.path) == {"good.pdf": b"good"}
    assert [path.name for path in tmp_path.iterdir()] == ["mirror"]
    assert s3.asked_for("GET") == ["inbox/good.pdf"]


def test_a_file_with_the_name_of_a_folder_gives_way_and_is_told(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/mira.pdf", b"one")
    s3.put("inbox/mira.pdf/two.pdf", b"two")
    fetched = fetch(URL, mirror)
    assert fetched.missing == (Missing("mira.pdf", "a folder has its name"),)
    assert contents(fetched.path) == {"mira.pdf/two.pdf": b"two"}


def test_a_file_that_becomes_a_folder_and_back_is_followed(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/mira.pdf", b"one")
    fetch(URL, mirror)
    s3.delete("inbox/mira.pdf")
    s3.put("inbox/mira.pdf/two.pdf", b"two")
    assert contents(fetch(URL, mirror).path) == {"mira.pdf/two.pdf": b"two"}
    s3.delete("inbox/mira.pdf/two.pdf")
    s3.put("inbox/mira.pdf", b"one")
    assert contents(fetch(URL, mirror).path) == {"mira.pdf": b"one"}


def test_an_object_larger_than_allowed_is_told_and_not_fetched(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/huge.pdf", b"x" * 3_000_000)
    s3.put("inbox/mira.pdf", b"one")
    fetched = fetch(URL, mirror, bounds=Bounds(each=2_000_000))
    assert fetched.missing == (Missing("huge.pdf", "it holds more than 2 MB"),)
    assert s3.asked_for("GET") == ["inbox/mira.pdf"]


@pytest.mark.parametrize("bounds", [Bounds(files=2), Bounds(all=8)], ids=["files", "bytes"])
def test_more_than_is_allowed_in_all_is_refused_before_anything_is_fetched(s3: S3Server, mirror: Path, bounds: Bounds) -> None:
    for name in ("a", "b", "c"):
        s3.put(f"inbox/{name}.pdf", b"one")
    with pytest.raises(UsageError, match=r"s3://people/inbox.*(more than 2 files|more than the 0 allowed)"):
        fetch(URL, mirror, bounds=bounds)
    assert s3.asked_for("GET") == []


def test_an_object_deleted_between_listing_and_fetching_is_told(s3: S3Server, mirror: Path) -> None:
    for name in ("a", "b", "c"):
        s3.put(f"inbox/{name}.pdf", b"one")

    def delete_b(method: str, path: str) -> Answer | None:
        if method == "GET" and path.endswith(".pdf") and "inbox/b.pdf" in s3.names():
            s3.delete("inbox/b.pdf")
        return None

    s3.hook = delete_b
    fetched = fetch(URL, mirror)
    assert fetched.missing == (Missing("b.pdf", "it is not there"),)
    assert sorted(contents(fetched.path)) == ["a.pdf", "c.pdf"]


def test_an_object_replaced_between_listing_and_fetching_is_fetched_as_it_is_by_then(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/a.pdf", b"one")

    def grow(method: str, path: str) -> Answer | None:
        if method == "GET" and path.endswith("a.pdf"):
            s3.put("inbox/a.pdf", b"one and much more")
        return None

    s3.hook = grow
    assert contents(fetch(URL, mirror).path) == {"a.pdf": b"one and much more"}
    s3.hook = None
    assert counts(fetch(URL, mirror)) == (0, 1, 0)


def test_an_object_that_grows_whenever_it_is_fetched_is_told(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/a.pdf", b"one")
    sizes = iter(range(4, 100))

    def grow(method: str, path: str) -> Answer | None:
        if method == "GET" and path.endswith("a.pdf"):
            s3.put("inbox/a.pdf", b"x" * next(sizes))
        return None

    s3.hook = grow
    fetched = fetch(URL, mirror)
    assert fetched.missing == (Missing("a.pdf", "it changes while it is fetched"),)
    assert contents(fetched.path) == {}


def test_an_object_that_may_not_be_read_is_told_and_no_old_copy_stands_for_it(s3: S3Server, mirror: Path) -> None:
    for name in ("a", "b"):
        s3.put(f"inbox/{name}.pdf", b"one")
    fetch(URL, mirror)
    s3.put("inbox/b.pdf", b"another one")
    s3.hook = lambda _, path: (403, "AccessDenied") if path.endswith("b.pdf") else None
    fetched = fetch(URL, mirror)
    assert fetched.missing == (Missing("b.pdf", "access is denied"),)
    assert contents(fetched.path) == {"a.pdf": b"one"}
    s3.hook = None
    assert contents(fetch(URL, mirror).path) == {"a.pdf": b"one", "b.pdf": b"another one"}


def test_a_server_that_is_busy_for_a_moment_is_asked_again(s3: S3Server, mirror: Path) -> None:
    for name in ("a", "b"):
        s3.put(f"inbox/{name}.pdf", b"one")
    answers = iter([(503, "SlowDown"), (500, "InternalError")])
    s3.hook = lambda method, path: next(answers, None) if method == "GET" and path.endswith(".pdf") else None
    fetched = fetch(URL, mirror)
    assert (fetched.missing, sorted(contents(fetched.path))) == ((), ["a.pdf", "b.pdf"])
    assert next(answers, None) is None


def test_a_server_that_is_restarted_midway_costs_nothing(s3: S3Server, mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "6")
    for number in range(100):
        s3.put(f"inbox/{number}.pdf", b"%d" % number)
    back = threading.Thread(target=lambda: (s3.stop(), s3.start()))

    def restart(_method: str, path: str) -> Answer | None:
        if path.endswith("/70.pdf") and back.ident is None:
            back.start()
        return None

    s3.hook = restart
    fetched = fetch(URL, mirror)
    back.join()
    assert fetched.missing == ()
    assert contents(fetched.path) == {f"{number}.pdf": b"%d" % number for number in range(100)}


def test_a_server_that_goes_away_for_good_ends_the_fetching_and_what_came_is_kept(s3: S3Server, mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    for number in range(100):
        s3.put(f"inbox/{number:02}.pdf", b"one")
    s3.hook = lambda _, path: (503, "SlowDown") if path.endswith(".pdf") and "/inbox/0" not in path else None
    with pytest.raises(UnreachableError, match="s3://people/inbox: the server does not answer, or broke off"):
        fetch(URL, mirror)
    s3.hook = None
    assert counts(fetch(URL, mirror)) == (90, 10, 0)


def test_nothing_at_the_url_is_a_mistake_unless_that_may_be(s3: S3Server, mirror: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no file or folder s3://people/inbox\."):
        fetch(URL, mirror)
    s3.put("inbox/a.pdf", b"one")
    fetch(URL, mirror)
    s3.delete("inbox/a.pdf")
    fetched = fetch(URL, mirror, may_be_empty=True)
    assert (contents(fetched.path), counts(fetched)) == ({}, (0, 0, 1))


@pytest.mark.usefixtures("s3")
def test_a_whole_bucket_may_be_empty(mirror: Path) -> None:
    assert contents(fetch(f"s3://{BUCKET}", mirror).path) == {}


@pytest.mark.usefixtures("s3")
def test_a_bucket_that_does_not_exist_is_named(mirror: Path) -> None:
    for url in ("s3://nowhere/inbox", "s3://nowhere"):
        with pytest.raises(UsageError, match=f"{url}: there is no bucket nowhere"):
            fetch(url, mirror, may_be_empty=True)


def test_a_folder_that_may_not_be_listed_is_refused_in_words_of_our_own(s3: S3Server, mirror: Path) -> None:
    s3.hook = lambda _method, _path: (403, "AccessDenied")
    with pytest.raises(UsageError, match=r"\As3://people/inbox: access is denied\.\Z"):
        fetch(URL, mirror)


@pytest.mark.usefixtures("s3")
def test_without_credentials_the_page_that_tells_how_is_named(mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(UsageError, match=r"no credentials were found: set up access as docs/remote\.md tells"):
        fetch(URL, mirror)


@pytest.mark.usefixtures("s3")
def test_a_folder_that_holds_something_else_is_not_made_a_copy(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir(mode=0o700)
    (tmp_path / "mine" / "letters.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not empty and holds no copies of files"):
        fetch(URL, tmp_path / "mine")
    assert (tmp_path / "mine" / "letters.txt").read_text() == "mine"


@pytest.mark.usefixtures("s3")
def test_a_folder_that_others_can_enter_is_not_made_a_copy(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o755)
    with pytest.raises(UsageError, match="only you can enter"):
        fetch(URL, tmp_path / "open")


def test_a_copy_that_another_run_fills_is_left_to_it(s3: S3Server, mirror: Path) -> None:
    s3.put("inbox/a.pdf", b"one")
    caught: list[str] = []

    def fetch_too(method: str, path: str) -> Answer | None:
        if method == "GET" and path.endswith("a.pdf"):
            with pytest.raises(UsageError) as raised:
                fetch(f"s3://{BUCKET}/none", mirror)
            caught.append(str(raised.value))
        return None

    s3.hook = fetch_too
    fetch(URL, mirror)
    assert caught == [f"{mirror} is being filled by another run; wait for it to end."]
