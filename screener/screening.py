"""One résumé, from file to decision: every stage once, in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from screener.decision import Decision
from screener.extract import PLAINLY, How, extract, extract_bytes
from screener.resume import Resume
from screener.rules import Role, check, decide

if TYPE_CHECKING:
    from screener.parse import Parser


def read_resume(path: Path, parser: Parser, how: How = PLAINLY) -> Resume:
    """What the file says. Slow and cacheable; never sees a role or a clock. Raises UnreadableDocumentError."""
    return parser.parse(extract(path, reader=how.reader, ocr=how.ocr, converter=how.converter))


def read_bytes_of_resume(data: bytes, parser: Parser, how: How = PLAINLY) -> Resume:
    """As `read_resume`, for a file that lies inside another one."""
    return parser.parse(extract_bytes(data, reader=how.reader, ocr=how.ocr, converter=how.converter))


def judge(resume: Resume, role: Role, *, as_of: date) -> Decision:
    """What follows from it for `role` on the day `as_of`. Fast and pure; never sees a name."""
    return decide(check(resume.qualifications, role, as_of=as_of), role)
