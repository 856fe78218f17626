"""Where a document's text tells who the person is: pieces to mask, each letter by one block, so that nothing else moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from screener.document import Line, Span
from screener.report.blind.folded import flat
from screener.report.blind.home import named, postcodes, towns, with_town
from screener.resume import Resume
from screener.taxonomy.contact import load_name_words
from screener.taxonomy.identity import load_identity_words

Piece = tuple[int, int]
BLOCK = "█"
_EMAIL = re.compile(r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d(?:[ ().\t/–-]{0,3}\d){7,14}(?!\w)")
_DAY = r"(?:\d{1,2}[./-]){0,2}(?:19|20)\d\d(?:[./-]\d{1,2}){0,2}"
_DATES = re.compile(rf"{_DAY}(?:\s?[-–—/]\s?(?:{_DAY}|\d\d?))?\Z")
"""What looks like a telephone number and is a date or a range of dates."""
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?:[\w-]{2,63}\.){1,4}(?:com|org|net|io|dev|me|co|de|fr|es|it|uk|eu|ch|at|nl|in|us|app|info)(?:/\S*)?(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)(?:'\d\d|(?:19|20)\d\d)(?!\d)")
_AFTER_LABEL = r"(?:[ ]?[:\t|][ \t]*|[ ]?[-–][ ])"
_BETWEEN = re.compile(r"[|•·\t]")
_WORD = re.compile(r"[^\W_]+")
_ADDRESSED = re.compile(r"(?<!\w)(?:Ms|Miss|Sr|Sra|Dr\.? med|Sir|Dame)\.? (?=[^\W\d_a-zß-ÿ])")
"""A form of address in front of a name: without its capitals it is a sign of something else, as in ms."""
_TITLES = "ms|miss|sir|dame|lord|lady|sr|sra|don|dona"
_HEAD_LINES = 12
_SHORTEST_PART = 2
_NEAR = 3
"""So many lines from an e-mail address or number, a line that is a town and its country tells where somebody lives."""


@dataclass(frozen=True, slots=True)
class Masks:
    """pieces: of the document's text. words: a pattern of the person's own words, for texts that come from elsewhere; on flat text."""

    pieces: tuple[Piece, ...]
    words: re.Pattern[str]


def masks_for(resume: Resume, file: str, *, schools: bool) -> Masks:
    """What to mask in a résumé. file: its name, whose words may be the person's. schools: names of schools as well."""
    text = resume.document.text
    even = flat(text)
    words = _pattern(_own_words(resume, file))
    pieces = [*_matches(words, even), *_contacts(resume, text), *_head(resume), *_told(text, even)]
    pieces += [*_homes(resume, text, even), *_studies(resume, text)]
    if schools:
        names = {degree.institution.text for degree in resume.qualifications.degrees if degree.institution}
        words = _pattern({*_own_words(resume, file), *(flat(name) for name in names)})
        pieces += _matches(words, even)
    return Masks(tuple(pieces), words)


def masked(text: str, pieces: Iterable[Piece]) -> str:
    """`text` with a block for every letter and digit of the pieces; its length, line ends, tabs and spaces stay."""
    letters = list(text)
    for start, end in pieces:
        for place in range(start, end):
            if letters[place] not in " \t\n":
                letters[place] = BLOCK
    return "".join(letters)


def masked_elsewhere(text: str, words: re.Pattern[str]) -> str:
    """A text that is not the document's, without the person's own words, addresses, numbers and links, and words of gender."""
    even = flat(text)
    pieces = [*_matches(words, even), *_matches(_EMAIL, text), *_phones(text), *_matches(_gender(), even)]
    pieces += [piece for piece in _matches(_LINK, even) if "/" in text[slice(*piece)]]
    return masked(text, pieces)


def _own_words(resume: Resume, file: str) -> set[str]:
    """The parts of the name, folded: from the reading, from the e-mail addresses and from the file's name where they meet the head."""
    known = load_name_words()
    name = resume.contact.name
    parts = set(_WORD.findall(flat(name.text))) if name else set()
    head = set(_WORD.findall(flat("\n".join(resume.document.text.split("\n")[:_HEAD_LINES]))))
    others = {word for email in resume.contact.emails for word in _WORD.findall(flat(email.text).split("@")[0])}
    others |= set(_WORD.findall(flat(PurePosixPath(file).stem)))
    facts = _words_of_facts(resume)
    parts |= {word for word in others & head if len(word) > _SHORTEST_PART and not word.isdigit() and word not in known.words | facts}
    spared = known.particles | known.titles
    return {part for part in parts if len(part) >= _SHORTEST_PART and part not in spared}


