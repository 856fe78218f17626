"""Component `screener_other_skills`: what a list of skills names and the taxonomy does not know, kept as it is written.

Only lists are read: the lines of a section of skills, and lines elsewhere that a heading of such a section labels ("Technologies: …").
Whatever else may stand there is left out: sentences, levels, headings, languages, dates, addresses, words that tell who somebody is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Line
from screener.parse.draft import Draft, draft_of
from screener.parse.sections import heading_kind, words_of
from screener.resume import OtherSkill
from screener.taxonomy.folding import fold
from screener.taxonomy.folding import words_of as folded_words
from screener.taxonomy.identity import load_identity_words
from screener.taxonomy.languages import load_language_words
from screener.taxonomy.listed import load_listed_words
from screener.taxonomy.spoken import load_spoken_languages

_MOST = 60
"""Entries kept of one document."""
_LONGEST, _MOST_WORDS, _WORDS_ALONE = 40, 4, 3
"""Of an entry: letters, words, and words where it has the line to itself."""
_PROSE = 7
"""Words of a piece between commas from which on the line is a sentence."""
_SMALL_SHARE = 5
"""Of so many pieces one may hold a small word."""
_LOWER_CASE_FROM = 3
"""Pieces of a list from which on those that begin in lower case are taken for names."""
_LONGEST_LABEL = 40
_WRAPS_FROM = 55
"""Letters of a line that may have been broken inside an entry."""

_SEPARATORS = re.compile(r"[,;|•·●▪◦‣■\t()\[\]–—:]|\s[-/&+]\s|(?:^|\s)[-*–]\s|\.(?=\s|$)|\s(?:and|und|et|or|oder|ou)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.+#/-])*")
_FORBIDDEN = re.compile(r"@|https?:|www\.|\d{3}|[!?%=<>{}\"“”█]|(?<![\w-])[\w-]+\.(?:com|org|net|dev|me)\b")

_NAME_PART = re.compile(r"[^\W\d_]+")
_NAME_LETTERS = 3
_ELIDED = re.compile(r"(?:[dljmnst]|qu)['’]")
_LEVEL_CODE = re.compile(r"[ABC][12][+-]?|page \d.*", re.IGNORECASE)


_USED_IN_NAMES = frozenset(("first", "last", "full", "home", "place", "date", "code", "status", "social", "birth", "way", "close"))
"""Words of labels that are no sign of anything when they stand alone ("Code review", "Test first")."""


class _Piece(NamedTuple):
    """text[start:end] between separators."""

    start: int
    end: int


@Language.component("screener_other_skills")
def other_skills(doc: Doc) -> Doc:
    """Fill `draft.other_skills`, in text order, each entry once."""
    draft = draft_of(doc)
    taken = _taken(draft)
    own = _own_words(draft)
    seen: set[str] = set()
    for pieces in _lists(draft):
        if not pieces or _is_prose(draft, pieces):
            continue
        for piece in pieces:
            if len(seen) == _MOST:
                return doc
            if taken.holds(piece):
                continue
            entry = " ".join(draft.document.text[piece.start : piece.end].split())
            key = fold(entry)
            if entry[0].islower() and (len(pieces) < _LOWER_CASE_FROM or draft.document.text.startswith(".", pieces[-1].end)):
                continue
            if key in seen or not _names_something(entry, alone=len(pieces) == 1):
                continue
            if not own.isdisjoint(_NAME_PART.findall(key)):  # the person's name on the edge of a page
                continue
            seen.add(key)
            draft.other_skills.append(OtherSkill(draft.span(piece.start, piece.end), draft.line_span(piece.start)))
    return doc


def _own_words(draft: Draft) -> frozenset[str]:
    """The parts of the person's name, folded, also those in e-mail addresses."""
    contact = draft.contact
    told = [contact.name.text if contact.name else "", *(email.text.partition("@")[0] for email in contact.emails)]
    words = (word for text in told for word in _NAME_PART.findall(fold(text)))
    return frozenset(word for word in words if len(word) >= _NAME_LETTERS)


def _is_prose(draft: Draft, pieces: list[_Piece]) -> bool:
    """Whether a list is rather a sentence, or the line under a letter: long pieces, small words in many, or a date."""
    text = draft.document.text
    words = [_WORD.findall(text, piece.start, piece.end) for piece in pieces]
    small = sum(any(_is_small(word) for word in found) for found in words)
    first = bisect_left(draft.dates, pieces[0].start, key=lambda dates: dates.span.start)
    dated = first < len(draft.dates) and draft.dates[first].span.start < pieces[-1].end
    return dated or max(map(len, words)) >= _PROSE or small * _SMALL_SHARE > len(pieces)


