"""A role: what is asked, in the words it came from and as rules. Values only; `role_file` reads and checks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from screener.decision import Importance

Otherwise = Literal["not_met", "review"]
Absence = Literal["unclear", "not_met"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What every requirement has. weight: of a preferred or required one in the score (above 0); a note never counts.

    absence: what it means that a well-read document says nothing about it, where the role says so itself.
    """

    id: str
    text: str
    importance: Importance
    weight: float = 1.0
    absence: Absence | None = None

    @property
    def silence(self) -> Absence:
        """What saying nothing about it means: of what is preferred, that it is lacking; of anything else, that nobody knows."""
        return self.absence or ("not_met" if self.importance == "preferred" else "unclear")


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRequirement(Requirement):
    """At least `minimum` years of something; up to `margin` years below goes to a person."""

    minimum: float
    margin: float = 0.0

    @property
    def minimum_months(self) -> Fraction:
        return exact(self.minimum) * 12

    @property
    def floor_months(self) -> Fraction:
        """Below this many months nobody needs to look again."""
        return (exact(self.minimum) - exact(self.margin)) * 12


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsRequirement(BarRequirement):
    """Years of work of the families `of` (empty: any work)."""

    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillYearsRequirement(BarRequirement):
    """Years of work in which at least one of `skills` was used."""

    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DegreeRequirement(Requirement):
    """A held degree of at least `level`, in one of `fields` (families of the taxonomy; empty: any field).

    otherwise: what a missing or unrelated degree means: `not_met` (on a contrary fact), or `review` where equivalents are accepted.
    instead: the work, in years in all, that will do in place of the degree; None when none will.
    """

    level: str
    fields: tuple[str, ...] = ()
    otherwise: Otherwise = "not_met"
    instead: YearsRequirement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsRequirement(Requirement):
    """At least `at_least` of the skills `of`: one for `any_of`, all for `all_of`; used within so many years, when that is asked."""

    of: tuple[str, ...]
    at_least: int
    used_within: float | None = None

    @property
    def single(self) -> str:
        """The skill's id when only one is named, else empty."""
        return self.of[0] if len(self.of) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRequirement(Requirement):
    """A certificate of one of these names, in any of their spellings."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRequirement(Requirement):
    """A spoken language (ISO 639-1) at a level of CEFR or above; up to `margin` levels below goes to a person."""

    language: str
    level: str
    margin: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRequirement(Requirement):
    """Words of one of the phrase lists `phrases`, or one of `skills`, said of the person's own work."""

    phrases: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRequirement(EvidenceRequirement):
    """Shown beside the decision and never part of it; without phrases or skills it is a question for the interview."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a role's history."""

    version: int
    date: date
    author: str
    why: str


@dataclass(frozen=True, slots=True)
class Role:
    """What is asked for a post. version: raised whenever a judgement could change; history: newest first as the file has it."""

    id: str
    version: int
    title: str
    requirements: tuple[Requirement, ...]
    history: tuple[Change, ...] = ()


@lru_cache(maxsize=1000)
def exact(number: float) -> Fraction:
    """The number as its digits say: 4.5 is 9/2 and 0.1 is 1/10, whatever binary makes of it."""
    return Fraction(str(number))
