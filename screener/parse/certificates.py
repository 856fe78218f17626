"""Component `screener_certificates`: the lines that name a certificate, held or still being worked for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Line, Span
from screener.parse.draft import Draft, draft_of
from screener.resume import Certificate
from screener.taxonomy.degrees import load_degrees
from screener.taxonomy.folding import words_of

_CERTIFICATIONS = "certifications"


@Language.component("screener_certificates")
def certificates(doc: Doc) -> Doc:
    """Fill `draft.certificates`, in text order: the lines of such sections, and others that speak of a certificate."""
    draft = draft_of(doc)
    spans = [*_listed(draft), *(mention.context for mention in draft.phrases if mention.phrases == _CERTIFICATIONS)]
    for span in sorted({span.start: span for span in spans}.values(), key=lambda span: span.start):
        draft.certificates.append(Certificate(span, "in_progress" if _under_way(span) else "held"))
    return doc


def _listed(draft: Draft) -> Iterator[Span]:
    for section in draft.sections:
        if section.kind == "certificates":
            body = section.heading.end if section.heading else section.span.start
            yield from (draft.span(line.start, line.end) for line in _lines(draft, body, section.span.end))


def _lines(draft: Draft, start: int, end: int) -> Iterator[Line]:
    lines = draft.document.lines
    for index in range(draft.document.line_index(start), len(lines)):
        if lines[index].start >= end:
            return
        if lines[index].start >= start:
            yield lines[index]


def _under_way(span: Span) -> bool:
    words, table = words_of(span.text), load_degrees().in_progress
    return any(table.at(words, index) for index in range(len(words)))
