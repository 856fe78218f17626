"""Promises that hold across rooms: evidence quotes the text, order and names change nothing, the samples' report is as it was read."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.batch import Options, find_inputs, run_screening, screen_files
from screener.decision import Screening
from screener.document import Span, Value
from screener.parse import Parser, build_parser
from screener.resume import Resume
from screener.rules import load_role
from screener.screening import judge
from tests.parse.builders import document

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples" / "resumes"
AS_OF = date(2026, 11, 1)
ROLE = load_role("senior-backend")
OPTIONS = Options(role=ROLE, as_of=AS_OF)


@lru_cache(maxsize=1)
def samples() -> tuple[Screening, ...]:
    return tuple(screen_files(find_inputs([SAMPLES]).files, OPTIONS, jobs=0))


@lru_cache(maxsize=1)
def parser() -> Parser:
    return build_parser()


def spans(value: object) -> Iterator[Span]:
    """Every span inside a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif isinstance(value, Value):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def test_every_file_gives_one_row() -> None:
    assert [screening.file for screening in samples()] == [file.name for file in find_inputs([SAMPLES]).files]


def test_every_span_of_every_fact_and_finding_quotes_the_text() -> None:
    seen = 0
    for screening in samples():
        if screening.resume is None:
            continue
        text = screening.resume.document.text
        for span in spans((screening.resume.qualifications, screening.resume.contact, screening.resume.sections, screening.decision)):
            assert text[span.start : span.end] == span.text, screening.file
            seen += 1
    assert seen > 1000


def test_hidden_words_are_never_evidence() -> None:
    hidden = [screening for screening in samples() if "hidden-text" in screening.flags]
    assert hidden
    for screening in hidden:
        assert screening.resume is not None
        for piece in screening.resume.document.hidden:
            assert piece.text not in screening.resume.document.text


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_files_changes_no_row(seed: int) -> None:
    files = list(find_inputs([SAMPLES]).files)
    random.Random(seed).shuffle(files)
    shuffled = {screening.file: screening for screening in screen_files(files, OPTIONS, jobs=0)}
    assert shuffled == {screening.file: screening for screening in samples()}


def test_the_report_of_the_samples_is_the_one_that_was_read(tmp_path: Path) -> None:
    """After `make golden` has written a new one, its diff has to be read before it is kept."""
    run_screening([SAMPLES], OPTIONS, tmp_path / "run", formats=("csv",), jobs=2)
    for name in ("candidates.csv", "findings.csv"):
        assert (tmp_path / "run" / name).read_text(encoding="utf-8-sig") == (ROOT / "samples" / "expected" / name).read_text(encoding="utf-8-sig")


_TEMPLATE = """{name}
{pronouns}{address} | {email} | {phone}
SUMMARY
Engineer with 9 years of backend experience.
EXPERIENCE
Senior Backend Developer, Old Mill Inc\tMay 2019 - Present
• Built REST services in Java and Spring Boot on PostgreSQL
• Containers with Docker, pipelines in Jenkins
Web Developer, Harbour Tools Ltd\t2016 - 2019
• Django, MySQL, code reviews in Git
EDUCATION
BSc Computer Science, River University, 2013 - 2016
SKILLS
Python, Java, SQL, Redis, Scrum
"""
_FIRST = st.sampled_from(["Aisha", "Björn", "Chidi", "Dmitri", "Eun-ji", "Fatima", "Giulia", "Hassan", "Ingrid", "Jamal", "Keiko", "Liam", "María José", "Nguyễn", "Olga", "Priya"])
_LAST = st.sampled_from(["Abebe", "van den Berg", "Castellanos", "Dubois", "El-Masri", "Fernández", "Gunnarsson", "Hernández", "Ivanova", "Kovács", "O'Brien", "Papadopoulos", "Smith", "Tran", "Zhang"])
_PRONOUNS = st.sampled_from(["", "she/her | ", "he/him | ", "they/them | "])
_ADDRESS = st.sampled_from(["Leeds, UK", "Lagos, Nigeria", "12 Invented Close, Springfield", "Bengaluru, India", "75011 Paris", "São Paulo, Brasil", "Kraków", "Tokyo, Japan"])
_PHONE = st.sampled_from(["(512) 555-0142", "+44 7700 900123", "+234 1 555 0194", "02 61 91 00 01", "+81 3-5550-0123"])


def judged(**person: str) -> tuple[str, int, Resume]:
    resume = parser().parse(document(_TEMPLATE.format(**person)))
    decision = judge(resume, ROLE, as_of=AS_OF)
    return decision.outcome, decision.score, resume


@settings(max_examples=60)
@given(_FIRST, _LAST, _PRONOUNS, _ADDRESS, _PHONE)
def test_name_pronouns_address_and_contact_change_neither_outcome_nor_score(first: str, last: str, pronouns: str, address: str, phone: str) -> None:
    usual = judged(name="Ana Ferrante", pronouns="", address="Leeds, UK", email="ana@example.com", phone="(512) 555-0142")
    swapped = judged(name=f"{first} {last}", pronouns=pronouns, address=address, email=f"{first[0].lower()}x@example.org", phone=phone)
    assert swapped[:2] == usual[:2]
    assert swapped[2].contact != usual[2].contact


def test_what_the_rules_receive_has_no_field_for_the_person() -> None:
    names = set(judged(name="A B", pronouns="", address="x", email="a@example.com", phone="(512) 555-0142")[2].qualifications.__struct_fields__)
    assert not names & {"name", "contact", "email", "phone", "photo", "gender", "age", "address", "nationality"}
