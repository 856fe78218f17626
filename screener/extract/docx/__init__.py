"""DOCX: every word that a person sees in Word, once, in reading order."""

from __future__ import annotations

from screener.document import Document
from screener.extract.docx.facts import document_facts
from screener.extract.docx.package import open_word_document
from screener.extract.docx.whole import read_contents
from screener.extract.lines import document_of


def read_docx(data: bytes) -> Document:
    """The text of a Word file (.docx, .docm, .dotx, .dotm).

    Raises UnreadableDocumentError when it is locked, damaged, unpacks to too much, or shows no word.
    """
    word = open_word_document(data)
    return document_of(read_contents(word), document_facts(word))
