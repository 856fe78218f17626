"""A stream of screenings, reduced one by one to what the outputs need, so that no résumé stays in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from screener.decision import Outcome, Screening
from screener.report.html.person import Person, person_of
from screener.report.jsonl import screening_line
from screener.report.rows import Row, SummaryRow, candidate_row, finding_rows, sort_key, summary_row


@dataclass(frozen=True, slots=True)
class Entry:
    """One file's share of every output. file, sha256: as the screening holds them. offset, length: of its line in the spool.

    person: its share of the page, when there is one.
    """

    key: tuple[int, int, str]
    file: str
    sha256: str
    candidate: Row
    findings: tuple[Row, ...]
    summary: SummaryRow
    person: Person | None = None
    offset: int = 0
    length: int = 0

    @property
    def outcome(self) -> Outcome:
        return self.summary.outcome


@dataclass(frozen=True, slots=True)
class Collected:
    """All entries in the order of the outputs, and how many there are of each outcome."""

    entries: tuple[Entry, ...]
    counts: dict[Outcome, int]


def collect(screenings: Iterable[Screening], spool: BinaryIO | None, page_as_of: date | None = None) -> Collected:
    """Reduce each screening as it comes; whole screenings go to `spool` as lines of JSON when there is one.

    page_as_of: the day up to which the page draws current jobs; None when there will be no page.
    """
    entries = [_entry(screening, spool, page_as_of) for screening in screenings]
    entries.sort(key=lambda entry: entry.key)
    return Collected(tuple(entries), dict(Counter(entry.outcome for entry in entries)))


def _entry(screening: Screening, spool: BinaryIO | None, page_as_of: date | None) -> Entry:
    offset = length = 0
    if spool is not None:
        offset, length = spool.tell(), spool.write(screening_line(screening))
    return Entry(
        key=sort_key(screening),
        file=screening.file,
        sha256=screening.sha256,
        candidate=candidate_row(screening),
        findings=finding_rows(screening),
        summary=summary_row(screening),
        person=None if page_as_of is None else person_of(screening, page_as_of),
        offset=offset,
        length=length,
    )
