"""Component `screener_contact`: name, e-mail and phone. They go to the report only, never to the rules."""

from __future__ import annotations

import re
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Span
from screener.parse.draft import Draft, draft_of
from screener.parse.person_name import name_in
from screener.resume import Contact

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_PHONE = re.compile(r"\d(?<![\w/.@-]\d)[\d\s().\t/–-]{6,24}\d(?![\w/@])")
_PHONE_SIGNS = re.compile(r"(?<![\w/.@-])\+?\(?\+?$")  # before the first digit
_NOT_A_PHONE = re.compile(  # a DOI, a range of years, a day
    r"^10\.\d{4}/|(?:19|20)\d\d\s?[-–./]\s?(?:(?:19|20)\d\d|\d\d)|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d|(?:19|20)\d\d\.(?:19|20)\d\d"
)
_MOST_CONTACTS = 5


@Language.component("screener_contact")
def contact(doc: Doc) -> Doc:
    """Fill `draft.contact`."""
    draft = draft_of(doc)
    text = draft.document.text
    lines = [line for line in draft.document.lines if text.find("@", line.start, line.end) >= 0]
    found = (match for line in lines for match in _EMAIL.finditer(text, line.start, line.end))
    emails = tuple(draft.span(match.start(), match.end()) for match in islice(found, _MOST_CONTACTS))
    draft.contact = Contact(name=name_in(draft, [email.text for email in emails]), emails=_own(draft, emails), phones=_phones(draft))
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
