"""Lines on their way to a document: what the readers of flowing text (Word, web pages, plain text …) have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from screener.document import Document, DocumentFacts, HiddenText, Line, Reading
from screener.extract.unreadable import unreadable

_WORD = re.compile(r"\w+")
_FEW_WORDS = 20
_THIN = 60


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line as a person sees it: normalised, never empty. size: points, 0 when unknown."""

    text: str
    size: float = 0.0
    bold: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a file shows, and what it hides. pictures: how many it holds."""

    lines: tuple[TextLine, ...]
    hidden: tuple[HiddenText, ...] = ()
    pictures: int = 0


def document_of(contents: Contents, facts: DocumentFacts) -> Document:
    """The document with its reading verdict and flags. Raises UnreadableDocumentError when it shows not one word."""
    words = sum(len(_WORD.findall(line.text)) for line in contents.lines)
    if not words:
        raise unreadable("only-pictures" if contents.pictures else "no-words")
    flags = {"hidden-text"} if contents.hidden else set()
    if words < _FEW_WORDS and contents.pictures:
        flags.add("scanned")
    text = "\n".join(line.text for line in contents.lines)
    lines = tuple(_placed(contents.lines))
    return Document(text, lines, facts, contents.hidden, _verdict(words, contents.pictures), tuple(sorted(flags)))


def _placed(lines: Iterable[TextLine]) -> Iterable[Line]:
    start = 0
    for line in lines:
        end = start + len(line.text)
        yield Line(start, end, size=line.size, bold=line.bold, heading=line.heading)
        start = end + 1


def _verdict(words: int, pictures: int) -> Reading:
    reasons = [f"only {words} words"] if words < _THIN else []
    if words < _FEW_WORDS and pictures:
        reasons.append("the rest may be in pictures")
    if words < _FEW_WORDS:
        return Reading("failed", round(words / _THIN, 2), tuple(reasons))
    if words < _THIN:
        return Reading("doubtful", round(words / _THIN, 2), tuple(reasons))
    return Reading()
