"""The fast and the careful reader see the same words wherever both can read a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from screener.document import Document
from screener.errors import UnreadableDocumentError
from screener.extract.pdf import read_pdf
from tests.hard_cases.cases import kept_cases
from tests.hard_cases.drawn import DRAWN
from tests.hard_cases.makers import MAKERS
from tests.reading_report import WHOLE, agreement, all_words

SAMPLES = Path(__file__).parents[2] / "samples" / "resumes"
DIFFER = {
    "typst-rotated-text.typst": "pdfplumber takes the letters that Typst turns for upright ones",
    "reportlab-soft-hyphen-at-the-line-end": "pdfminer leaves out the hyphen that this code is drawn as",
}
"""Files of which the two see different words → why."""


def files() -> Iterator[tuple[str, Callable[[], bytes]]]:
    for case in kept_cases():
        if MAKERS[case.maker][1] == "pdf":
            yield case.id, case.data
    for name, (make, _) in DRAWN.items():
        yield name, make
    for path in sorted(SAMPLES.glob("*.pdf")):
        yield path.name, partial(path.read_bytes)


FILES = dict(files())


def read(data: bytes, reader: str) -> Document | str:
    try:
        return read_pdf(data, reader=reader)
    except UnreadableDocumentError as error:
        return error.code


@pytest.mark.parametrize("name", [name for name in FILES if name not in DIFFER])
def test_both_readers_see_the_same_words(name: str) -> None:
    data = FILES[name]()
    fast, careful = read(data, "pdfium"), read(data, "pdfplumber")
    if isinstance(fast, str) or isinstance(careful, str):
        assert fast == careful
        return
    can_read = not {"low-quality-text"} & {*fast.flags, *careful.flags}
    assert agreement(all_words(fast), all_words(careful)) >= WHOLE or not can_read


@pytest.mark.parametrize("name", DIFFER)
def test_files_told_as_read_differently_are(name: str) -> None:
    data = FILES[name]()
    assert agreement(all_words(read_pdf(data, reader="pdfium")), all_words(read_pdf(data, reader="pdfplumber"))) < WHOLE
