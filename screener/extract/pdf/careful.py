"""The careful reader: words of a page through pdfplumber, in content order. Slower by a factor of twenty, and harder to fool."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
from pdfplumber.utils.exceptions import PdfminerException

from screener.extract.pdf.words import PageWords, Word

_SETTINGS = {"x_tolerance_ratio": 0.15, "use_text_flow": True, "keep_blank_chars": False, "extra_attrs": ["fontname"]}


def read_pages(data: bytes, numbers: list[int]) -> dict[int, PageWords]:
    """The pages of these numbers (from 1); pages that pdfplumber fails on are left out."""
    pages: dict[int, PageWords] = {}
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for number in numbers:
                page = document.pages[number - 1]
                pages[number] = _read_page(page, number)
                page.close()
    except (PdfminerException, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, AssertionError, OverflowError):
        return pages  # pdfminer raises whatever a damaged part makes it trip over
    return pages


def _read_page(page: Any, number: int) -> PageWords:
    clean = page.dedupe_chars()
    words = [
        Word(
            found["text"],
            float(found["x0"] - page.bbox[0]),
            float(found["top"] - page.bbox[1]),
            float(found["x1"] - page.bbox[0]),
            float(found["bottom"] - page.bbox[1]),
            "bold" in found["fontname"].lower(),
        )
        for found in clean.extract_words(**_SETTINGS)
    ]
    unmapped = sum(word.text.count("(cid:") for word in words)
    return PageWords(number, float(page.width), float(page.height), "pdfplumber", words, len(clean.chars), unmapped, bool(page.images))
