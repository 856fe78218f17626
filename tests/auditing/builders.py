"""Judged people by the dozen, and what they said of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from screener.auditing import Groups, JudgedPerson, JudgedRun
from screener.decision import Outcome, Verdict

DAY = date(2026, 11, 24)


def people(outcomes: Iterable[Outcome], *, start: int = 0, scores: Iterable[int] = (), verdict: Verdict = "met") -> list[JudgedPerson]:
    """One person for each outcome, named p0.pdf, p1.pdf …"""
    points = list(scores)
    return [
        JudgedPerson(
            f"p{start + index}.pdf",
            f"{start + index:064x}",
            outcome,
            None if outcome == "unreadable" else points[index] if points else 50,
            {} if outcome == "unreadable" else {"degree": verdict},
        )
        for index, outcome in enumerate(outcomes)
    ]


def run(everyone: Iterable[JudgedPerson]) -> JudgedRun:
    return JudgedRun("senior-backend", 1, "Senior Backend Engineer", "1.2.3", date(2026, 11, 1), tuple(everyone), {"degree": "required"})


def groups(attributes: tuple[str, ...], rows: dict[str, tuple[str, ...]]) -> Groups:
    """Groups by file; an empty text is an unknown group."""
    by_file = {file: {name: value for name, value in zip(attributes, row, strict=True) if value} for file, row in rows.items()}
    return Groups(attributes, by_file, {}, tuple((file, "") for file in rows))
