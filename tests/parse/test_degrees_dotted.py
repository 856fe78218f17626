"""Short names of degrees that are also everyday words once their dots are gone."""

from __future__ import annotations

import pytest

from screener.parse.degrees import read_degrees
from tests.parse.builders import document


@pytest.mark.parametrize(("line", "levels"), [
    ("M.Ed., History, River University, 2015", ["master"]), ("B.Ed., River University, 2015", ["bachelor"]), ("M.Arch., River University, March 2015", ["master"]),
    ("River University\nMARCH 2015", []), ("A bit of Vue, River Club, 2015", []), ("Med Tech course, 2015", []),
])
def test_dots_or_capitals_tell_a_degree_from_a_word(line: str, levels: list[str]) -> None:
    assert [degree.level for degree in read_degrees(document(f"EDUCATION\n{line}")) if degree.level != "none"] == levels
