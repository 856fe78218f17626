"""What a résumé says: facts, each with the span of text that it was read from. No judgement, no clock, no role."""

from __future__ import annotations

from datetime import date
from typing import Literal

from screener.document import Document, Reading, Span, Value

DEGREE_LEVELS = ("none", "associate", "bachelor", "master", "doctorate")
"""The ladder, lowest first; a school diploma, a bootcamp or a certificate is `none`."""

DegreeStatus = Literal["held", "in_progress", "not_finished", "unclear"]
PositionKind = Literal["job", "internship", "volunteer", "project"]
SectionKind = Literal[
    "header", "summary", "experience", "education", "skills", "projects", "volunteering", "certificates", "courses", "publications",
    "awards", "languages", "interests", "references", "other",
]
Scope = Literal["held", "negated", "wished", "learning", "coursework", "others", "certificate"]
"""What a mention is worth: `held` (has or did it), `negated` (no experience with …), `wished` (interested in …), `learning`,
`coursework` (a course title only), `others` (a talk, a book, the team's and not the person's), `certificate` (named in a certificate)."""


class PartialDate(Value, frozen=True, order=True):
    """A year, or a year and a month (1-12), just as precise as the text."""

    year: int
    month: int | None = None


class DateRange(Value, frozen=True):
    """A range of dates as written; nothing in it is ever filled in from today.

    A range up to now ("Present", "since 2018") has current=True and end=None.
    One year alone has start == end, both without a month. A lone start with no end ("06/2016" beside a job) has end=None, current=False.
    problem: empty, or why the range cannot be used as it is: `reversed`, `future`, `implausible`.
    """

    span: Span
    start: PartialDate
    end: PartialDate | None = None
    current: bool = False
    problem: str = ""


class Degree(Value, frozen=True):
    """A degree or study. span: the words that name it; context: the entry it stands in (the quote).

    level: one of DEGREE_LEVELS. fields: taxonomy families of the field (empty when no family knows it).
    field: as written, None when not stated. institution, dates: None when not stated.
    equivalence: a note when a foreign name was mapped to a level ("Diplom read as master"), else empty.
    """

    span: Span
    context: Span
    level: str
    status: DegreeStatus
    field: Span | None = None
    fields: tuple[str, ...] = ()
    institution: Span | None = None
    dates: DateRange | None = None
    equivalence: str = ""


class Work(Value, frozen=True):
    """That a position belongs to a family of work (backend, frontend …), and on what grounds.

    certainty: `clear`, or `possible` when a careful reader could not tell. reason: short words for a person ("title",
    "REST services in Java"). span: the words that say so.
    """

    family: str
    certainty: Literal["clear", "possible"]
    reason: str
    span: Span


class Position(Value, frozen=True):
    """One job, internship, project or volunteer post. span: its whole entry, heading: the line(s) that name it.

    work: the families of work it belongs to; empty when it is plainly something that no family covers, or when `legible` is False.
    legible: whether title or description say enough to tell what kind of work it was.
    """

    span: Span
    heading: Span
    kind: PositionKind
    title: Span | None = None
    employer: Span | None = None
    dates: DateRange | None = None
    work: tuple[Work, ...] = ()
    legible: bool = True


class SkillMention(Value, frozen=True):
    """One place where a skill is named. span: the words; context: the line they stand in (the quote).

    position: index into `Qualifications.positions` when it stands inside one, else None.
    via: empty, or the id of the skill actually named when this one is only implied by it (PostgreSQL implies SQL).
    """

    span: Span
    context: Span
    section: SectionKind
    scope: Scope
    position: int | None = None
    via: str = ""


class Skill(Value, frozen=True):
    """A skill of the taxonomy with all its mentions, in text order."""

    id: str
    mentions: tuple[SkillMention, ...]

    @property
    def held(self) -> tuple[SkillMention, ...]:
        """The mentions that count as having or having used the skill."""
        return tuple(mention for mention in self.mentions if mention.scope == "held")


class OtherSkill(Value, frozen=True):
    """What a list of skills names and the taxonomy does not know: shown to people, and never seen by the rules.

    span: the entry as written, perhaps over a line's end. context: the line that it begins on (the quote).
    """

    span: Span
    context: Span
    kind: Literal["other"] = "other"


class Claim(Value, frozen=True):
    """A figure that the text merely claims ("10+ years of backend experience"). families: of the work it names, empty for any."""

    span: Span
    years: float
    context: Span
    families: tuple[str, ...] = ()


class PhraseMention(Value, frozen=True):
    """Words of one of the taxonomy's phrase lists (`scalability`, `mentoring` …), said of the person's own work."""

    phrases: str
    span: Span
    context: Span


class Certificate(Value, frozen=True):
    """A line that names a certificate. status: `in_progress` when the line says that it is still being worked for."""

    span: Span
    status: Literal["held", "in_progress"] = "held"


class SpokenLanguage(Value, frozen=True):
    """A language that the person speaks (ISO 639-1), at a level of CEFR (A1 … C2) between low and high, both included.

    stated: False when the text gives no level at all; it then lies anywhere. context: the line (the quote).
    """

    span: Span
    context: Span
    language: str
    low: str = "A1"
    high: str = "C2"
    stated: bool = True


class Qualifications(Value, frozen=True):
    """All that the rules may see. Name, contact, photo, gender, age, address and nationality are not here, and never will be.

    document_date: the document's own date (a date it states, else its metadata), for the earliest end of "Present".
    language: ISO 639-1. is_resume: False for a blank template, an invoice …
    """

    degrees: tuple[Degree, ...] = ()
    positions: tuple[Position, ...] = ()
    skills: tuple[Skill, ...] = ()
    claims: tuple[Claim, ...] = ()
    phrases: tuple[PhraseMention, ...] = ()
    reading: Reading = Reading()
    document_date: date | None = None
    language: str = "en"
    is_resume: bool = True
    certificates: tuple[Certificate, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()


class Contact(Value, frozen=True):
    """Who to write to: kept away from the rules."""

    name: Span | None = None
    emails: tuple[Span, ...] = ()
    phones: tuple[Span, ...] = ()


class Section(Value, frozen=True):
    """A part of the document under one heading (heading is None for what stands before the first)."""

    kind: SectionKind
    span: Span
    heading: Span | None = None


class Resume(Value, frozen=True):
    """A document and what was understood of it."""

    document: Document
    qualifications: Qualifications
    contact: Contact = Contact()
    sections: tuple[Section, ...] = ()
    flags: tuple[str, ...] = ()
    """The document's flags and those of parsing that need no role and no as-of date, sorted."""
    written_in: tuple[str, ...] = ()
    """ISO 639-1 codes of the languages that the text is in, the main one first."""
    other_skills: tuple[OtherSkill, ...] = ()
