"""What every check receives and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from screener.decision import Verdict
from screener.document import Span
from screener.resume import Qualifications
from screener.rules.vocabulary import Vocabulary
from screener.rules.wording import Wording, load_wording
from screener.rules.years import Calendar


@dataclass(frozen=True, slots=True)
class Facts:
    """A person's qualifications on the day of judging, the names that a role may use, and the words to tell the verdicts in."""

    qualifications: Qualifications
    as_of: date
    calendar: Calendar
    vocabulary: Vocabulary
    wording: Wording

    @classmethod
    def of(cls, qualifications: Qualifications, as_of: date, vocabulary: Vocabulary, wording: Wording | None = None) -> Facts:
        calendar = Calendar.of(as_of, qualifications.document_date, qualifications.positions)
        return cls(qualifications, as_of, calendar, vocabulary, wording or load_wording())

    def say(self, key: str, **values: object) -> str:
        """The sentence for `key`, in the language of `wording`."""
        return self.wording.say(key, **values)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict on the facts alone, before importance and reading quality have their say.

    `not_met` rests on a contrary fact; mere absence is `unclear` with mentioned=False. reason: one sentence.
    """

    verdict: Verdict
    reason: str
    evidence: tuple[Span, ...] = ()
    mentioned: bool = True


def names_of(ids: Iterable[str], facts: Facts) -> list[str]:
    """The names that people read of some skills."""
    return [facts.vocabulary.skills.get(skill, skill) for skill in ids]


def work_names(families: Iterable[str], facts: Facts) -> list[str]:
    """The names of families of work, in the language of the sentences where it has its own."""
    return [facts.wording.word("family", family, facts.vocabulary.work.get(family, "")) for family in families]


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, each once."""
    return tuple(dict.fromkeys(spans))
