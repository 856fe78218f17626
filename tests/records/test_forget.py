"""One person erased: nothing of them is left, all of the others is, and the log says that it was done."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.records import Forgotten, add_event, forget_person, hashes_of, read_log, verify_run
from screener.records.forget import proof_of
from screener.report.changes import CHANGES_NAME, ChangeRow, write_changes
from tests.records.builders import ADA, BEA, NOW, everything_in, written

OF_ADA = ("Ada ", "ada.pdf", "ada@", ADA, "20 7946 0000")


def forget(tmp_path: Path, sha256: str = ADA) -> Forgotten:
    return forget_person([tmp_path], sha256, NOW, forget=lambda _: None)


@pytest.mark.parametrize("formats", [("csv", "xlsx", "html", "jsonl"), ("csv", "xlsx", "html"), ("csv",), ("html", "jsonl")])
def test_nothing_of_the_person_is_left(tmp_path: Path, formats: tuple[str, ...]) -> None:
    folder = written(tmp_path / "run", formats)
    (folder / "pages").mkdir()
    (folder / "pages" / f"{ADA}-1.png").write_bytes(b"")
    add_event(folder, "revealed", NOW, person=ADA, note="Ada")
    add_event(folder, "decided", NOW, person=BEA)
    done = forget(tmp_path)
    assert (done.runs, done.lines) == ((folder,), 1)
    told = everything_in(folder)
    assert [word for word in OF_ADA if word in told] == []
    assert verify_run(folder).problems == ()


def test_all_of_the_others_is_left(tmp_path: Path) -> None:
    folder = written(tmp_path / "run")
    forget(tmp_path)
    told = everything_in(folder)
    assert all(word in told for word in ("Bea Probe", "bea@example.org", "locked.pdf", BEA))
    [bea, locked] = [json.loads(line) for line in (folder / "results.jsonl").read_bytes().splitlines()]
    assert (bea["file"], bea["duplicates"], bea["flags"], locked["file"]) == ("bea.pdf", [], [], "locked.pdf")
    assert json.loads((folder / "run.json").read_bytes())["counts"]["files"] == 2


def test_what_cannot_be_written_again_is_deleted_and_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "run", ("csv", "xlsx", "html"))
    assert set(forget(tmp_path).removed) == {folder / "candidates.xlsx", folder / "report.html"}
    assert "Bea Probe" in (folder / "candidates.csv").read_text()


def test_the_log_says_so_without_saying_who_and_the_day_to_keep_until_stays(tmp_path: Path) -> None:
    folder = written(tmp_path / "run", keep_until=date(2030, 1, 1))
    forget(tmp_path)
    event = read_log(folder).events[-1]
    assert (event.name, event.data["proof"], event.data["keep_until"]) == ("forgotten", proof_of(ADA), "2030-01-01")


def test_runs_without_the_person_are_not_touched(tmp_path: Path) -> None:
    folder = written(tmp_path / "run")
    before = everything_in(folder)
    assert forget(tmp_path, "00" * 32).runs == ()
    assert everything_in(folder) == before


def test_the_cache_is_told_first(tmp_path: Path) -> None:
    seen: list[frozenset[str]] = []
    forget_person([tmp_path], ADA, NOW, forget=seen.append)
    assert seen == [frozenset({ADA})]


def test_a_person_is_named_by_hash_by_a_file_or_by_a_name_in_a_run(tmp_path: Path) -> None:
    import hashlib

    written(tmp_path / "run")
    resume = tmp_path / "résumé.pdf"
    resume.write_bytes(b"bytes")
    assert hashes_of([tmp_path], ADA.upper()) == {ADA}
    assert hashes_of([tmp_path], str(resume)) == {hashlib.sha256(b"bytes").hexdigest()}
    assert hashes_of([tmp_path], "bea.pdf") == {BEA}
    with pytest.raises(UsageError, match="no file's name in a run"):
        hashes_of([tmp_path], "nobody.pdf")


def test_somebody_forgotten_is_in_no_table_of_changes(tmp_path: Path) -> None:
    """Also in that of a night from which they had left already, or that knew their file by another name."""
    def row(change: str, file: str, was: str, sha256: str) -> ChangeRow:
        return ChangeRow(change, file, was, "review", "meets", "", sha256)

    folder = written(tmp_path / "run")
    other = written(tmp_path / "other")
    write_changes(folder, [row("new", "ada.pdf", "", ADA), row("other", "new.pdf", "ada.pdf", "ee" * 32), row("new", "bea.pdf", "", BEA)])
    write_changes(other, [row("left", "gone.pdf", "", "ff" * 32), row("new", "bea.pdf", "", BEA)])
    for sha256 in (ADA, "ff" * 32):
        forget_person([tmp_path], sha256, NOW, forget=lambda _: None)
    assert [line.split(",")[1] for line in (folder / CHANGES_NAME).read_text(encoding="utf-8-sig").splitlines()] == ["file", "bea.pdf"]
    assert "gone.pdf" not in everything_in(other)
    assert verify_run(folder).problems == ()
