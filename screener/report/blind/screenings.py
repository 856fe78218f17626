"""A screening without its person: the same facts, verdicts and places, under a pseudonym and with masked words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec.structs import asdict, replace

from screener.decision import Duplicate, Screening
from screener.document import Document, Span, Value
from screener.report.blind.mask import BLOCK, masked, masked_elsewhere, masks_for
from screener.report.blind.names import shown_file, suffix_of
from screener.report.blind.neutral import Neutral, neutral
from screener.report.record import IgnoredPath
from screener.resume import Contact, Degree, Resume

Part = TypeVar("Part")
_QUOTE = re.compile("“…?([^”]+?)…?”")
_SPACE = re.compile(r"\s")
_CODES = frozenset((
    "certainty", "code", "degree_in_progress", "degree_level", "degree_related", "families", "family", "fields", "flags",
    "format", "high", "id", "importance", "kind", "language", "level", "low", "outcome", "phrases", "problem", "readers",
    "requirement", "scope", "section", "skill", "status", "verdict", "via",
))  # fmt: skip
"""Fields whose text is one of a list of words: nobody's own."""


@dataclass(frozen=True, slots=True)
class Blind:
    """names: the pseudonym of each file. schools: whether names of schools are masked as well."""

    names: Mapping[str, str]
    schools: bool = False

    def file(self, file: str) -> str:
        """The name of a file in the report."""
        return shown_file(self.names[file], file)


def blinded(screening: Screening, blind: Blind) -> Screening:
    """The screening as a blind report may show it."""
    file = blind.file(screening.file)
    twins = tuple(Duplicate(blind.file(each.file), each.likeness) for each in screening.duplicates if each.file in blind.names)
    if screening.resume is None:
        return replace(screening, file=file, duplicates=twins)
    resume = screening.resume
    masks = masks_for(resume, screening.file, schools=blind.schools)
    plain, hidden = resume.document.text, masked(resume.document.text, masks.pieces)
    text = neutral(hidden)

    def show(value: str) -> str:
        return neutral(masked_elsewhere(_quoting(value, plain, hidden), masks.words)).text

    piece = text.span
    qualifications = _walk(replace(resume.qualifications, degrees=tuple(map(_undated, resume.qualifications.degrees))), piece, show)
    document = _document(resume.document, text, show)
    listed = (_walk(other, piece, show) for other in resume.other_skills)
    others = tuple(other for other in listed if BLOCK not in other.span.text)
    sections, pseudonym = _walk(resume.sections, piece, show), f"Candidate {blind.names[screening.file]}"
    shown = Resume(document, qualifications, Contact(), sections, resume.flags, resume.written_in, other_skills=others)
    decision = _walk(screening.decision, piece, show)
    asked = tuple(map(show, screening.questions))
    return replace(screening, file=file, resume=shown, decision=decision, duplicates=twins, questions=asked, pseudonym=pseudonym)


def _quoting(value: str, plain: str, hidden: str) -> str:
    """A sentence whose quotes of the document are those of the masked text: a year is masked for where it stands, not for what it is."""

    def quote(match: re.Match[str]) -> str:
        start = _SPACE.sub(" ", plain).find(match.group(1))
        return match.group() if start < 0 else match.group().replace(match.group(1), hidden[start : start + len(match.group(1))])

    return _QUOTE.sub(quote, value)


def blinded_ignored(ignored: Iterable[IgnoredPath]) -> tuple[IgnoredPath, ...]:
    """Paths that got no row, without their names."""
    return tuple(IgnoredPath(f"ignored-{number}{suffix_of(each.file)}", each.reason) for number, each in enumerate(sorted(ignored), 1))


def _undated(degree: Degree) -> Degree:
    """Without its years: they tell the age."""
    return replace(degree, dates=None)


def _document(document: Document, text: Neutral, show: Callable[[str], str]) -> Document:
    hidden = tuple(replace(piece, text=show(piece.text)) for piece in document.hidden)
    lines = tuple(map(text.line, document.lines))
    return Document(text.text, lines, replace(document.facts, producer=""), hidden, document.reading, document.flags)


def _walk(value: Part, piece: Callable[[Span], Span], show: Callable[[str], str]) -> Part:
    """`value` with every span and every free text in it replaced."""
    return _replaced(value, piece, show)  # type: ignore[no-any-return] # of the kind that it was


def _replaced(value: Any, piece: Callable[[Span], Span], show: Callable[[str], str]) -> Any:
    if isinstance(value, Span):
        return piece(value)
    if isinstance(value, str):
        return show(value)
    if isinstance(value, tuple):
        return tuple(_replaced(each, piece, show) for each in value)
    if isinstance(value, Value):
        return replace(value, **{name: _replaced(each, piece, show) for name, each in asdict(value).items() if not _is_code(name, each)})
    return value


def _is_code(name: str, value: Any) -> bool:
    """Whether it is a word of a list: of two fields with one name, one may hold facts."""
    return name in _CODES and (isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(each, str) for each in value)))
