"""DOCX: every word that a person sees in Word, once, in reading order."""

from __future__ import annotations

from screener.document import Document, Line
from screener.extract.docx.facts import document_facts
from screener.extract.docx.lines import TextLine
from screener.extract.docx.package import open_word_document
from screener.extract.docx.verdict import judge_reading
from screener.extract.docx.whole import read_contents


def read_docx(data: bytes) -> Document:
    """The text of a Word file (.docx, .docm, .dotx, .dotm).

    Raises UnreadableDocumentError when it is locked, damaged, unpacks to too much, or shows no word.
    """
    word = open_word_document(data)
    contents = read_contents(word)
    reading, flags = judge_reading(contents)
    text, lines = _laid_out(contents.lines)
    return Document(text, lines, document_facts(word), contents.hidden, reading, flags)


def _laid_out(lines: tuple[TextLine, ...]) -> tuple[str, tuple[Line, ...]]:
    placed: list[Line] = []
    start = 0
    for line in lines:
        end = start + len(line.text)
        placed.append(Line(start, end, size=line.size, bold=line.bold, heading=line.heading))
        start = end + 1
    return "\n".join(line.text for line in lines), tuple(placed)
