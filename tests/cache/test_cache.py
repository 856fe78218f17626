"""The cache gives back what it was given, to its owner alone, within its limit, whatever happens to its file."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.cache import CacheSettings, Known, Learned, Mark, mark_of, open_cache, pack, settled, unpack
from screener.cache.store import FILE_NAME, Cache
from screener.decision import Failure
from screener.document import Box, Document, DocumentFacts, HiddenText, Line, Reading
from screener.errors import UsageError
from screener.report.jsonl import json_line
from screener.resume import Contact, DateRange, PartialDate, Position, Qualifications, Resume, Section, Skill, SkillMention

MARK = Mark(10, 20, 30, 40)
LOCKED = Failure("encrypted", "It is locked.", "Ask for a copy.")


def resume(text: str = "Ada Beispiel\nEngineer 2010 – 2014") -> Resume:
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(start, start + len(part), box=Box(1, 2.5, 3, 4), size=11))
        start += len(part) + 1
    document = Document(text, tuple(lines), DocumentFacts("pdf", created=date(2020, 2, 29)), (HiddenText("x", 1, "tiny"),), Reading("good", 1))
    span = document.span(0, len(text))
    dates = DateRange(span, PartialDate(2010), PartialDate(2014, 5))
    position = Position(span, span, "job", title=span, dates=dates)
    skill = Skill("python", (SkillMention(span, span, "skills", "held", position=0),))
    return Resume(document, Qualifications(positions=(position,), skills=(skill,)), Contact(span, (span,)), (Section("header", span),), ("a",))


def opened(folder: Path, version: str = "1", warnings: list[str] | None = None, **options: object) -> Cache:
    said = warnings if warnings is not None else []
    return open_cache(CacheSettings(folder, **options), version, said.append)  # type: ignore[arg-type] # options of the settings


def learn(cache: Cache, sha256: str, known: Known, path: bytes = b"/cv.pdf") -> None:
    _, data = settled(known)
    assert data is not None
    cache.learn(Learned(path, MARK, sha256, pack(data)))
    cache.flush()


def digest(number: int) -> str:
    return f"{number:064x}"


@pytest.mark.parametrize("known", [resume(), resume("𝔘nicode\u00a0text"), LOCKED])
def test_what_is_kept_comes_back_the_same(known: Known) -> None:
    same, data = settled(known)
    assert data is not None
    assert unpack(pack(data)) == same == known
    assert json_line(unpack(pack(data))) == json_line(same)


def test_a_document_that_comes_back_finds_its_lines() -> None:
    same, _ = settled(resume())
    assert isinstance(same, Resume)
    assert same.document.line_index(15) == 1


def test_numbers_are_of_one_kind_before_they_are_used_so_that_no_output_tells_of_the_cache() -> None:
    same, _ = settled(resume())
    assert b'"x0":1.0' in json_line(same)


def test_text_that_has_no_utf_8_is_not_kept_and_not_lost() -> None:
    odd = resume("lone \ud800 surrogate")
    assert settled(odd) == (odd, None)


@given(st.binary(max_size=200))
def test_damaged_bytes_are_told_from_readings(noise: bytes) -> None:
    data = settled(LOCKED)[1]
    assert data is not None
    assert unpack(noise) is None
    assert unpack(pack(noise)) in (None, LOCKED)
    assert unpack(pack(data)[:-3]) is None


def test_readings_are_found_by_content_and_version(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        learn(cache, digest(1), resume())
        learn(cache, digest(2), LOCKED)
        assert cache.lookup().reading_of(digest(1)) == resume()
        assert cache.lookup().reading_of(digest(2)) == LOCKED
        assert cache.lookup().reading_of(digest(3)) is None
    with opened(tmp_path, "2") as cache:
        assert cache.lookup().reading_of(digest(1)) is None
    with opened(tmp_path, "1") as cache:
        assert cache.lookup().reading_of(digest(1)) == resume()


def test_a_hash_is_known_only_for_the_very_same_mark(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        learn(cache, digest(1), LOCKED)
        lookup = cache.lookup()
        assert lookup.sha256_of(b"/cv.pdf", MARK) == digest(1)
        assert lookup.sha256_of(b"/other.pdf", MARK) == ""
        for other in (Mark(11, 20, 30, 40), Mark(10, 21, 30, 40), Mark(10, 20, 31, 40), Mark(10, 20, 30, 41)):
            assert lookup.sha256_of(b"/cv.pdf", other) == ""
    with opened(tmp_path, trust_marks=False) as cache:
        assert cache.lookup().sha256_of(b"/cv.pdf", MARK) == ""


def test_rewriting_a_file_changes_its_mark_also_when_its_size_and_time_are_put_back(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(b"one")
    before = path.stat()
    path.with_name("new").write_bytes(b"two")
    path.with_name("new").replace(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert mark_of(path.stat()) != mark_of(before)


def test_folder_and_file_are_their_owner_s_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a/cache"
    with opened(folder) as cache:
        learn(cache, digest(1), LOCKED)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {mode & 0o077 for mode in modes.values()} == {0}
    folder.chmod(0o755)
    (folder / FILE_NAME).chmod(0o644)
    opened(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("place", ["file", "folder with things", "link"])
def test_a_place_that_is_no_cache_is_refused_and_left_alone(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "cache"
    if place == "file":
        folder.write_text("precious")
    elif place == "folder with things":
        folder.mkdir(mode=0o755)
        (folder / "precious").write_text("precious")
    else:
        folder.mkdir()
        (tmp_path / "precious").write_text("precious")
        (folder / FILE_NAME).symlink_to(tmp_path / "precious")
    with pytest.raises(UsageError, match="--cache"):
        opened(folder)
    assert "precious" in [path.read_text() for path in tmp_path.rglob("*") if path.is_file() and path.stat().st_size]


@pytest.mark.parametrize("harm", [b"", b"not a database at all, but text of some length" * 100, None])
def test_a_damaged_file_is_made_anew_with_a_warning(tmp_path: Path, harm: bytes | None) -> None:
    with opened(tmp_path) as cache:
        learn(cache, digest(1), LOCKED)
    file = tmp_path / FILE_NAME
    file.write_bytes(file.read_bytes()[:5000] if harm is None else harm)
    warnings: list[str] = []
    for _ in range(2):
        with opened(tmp_path, warnings=warnings) as cache:
            found = cache.lookup().reading_of(digest(1))
            cache.learn(Learned(b"/cv.pdf", MARK, digest(1), pack(settled(LOCKED)[1] or b"")))
            assert found in (None, LOCKED)
    with opened(tmp_path) as cache:
        assert cache.lookup().reading_of(digest(1)) == LOCKED
    assert bool(warnings) is (harm != b"")


def test_a_damaged_reading_costs_one_reading_and_a_warning(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        learn(cache, digest(1), LOCKED)
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("UPDATE reading SET content = x'0102'")
    warnings: list[str] = []
    with opened(tmp_path, warnings=warnings) as cache:
        lookup = cache.lookup()
        assert lookup.reading_of(digest(1)) is None
        cache.learn(Learned(b"/cv.pdf", MARK, digest(1), damaged=lookup.damaged))
    assert len(warnings) == 1
    with opened(tmp_path) as cache:
        learn(cache, digest(1), LOCKED)
        assert cache.lookup().reading_of(digest(1)) == LOCKED


def test_what_was_of_no_use_for_longest_is_forgotten_first(tmp_path: Path) -> None:
    noise = [os.urandom(20_000).hex() for _ in range(60)]
    with opened(tmp_path) as cache:
        for number in range(30):
            learn(cache, digest(number), Failure("x", noise[number], ""), b"/%d" % number)
    with opened(tmp_path) as cache:
        cache.learn(Learned(b"/3", MARK, digest(3), known=True))
    with opened(tmp_path, limit=800_000) as cache:
        for number in range(30, 60):
            learn(cache, digest(number), Failure("x", noise[number], ""), b"/%d" % number)
    assert (tmp_path / FILE_NAME).stat().st_size <= 900_000
    with opened(tmp_path) as cache:
        kept = {number for number in range(60) if cache.lookup().reading_of(digest(number))}
    assert kept
    assert min(kept - {3}) > 29


def _fill(folder: Path, first: int) -> None:
    with opened(folder) as cache:
        for number in range(first, first + 100):
            learn(cache, digest(number), LOCKED, b"/%d" % number)


def test_several_processes_may_use_it_at_once(tmp_path: Path) -> None:
    children = [multiprocessing.get_context("fork").Process(target=_fill, args=(tmp_path, first)) for first in (0, 100, 150)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0, 0]
    with opened(tmp_path) as cache:
        assert all(cache.lookup().reading_of(digest(number)) == LOCKED for number in range(250))
