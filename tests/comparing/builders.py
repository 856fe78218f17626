"""Runs written to folders by hand, with results that differ only where a test says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from msgspec.structs import replace as with_facts

from screener.decision import Decision, Screening
from screener.report import prepare_output_folder, write_report
from screener.resume import Qualifications
from tests.report.builders import RUN, finding, screening


def written(folder: Path, *screenings: Screening, version: int = 1, as_of: date = date(2026, 11, 1), program: str = "1.2.3") -> Path:
    """The folder of a run that gave these screenings."""
    record = replace(RUN, role_version=version, as_of=as_of, program=program)
    write_report(screenings, record, prepare_output_folder(folder), ["jsonl"])
    return folder


def judged(file: str = "ada.pdf", verdict: str = "met", *, sha256: str = "ab" * 32, language: str = "en", score: int = 80) -> Screening:
    """A person whose one required requirement, years of experience, has this verdict."""
    outcome = {"met": "meets", "unclear": "review", "not_met": "does_not_meet"}[verdict]
    found = with_facts(finding("experience", verdict, reason=f"The years are {verdict}."), kind="years")
    base = screening(file, sha256=sha256)
    assert base.resume
    assert base.decision
    resume = with_facts(base.resume, qualifications=Qualifications(language=language))
    decision = Decision(outcome, score, f"The years are {verdict}.", (found,), base.decision.measures)
    return with_facts(base, resume=resume, decision=decision)