class _Taken:
    """Stretches of text in which other facts stand; none may overlap an entry that is kept."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [start for start, _ in self._stretches]
        self._longest = max((end - start for start, end in stretches), default=0)

    def holds(self, piece: _Piece) -> bool:
        index = bisect_right(self._starts, piece.end - 1)
        while index and self._starts[index - 1] > piece.start - self._longest:
            index -= 1
            if self._stretches[index][1] > piece.start:
                return True
        return False


def _taken(draft: Draft) -> _Taken:
    contact = draft.contact
    spans = [mention.span for skill in draft.skills for mention in skill.mentions]
    spans += [language.span for language in draft.languages]
    spans += [dates.span for dates in draft.dates]
    spans += [degree.span for degree in draft.degrees]
    spans += [span for span in (contact.name, *contact.emails, *contact.phones) if span]
    spans += [span for position in draft.positions for span in (position.title, position.employer) if span]
    spans += [section.heading for section in draft.sections if section.heading]
    return _Taken([(span.start, span.end) for span in spans])


def _lists(draft: Draft) -> Iterator[list[_Piece]]:
    """The pieces of each list, a line or several that run on."""
    document, text = draft.document, draft.document.text
    for section in draft.sections:
        if section.kind == "skills":
            begin = section.heading.end if section.heading else section.span.start
            lines = document.lines[document.line_index(begin) : document.line_index(max(section.span.end - 1, begin)) + 1]
            yield from _runs(text, lines, begin)
        else:
            first, last = document.line_index(section.span.start), document.line_index(max(section.span.end - 1, section.span.start))
            if text.find(":", section.span.start, section.span.end) < 0:
                continue
            for line in document.lines[first : last + 1]:
                label = text.find(":", line.start, min(line.end, line.start + _LONGEST_LABEL))
                if label > 0 and heading_kind(words_of(text[line.start : label]), prominent=False)[0] == "skills":
                    yield _pieces(text, label + 1, line.end)


def _runs(text: str, lines: Sequence[Line], begin: int) -> Iterator[list[_Piece]]:
    """The lists of a section; a line that was broken inside an entry is read together with the next."""
    start: int | None = None
    for index, line in enumerate(lines):
        if start is None:
            start = max(line.start, begin)
        below = lines[index + 1] if index + 1 < len(lines) else None
        if below is None or not _runs_on(text, line, below):
            behind = _behind_label(text, start, line.end)
            if heading_kind(words_of(text[start:behind]), prominent=False)[0] in (None, "skills"):
                yield _pieces(text, behind, line.end)
            start = None


def _runs_on(text: str, line: Line, below: Line) -> bool:
    told, following = text[line.start : line.end], text[below.start : below.end]
    listed = told.count(",") >= 2 and not following.startswith(("•", "-", "–", "*")) and ":" not in following[:_LONGEST_LABEL]
    return listed and (told.endswith((",", "&", " and")) or (len(told) >= _WRAPS_FROM and "," in following))


def _behind_label(text: str, start: int, end: int) -> int:
    """Where the list begins: behind "Monitoring:", or a first cell before a wide gap."""
    colon = text.find(":", start, min(end, start + _LONGEST_LABEL))
    if colon >= 0 and colon + 1 < end and "," not in text[start:colon]:
        return colon + 1
    tab = text.find("\t", start, min(end, start + _LONGEST_LABEL))
    return tab + 1 if tab >= 0 and "," not in text[start:tab] and "," in text[tab:end] else start


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    """What stands between the separators of text[start:end], without white space around it."""
    found, place = [], start
    for cut in [*_SEPARATORS.finditer(text, start, end), None]:
        until = cut.start() if cut else end
        raw = text[place:until]
        if stripped := raw.strip():
            begins = place + len(raw) - len(raw.lstrip())
            found.append(_Piece(begins, begins + len(stripped)))
        place = cut.end() if cut else end
    return found


@lru_cache(maxsize=8192)
def _names_something(name: str, *, alone: bool) -> bool:
    """Whether an entry looks like the name of a skill and of nothing else. alone: the line holds no other entry."""
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or len(name) > _LONGEST or len(name) < 2 or len(words) > (_WORDS_ALONE if alone else _MOST_WORDS):
        return False
    if _FORBIDDEN.search(name) or not any(len(word) > 1 and word[0].isalpha() for word in words) or name[0] in "'’.)":
        return False
    known = load_listed_words()
    if name.lower() in known.levels or words[-1] in known.levels:
        return False
    if name[0].isdigit() and known.levels.intersection(words):  # "5 years", "3 yrs experience"
        return False
    if _LEVEL_CODE.fullmatch(name) or any(map(_is_small, words)):
        return False
    if load_spoken_languages().names.at(folded_words(name), 0):
        return False
    return heading_kind(words_of(name), prominent=False)[0] is None


@lru_cache(maxsize=8192)
def _is_small(word: str) -> bool:
    folded = fold(word)
    return folded in _words_of_no_skill() or bool(_ELIDED.match(folded))


@lru_cache(maxsize=1)
def _words_of_no_skill() -> frozenset[str]:
    """Small words, those of a clause, and those that tell who somebody is or where they live, folded."""
    identity = load_identity_words()
    told = (*identity.labels, *identity.gender, *identity.nationalities, *identity.belonging, *identity.streets)
    small = (*load_language_words().languages, *load_listed_words().clause, *told)
    return frozenset(fold(word) for words in small for word in words.split()) - _USED_IN_NAMES
