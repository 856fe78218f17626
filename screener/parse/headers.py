"""The heading of a job: which of its pieces is the title, which the employer, which only a place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from screener.parse.lines import TextLine
from screener.parse.words import without_feminine
from screener.taxonomy.skills import alias_key, load_skills
from screener.taxonomy.work import load_work

_SEPARATOR = re.compile(
    r"(?=[\s|•·●∙,;):])"  # no separator begins with anything else
    r"(?:\t|\s[|•·●∙]\s|\s?[|•·●∙]\s?|\s[-–—:]{1,2}\s|\s(?:at|@|bei(?:\s(?:der|dem))?|chez|en|bij|presso)\s(?=[A-ZÀ-Þ])|,\s(?!(?:Inc|LLC|Ltd|Limited|Corp|GmbH|L\.?P|S\.?A|PLC|Co)(?![\w-]))|;\s|\s\((?=[^)]{2,60}\))|\)(?=\s|$|,)|:\s)"
)
_LOST_SPACE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
_WORD = re.compile(r"[^\W_](?:[\w+#'’./&-]*[\w+#.])?")
_DURATION = re.compile(r"(?i)(?:\d{1,2}\+?\s(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|meses)\W{0,2}){1,2}")
_REGION = re.compile(r"[A-Z]{2}(?:\s\d{5})?")
_PLACE_SHAPE = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*){0,2}\s?,?\s[A-Z]{2}(?:\s\d{5})?")


class Piece(NamedTuple):
    """text[start:end] of the document: one part of a heading, between separators."""

    text: str
    start: int
    end: int
    line: int
    title: float
    employer: float
    place: bool


def pieces_of(line: TextLine, stop: int | None = None) -> list[Piece]:
    """The parts of a heading line (of its first `stop` characters), without its dates."""
    result: list[Piece] = []
    position = 0
    stop = len(line.text) if stop is None else stop
    dates = [(found.span.start - line.start, min(found.span.end, line.end) - line.start) for found in line.dates]
    for cut_start, cut_end in [*(cut for cut in dates if cut[0] < stop), (stop, stop)]:
        if cut_start >= position:
            result += _split(line, position, cut_start)
        position = max(position, cut_end)
    return result


def _split(line: TextLine, start: int, end: int) -> list[Piece]:
    result: list[Piece] = []
    position = start
    for match in [*_SEPARATOR.finditer(line.text, start, end), None]:
        stop = match.start() if match else end
        piece = _piece(line, position, stop)
        if piece is not None:
            result.append(piece)
        position = match.end() if match else end
    for number, piece in enumerate(result[1:], start=1):
        before = result[number - 1]
        if number > 1 and _REGION.fullmatch(piece.text) and before.title < 0.4 and not before.place:
            result[number - 1] = before._replace(place=True, employer=0.0)  # the city before its state
    return result


def _piece(line: TextLine, start: int, end: int) -> Piece | None:
    raw = line.text[start:end]
    text = _content(raw)
    if not text:
        return None
    start += line.start + raw.index(text)
    return Piece(text, start, start + len(text), line.number, *score(text))


@lru_cache(maxsize=4096)
def _content(piece: str) -> str:
    """A piece without the signs around it; empty when it tells nothing: signs alone, a duration, a label."""
    text = piece.strip(" \t-–—|,·•():;")
    told = _WORD.search(text) and not _DURATION.fullmatch(text) and text.lower() not in load_work().labels
    return text if told else ""


@lru_cache(maxsize=4096)
def score(text: str) -> tuple[float, float, bool]:
    """How much some words look like a job title and like an employer (0 to 1), and whether they are a place."""
    knowledge = load_work()
    words = [word.lower().strip(".") for word in _WORD.findall(_LOST_SPACE.sub(" ", text))]
    if not words:
        return 0.0, 0.0, False
    lowered = text.lower().strip(" .")
    place = (
        lowered in knowledge.places
        or _REGION.fullmatch(text) is not None
        or words[0] in {"location", "remote"}
        or all(word in knowledge.places for word in words)
    )
    raw = [word.lower() for word in text.replace(",", " ").split()]
    named = lowered in knowledge.employers or not knowledge.employers.isdisjoint(raw)
    if not place and raw[-1] not in knowledge.employers and _PLACE_SHAPE.fullmatch(text):  # "Mill AG" is no town of a state
        place = not any(word in knowledge.title_nouns for word in words)
    nouns = [word for word in words if {word, without_feminine(word), *_parts(word)} & knowledge.title_nouns]
    title = 0.0
    if nouns:
        posts = {words[-1], without_feminine(words[-1])} & knowledge.title_nouns
        last = bool(posts) or re.fullmatch(r"i{1,3}|iv|v|\d|[a-z]", words[-1]) is not None
        title = min(1.0, 0.6 + 0.2 * last + 0.2 * (len(words) <= 5))
        if len(words) > 9 or words[-1] in knowledge.not_titles:
            title -= 0.5
    employer = 0.9 if named else 0.3
    if not named and alias_key(text) in _skill_names():
        employer = 0.1  # of a tool, and only of an employer where nothing else is
    return title, 0.0 if place else employer, place


@lru_cache(maxsize=1)
def _skill_names() -> frozenset[str]:
    """The names of tools that are no everyday words, as `alias_key` writes them."""
    taxonomy = load_skills()
    return frozenset(alias_key(alias) for entry in taxonomy.skills.values() for alias in entry.aliases if alias not in taxonomy.ambiguous)


def _parts(word: str) -> set[str]:
    """The parts of a compound ("Full-Stack-Entwickler", "Engineer/Architect")."""
    return set(re.split(r"[-/&+]", word)) if re.search(r"[-/&+]", word) else set()


def title_and_employer(pieces: list[Piece]) -> tuple[Piece | None, Piece | None]:
    """The title and the employer among the pieces of a heading, in reading order.

    The best-looking title wins, the earlier one at a tie; the employer is the best of the rest, one on the title's own line first.
    """
    title = max(pieces, key=lambda piece: (round(piece.title, 1), -piece.line, -piece.start), default=None)
    if title is None:
        return None, None
    if title.title < 0.4:
        title = None
    rest = [piece for piece in pieces if piece is not title and not piece.place and piece.title < 0.75]
    if title is None and len(rest) >= 2 and rest[0].employer != rest[1].employer:
        ordered = sorted(rest[:2], key=lambda piece: piece.employer)
        return ordered[0], ordered[1]
    employer = max(rest, key=lambda piece: (piece.employer, -piece.start), default=None)
    return title, employer
