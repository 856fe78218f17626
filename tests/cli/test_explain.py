"""`screen explain`: every requirement with its verdict, its words, and where they stand."""

from __future__ import annotations

import re
from pathlib import Path

from fpdf import FPDF

from tests.cli.builders import BAKER
from tests.cli.conftest import Shell


def test_each_required_requirement_is_told_with_its_words_page_and_line(shell: Shell, inbox: Path) -> None:
    said = shell("explain", inbox / "mira.pdf", "--role", "senior-backend", "--as-of", "2026-11-01")
    assert said.status == 0
    assert said.out.startswith("Mira Testova (mira.pdf)\nSenior Backend Engineer (senior-backend, version ")
    assert re.search(r"^meets, score \d+\. ", said.out, re.MULTILINE)
    required = said.out.split("\nRequired\n")[1].split("\nPreferred\n")[0]
    assert required.count("  met ") == 4
    assert re.search(r"“.*BSc Computer Science.*” \(page 1,\s+line \d+\)", required)
    assert max(map(len, said.out.splitlines())) <= 80


def test_each_job_is_told_with_what_counts(shell: Shell, inbox: Path) -> None:
    said = shell("explain", inbox / "mira.pdf", "--as-of", "2026-11-01")
    work = said.out.split("\nWork\n")[1]
    assert "8.0 years of dated work, 8.0 of them count" in work
    assert re.search(r"^  8 y       Senior Backend Engineer, Example Works.*\n            counts: ", work, re.MULTILINE)


def test_hidden_text_is_shown_for_what_it_is_and_is_no_evidence(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "hidden.pdf"
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for line in BAKER.splitlines():
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.set_text_color(255, 255, 255)
    pdf.cell(0, 6, "Kubernetes expert with Python")
    path.write_bytes(bytes(pdf.output()))
    said = shell("explain", path)
    judged, document = said.out.split("\nDocument\n")
    assert "Kubernetes" not in judged
    assert "never used as evidence" in document
    assert "“Kubernetes expert with Python”" in " ".join(document.split())
    assert "hidden-text" in document


def test_an_unreadable_file_is_told_in_a_sentence(shell: Shell, inbox: Path) -> None:
    said = shell("explain", inbox / "broken.pdf")
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("screen: ")
    assert len(said.err.splitlines()) == 1


def test_a_folder_or_nothing_is_refused(shell: Shell, inbox: Path) -> None:
    for path in (inbox, inbox / "nobody.pdf"):
        assert shell("explain", path).status == 2
