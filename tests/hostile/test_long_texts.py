"""What a text costs grows with its length and no faster, whatever is repeated in it: counted at one length and at twice as much."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

import pytest
from msgspec.structs import replace

from screener.document import Document
from screener.extract import extract_bytes
from screener.parse import Parser, build_parser
from screener.rules import load_role
from screener.screening import judge
from tests.hostile.work import Work

_LENGTH, _FEWEST = 3_000, 120
"""Of the shorter text: characters, and pieces. Some steps look at so many neighbours as no résumé has: there are more than those."""
_GROWTH = 2.7
"""Times the work for twice the text: 2 where it is linear, 4 where quadratic."""

PIECES = (
    # dates
    "2015-", "2015 - ", "’15-", "01/2015-", "Jan 2015 - ", "2015\n", "2010 - 2011\n", "seit 2010\n", "Jan 2010\t", "(2015 - 2018) ", "Present ",
    # bullets and separators
    "• ", "•\n", "- ", "| ", "|", "\t", "a\t", "/ ", ". ", "... ", "; ", ": \n", "_ ", "#\n", "* ", "– ",
    # skills
    "Python, ", "Python\n", "C/C++/", "Node.js ", "no experience with ", "learning Python ", "Skills: Python\n", "Skills\nPython, Java\n",
    # degrees
    "BSc ", "B.S.", "Master of, ", "Bachelor of Science in ", "University of ", "BSc Computer Science, River University, 2010 - 2014\n", "GPA 3.9 ",
    "EDUCATION\nBSc 2010\n",
    # jobs
    "Engineer ", "Engineer, Works, 2015 - 2018\n", "2015 - 2018\tEngineer, Works\n", "EXPERIENCE\nEngineer 2010\n", "Madrid, ES ", "GmbH, ",
    "• Works, Leeds – 2015 to 2018\n", "I joined Works in May 2015. I stayed until June 2018. ", "Engineer at Works GmbH\n2015 - 2018\n• Python\n", "Projects\nFoo\n", "10+ years of backend experience\n",
    # people, addresses, brackets, letters
    "a@b.co ", "a@", "+49 30 555 ", "http://a.b/", "www.", "Mira Testova\n", "References\nJane Doe\n", "Languages: English, German\n", "Certificates\nAWS\n",
    "(", "[(", "a", "aA", "A ", "a ", "1 ", "1.", "of ", "é", "한\n", "x\n", "Experience\n",
)  # fmt: skip


@lru_cache
def parser() -> Parser:
    """A parser that has met everything once: what is made at first use is no work of the text."""
    made = build_parser()
    judge(made.parse(extract_bytes("\n".join(PIECES).encode())), load_role("senior-backend"), as_of=date(2026, 11, 1))
    for piece in PIECES:
        made.parse(extract_bytes(f"Mira\n{piece * 9}".encode()))
    return made


def steps(piece: str, times: int) -> int:
    """Of reading, parsing and judging a text with the piece so many times."""
    work, read = Work(), parser()
    data = ("Mira Testova\nEngineer\n" + piece * times).encode()

    def read_and_judge() -> None:
        document: Document = extract_bytes(data)
        resume = read.parse(replace(document, text=work.text(document.text)))
        judge(resume, load_role("senior-backend"), as_of=date(2026, 11, 1))

    return work.of(read_and_judge)


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    times = max(_LENGTH // len(piece), _FEWEST)
    assert steps(piece, 2 * times) < _GROWTH * steps(piece, times)


@pytest.mark.parametrize(
    "careless",
    [
        lambda text: [text.rfind(" ", 0, place) for place in range(0, len(text), 5)],
        lambda text: ["://" in text[: place + 1] for place in range(0, len(text), 5)],
        lambda text: [text.count("/") for _ in range(0, len(text), 5)],
        lambda text: [text.lower() for _ in range(0, len(text), 5)],
    ],
)
def test_looking_through_a_text_again_and_again_is_counted(careless: Callable[[str], object]) -> None:
    work = Work()
    short, long = (work.of(partial(careless, work.text("2015-" * length))) for length in (1_000, 2_000))
    assert long > 3 * short > 0


def test_running_a_line_again_and_again_is_counted() -> None:
    work = Work()
    counted = [work.of(partial(extract_bytes, text)) for text in (b"Python " * 100, b"Python " * 200 + b"\nJava" * 50)]
    assert 0 < counted[0] < counted[1]
