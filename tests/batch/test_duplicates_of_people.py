"""Whose files are linked, from real readings: other formats, newer versions, namesakes, shared templates, mistyped addresses."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import docx
from fpdf import FPDF

from screener.batch.duplicates import link_duplicates
from screener.decision import Screening
from screener.extract import extract
from screener.parse import Parser, build_parser
from screener.resume import Resume
from screener.rules import load_role
from screener.screening import judge
from tests.parse.builders import document

NORA = """Nora Quist
Rensburg | nora.quist@example.org | +49 151 2345678
Summary
Backend engineer who likes dull systems: they run, they are watched, and nobody is called out for them at night.
Experience
Backend Engineer, Tandem Freight	03/2019 - Present
• Built the booking service in Python with Django, which takes forty thousand orders on a busy day.
• Moved the ledgers from MySQL to PostgreSQL over one winter, a table a week, and without a lost entry.
• Wrote the import of timetables from six railways, each with a format and with mistakes of its own.
Software Developer, Alder Mills	01/2015 - 02/2019
• Kept the planning of four mills running in Java, and wrote the tests that were missing for years.
• Replaced the nightly copy of files by a queue, so that a broken line no longer stopped all the others.
Education
MSc Computer Science, Alder University, 2010 - 2014
Skills
Python, Java, Django, PostgreSQL, Docker, Git"""

NEWER = NORA.replace("03/2019 - Present", "03/2019 - 06/2025").replace(
    "Experience\n",
    "Experience\nStaff Engineer, Heron Energy\t07/2025 - Present\n• Leads the design of the meter services for two million homes.\n"
    "• Set the rules for how the teams describe and version what their services offer to each other.\n",
)

NAMESAKE = """Nora Quist
Ellerau | n.quist@example.net
Profile
Nurse on an intensive care ward, used to nights, with a training in palliative care.
Work
Nurse, Linden Hospital	04/2016 - Present
• Looks after up to four patients at a time, and trains those who are new on the ward.
Training
Nursing school, Linden Hospital, 2013 - 2016"""

TEMPLATE = """{name}
{mail}
Summary
I am a motivated and reliable professional who is looking for a new challenge in an international environment.
Experience
{jobs}
Education
{degree}
Languages
English, German
References available upon request"""


@cache
def parser() -> Parser:
    return build_parser()


def read(text: str) -> Resume:
    return parser().parse(document(text))


def links(**texts: str | Resume) -> dict[str, dict[str, str]]:
    """For each file the others that it is linked with, and how."""
    role, rows = load_role("senior-backend"), []
    for file, text in texts.items():
        resume = read(text) if isinstance(text, str) else text
        rows.append(Screening(file, f"of {file}", resume, judge(resume, role, as_of=date(2026, 11, 1))))
    return {row.file: {other.file: other.likeness for other in row.duplicates} for row in link_duplicates(rows)}


def test_a_resume_as_pdf_and_as_word_is_one_person_s(tmp_path: Path) -> None:
    plain = NORA.replace("\t", "  ").replace("•", "-")
    pdf, word = FPDF(), docx.Document()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in plain.split("\n"):
        pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
        word.add_paragraph(line)
    pdf.output(str(tmp_path / "nora.pdf"))
    word.save(str(tmp_path / "nora.docx"))
    found = links(**{name: parser().parse(extract(tmp_path / name)) for name in ("nora.pdf", "nora.docx")}, other=NAMESAKE)
    assert set(found["nora.pdf"]) == {"nora.docx"}
    assert found["nora.pdf"]["nora.docx"] in {"same-text", "similar-text"}
    assert found["other"] == {}


def test_a_newer_version_is_linked_by_the_address() -> None:
    assert links(old=NORA, new=NEWER)["old"] == {"new": "same-person"}


def test_a_newer_version_is_linked_though_address_and_number_have_changed() -> None:
    moved = NEWER.replace("Rensburg | nora.quist@example.org | +49 151 2345678", "Ellerau | quist@heron.example | 0170 9876543")
    assert links(old=NORA, new=moved)["new"] == {"old": "same-person"}


def test_a_mistyped_address_parts_no_versions_of_one_person() -> None:
    mistyped = NEWER.replace("nora.quist@example.org | +49 151 2345678", "nora.qiust@example.org")
    assert links(old=NORA, new=mistyped)["old"] == {"new": "same-person"}
    assert links(one=NORA, other=NORA.replace("nora.quist@", "nora.qiust@"))["one"]["other"] in {"similar-text", "same-person"}


def test_namesakes_are_two_people() -> None:
    assert links(engineer=NORA, nurse=NAMESAKE) == {"engineer": {}, "nurse": {}}


def test_one_template_makes_no_two_people_one() -> None:
    first = TEMPLATE.format(
        name="Ida Holm", mail="ida.holm@example.org", jobs="Baker, Elm Bakery\t2015 - 2019\n• Bread and rolls for nine shops.", degree="Baker, 2014"
    )
    second = TEMPLATE.format(
        name="Tom Vane", mail="tom.vane@example.org", jobs="Driver, Heron Coaches\t2012 - 2020\n• Night lines to the coast.", degree="Driver, 2011"
    )
    assert links(first=first, second=second) == {"first": {}, "second": {}}


def test_namesakes_with_one_template_are_two_people() -> None:
    jobs = (
        "Baker, Elm Bakery\t2015 - 2019\n• Bread and rolls for nine shops, from two in the morning.\n• Trained three apprentices.",
        "Driver, Heron Coaches\t2012 - 2020\n• Night lines to the coast and back with fifty guests.\n• Spoke for the drivers' council.",
    )
    one, other = (
        TEMPLATE.format(name="Ida Holm", mail=f"{mail}@example.org", jobs=work, degree=degree)
        for mail, work, degree in zip(("ida", "holm"), jobs, ("Baker, Elm School, 2014", "Coach driver, Heron School, 2011"), strict=True)
    )
    assert links(one=one, other=other) == {"one": {}, "other": {}}
