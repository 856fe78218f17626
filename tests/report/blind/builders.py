"""Résumés read from text, as a run reads them."""

from __future__ import annotations

from functools import cache

from screener.document import Document, DocumentFacts, Line
from screener.parse import Parser, build_parser
from screener.report.blind.mask import masked, masks_for
from screener.resume import Resume


@cache
def parser() -> Parser:
    return build_parser()


def read(text: str) -> Resume:
    lines, start = [], 0
    for part in text.split("\n"):
        lines.append(Line(start, start + len(part)))
        start += len(part) + 1
    return parser().parse(Document(text, tuple(lines), DocumentFacts("pdf")))


def shown(text: str, file: str = "cv.pdf", *, schools: bool = False) -> str:
    return masked(text, masks_for(read(text), file, schools=schools).pieces)
