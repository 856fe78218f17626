"""`screen explain`: every requirement with its verdict, its words, and where they stand."""

from __future__ import annotations

import re
from pathlib import Path

from fpdf import FPDF

from tests.cli.builders import BACKEND, BAKER, write_pdf
from tests.cli.conftest import Shell

INVOICE = """INVOICE No. 4711
Date: 3 March 2026
Bill to: Example Works GmbH
Description  Quantity  Unit price  Amount
Python consulting  12  85.00  1,020.00
Subtotal 1,020.00
VAT 20% 204.00
Total due 1,224.00
Payment due within 30 days. IBAN DE00 0000 0000 0000"""


def test_each_required_requirement_is_told_with_its_words_page_and_line(shell: Shell, inbox: Path) -> None:
    said = shell("explain", inbox / "mira.pdf", "--role", "senior-backend", "--as-of", "2026-11-01")
    assert said.status == 0
    assert said.out.startswith("Mira Testova (mira.pdf)\nSenior Backend Engineer (senior-backend, version ")
    assert re.search(r"^meets, score \d+\. ", said.out, re.MULTILINE)
    required = said.out.split("\nRequired\n")[1].split("\nPreferred\n")[0]
    assert required.count("  met ") == 4
    assert re.search(r"“.*BSc Computer Science.*”\s+\(page 1,\s+line\s+\d+\)", required)
    assert max(map(len, said.out.splitlines())) <= 80


def test_each_job_is_told_with_what_counts(shell: Shell, inbox: Path) -> None:
    said = shell("explain", inbox / "mira.pdf", "--as-of", "2026-11-01")
    work = said.out.split("\nWork\n")[1]
    assert "8.0 years of dated work; all of it counts for the role." in work
    assert re.search(r"^  8 y       Senior Backend Engineer, Example Works GmbH · 01/2015 - 12/2022\s+\(page 1,\s+line 4\)$", work, re.MULTILINE)
    assert re.search(r"^            counts, going by its title$", work, re.MULTILINE)


def test_words_are_quoted_once_and_then_by_their_place(shell: Shell, inbox: Path) -> None:
    out = shell("explain", inbox / "mira.pdf", "--as-of", "2026-11-01").out
    quotes = re.findall(r"“[^”]*”", " ".join(out.split()))
    assert len(quotes) == len(set(quotes)) > 4
    assert re.search(r"SQL: implied by PostgreSQL, used in a job [^“]*\(quoted\s+above,\s+page\s+1,\s+line\s+6\)", out)


def test_places_have_a_page_where_there_is_more_than_one(shell: Shell, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "long.pdf", BACKEND.replace("Education", "\n".join(["Ran it well"] * 60) + "\nEducation"))
    assert re.search(r"BSc Computer Science.*”\s+\(page\s+2,\s+line", shell("explain", path).out)


def test_what_is_open_comes_with_a_question(shell: Shell, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "otto.pdf", BACKEND.replace("BSc Computer Science, Example University, 2010 - 2014", "School, 2010"))
    out = shell("explain", path, "--as-of", "2026-11-01").out
    assert "\nreview, score" in out
    assert "\nTo ask\n  Do you hold a bachelor's degree" in out
    assert "\nTo ask\n" not in shell("explain", tmp_path / "inbox" / "mira.pdf").out


def test_what_is_not_mentioned_is_told_by_its_name_in_one_sentence(shell: Shell, inbox: Path) -> None:
    out = shell("explain", inbox / "mira.pdf").out
    assert re.search(r"^  Not mentioned: .*Node\.js, Java", out, re.MULTILINE)
    assert out.count("Not mentioned") == 1


def test_a_document_that_is_no_resume_is_not_gone_through(shell: Shell, tmp_path: Path) -> None:
    bill = write_pdf(tmp_path / "bill.pdf", INVOICE)
    for audience in ("colleague", "candidate"):
        out = shell("explain", bill, "--for", audience).out
        assert "does not look like a résumé" in " ".join(out.split())
        assert "May we have your résumé?" in " ".join(out.split())
        assert "Python" not in out


def test_skills_are_told_by_how_they_were_used(shell: Shell, inbox: Path) -> None:
    out = shell("explain", inbox / "mira.pdf", "--as-of", "2026-11-01").out
    skills = " ".join(out.split("\nSkills\n")[1].split("\n\n")[0].split())
    assert "In earlier jobs: " in skills
    assert "Python 8.0 y until 2022 (page 1, line 6)" in skills
    recent = " ".join(shell("explain", inbox / "mira.pdf", "--as-of", "2024-01-01").out.split())
    assert "In jobs of the last 3 years: " in recent
    assert "Named, but in no dated job" not in recent


def test_flags_are_told_in_words(shell: Shell, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "undated.pdf", BACKEND.replace("01/2015 - 12/2022\n", ""))
    assert "undated-jobs: Jobs without dates: their years cannot be counted." in shell("explain", path).out


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


def test_what_is_listed_and_not_known_is_told_with_its_place(shell: Shell, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "mira.pdf", BACKEND + "\nSkills\nPython, Quibbler, Zork Watch, Docker")
    out = " ".join(shell("explain", path, "--as-of", "2026-11-01").out.split())
    assert re.search(r"Listed besides, and not known to the program: Quibbler, Zork Watch \(page 1, line \d+\)\.", out)
    told = " ".join(shell("explain", path, "--for", "candidate", "--as-of", "2026-11-01").out.split())
    assert "so they count neither for nor against you: Quibbler, Zork Watch." in told


def test_a_line_that_the_page_broke_is_quoted_as_the_sentence_that_it_is_part_of(shell: Shell, tmp_path: Path) -> None:
    duty = "- Keeps the ledgers of forty shops in PostgreSQL, with a copy in every town where they are needed and a rehearsal of the loss"
    path = tmp_path / "wrapped.pdf"
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=11)
    for line in [*BACKEND.split("\n")[:6], duty, *BACKEND.split("\n")[6:]]:
        made.multi_cell(0, 5.2, line or " ", new_x="LMARGIN", new_y="NEXT")
    made.output(str(path))
    out = " ".join(shell("explain", path, "--as-of", "2026-11-01").out.split())
    assert "in PostgreSQL, with a copy in every town where they are needed and a rehearsal of the loss” (page 1, line" in out


def test_a_title_is_not_given_twice_as_the_reason_for_a_job(shell: Shell, inbox: Path) -> None:
    work = shell("explain", inbox / "mira.pdf", "--as-of", "2026-11-01").out.split("\nWork\n")[1]
    assert "counts, going by its title" in work
    assert "counts: Senior Backend Engineer" not in work


def test_words_that_a_reason_gives_are_not_quoted_again_under_it(shell: Shell, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "course.pdf", BACKEND.replace("Education", "Education\nCoursework: Kanban and Scrum", 1))
    for asked in ((), ("--for", "candidate")):
        out = " ".join(shell("explain", path, "--as-of", "2026-11-01", *asked).out.split())
        assert out.count("“Coursework: Kanban and Scrum”") == 1
        assert re.search(r"“Coursework: Kanban and Scrum”\. \(page 1, line \d+\)", out)
