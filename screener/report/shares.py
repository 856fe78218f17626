"""One file's share of every output: made from its screening wherever that is, small enough to travel and to wait on disk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from screener.decision import Outcome, Screening
from screener.report.html.person import Person, person_of
from screener.report.jsonl import screening_line
from screener.report.rows import Row, SummaryRow, candidate_row, finding_rows, sort_key, summary_row


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which outputs a share is for. lines: results.jsonl and what is made from it.

    page_as_of: the day up to which the page draws current jobs; None: no page.
    """

    lines: bool = True
    page_as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What page and terminal show of a file; `person` comes without its details."""

    summary: SummaryRow
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """key: its place in the order of the outputs; the last of it is `Screening.file`.

    candidate, rows, shown: its row of the table of files, its rows of findings, and a Shown, packed: each output unpacks what it needs.
    line: of results.jsonl, without its newline. details: of the person, for the page. Both are empty where they are not wanted.
    findings, required: how many rows of findings there are, and how many of required points.
    """

    key: tuple[int, int, str]
    sha256: str
    outcome: Outcome
    candidate: bytes
    rows: bytes
    shown: bytes
    line: bytes
    details: bytes
    findings: int
    required: int

    @property
    def file(self) -> str:
        return self.key[2]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Shown)
_ROW_DECODER = msgspec.msgpack.Decoder(Row)
_ROWS_DECODER = msgspec.msgpack.Decoder(tuple[Row, ...])


def wanted_for(formats: Collection[str], as_of: date) -> Wanted:
    """What shares must hold for these formats."""
    return Wanted(not {"jsonl", "json-resume"}.isdisjoint(formats), as_of if "html" in formats else None)


def share_of(screening: Screening, wanted: Wanted) -> Share:
    """Reduce a screening to what the outputs need of it."""
    person = None if wanted.page_as_of is None else person_of(screening, wanted.page_as_of)
    findings = finding_rows(screening)
    shown = Shown(summary_row(screening), person and replace(person, details=b""))
    judged = screening.decision.findings if screening.decision else ()
    return Share(
        key=sort_key(screening),
        sha256=screening.sha256,
        outcome=screening.outcome,
        candidate=_ENCODER.encode(candidate_row(screening)),
        rows=_ENCODER.encode(findings),
        shown=_ENCODER.encode(shown),
        line=screening_line(screening) if wanted.lines else b"",
        details=person.details if person else b"",
        findings=len(findings),
        required=sum(finding.importance == "required" for finding in judged),
    )


def candidate_of(candidate: bytes) -> Row:
    """The row of a share."""
    return _ROW_DECODER.decode(candidate)


def rows_of(rows: bytes) -> tuple[Row, ...]:
    """The rows of findings of a share."""
    return _ROWS_DECODER.decode(rows)


def shown_of(shown: bytes) -> Shown:
    """What is shown of a share."""
    return _DECODER.decode(shown)
