"""RTF: the words that a person sees, hidden text apart; pictures and instructions left out."""

from __future__ import annotations

from screener.document import Document
from screener.extract.lines import Contents, document_of
from screener.extract.rtf.reader import Reader
from screener.extract.rtf.tokens import tokens


def read_rtf(data: bytes) -> Document:
    """The text of an RTF file. Raises UnreadableDocumentError when it shows not one word."""
    reader = Reader()
    for token in tokens(data):
        reader.take(token)
    lines, facts = reader.finish()
    return document_of(Contents(tuple(lines), tuple(reader.hidden.found), reader.pictures), facts)
