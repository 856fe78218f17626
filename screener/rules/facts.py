"""What every check receives and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from screener.decision import Verdict
from screener.document import Span
from screener.resume import Qualifications
from screener.rules.vocabulary import Vocabulary
from screener.rules.years import Calendar


@dataclass(frozen=True, slots=True)
class Facts:
    """A person's qualifications on the day of judging."""

    qualifications: Qualifications
    as_of: date
    calendar: Calendar
    vocabulary: Vocabulary

    @classmethod
    def of(cls, qualifications: Qualifications, as_of: date, vocabulary: Vocabulary) -> Facts:
        calendar = Calendar.of(as_of, qualifications.document_date, qualifications.positions)
        return cls(qualifications, as_of, calendar, vocabulary)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict on the facts alone, before importance and reading quality have their say.

    `not_met` rests on a contrary fact; mere absence is `unclear` with mentioned=False. reason: one sentence.
    """

    verdict: Verdict
    reason: str
    evidence: tuple[Span, ...] = ()
    mentioned: bool = True


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, each once."""
    return tuple(dict.fromkeys(spans))
