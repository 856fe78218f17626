"""A file taken out of the cache for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.cache import CacheSettings, Learned, forget_files, mark_of, open_cache, pack, settled
from screener.decision import Failure
from screener.errors import UsageError

ADA, BEA = "ab" * 32, "be" * 32


def fill(folder: Path, version: str) -> None:
    _, data = settled(Failure("empty", "SECRET of Ada", ""))
    assert data
    with open_cache(CacheSettings(folder), version, lambda _: None) as cache:
        for sha256 in (ADA, BEA):
            cache.learn(Learned(f"/inbox/{sha256[:2]}.pdf".encode(), mark_of(folder.stat()), sha256, content=pack(data)))


def test_readings_under_every_version_and_the_place_of_the_file_are_gone_from_the_disk(tmp_path: Path) -> None:
    fill(tmp_path, "one")
    fill(tmp_path, "two")
    forget_files(tmp_path, {ADA})
    for version in ("one", "two"):
        with open_cache(CacheSettings(tmp_path), version, lambda _: None) as cache:
            lookup = cache.lookup()
            assert (lookup.reading_of(ADA), lookup.reading_of(BEA)) == (None, Failure("empty", "SECRET of Ada", ""))
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"/inbox/ab.pdf" not in stored
    assert b"/inbox/be.pdf" in stored


def test_a_folder_without_a_cache_holds_nothing(tmp_path: Path) -> None:
    forget_files(tmp_path / "none", {ADA})
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "readings.sqlite").write_bytes(b"no database at all, and long enough to be looked at" * 20)
    with pytest.raises(UsageError, match="cannot be written to"):
        forget_files(tmp_path, {ADA})
