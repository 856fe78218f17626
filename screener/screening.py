"""One résumé, from file to decision: every stage once, in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from screener.decision import Decision
from screener.extract import extract
from screener.parse import Parser
from screener.resume import Resume
from screener.rules import Role, check, decide


def read_resume(path: Path, parser: Parser, reader: str = "auto") -> Resume:
    """What the file says. Slow and cacheable; never sees a role or a clock. Raises UnreadableDocumentError."""
    return parser.parse(extract(path, reader=reader))


def judge(resume: Resume, role: Role, *, as_of: date) -> Decision:
    """What follows from it for `role` on the day `as_of`. Fast and pure; never sees a name."""
    return decide(check(resume.qualifications, role, as_of=as_of), role)
