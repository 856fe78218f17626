"""Qualifications and roles built by hand, with every word of evidence on a line of its own."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from screener.document import Span
from screener.resume import (
    Certificate,
    Claim,
    DateRange,
    Degree,
    PartialDate,
    PhraseMention,
    Position,
    Qualifications,
    Scope,
    SectionKind,
    Skill,
    SkillMention,
    SpokenLanguage,
    Work,
)
from screener.rules import Role, parse_role
from screener.rules.vocabulary import Vocabulary

AS_OF = date(2026, 11, 1)
VOCABULARY = Vocabulary(
    skills={"python": "Python", "java": "Java", "go": "Go", "postgresql": "PostgreSQL", "sql": "SQL", "git": "Git"},
    fields={
        "computing": frozenset({"computing", "mathematics"}),
        "business": frozenset({"business"}),
        "mathematics": frozenset({"mathematics"}),
    },
    work={"backend": "backend development", "frontend": "front-end development"},
    phrases={"scalability": "Scalable systems", "mentoring": "Mentoring"},
    languages={"en": "English", "de": "German"},
)
_places = count()


def span(text: str) -> Span:
    """A span on its own line; each call gives another place."""
    line = next(_places) % 10_000
    return Span(text, line * 1000, line * 1000 + len(text), 1, line + 1)


def dates(text: str, problem: str = "") -> DateRange:
    """`2019-01..2023-10`, `2015..2018`, `2016` (one year), `2019-01..` (present), `2016-06` (a lone start)."""
    start, separator, end = text.partition("..")
    first = partial(start)
    if not separator:
        return DateRange(span(text), first, first if first.month is None else None, problem=problem)
    return DateRange(span(text), first, partial(end) if end else None, current=not end, problem=problem)


def partial(text: str) -> PartialDate:
    year, _, month = text.partition("-")
    return PartialDate(int(year), int(month) if month else None)


def job(when: str = "", work: str = "backend", *, kind: Any = "job", legible: bool = True, problem: str = "") -> Position:
    """A position; `work`: families joined by spaces, `backend?` when only possible, empty for none."""
    families = tuple(
        Work(name.rstrip("?"), "possible" if name.endswith("?") else "clear", "REST services in Java", span("REST services in Java"))
        for name in work.split()
    )
    heading = span(f"Engineer, Example Ltd {when}")
    return Position(heading, heading, kind, dates=dates(when, problem) if when else None, work=families, legible=legible)


def degree(
    level: str = "bachelor", families: str = "computing", *, status: Any = "held", field: str | None = "Computing", when: str = ""
) -> Degree:
    words = span(f"{level} {field}")
    return Degree(words, words, level, status, span(field) if field else None, tuple(families.split()), dates=dates(when) if when else None)


def skill(id: str, *mentions: SkillMention) -> Skill:
    return Skill(id, mentions or (mention(),))


def mention(
    text: str = "a line that names it",
    *,
    scope: Scope = "held",
    section: SectionKind = "skills",
    position: int | None = None,
    via: str = "",
) -> SkillMention:
    words = span(text)
    return SkillMention(words, words, section, scope, position, via)


def claim(years: float, families: str = "") -> Claim:
    words = span(f"{years:g}+ years of experience")
    return Claim(words, years, words, tuple(families.split()))


def phrase(identity: str, text: str) -> PhraseMention:
    return PhraseMention(identity, span(text), span(text))


def certificate(text: str, status: Any = "held") -> Certificate:
    return Certificate(span(text), status)


def speaks(language: str, low: str = "", high: str = "") -> SpokenLanguage:
    """A language with the level told, or a low and a high one; without either, none is told."""
    words = span(" ".join(part for part in (VOCABULARY.languages[language], "–".join(level for level in (low, high) if level)) if part))
    return SpokenLanguage(words, words, language, low or "A1", high or low or "C2", stated=bool(low))


def person(*facts: object, **others: Any) -> Qualifications:
    """Qualifications that hold the facts, each in its place."""
    kinds: dict[str, type] = {"degrees": Degree, "positions": Position, "skills": Skill, "claims": Claim, "phrases": PhraseMention}
    kinds |= {"certificates": Certificate, "languages": SpokenLanguage}
    return Qualifications(**{name: tuple(fact for fact in facts if isinstance(fact, kind)) for name, kind in kinds.items()}, **others)


def role(*requirements: str, head: str = 'id = "test-role"\nversion = 1\ntitle = "Test role"\n') -> Role:
    """A role with those requirements, each the body of a `[[requirement]]` table."""
    return parse_role((head + "".join(f"\n[[requirement]]\n{body}\n" for body in requirements)).encode(), "test-role.toml", VOCABULARY)
