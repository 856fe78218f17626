"""What we conclude: a verdict for each requirement, a decision for the person, one screening for each file."""

from __future__ import annotations

from typing import Literal

from screener.document import Span, Value
from screener.resume import Resume

Verdict = Literal["met", "not_met", "unclear"]
Importance = Literal["required", "preferred", "note"]
Outcome = Literal["meets", "review", "does_not_meet", "unreadable"]
OUTCOMES: tuple[Outcome, ...] = ("meets", "review", "does_not_meet", "unreadable")
"""In the order of the report."""


class Finding(Value, frozen=True):
    """One requirement judged. reason: a sentence for a person. evidence: what it rests on, strongest first.

    mentioned: False when the document says nothing at all about it (as against unclear).
    """

    requirement: str
    text: str
    importance: Importance
    kind: str
    verdict: Verdict
    reason: str
    evidence: tuple[Span, ...] = ()
    weight: float = 1.0
    skill: str = ""
    """The skill's id when the requirement names exactly one."""
    mentioned: bool = True


class JobYears(Value, frozen=True):
    """How one position counted: index into `Qualifications.positions`, months with "Present" at as-of, and why."""

    position: int
    months: int
    counts: Literal["yes", "no", "unclear"]
    reason: str


class Measures(Value, frozen=True):
    """Figures that depend on the as-of date or the role, in years with one decimal, halves up; None when nothing is dated.

    degree_related: whether the field is one that the role asks for: `yes`, `no`, `unstated`; empty where there is no degree.
    """

    degree_level: str = "none"
    degree_field: str = ""
    degree_related: str = ""
    degree_in_progress: str = ""
    years_experience: float | None = None
    years_low: float | None = None
    years_high: float | None = None
    years_relevant: float | None = None
    years_claimed: float | None = None
    jobs: tuple[JobYears, ...] = ()


class Decision(Value, frozen=True):
    """The judgement of one person against one role. flags: codes that only judging can tell, sorted."""

    outcome: Outcome
    score: int
    reason: str
    findings: tuple[Finding, ...]
    measures: Measures
    flags: tuple[str, ...] = ()


class Failure(Value, frozen=True):
    """Why a file could not be read: the fields of UnreadableDocumentError."""

    code: str
    message: str
    advice: str


Likeness = Literal["same-bytes", "same-text", "similar-text", "same-person"]
"""How two files are alike: byte by byte, word by word, nearly word by word, or only by the person's e-mail address or phone number."""


class Duplicate(Value, frozen=True):
    """Another file of the same run, by its `Screening.file`, that is from the same person or has nearly the same text."""

    file: str
    likeness: Likeness


class Screening(Value, frozen=True):
    """One file's row. Exactly one of (resume and decision) and failure is there.

    file: path relative to the folder given, with forward slashes; sha256: of the file's bytes, empty when they could not be read.
    """

    file: str
    sha256: str
    resume: Resume | None = None
    decision: Decision | None = None
    failure: Failure | None = None
    flags: tuple[str, ...] = ()
    """All flags of reading, parsing and judging, sorted."""
    duplicates: tuple[Duplicate, ...] = ()
    """The files that the flag `duplicate` speaks of, sorted by name; of very many the first."""
    questions: tuple[str, ...] = ()
    """What to ask the person: answers that could change the outcome."""
    pseudonym: str = ""
    """What a blind report calls the person, whose name is then nowhere in `resume`."""

    @property
    def name(self) -> str:
        """What to call the person: the pseudonym, or the name as read, empty when none was."""
        found = self.resume.contact.name if self.resume else None
        return self.pseudonym or (found.text if found else "")

    @property
    def outcome(self) -> Outcome:
        return self.decision.outcome if self.decision else "unreadable"
