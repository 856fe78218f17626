"""One document's screening beside its truth, column by column, with the text that each answer rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from screener.decision import Finding, Screening
from screener.document import Span
from screener.evaluation.truth import SKILLS, Truth

Value = str | float | None

_TOLERANCE = 1e-9
"""Years have one decimal; this only forgives what binary fractions add."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One answer. got, expected: as text, alternatives joined by `|`; evidence: the words of the document that it rests on, one a line.

    For the column `skills` there is one comparison for each skill that either side has.
    """

    file: str
    column: str
    got: str
    expected: str
    right: bool
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the truth: what we say, what is true, when they agree, and what ours rests on."""

    name: str
    got: Callable[[Screening], Value]
    expected: Callable[[Truth], tuple[Value, ...]]
    agree: Callable[[Value, Value], bool]
    evidence: Callable[[Screening], str]


def compare(truth: Truth, screening: Screening) -> tuple[Comparison, ...]:
    """Every answer of `screening` beside the truth; a document that nobody can read has only its outcome to compare."""
    unread = screening.outcome == "unreadable"
    outcome = _compare_outcome(truth, screening)
    if truth.readable == "no" or (truth.readable == "scan" and unread):
        return (outcome,)
    columns = tuple(_compare_column(column, truth, screening) for column in _COLUMNS)
    return (*columns, *_compare_skills(truth, screening), outcome)


def _compare_outcome(truth: Truth, screening: Screening) -> Comparison:
    allowed = {"yes": truth.outcome, "scan": (*truth.outcome, "unreadable"), "no": ("unreadable",)}[truth.readable]
    reason = screening.decision.reason if screening.decision else screening.failure.message if screening.failure else ""
    return Comparison(screening.file, "outcome", screening.outcome, "|".join(allowed), screening.outcome in allowed, reason)


def _compare_column(column: _Column, truth: Truth, screening: Screening) -> Comparison:
    got, expected = column.got(screening), column.expected(truth)
    right = screening.decision is not None and any(column.agree(got, value) for value in expected)
    evidence = column.evidence(screening)
    return Comparison(screening.file, column.name, _as_text(got), "|".join(map(_as_text, expected)), right, evidence)


def _compare_skills(truth: Truth, screening: Screening) -> tuple[Comparison, ...]:
    findings = {finding.skill: finding for finding in _findings(screening) if finding.skill}
    found = {skill for skill, finding in findings.items() if finding.verdict == "met"}
    return tuple(
        Comparison(
            screening.file,
            "skills",
            skill if skill in found else "",
            skill if skill in truth.skills else "",
            (skill in found) == (skill in truth.skills),
            _quote(findings[skill].evidence) if skill in findings else "",
        )
        for skill in SKILLS
        if skill not in truth.skills_optional and (skill in found or skill in truth.skills)
    )


def _same(got: Value, expected: Value) -> bool:
    return got == expected


def _near(got: Value, expected: Value) -> bool:
    """Within 0.2 years; nothing dated agrees only with nothing dated."""
    return _within(got, expected, lambda _: 0.2)


def _roughly(got: Value, expected: Value) -> bool:
    """Within a tenth of the truth or half a year, whichever is larger."""
    return _within(got, expected, lambda years: max(0.1 * years, 0.5))


def _within(got: Value, expected: Value, margin: Callable[[float], float]) -> bool:
    if not (isinstance(got, float) and isinstance(expected, float)):
        return got == expected
    return abs(got - expected) <= margin(expected) + _TOLERANCE


def _measure(name: str) -> Callable[[Screening], Value]:
    """A figure of the decision by name; None for an unreadable file."""
    return lambda screening: getattr(screening.decision.measures, name) if screening.decision else None


def _degree_evidence(screening: Screening) -> str:
    degrees = screening.resume.qualifications.degrees if screening.resume else ()
    return _listed(f"[{degree.level}, {degree.status}] {degree.context.text}" for degree in degrees)


def _years_evidence(screening: Screening) -> str:
    """Each position with the months it gave and whether they count."""
    if not (screening.resume and screening.decision):
        return ""
    counted = {job.position: f"{job.months} months, counts: {job.counts}" for job in screening.decision.measures.jobs}
    return _listed(
        f"[{counted.get(index, position.kind)}] {position.dates.span.text if position.dates else 'undated'}: {position.heading.text}"
        for index, position in enumerate(screening.resume.qualifications.positions)
    )


def _listed(texts: Iterable[str]) -> str:
    """One line each."""
    return "\n".join(" ".join(text.split()) for text in texts)


_COLUMNS = (
    _Column("degree_level", _measure("degree_level"), lambda truth: truth.degree_level, _same, _degree_evidence),
    _Column("degree_in_progress", _measure("degree_in_progress"), lambda truth: truth.degree_in_progress, _same, _degree_evidence),
    _Column("degree_related", _measure("degree_related"), lambda truth: truth.degree_related, _same, _degree_evidence),
    _Column("years_experience", _measure("years_experience"), lambda truth: truth.years_experience, _near, _years_evidence),
    _Column("years_backend", _measure("years_relevant"), lambda truth: truth.years_backend, _roughly, _years_evidence),
)
COLUMNS = tuple(column.name for column in _COLUMNS)
"""The columns with one answer a document, outcome and skills apart."""


def _findings(screening: Screening) -> tuple[Finding, ...]:
    return screening.decision.findings if screening.decision else ()


def _quote(evidence: tuple[Span, ...]) -> str:
    return _listed(span.text for span in evidence[:1])


def _as_text(value: Value) -> str:
    return "" if value is None else str(value)
