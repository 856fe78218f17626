"""Component `screener_contact`: name, e-mail and phone. They go to the report only, never to the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Document, Span
from screener.parse.draft import Draft, draft_of
from screener.parse.headers import score
from screener.resume import Contact
from screener.taxonomy.contact import load_name_words

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_PHONE = re.compile(r"\d(?<![\w/.@-]\d)[\d\s().\t/–-]{6,24}\d(?![\w/@])")
_PHONE_SIGNS = re.compile(r"(?<![\w/.@-])\+?\(?\+?$")  # before the first digit
_NOT_A_PHONE = re.compile(  # a DOI, a range of years, a day
    r"^10\.\d{4}/|(?:19|20)\d\d\s?[-–./]\s?(?:(?:19|20)\d\d|\d\d)|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d|(?:19|20)\d\d\.(?:19|20)\d\d"
)
_NAME_WORD = re.compile(r"[^\W\d_]['’.\w-]*", re.UNICODE)
_CUTS = re.compile(r"\t|[|•·,;(–—]|\s-\s|:\s|\d")
_LABEL = re.compile(r"([^:\t\n]{2,30})[:\t]\s?(?=\S)")
_FIRST_LINES = 12
_MOST_CONTACTS = 5


@Language.component("screener_contact")
def contact(doc: Doc) -> Doc:
    """Fill `draft.contact`."""
    draft = draft_of(doc)
    text = draft.document.text
    lines = [line for line in draft.document.lines if text.find("@", line.start, line.end) >= 0]
    found = (match for line in lines for match in _EMAIL.finditer(text, line.start, line.end))
    emails = tuple(draft.span(match.start(), match.end()) for match in islice(found, _MOST_CONTACTS))
    draft.contact = Contact(name=_name(draft), emails=_own(draft, emails), phones=_phones(draft))
    return doc


def _own(draft: Draft, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without those of referees."""
    return tuple(span for span in spans if draft.section_at(span.start) != "references")


def _phones(draft: Draft) -> tuple[Span, ...]:
    text = draft.document.text
    found = []
    for match in _PHONE.finditer(text):
        digits = sum(character.isdigit() for character in match.group())
        if 8 <= digits <= 15 and not _NOT_A_PHONE.search(match.group()) and "\n" not in match.group():
            signs = _PHONE_SIGNS.search(text, max(match.start() - 3, 0), match.start())
            found.append(draft.span(signs.start() if signs else match.start(), match.end()))
    return _own(draft, tuple(found[:_MOST_CONTACTS]))


def _name(draft: Draft) -> Span | None:
    """The person's name: among the largest letters or the first lines, words that look like a name and like nothing else."""
    for start, end in _places_of_a_name(draft.document):
        found = _labelled(draft, start, end) or _name_in(draft, start, end)
        if found is not None:
            return found
    return None


def _places_of_a_name(document: Document) -> Iterator[tuple[int, int]]:
    """Where a name may stand, likeliest first: what is set largest, also over two lines, then the first lines."""
    first_page = [line for line in document.lines if line.page == 1]
    largest = max((line.size for line in first_page), default=0.0)
    big = [line for line in first_page if largest and line.size >= largest * 0.95][:3]
    for line, below in pairwise(big):
        if below.start == line.end + 1:
            yield line.start, below.end
    for line in (*big, *document.lines[:_FIRST_LINES]):
        yield line.start, line.end


def _labelled(draft: Draft, start: int, end: int) -> Span | None:
    """What stands behind the label "Name"."""
    label = _LABEL.match(draft.document.text, start, end)
    if label is None or label[1].strip().lower() not in load_name_words().labels:
        return None
    return draft.span(label.end(), end)


def _name_in(draft: Draft, start: int, end: int) -> Span | None:
    text = draft.document.text[start:end]
    knowledge = load_name_words()
    if any(section.heading and section.heading.start == start for section in draft.sections):
        return None
    cut = _CUTS.search(text)
    candidate = text[: cut.start()] if cut else text
    words = _NAME_WORD.findall(candidate)
    plain = [word for word in words if word.lower().strip(".") not in knowledge.titles]
    whole = [word for word in plain if len(word.strip(".")) > 1]
    if len(whole) < 2 or len(plain) > 5 or "@" in text[: len(candidate) + 1]:
        return None
    if any(word.lower().strip(".") in knowledge.words for word in plain) or score(candidate)[0] >= 0.6:
        return None
    if len(candidate) > 50 or any(word[0].islower() and word.lower() not in knowledge.particles for word in plain):
        return None
    return draft.span(start, start + len(candidate))
