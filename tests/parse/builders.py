"""Documents and drafts made from plain text, as the tests of parse/ need them."""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language

from screener.document import Document, DocumentFacts, Line
from screener.parse import PIPELINE
from screener.parse.draft import Draft, attach_draft, draft_of
from screener.parse.tokenizer import make_doc, make_language


def document(text: str) -> Document:
    """A document of these lines; leading and trailing white space of lines and empty lines are left out, as extractors do."""
    lines: list[Line] = []
    kept = [line.strip() for line in text.splitlines() if line.strip()]
    start = 0
    for line in kept:
        lines.append(Line(start, start + len(line)))
        start += len(line) + 1
    return Document("\n".join(kept), tuple(lines), DocumentFacts("txt"))


def draft_after(text: str, last: str) -> Draft:
    """The draft of `text` when the pipeline has run up to and with the component `last`."""
    nlp = _pipeline(last)
    made = document(text)
    return draft_of(nlp(attach_draft(make_doc(nlp, made), made)))


@lru_cache
def _pipeline(last: str) -> Language:
    nlp = make_language()
    for name in PIPELINE[: PIPELINE.index(last) + 1]:
        nlp.add_pipe(name)
    return nlp
