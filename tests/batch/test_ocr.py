"""Scans in a run, with a program that stands for Tesseract: what it says counts as far as it is sure of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from screener.batch import InputFile, Options, run_screening, screen_files
from screener.batch.confine import Limits
from screener.batch.record import reading_version
from screener.batch.worker import limits_for
from screener.cache import CacheSettings, open_cache
from screener.decision import Screening
from screener.extract.ocr import OcrTool, find_tool
from screener.extract.ocr import tool as ocr_tool
from screener.rules import load_role
from tests.extract.ocr.fake import calls_of, fake_tesseract, table_of

JUNIOR = (
    "Otto Winter", "otto@example.org", "Experience", "Backend Developer, Northwind Example Ltd", "January 2024 - December 2024",
    "Built a REST API in Python and PostgreSQL", "Education", "BSc Computer Science, University of Aireborough", "2020 - 2023",
    "Skills", "Python, PostgreSQL, Docker, Git",
)  # fmt: skip
PLAIN = Options(load_role("senior-backend"), date(2026, 11, 1))


def scan(folder: Path) -> Path:
    """A PDF whose only page is a picture; what is on it does not matter here."""
    path = folder / "scan.pdf"
    image = Image.new("L", (600, 800), 255)
    image.paste(0, (30, 26, 60, 31))  # below the first word that the program gives
    image.save(path, "PDF")
    return path


def tool_that_reads(folder: Path, lines: tuple[str, ...] = JUNIOR, confidence: float = 96, version: str = "5.9.9") -> OcrTool:
    folder.mkdir()
    fake_tesseract(folder, table_of(lines, confidence), version=version)
    found = find_tool(str(folder))
    assert found is not None
    return found


def screened(path: Path, options: Options) -> Screening:
    [row] = screen_files([InputFile(path, path.name)], options, jobs=1)
    return row


def test_a_scan_is_judged_by_what_was_recognised(tmp_path: Path) -> None:
    row = screened(scan(tmp_path), replace(PLAIN, ocr_tool=tool_that_reads(tmp_path / "bin")))
    assert (row.outcome, row.flags) == ("does_not_meet", ("ocr",))
    assert row.decision is not None
    assert {"met", "not_met"} <= {finding.verdict for finding in row.decision.findings}


@pytest.mark.parametrize("confidence", [20, 60, 85])
def test_facts_of_low_confidence_fail_nobody(tmp_path: Path, confidence: float) -> None:
    row = screened(scan(tmp_path), replace(PLAIN, ocr_tool=tool_that_reads(tmp_path / "bin", confidence=confidence)))
    assert row.outcome == "review"
    assert row.decision is not None
    assert "not_met" not in {finding.verdict for finding in row.decision.findings}


@pytest.mark.parametrize("options", [PLAIN, replace(PLAIN, ocr="off")])
def test_without_recognition_the_row_says_scanned_and_how_to_get_it(tmp_path: Path, options: Options) -> None:
    row = screened(scan(tmp_path), options)
    assert (row.outcome, row.flags) == ("unreadable", ("scanned",))
    assert row.failure is not None
    assert "apt-get install tesseract-ocr" in row.failure.advice


def test_off_never_starts_the_program(tmp_path: Path) -> None:
    tool = tool_that_reads(tmp_path / "bin")
    assert screened(scan(tmp_path), replace(PLAIN, ocr="off", ocr_tool=tool)).outcome == "unreadable"
    assert calls_of(tmp_path / "bin") == []


def test_the_record_names_the_program_where_it_was_used(tmp_path: Path) -> None:
    path, tool = scan(tmp_path), tool_that_reads(tmp_path / "bin")
    told = []
    for number, options in enumerate((replace(PLAIN, ocr_tool=tool), PLAIN, replace(PLAIN, ocr="off", ocr_tool=tool))):
        run_screening([path], options, tmp_path / f"out{number}", formats=("csv",))
        record = json.loads((tmp_path / f"out{number}/run.json").read_text())
        told.append((record["options"]["ocr"], record["tools"].get("tesseract")))
    assert told == [("auto", "5.9.9 (eng)"), ("auto", None), ("off", None)]


def test_a_cache_filled_without_or_by_another_version_is_not_used(tmp_path: Path) -> None:
    old, new = tool_that_reads(tmp_path / "old", version="4.1.1"), tool_that_reads(tmp_path / "new")
    versions = {reading_version(options, Limits()) for options in (PLAIN, replace(PLAIN, ocr_tool=old), replace(PLAIN, ocr_tool=new))}
    assert len(versions) == 3


def test_documents_may_take_longer_where_pictures_are_read(tmp_path: Path) -> None:
    tool = tool_that_reads(tmp_path / "bin")
    assert limits_for(replace(PLAIN, ocr_tool=tool).how).seconds > limits_for(PLAIN.how).seconds == Limits().seconds


def test_a_page_that_was_not_recognised_in_time_is_told_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_tool, "_PAGE_SECONDS", 0.3)
    (tmp_path / "bin").mkdir()
    program = fake_tesseract(tmp_path / "bin", table_of(JUNIOR))
    found = find_tool(str(tmp_path / "bin"))
    quick = program.read_text()
    program.write_text(quick.replace("cat > /dev/null", "exec sleep 30"))
    options = replace(PLAIN, ocr_tool=found)
    with open_cache(CacheSettings(tmp_path / "cache"), reading_version(options, Limits()), lambda _: None) as cache:
        [late] = screen_files([InputFile(scan(tmp_path), "scan.pdf")], options, jobs=0, cache=cache)
        assert late.failure is not None
        assert late.failure.code == "timed-out"
        program.write_text(quick)
        monkeypatch.setattr(ocr_tool, "_PAGE_SECONDS", 30)
        [row] = screen_files([InputFile(scan(tmp_path), "scan.pdf")], options, jobs=0, cache=cache)
    assert row.flags == ("ocr",)
