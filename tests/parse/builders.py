"""Documents and drafts made from plain text, as the tests of parse/ need them."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Document, DocumentFacts, Line
from screener.parse import PIPELINE, Parser, build_parser
from screener.parse.draft import Draft, attach_draft, draft_of
from screener.parse.tokenizer import make_doc

PARSER: Parser = build_parser()
NLP: Language = PARSER.nlp


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
    doc: Doc = attach_draft(make_doc(NLP, made := document(text)), made)
    for name in PIPELINE[: PIPELINE.index(last) + 1]:
        doc = NLP.get_pipe(name)(doc)
    return draft_of(doc)
