"""A report about invented people, whose places are known: built by hand, but for the reading of one real PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from screener.decision import Decision, Finding, Importance, JobYears, Measures, Outcome, Screening, Verdict
from screener.document import Document, DocumentFacts, HiddenText, Line, PageImage, Span
from screener.extract.pdf import read_pdf
from screener.extract.pdf.render import render_pages
from screener.report import WantedPages
from screener.resume import Claim, Contact, DateRange, PartialDate, Position, Qualifications, Resume, Skill, SkillMention

FIRST_PAGE = ("Ada Beispiel", "Backend engineer with 12 years of experience", "EDUCATION", "B.Sc. Computer Science, Nowhere, 2014", "EXPERIENCE")
SECOND_PAGE = ("Senior Engineer, Example Works, Mar 2018 - Present", "Java services on PostgreSQL for the parcel desk")
DEGREE, JOB, JAVA, CLAIM = FIRST_PAGE[3], SECOND_PAGE[0], SECOND_PAGE[1], FIRST_PAGE[1]
QUESTIONS = ("Have you finished your degree, and when?", "Is there more work than the document shows?")
LEFT, FIRST_BASELINE, LEADING = 72, 90, 40
"""Of the PDF below, in points from the top left."""


def ada_pdf() -> bytes:
    """Two pages with one line each 40 points."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    for page in (FIRST_PAGE, SECOND_PAGE):
        for number, line in enumerate(page):
            canvas.drawString(LEFT, A4[1] - FIRST_BASELINE - LEADING * number, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def text_document(*lines: str, hidden: tuple[HiddenText, ...] = ()) -> Document:
    """A document without pages."""
    placed, start = [], 0
    for line in lines:
        placed.append(Line(start, start + len(line)))
        start += len(line) + 1
    return Document("\n".join(lines), tuple(placed), DocumentFacts("docx"), hidden=hidden)


def person(
    file: str,
    document: Document,
    outcome: Outcome,
    score: int,
    *,
    name: str | None = None,
    verdicts: Sequence[Verdict] = ("met", "met", "met"),
    quotes: Sequence[str] = ("", "", ""),
    job: str = "",
    claim: str = "",
    skills: Sequence[str] = ("java",),
    degree: str = "bachelor",
    years: float | None = 8.7,
    flags: tuple[str, ...] = (),
    data: bytes = b"",
    reason: str = "",
    questions: tuple[str, ...] = (),
) -> Screening:
    """A person of a role that asks for a degree, years and Java. quotes: the words of the document for each; empty for none."""
    asked: tuple[tuple[str, Importance, str], ...] = (
        ("degree", "required", ""), ("experience", "required", ""), ("java", "preferred", "java"),
    )  # fmt: skip
    findings = tuple(
        Finding(
            key, f"The role asks for {key}.", importance, key, verdict, f"About {key}.", (_span(document, quote),) if quote else (), skill=skill
        )
        for (key, importance, skill), verdict, quote in zip(asked, verdicts, quotes, strict=True)
    )
    measures = Measures(
        degree_level=degree, degree_field="Computer Science", years_experience=years, years_relevant=years, years_low=years, years_high=years,
        years_claimed=12.0 if claim else None, jobs=(JobYears(0, 104, "yes", "counts: Senior Engineer"),) if job else (),
    )  # fmt: skip
    qualifications = Qualifications(
        positions=(_position(document, job),) if job else (),
        skills=tuple(Skill(skill, (_mention(document, 0 if job else None),)) for skill in skills),
        claims=(Claim(_span(document, claim), 12.0, _span(document, claim)),) if claim else (),
    )
    contact = Contact(name=_span(document, name) if name else None)
    return Screening(
        file, hashlib.sha256(data or file.encode("utf-8", "surrogatepass")).hexdigest(), Resume(document, qualifications, contact),
        Decision(outcome, score, reason or f"Reason for {outcome}.", findings, measures), flags=flags, questions=questions,
    )  # fmt: skip


def _span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return document.span(start, start + len(words))


def _position(document: Document, heading: str) -> Position:
    span = _span(document, heading)
    return Position(span, span, "job", title=span, dates=DateRange(span, PartialDate(2018, 3), current=True))


def _mention(document: Document, position: int | None) -> SkillMention:
    whole = document.span(0, min(4, len(document.text)))
    return SkillMention(whole, whole, "skills", "held", position)


def ada() -> Screening:
    """A person with a real PDF: quotes on both of its pages."""
    return person(
        "ada.pdf", read_pdf(ada_pdf()), "meets", 90, name="Ada Beispiel", quotes=(DEGREE, JOB, JAVA), job=JOB, claim=CLAIM, data=ada_pdf(),
        skills=("java", "postgresql"),
    )  # fmt: skip


def bruno() -> Screening:
    """A person with a Word file, which has no pages, a wide character before the quote, and text that nobody sees."""
    document = text_document(
        "Bruno Muster 🚢", "M.Sc. Physics, 2011", "Engineer since 2022", hidden=(HiddenText("python java kubernetes expert", 1, "colour"),)
    )
    return person(
        "inbox/bruno.docx", document, "review", 60, name="Bruno Muster", verdicts=("unclear", "met", "not_met"),
        quotes=("M.Sc. Physics, 2011", "Engineer since 2022", ""), skills=("python",), degree="master", years=4.8, flags=("hidden-text",), questions=QUESTIONS,
    )  # fmt: skip


def chiara() -> Screening:
    """A person who is ruled out."""
    document = text_document("Chiara Ficticia", "Florist since 2020")
    return person(
        "chiara.docx", document, "does_not_meet", 20, name="Chiara Ficticia", verdicts=("unclear", "not_met", "not_met"),
        quotes=("", "Florist since 2020", ""), skills=(), degree="none", years=0.0,
    )  # fmt: skip


def crowd(count: int) -> Iterator[Screening]:
    """So many people of all outcomes, each with a text of usual length."""
    outcomes: tuple[Outcome, ...] = ("meets", "review", "does_not_meet")
    for number in range(count):
        name = f"Person Number{number:04}"
        document = text_document(name, "B.Sc. Computer Science, 2014", *[f"• Line {line} about services, queues and databases" for line in range(60)])
        yield person(
            f"p{number:04}.pdf", document, outcomes[number % 3], number % 101, name=name, quotes=("B.Sc. Computer Science, 2014", "", ""),
            skills=("java",) if number % 2 else ("python", "sql"), years=number % 200 / 10,
        )  # fmt: skip


def draw_ada(wanted: Sequence[WantedPages]) -> Iterator[Sequence[PageImage]]:
    """Pictures of Ada's pages; nobody else has any."""
    return (render_pages(ada_pdf(), request.pages) for request in wanted)
