"""One screening as the page needs it: a row of the table, and the details that are read when the person is opened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from screener.decision import Decision, Finding, Measures, Outcome, Screening
from screener.document import ReadingVerdict, Span
from screener.report.cells import printable
from screener.report.html.career import job_data, other_skill_data, skill_data
from screener.report.html.places import Places
from screener.report.jsonl import json_line
from screener.report.rows import summary_row
from screener.resume import Resume
from screener.taxonomy.skills import load_skills
from screener.taxonomy.spoken import load_spoken_languages

ROW_FIELDS = (
    "id", "sha256", "file", "name", "outcome", "score", "degree", "field", "related", "studying", "years", "low", "high", "total",
    "claimed", "skills", "flags", "reason",
)  # fmt: skip
"""The order of `Person.row`, told to the page once."""

_NO_MEASURES = Measures(degree_level="")
_LETTERS = {"met": "m", "unclear": "u", "not_met": "n"}
_ID_LENGTH = 12
_MOST_FONTS = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement as the page heads it. name: short, for a person."""

    id: str
    name: str
    text: str
    importance: str


@dataclass(frozen=True, slots=True)
class Person:
    """What the page holds of one file. row: JSON of the values of ROW_FIELDS; details: JSON, read when the person is opened.

    asked, verdicts: each requirement, and its letter: m(et), u(nclear), n(ot met).
    page_count: pages that a picture can be made of, 0 for a format without pages. evidence_pages: those that something is quoted from.
    """

    id: str
    row: bytes
    details: bytes
    outcome: Outcome = "unreadable"
    score: int = 0
    asked: tuple[Asked, ...] = ()
    verdicts: str = ""
    skills: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    reading: ReadingVerdict = "failed"
    page_count: int = 0
    evidence_pages: tuple[int, ...] = ()


def person_id(file: str, sha256: str) -> str:
    """A person's place in the page (`report.html#p=ID`): the same in every run over the same file of the same name."""
    return hashlib.sha256(sha256.encode() + b"\0" + file.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH]


def person_of(screening: Screening, as_of: date) -> Person:
    """Reduce a screening to what the page shows of it."""
    resume, decision = screening.resume, screening.decision
    row = json_line(_row(screening))
    if resume is None or decision is None:
        return Person(person_id(screening.file, screening.sha256), row, json_line({"twins": _twins(screening)}), flags=screening.flags)
    places = Places(resume.document)
    return Person(
        id=person_id(screening.file, screening.sha256),
        row=row,
        details=json_line(_details(resume, decision, places, as_of) | {"twins": _twins(screening), "ask": _asked_of(screening)}),
        outcome=screening.outcome,
        score=decision.score,
        asked=tuple(map(_asked, decision.findings)),
        verdicts="".join(_LETTERS[finding.verdict] for finding in decision.findings),
        flags=screening.flags,
        skills=_held_skills(screening),
        reading=resume.qualifications.reading.verdict,
        page_count=resume.document.facts.page_count if resume.document.facts.format == "pdf" else 0,
        evidence_pages=_evidence_pages(resume, decision, places),
    )


def _row(screening: Screening) -> tuple[Any, ...]:
    """The values of ROW_FIELDS."""
    summary, decision = summary_row(screening), screening.decision
    measures = decision.measures if decision else _NO_MEASURES
    return (
        person_id(screening.file, screening.sha256), screening.sha256, summary.file, summary.candidate, summary.outcome, summary.score,
        measures.degree_level, printable(measures.degree_field), measures.degree_related, measures.degree_in_progress,
        measures.years_relevant, measures.years_low, measures.years_high, measures.years_experience, measures.years_claimed,
        _held_skills(screening), [printable(flag) for flag in screening.flags], summary.reason,
    )  # fmt: skip


def _held_skills(screening: Screening) -> tuple[str, ...]:
    """Names of all skills that the person has, implied ones as well, for the filter."""
    if screening.resume is None:
        return ()
    names = load_skills().skills
    held = (skill.id for skill in screening.resume.qualifications.skills if skill.held)
    return tuple(names[key].name if key in names else key for key in held)


def _asked(finding: Finding) -> Asked:
    return _asked_once(finding.requirement, finding.skill, finding.text, finding.importance)


@lru_cache(maxsize=1000)
def _asked_once(requirement: str, skill: str, text: str, importance: str) -> Asked:
    """A role asks everybody the same."""
    names = load_skills().skills
    name = names[skill].name if skill in names else requirement.replace("-", " ").capitalize()
    return Asked(requirement, printable(name), printable(text), importance)


def _details(resume: Resume, decision: Decision, places: Places, as_of: date) -> dict[str, Any]:
    qualifications, document = resume.qualifications, resume.document
    return {
        "text": document.text,
        "lines": places.lines(),
        "findings": [
            {"id": finding.requirement, "reason": printable(finding.reason), "at": [places.piece(span) for span in finding.evidence]}
            for finding in decision.findings
        ],
        "jobs": job_data(qualifications, decision.measures, places, as_of),
        "skills": [*skill_data(qualifications, places), *other_skill_data(resume.other_skills, places)],
        "degrees": [
            {
                "level": degree.level, "status": degree.status, "at": places.piece(degree.context), "note": printable(degree.equivalence),
            }
            for degree in qualifications.degrees
        ],
        "claims": [{"years": claim.years, "at": places.piece(claim.context)} for claim in qualifications.claims],
        "hidden": [{"text": printable(piece.text), "page": piece.page, "why": piece.reason} for piece in document.hidden],
        "pages": document.facts.page_count,
        "made": _made(resume),
        "doubts": [printable(reason) for reason in qualifications.reading.reasons],
        "contact": [printable(span.text) for span in (*resume.contact.emails, *resume.contact.phones)],
    }  # fmt: skip


def _asked_of(screening: Screening) -> list[str]:
    return [printable(question) for question in screening.questions]


def _made(resume: Resume) -> list[tuple[str, str]]:
    """What the file says of itself, (what, value), as far as it says anything."""
    facts, names = resume.document.facts, load_spoken_languages().titles
    languages = resume.written_in or (resume.qualifications.language,)
    more = len(facts.fonts) - _MOST_FONTS
    told = (
        ("Format", facts.format),
        ("Pages", str(facts.page_count)),
        ("Language", ", ".join(names.get(each, each) for each in languages)),
        ("Made by", facts.producer),
        ("Created", facts.created.isoformat() if facts.created else ""),
        ("Changed", facts.modified.isoformat() if facts.modified and facts.modified != facts.created else ""),
        ("Fonts", ", ".join(facts.fonts[:_MOST_FONTS]) + (f" and {more} more" if more > 0 else "")),
        ("Read with", ", ".join(dict.fromkeys(facts.readers))),
    )
    return [(what, printable(value)) for what, value in told if value]


def _twins(screening: Screening) -> list[dict[str, str]]:
    return [{"file": printable(twin.file), "likeness": twin.likeness} for twin in screening.duplicates]


def _evidence_pages(resume: Resume, decision: Decision, places: Places) -> tuple[int, ...]:
    spans: list[Span] = [span for finding in decision.findings for span in finding.evidence]
    spans += [position.heading for position in resume.qualifications.positions]
    pages = {page for span in spans for page in places.pages(span)} | {piece.page for piece in resume.document.hidden}
    return tuple(sorted(pages))