def _words_of_facts(resume: Resume) -> Set[str]:
    """Words of skills and titles: a file named after the job gives nobody away."""
    found = resume.qualifications
    spans = [mention.span for skill in found.skills for mention in skill.mentions]
    spans += [position.title for position in found.positions if position.title]
    return {word for span in spans for word in _WORD.findall(flat(span.text))}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, whole: not inside a longer one, but inside a handle as in `ada_b` or `ada2`; with a title that tells the gender."""
    escaped = sorted((re.escape(word) for word in words if word), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W\d_])(?:(?:{_TITLES})\.? )?(?:{'|'.join(escaped)})(?![^\W\d_])") if escaped else re.compile(r"(?!)")


def _contacts(resume: Resume, text: str) -> Iterator[Piece]:
    contact = resume.contact
    yield from ((span.start, span.end) for span in (*contact.emails, *contact.phones))
    if contact.name:
        yield contact.name.start, contact.name.end
    yield from _matches(_EMAIL, text)
    yield from _phones(text)
    skills = [mention.span for skill in resume.qualifications.skills for mention in skill.mentions]
    for start, end in _matches(_LINK, flat(text)):
        # "ASP.NET" looks like the address of a site.
        if "/" in text[start:end] or not any(span.start < end and start < span.end for span in skills):
            yield start, end


def _phones(text: str) -> Iterator[Piece]:
    return ((match.start(), match.end()) for match in _PHONE.finditer(text) if not _DATES.match(match.group()))


def _head(resume: Resume) -> Iterator[Piece]:
    """The lines before the first heading, but for what a fact stands on: name, place, links, a few words about the person."""
    first = _first_heading(resume)
    found = resume.qualifications
    facts = [degree.span for degree in found.degrees] + [position.heading for position in found.positions]
    facts += [mention.span for skill in found.skills for mention in skill.mentions] + [claim.span for claim in found.claims]
    facts += [phrase.span for phrase in found.phrases]
    facts += [position.title for position in found.positions if position.title]
    for line in resume.document.lines[:_HEAD_LINES]:
        if line.start < first:
            yield from _cells_without(facts, resume.document.text, line)


def _cells_without(facts: Sequence[Span], text: str, line: Line) -> Iterator[Piece]:
    """The parts of a line, between bars, dots and gaps, that no fact stands on."""
    ends = [match.start() for match in _BETWEEN.finditer(text, line.start, line.end)] + [line.end]
    for start, end in zip([line.start, *ends], ends, strict=False):
        if not any(span.start < end and start < span.end for span in facts):
            yield start, end


def _told(text: str, even: str) -> Iterator[Piece]:
    """Words of gender, age, nationality and address, and what stands behind a label, wherever it is."""
    for pattern in (_gender(), _nationality(), _age(), _graduation()):
        yield from _matches(pattern, even)
    yield from (with_town(text, *piece) for piece in _matches(_street(), even))
    yield from _matches(_ADDRESSED, text)
    yield from postcodes(text)
    for match in _labelled().finditer(even):
        yield match.start("value"), match.end("value")


def _homes(resume: Resume, text: str, even: str) -> Iterator[Piece]:
    """The town that the head gives as the person's own, wherever it is named."""
    document, first = resume.document, _first_heading(resume)
    at = {document.line_index(start) for start, _ in (*_matches(_EMAIL, text), *_phones(text))}
    near = {place + step for place in at for step in range(-_NEAR, _NEAR + 1)}
    lines = [line for place, line in enumerate(document.lines) if place in near or (place < _HEAD_LINES and line.start < first)]
    cells = [cell for line in lines for cell in _BETWEEN.split(text[line.start : line.end])]
    beside = [part for place in at for part in re.split(r"[|•·\t,]|\. ", text[document.lines[place].start : document.lines[place].end])]
    for town in sorted(towns(cells, beside, _street(), _words_of_facts(resume))):
        yield from named(town, text, even)


def _first_heading(resume: Resume) -> int:
    return next((section.heading.start for section in resume.sections if section.heading), len(resume.document.text))


def _studies(resume: Resume, text: str) -> Iterator[Piece]:
    """When somebody studied: years in the entries of degrees and in the section of education."""
    places = [(degree.context.start, degree.context.end) for degree in resume.qualifications.degrees]
    places += [(degree.dates.span.start, degree.dates.span.end) for degree in resume.qualifications.degrees if degree.dates]
    places += [(section.span.start, section.span.end) for section in resume.sections if section.kind == "education"]
    for start, end in places:
        yield from ((match.start(), match.end()) for match in _YEAR.finditer(text, start, end))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Piece]:
    return ((match.start(), match.end()) for match in pattern.finditer(text))


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(flat(word)) for word in words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def _gender() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(load_identity_words().gender)})(?!\w)")


@lru_cache(maxsize=1)
def _nationality() -> re.Pattern[str]:
    words = load_identity_words()
    people, belonging = _any(words.nationalities), _any(words.belonging)
    before = _any(words.before)
    place = r"(?:citizen|national|native|born) (?:of|in) (?:the )?\w+(?: \w+)?"
    return re.compile(rf"(?<!\w)(?:(?:{people})[ -](?:{belonging})|(?:{before}) (?:{people})|{place})(?!\w)")


@lru_cache(maxsize=1)
def _age() -> re.Pattern[str]:
    ages = rf"(?<!\w)(?:aged? )?\d\d[ -](?:{_any(load_identity_words().ages)})(?!\w)"
    ages += rf"|(?<!\w)\d (?:{_any(load_identity_words().family)})(?!\w)"
    return re.compile(rf"{ages}|(?<!\w)(?:{_any(load_identity_words().births)})[.:]? ?\d[\w ./-]{{1,18}}")


@lru_cache(maxsize=1)
def _graduation() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(load_identity_words().graduations)}) '?(?:19|20)?\d\d(?!\w)")


@lru_cache(maxsize=1)
def _street() -> re.Pattern[str]:
    words = load_identity_words()
    street = rf"(?:{_any(words.streets)})\.?"
    joined = rf"\w{{2,30}}(?:{_any(words.joined)})\.?"
    return re.compile(
        rf"(?<!\w)\d{{1,5}}[a-z]?,? (?:\w{{1,30}}[ .-]{{1,2}}){{0,3}}{street}(?!\w)"  # 12 Old Mill Road
        rf"|(?<!\w)(?:{joined}|{street} (?:\w{{1,30}}[ .-]{{1,2}}){{0,3}}),? ?\d{{1,4}}[a-z]?(?!\w)"  # Hauptstraße 12, rue de la Paix 3
    )


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    words = load_identity_words()
    labels = rf"(?:{_any(words.labels)})(?:{_AFTER_LABEL}|\n)|(?:{_any(words.handles)}){_AFTER_LABEL}"
    return re.compile(rf"(?:^|(?<=[\n\t|•])) ?(?:{labels})(?P<value>[^\n]+)")
