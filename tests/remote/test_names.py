"""Names that strangers chose, as names of files here: for all of them, in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.errors import UsageError
from screener.remote import is_url, place_of, shown
from screener.remote.names import in_the_way, unusable

_PARTS = st.one_of(st.sampled_from(["", ".", "..", "a", "A", "ä", "a\u0308", "\0", "\ud800", "x" * 300, "c:", "\\", "~", "-rf"]), st.text(max_size=5))
NAMES = st.lists(_PARTS, min_size=1, max_size=60).map("/".join)


@given(NAMES)
def test_a_name_that_can_be_used_stays_inside_the_folder_and_is_only_itself(name: str) -> None:
    if not unusable(name):
        path = Path("/copy") / name
        assert path.relative_to("/copy").as_posix() == name
        assert ".." not in path.parts
        assert len(path.parts) <= 52


@given(st.lists(NAMES.filter(lambda name: not unusable(name)), unique=True, max_size=8), st.booleans())
def test_what_does_not_give_way_can_all_lie_in_one_folder(names: list[str], ignoring_case: bool) -> None:
    gone = in_the_way(names, ignoring_case=ignoring_case)
    kept = [name for name in names if name not in gone]
    fold = (lambda name: name.casefold()) if ignoring_case else str
    assert len({fold(name) for name in kept}) == len(kept)
    assert not {fold(name) for name in kept} & {fold(folder.as_posix()) for name in kept for folder in Path(name).parents}
    assert gone.keys() <= set(names)


def test_on_a_file_system_that_ignores_case_the_first_of_two_names_stays() -> None:
    names = ["mira.pdf", "Mira.pdf", "caf\u00e9.pdf", "cafe\u0301.pdf", "other.pdf"]
    assert sorted(in_the_way(names, ignoring_case=True)) == ["caf\u00e9.pdf", "mira.pdf"]
    assert in_the_way(names, ignoring_case=False) == {}


@pytest.mark.parametrize(
    ("url", "as_shown"),
    [
        ("s3://bucket/a b/c", "s3://bucket/a b/c"),
        ("S3://bucket/a/", "s3://bucket/a"),
        ("sftp://me@host:2222/srv/inbox", "sftp://host:2222/srv/inbox"),
        ("gs://bucket", "gs://bucket"),
        ("s3://bucket/what?#is%20this", "s3://bucket/what?#is%20this"),
    ],
)
def test_a_url_is_shown_without_who_asks(url: str, as_shown: str) -> None:
    assert is_url(url)
    assert place_of(url).shown == as_shown
    assert shown(url).rstrip("/") == as_shown


@pytest.mark.parametrize("url", ["sftp://me:pw@host/a", "sftp://:pw@host/a", "s3://key@bucket/a", "s3://a:pw@b:c@bucket/a", "http://me:pw@host/a", "s3://me:pw@/a"])
def test_a_url_with_a_password_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(UsageError) as raised:
        place_of(url)
    assert "pw" not in str(raised.value) + shown(url)
    assert "key" not in shown(url)


@pytest.mark.parametrize("url", ["s3://", "s3:///a", "s3://bucket/a//b", "s3://bucket/./a", "sftp://host", "sftp://host/", "s3://bucket/.."])
def test_a_url_that_names_no_folder_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        place_of(url)


@pytest.mark.parametrize("path", ["resumes", "/srv/resumes", "./s3:/bucket", "C:\\resumes", "a b://c"])
def test_a_path_is_no_url(path: str) -> None:
    assert not is_url(path)
    assert shown(path) == path
