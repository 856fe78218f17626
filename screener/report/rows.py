"""Screenings as rows: the columns of the output contract, each a name, a kind and where its value comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from screener.decision import OUTCOMES, Finding, Measures, Outcome, Screening
from screener.document import DocumentFacts, Reading, Span
from screener.report.cells import joined, printable
from screener.resume import Contact

Cell = str | int | float | None
Row = tuple[Cell, ...]
Kind = Literal["text", "integer", "decimal"]
Source = TypeVar("Source")

_NO_MEASURES = Measures(degree_level="")
_NO_CONTACT = Contact()
_NO_FACTS = DocumentFacts("")
_NO_READING = Reading()


@dataclass(frozen=True, slots=True)
class Column(Generic[Source]):
    """A column of a table. kind: `text` is never missing (empty instead); `integer` and `decimal` are None where nothing is known."""

    name: str
    kind: Kind
    value: Callable[[Source], Cell]


@dataclass(frozen=True, slots=True)
class FindingOf:
    """A finding of the file that it belongs to. quote: the strongest evidence."""

    file: str
    finding: Finding
    quote: Span | None


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """What a terminal shows of one file; all text is printable and on one line."""

    file: str
    candidate: str
    outcome: Outcome
    score: int | None
    degree_level: str
    years_relevant: float | None
    reason: str


def _measures(screening: Screening) -> Measures:
    return screening.decision.measures if screening.decision else _NO_MEASURES


def _contact(screening: Screening) -> Contact:
    return screening.resume.contact if screening.resume else _NO_CONTACT


def _facts(screening: Screening) -> DocumentFacts:
    return screening.resume.document.facts if screening.resume else _NO_FACTS


def _reading(screening: Screening) -> Reading:
    return screening.resume.qualifications.reading if screening.resume else _NO_READING


def _languages(screening: Screening) -> str:
    """The languages of the text, the main one first."""
    resume = screening.resume
    return joined(resume.written_in or (resume.qualifications.language,)) if resume else ""


def _candidate(screening: Screening) -> str:
    return printable(screening.name)


def _score(screening: Screening) -> int | None:
    return screening.decision.score if screening.decision else None


def _reason(screening: Screening) -> str:
    if screening.decision:
        return printable(screening.decision.reason)
    failure = screening.failure
    return printable(f"{failure.message} {failure.advice}".strip()) if failure else ""


def _single_skills(screening: Screening) -> tuple[Finding, ...]:
    """The findings whose requirement names exactly one skill, in role order."""
    findings = screening.decision.findings if screening.decision else ()
    return tuple(finding for finding in findings if finding.skill)


def _skills_found(screening: Screening) -> str:
    return joined(finding.skill for finding in _single_skills(screening) if finding.verdict == "met")


def _skills_missing(screening: Screening) -> str:
    return joined(finding.skill for finding in _single_skills(screening) if finding.verdict == "not_met" and not finding.mentioned)


def _texts(spans: tuple[Span, ...]) -> str:
    return joined(span.text for span in spans)


CANDIDATE_COLUMNS: tuple[Column[Screening], ...] = (
    Column("file", "text", lambda screening: printable(screening.file)),
    Column("candidate", "text", _candidate),
    Column("outcome", "text", lambda screening: screening.outcome),
    Column("score", "integer", _score),
    Column("degree_level", "text", lambda screening: _measures(screening).degree_level),
    Column("degree_field", "text", lambda screening: printable(_measures(screening).degree_field)),
    Column("degree_related", "text", lambda screening: _measures(screening).degree_related),
    Column("degree_in_progress", "text", lambda screening: _measures(screening).degree_in_progress),
    Column("years_experience", "decimal", lambda screening: _measures(screening).years_experience),
    Column("years_low", "decimal", lambda screening: _measures(screening).years_low),
    Column("years_high", "decimal", lambda screening: _measures(screening).years_high),
    Column("years_relevant", "decimal", lambda screening: _measures(screening).years_relevant),
    Column("years_claimed", "decimal", lambda screening: _measures(screening).years_claimed),
    Column("skills_found", "text", _skills_found),
    Column("skills_missing", "text", _skills_missing),
    Column("flags", "text", lambda screening: joined(screening.flags)),
    Column("reason", "text", _reason),
    Column("sha256", "text", lambda screening: screening.sha256),
    Column("email", "text", lambda screening: _texts(_contact(screening).emails)),
    Column("phone", "text", lambda screening: _texts(_contact(screening).phones)),
    Column("duplicates", "text", lambda screening: joined(duplicate.file for duplicate in screening.duplicates)),
    Column("reading", "text", lambda screening: _reading(screening).verdict if screening.resume else ""),
    Column("reading_doubts", "text", lambda screening: joined(_reading(screening).reasons)),
    Column("language", "text", _languages),
    Column("format", "text", lambda screening: _facts(screening).format),
    Column("producer", "text", lambda screening: printable(_facts(screening).producer)),
    Column("pages", "integer", lambda screening: _facts(screening).page_count if screening.resume else None),
)

FINDING_COLUMNS: tuple[Column[FindingOf], ...] = (
    Column("file", "text", lambda item: printable(item.file)),
    Column("requirement", "text", lambda item: printable(item.finding.requirement)),
    Column("importance", "text", lambda item: item.finding.importance),
    Column("verdict", "text", lambda item: item.finding.verdict),
    Column("reason", "text", lambda item: printable(item.finding.reason)),
    Column("quote", "text", lambda item: printable(item.quote.text) if item.quote else ""),
    Column("page", "integer", lambda item: item.quote.page if item.quote else None),
    Column("line", "integer", lambda item: item.quote.line if item.quote else None),
)


def candidate_row(screening: Screening) -> Row:
    """The cells of a file, in the order of CANDIDATE_COLUMNS."""
    return tuple(column.value(screening) for column in CANDIDATE_COLUMNS)


def finding_rows(screening: Screening) -> tuple[Row, ...]:
    """The cells of each requirement's finding, in role order and the order of FINDING_COLUMNS; none for an unreadable file."""
    findings = screening.decision.findings if screening.decision else ()
    items = (FindingOf(screening.file, finding, finding.evidence[0] if finding.evidence else None) for finding in findings)
    return tuple(tuple(column.value(item) for column in FINDING_COLUMNS) for item in items)


def summary_row(screening: Screening) -> SummaryRow:
    """What a terminal shows of a file."""
    measures = _measures(screening)
    return SummaryRow(
        file=printable(screening.file),
        candidate=_candidate(screening),
        outcome=screening.outcome,
        score=_score(screening),
        degree_level=measures.degree_level,
        years_relevant=measures.years_relevant,
        reason=_reason(screening),
    )


def sort_key(screening: Screening) -> tuple[int, int, str]:
    """The order of every output: outcome, then score with the highest first, then file."""
    return OUTCOMES.index(screening.outcome), -(_score(screening) or 0), screening.file
