"""No regular expression of the package takes more than linear time, whatever it is given.

Two ways to know, neither by the clock: its structure, which tells what could take exponential time without running anything; and counting
the steps of a matcher on texts made of the expression's own characters, once as long and twice as long.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest

from screener.extract.html import _without_at_rules
from tests.hostile.collected import Expression, collected
from tests.hostile.counting import Counter
from tests.hostile.expressions import nested_repeats, parsed
from tests.hostile.growth import superlinear

_DEPTH = 60_000
"""Of calls: the matcher that counts calls itself for each round of a repetition."""


@pytest.fixture
def deep() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(_DEPTH)
    yield
    sys.setrecursionlimit(before)


def test_every_place_that_makes_an_expression_is_known() -> None:
    assert collected().unseen == ()
    assert len({each.pattern for each in collected().expressions}) > 250


def test_expressions_made_from_the_taxonomy_are_among_them() -> None:
    places = {each.place.partition(":")[0] for each in collected().expressions if "Present" in each.pattern or "september" in each.pattern.lower()}
    assert "screener/parse/date_points.py" in places


@pytest.mark.parametrize("careless", [r"(a+)+", r"(\w+\s*)+b", r"(?:\d+,?)+$", r"(?:x\w+)*", r"((a*)*)*", r"(?:[^,]*,?)*;"])
def test_the_check_of_structure_finds_what_is_careless(careless: str) -> None:
    assert list(nested_repeats(parsed(careless, 0), 0))


@pytest.mark.parametrize("careful", [r"(\w+,)+", r"(?:\d{1,3},)*", r"a+b+", r"(?:[a-z]+ )*[a-z]+", r"(?:\s|x)+", r"\w+(?:-\w+)*"])
def test_the_check_of_structure_leaves_in_peace_what_is_not(careful: str) -> None:
    assert not list(nested_repeats(parsed(careful, 0), 0))


def test_no_expression_can_take_exponential_time() -> None:
    found = {each.place: list(nested_repeats(parsed(each.pattern, each.flags), each.flags)) for each in collected().expressions}
    assert {place: repeats for place, repeats in found.items() if repeats} == {}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(\w+)@(\w{2,3}?)\.com\b", "ada@ab.com, x@abcd.com"), (r"a|ab|(?:b(?=c)c)+", "abcbcbc ab"), (r"(?<!\d)(\d\d)[./]\1(?!\d)", "12.12 13/14 15/15"),
        (r"^\s*(?:[-*] ?){3,}$", "- - -"), (r"(?i)[a-f]+x?$", "ABCDEFx"), (r"(?>a+)b|a++c", "aab aac"), (r"[^\W_]+(?:['’][^\W_]+)*", "l'été d'or"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("deep")
def test_the_counting_matcher_finds_what_python_finds(pattern: str, text: str) -> None:
    counter = Counter(pattern, re.compile(pattern).flags, 100_000)
    assert counter.matches(text) == [(match.start(), match.end()) for match in re.finditer(pattern, text)]
    assert counter.steps > 0


@pytest.mark.parametrize(
    ("pattern", "searched"),
    [(r"\w+@\w", True), (r"\s+$", True), (r"\d+x|\w+y", True), (r"\s*\s*x", False), (r"a[ab]*b*c", False), (r"^x|[\s-]+$", True), (r"(?:\w*\s?){1,3}!", False)],
)
@pytest.mark.usefixtures("deep")
def test_counting_finds_what_is_not_linear(pattern: str, searched: bool) -> None:
    assert next(superlinear(Expression("here.py:1", pattern, re.compile(pattern).flags, searched)), None) is not None


@pytest.mark.parametrize("pattern", [r"(?<!\w)\w+@", r"\d{1,4}x", r"\w{1,60}@", r"(?<!\s)\s+$", r"[^<>]*>", r"x(?:\w+,)*y"])
@pytest.mark.usefixtures("deep")
def test_counting_leaves_in_peace_what_is_linear(pattern: str) -> None:
    assert list(superlinear(Expression("here.py:1", pattern, re.compile(pattern).flags, pattern[0] in "(\\"))) == []


@pytest.mark.usefixtures("deep")
def test_no_expression_of_the_package_takes_more_than_linear_time() -> None:
    found = {each.place: next(superlinear(each), None) for each in dict.fromkeys(collected().expressions)}
    assert {place: unit for place, unit in found.items() if unit is not None} == {}


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        ("@media print{.h{display:none}}.x{a:b}", ".x{a:b}"), ("a{}@font-face{src:x}b{}", "a{}b{}"), ("@import x;.h{}", "@import x;.h{}"),
        ("@media{.h{display:none}", ""), ("@{" * 50_000, ""), ("@" * 50_000, "@" * 50_000),
    ],
)  # fmt: skip
def test_rules_for_printing_are_left_out_of_style_sheets(sheet: str, kept: str) -> None:
    assert _without_at_rules(sheet) == kept
