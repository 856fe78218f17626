"""One résumé from file to decision: the stages once, in order, and nothing that a stage must not see."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from screener.errors import UnreadableDocumentError
from screener.extract import How
from screener.parse import build_parser
from screener.resume import Contact
from screener.rules import load_role
from screener.screening import judge, read_resume
from tests.cli.builders import BACKEND, BAKER, write_pdf

ROLE = load_role("senior-backend")
AS_OF = date(2026, 11, 1)


def test_a_resume_is_read_and_judged(tmp_path: Path) -> None:
    resume = read_resume(write_pdf(tmp_path / "mira.pdf", BACKEND), build_parser())
    decision = judge(resume, ROLE, as_of=AS_OF)
    assert decision.outcome == "meets"
    assert [finding.requirement for finding in decision.findings] == [requirement.id for requirement in ROLE.requirements]


def test_another_profession_does_not_meet(tmp_path: Path) -> None:
    resume = read_resume(write_pdf(tmp_path / "otto.pdf", BAKER), build_parser())
    assert judge(resume, ROLE, as_of=AS_OF).outcome == "does_not_meet"


@pytest.mark.parametrize("reader", ["auto", "pdfium", "pdfplumber"])
def test_every_reader_leads_to_the_same_judgement(tmp_path: Path, reader: str) -> None:
    resume = read_resume(write_pdf(tmp_path / "mira.pdf", BACKEND), build_parser(), How(reader))
    assert judge(resume, ROLE, as_of=AS_OF).outcome == "meets"


def test_judging_does_not_look_at_name_and_contact(tmp_path: Path) -> None:
    resume = read_resume(write_pdf(tmp_path / "mira.pdf", BACKEND), build_parser())
    assert resume.contact.name is not None
    assert judge(replace(resume, contact=Contact()), ROLE, as_of=AS_OF) == judge(resume, ROLE, as_of=AS_OF)


def test_a_file_that_cannot_be_read_raises(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    with pytest.raises(UnreadableDocumentError) as raised:
        read_resume(tmp_path / "empty.pdf", build_parser())
    assert raised.value.code == "empty"
