"""Small documents of invented people, and a way to call the command line as a shell would."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fpdf import FPDF

from screener.cli import main

BACKEND = """Mira Testova
mira.testova@example.org

Experience
Senior Backend Engineer, Example Works GmbH
01/2015 - 12/2022
Built REST APIs in Python with Django and PostgreSQL
Ran services in Docker with CI/CD pipelines and Git

Education
BSc Computer Science, Example University, 2010 - 2014

Skills
Python, PostgreSQL, Docker, Git"""

BAKER = """Otto Probe

Experience
Baker, Example Bakery
03/2012 - 10/2025
Baked bread and trained apprentices

Education
Diploma of the bakers' guild, 2011"""


def write_pdf(path: Path, text: str) -> Path:
    """A one-page PDF with the lines of `text`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pdf = FPDF()
    pdf.set_creation_date(datetime(2026, 10, 1, tzinfo=UTC))
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in text.splitlines():
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    path.write_bytes(bytes(pdf.output()))
    return path


def screen(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    """The exit status of `screen ARGUMENTS`."""
    monkeypatch.setattr(sys, "argv", ["screen", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    code = stopped.value.code
    return code if isinstance(code, int) else 0
