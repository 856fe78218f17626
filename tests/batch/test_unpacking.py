"""Mails and archives among the inputs: a row for each file inside, and nothing else changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from screener.batch import Options, find_inputs, read_one, run_screening, screen_files, unpacking
from screener.batch.pictures import draw_all
from screener.batch.pool import Limits
from screener.batch.unpacking import open_inputs
from screener.cache import CacheSettings
from screener.decision import Failure
from screener.errors import UsageError
from screener.report import WantedPages
from screener.rules import load_role
from tests.batch.test_pictures import paper
from tests.extract.docx.word_files import archive, body, paragraph, word_file
from tests.extract.test_containers import mail_of

OPTIONS = Options(load_role("senior-backend"), date(2026, 11, 1), ocr="off")
ADA = word_file(body(paragraph("Ada Example") + paragraph("Experience") + paragraph("Backend Developer, Northwind, 2010 - 2020")))
OTTO = paper("Otto Example, baker")
JUNK = b"%PDF-1.4 and no more"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    (folder / "monday").mkdir(parents=True)
    octets = "application/octet-stream"
    (folder / "monday/mail.eml").write_bytes(mail_of(("cv.docx", octets, ADA), ("bad.pdf", octets, JUNK), ("card.vcf", octets, b"VCARD")))
    (folder / "board.ZIP").write_bytes(archive({"a/otto.pdf": OTTO, "face.jpg": b"x"}))
    (folder / "plain.docx").write_bytes(ADA)
    return folder


NAMES = ["board.ZIP/a/otto.pdf", "monday/mail.eml/bad.pdf", "monday/mail.eml/cv.docx", "plain.docx"]


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_each_file_inside_has_a_row_with_its_own_hash(inbox: Path, jobs: int) -> None:
    inputs = open_inputs([inbox], jobs=jobs)
    rows = list(screen_files(inputs.files, OPTIONS, jobs=jobs))
    assert [row.file for row in rows] == NAMES
    assert [row.sha256 for row in rows] == [hashlib.sha256(data).hexdigest() for data in (OTTO, JUNK, ADA, ADA)]
    assert [row.failure.code if row.failure else "" for row in rows] == ["", "damaged", "", ""]
    assert {path.file: path.reason for path in inputs.ignored} == {
        "board.ZIP/face.jpg": "a kind of file that is not read (.jpg)",
        "monday/mail.eml/card.vcf": "a kind of file that is not read (.vcf)",
        "monday/mail.eml/message.txt": "the mail's own text",
    }


def test_a_mail_given_by_name_is_opened_too(inbox: Path) -> None:
    assert [file.name for file in open_inputs([inbox / "monday/mail.eml"]).files] == ["mail.eml/cv.docx", "mail.eml/bad.pdf"][::-1]


def test_the_report_is_the_same_with_and_without_cache_and_nothing_is_read_twice(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = []
    for number, cache in enumerate((None, CacheSettings(tmp_path / "cache"), CacheSettings(tmp_path / "cache"))):
        if number == 2:
            monkeypatch.setattr("screener.batch.worker.read_bytes_of_resume", None)
            monkeypatch.setattr("screener.batch.worker.read_resume", None)
        run_screening([inbox], OPTIONS, tmp_path / f"out{number}", cache=cache)
        outputs.append({name: (tmp_path / f"out{number}/{name}").read_bytes() for name in ("candidates.csv", "results.jsonl", "run.json")})
    assert outputs[0] == outputs[1] == outputs[2]
    record = json.loads(outputs[0]["run.json"])
    assert [each["file"] for each in record["inputs"]] == NAMES


def test_links_lead_to_the_mail_and_pictures_are_of_the_file_inside(inbox: Path, tmp_path: Path) -> None:
    files = {file.name: file for file in open_inputs([inbox]).files}
    [pictures] = draw_all([WantedPages("board.ZIP/a/otto.pdf", "x", (1,))], files)
    assert [picture.page for picture in pictures] == [1]
    run = run_screening([inbox], OPTIONS, tmp_path / "out", pages="all")
    page = (run.folder / "report.html").read_text()
    assert "../inbox/board.ZIP" in page
    assert "../inbox/board.ZIP/a" not in page


def test_a_container_that_breaks_the_reader_costs_its_own_row_alone(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(path: Path) -> object:
        raise MemoryError if path.suffix == ".eml" else UsageError("unexpected")

    monkeypatch.setattr(unpacking, "expand", breaks)
    (inbox / "board.ZIP").unlink()
    files = open_inputs([inbox]).files
    assert [file.name for file in files] == ["monday/mail.eml", "plain.docx"]
    [row, _] = screen_files(files, OPTIONS)
    assert isinstance(row.failure, Failure)
    assert (row.failure.code, row.sha256) == ("too-large", hashlib.sha256((inbox / "monday/mail.eml").read_bytes()).hexdigest())


def test_what_only_looks_like_an_archive_is_itself(tmp_path: Path) -> None:
    (tmp_path / "cv.zip").write_bytes(ADA)
    inputs = open_inputs([tmp_path])
    assert inputs == find_inputs([tmp_path])
    assert next(screen_files(inputs.files, OPTIONS)).resume is not None


def test_a_mail_that_changed_since_is_read_as_it_is_now(inbox: Path) -> None:
    [file] = [file for file in open_inputs([inbox]).files if file.name.endswith("cv.docx") and file.way]
    other = word_file(body(paragraph("Somebody Else")))
    file.path.write_bytes(mail_of(("cv.docx", "application/octet-stream", other)))
    assert next(screen_files([file], OPTIONS, jobs=0)).sha256 == hashlib.sha256(other).hexdigest()
    file.path.unlink()
    row = next(screen_files([replace(file)], OPTIONS, jobs=0))
    assert row.failure is not None
    assert row.failure.code == "not-opened"


def test_one_file_inside_is_named_like_a_path(inbox: Path, tmp_path: Path) -> None:
    assert read_one(inbox / "monday/mail.eml/cv.docx").contact.name is not None
    assert "Otto" in read_one(inbox / "board.ZIP").document.text
    for wrong in (inbox / "monday/mail.eml", inbox / "monday/mail.eml/gone.pdf", inbox / "plain.docx/cv.pdf", tmp_path / "gone.pdf"):
        with pytest.raises(UsageError):
            read_one(wrong, limits=Limits())
