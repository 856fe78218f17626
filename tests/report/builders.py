"""Screenings of invented people, built by hand: no reading, no parsing, no judging."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from screener.decision import Decision, Failure, Finding, Importance, Measures, Outcome, Screening, Verdict
from screener.document import Document, DocumentFacts, Line, Span
from screener.report import IgnoredPath, RunRecord
from screener.resume import Contact, Qualifications, Resume

RUN = RunRecord(
    program="1.2.3",
    role_id="senior-backend",
    role_version=1,
    role_title="Senior Backend Engineer",
    as_of=date(2026, 11, 1),
    tools={"pypdfium2": "5.0", "pdfplumber": "0.11.7"},
    options={"reader": "auto", "ocr": False},
    ignored=(IgnoredPath("notes.xyz", "other suffix"), IgnoredPath(".hidden.pdf", "dotfile")),
)


def span(text: str, *, page: int = 1, line: int = 1) -> Span:
    return Span(text, 0, len(text), page, line)


def document(text: str) -> Document:
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(start, start + len(part)))
        start += len(part) + 1
    return Document(text, tuple(lines), DocumentFacts("pdf"))


def finding(
    requirement: str = "degree",
    verdict: Verdict = "met",
    *,
    importance: Importance = "required",
    reason: str = "Bachelor's degree in Computer Science.",
    quote: str | None = "B.Sc. Computer Science, 2014",
    skill: str = "",
    mentioned: bool = True,
    page: int = 1,
    line: int = 7,
) -> Finding:
    evidence = () if quote is None else (span(quote, page=page, line=line), span("weaker", page=9, line=99))
    return Finding(
        requirement, f"The role asks for {requirement}.", importance, "skills" if skill else "degree", verdict, reason, evidence,
        skill=skill, mentioned=mentioned,
    )


MEASURES = Measures(
    degree_level="bachelor", degree_field="Computer Science", degree_related="yes", years_experience=9.0, years_low=6.5, years_high=7.3,
    years_relevant=7.0, years_claimed=10.0,
)


def screening(
    file: str = "ada.pdf",
    outcome: Outcome = "meets",
    score: int = 80,
    *,
    name: str | None = "Ada Beispiel",
    emails: tuple[str, ...] = ("ada@example.org",),
    phones: tuple[str, ...] = ("+44 20 7946 0000",),
    reason: str = "Everything that is required is there.",
    findings: tuple[Finding, ...] = (),
    measures: Measures = MEASURES,
    flags: tuple[str, ...] = (),
    text: str = "Ada Beispiel\nB.Sc. Computer Science, 2014",
    sha256: str = "ab" * 32,
) -> Screening:
    """A file that was read. For one that was not, see `unreadable`."""
    contact = Contact(
        name=None if name is None else span(name), emails=tuple(span(each) for each in emails), phones=tuple(span(each) for each in phones)
    )
    return Screening(
        file, sha256, Resume(document(text), Qualifications(), contact), Decision(outcome, score, reason, findings, measures), flags=flags
    )


def unreadable(file: str = "locked.pdf", code: str = "encrypted") -> Screening:
    failure = Failure(code, "The file is protected with a password.", "Ask for a copy without one.")
    return Screening(file, "cd" * 32, failure=failure, flags=("encrypted",))


def renamed(original: Screening, file: str) -> Screening:
    return replace(original, file=file)
