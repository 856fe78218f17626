"""Every odd document is read as a person reads it, by whichever program it was made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from screener.extract import extract_bytes
from tests.hard_cases.cases import EXPECTED, KEPT, SOURCES, Case, kept_cases
from tests.hard_cases.drawn import DRAWN
from tests.hard_cases.makers import AT_HAND, MAKERS
from tests.hard_cases.word_files import WORD

CASES = kept_cases()
MADE_HERE = DRAWN | WORD


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_file_made_of_a_source(case: Case) -> None:
    text = extract_bytes(case.data()).text
    if case.lines:
        assert text == case.expected()
    else:
        assert text.split() == case.expected().split()


@pytest.mark.parametrize(("make", "expected"), MADE_HERE.values(), ids=MADE_HERE.keys())
def test_a_file_made_piece_by_piece(make: Callable[[], bytes], expected: str) -> None:
    assert extract_bytes(make()).text == expected


def test_there_are_sixty_cases_of_six_makers_and_none_is_left_over() -> None:
    assert len(CASES) + len(MADE_HERE) >= 60
    assert len({case.maker for case in CASES} | {name.partition("-")[0] for name in DRAWN}) >= 8
    kept = {f"{case.id}.{MAKERS[case.maker][1]}" for case in CASES if case.maker not in AT_HAND}
    assert {path.name for path in KEPT.iterdir()} == kept
    assert {path.name for path in SOURCES.iterdir()} == {case.source.name for case in CASES}
    assert {path.stem for path in EXPECTED.iterdir()} == {case.name for case in CASES}
