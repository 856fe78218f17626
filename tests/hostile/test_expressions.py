"""No regular expression of the package takes more than linear time, whatever it is given.

Two ways to know: its structure, which tells what could take exponential time without running anything; and running it on long
texts made of its own characters in a child process with little processor time, where anything quadratic does not come to an end.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import islice

import pytest

import screener
from screener.batch.pool import Limits, run_pool
from screener.rules import load_role, shipped_roles
from tests.hostile.expressions import first_characters, is_searched_with, nested_repeats, parsed, patterns_of

_LENGTH = 100_000
"""Of the texts: what is linear takes milliseconds, what is quadratic 10^10 steps."""
_SECONDS = 2
_UNITS = (
    "a",
    "A",
    "1",
    " ",
    "\t",
    ".",
    "-",
    "a ",
    "a.",
    "1 ",
    "1.",
    "a1",
    "a@",
    "@",
    "(",
    "+1 ",
    "2015-",
    "Jan ",
    "\n",
    "a\n",
    "\u00e9",
    "\u2013",
    "• ",
)


def every_expression() -> dict[str, re.Pattern[str]]:
    for module in pkgutil.walk_packages(screener.__path__, "screener."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    importlib.import_module("screener.parse").build_parser()
    for name in shipped_roles():
        load_role(name)
    return {f"{name} {pattern.pattern[:80]}": pattern for name, pattern in patterns_of("screener.")}


@pytest.fixture(scope="module")
def expressions() -> dict[str, re.Pattern[str]]:
    return every_expression()


@pytest.mark.parametrize("careless", [r"(a+)+", r"(\w+\s*)+b", r"(?:\d+,?)+$", r"(?:x\w+)*", r"((a*)*)*", r"(?:[^,]*,?)*;"])
def test_the_check_of_structure_finds_what_is_careless(careless: str) -> None:
    assert list(nested_repeats(parsed(careless, 0), 0))


@pytest.mark.parametrize("careful", [r"(\w+,)+", r"(?:\d{1,3},)*", r"a+b+", r"(?:[a-z]+ )*[a-z]+", r"(?:\s|x)+", r"\w+(?:-\w+)*"])
def test_the_check_of_structure_leaves_in_peace_what_is_not(careful: str) -> None:
    assert not list(nested_repeats(parsed(careful, 0), 0))


def test_no_expression_can_take_exponential_time(expressions: dict[str, re.Pattern[str]]) -> None:
    assert len(expressions) > 100
    assert {name: list(nested_repeats(parsed(item.pattern, item.flags), item.flags)) for name, item in expressions.items()} == {
        name: [] for name in expressions
    }


def texts_for(pattern: re.Pattern[str]) -> Iterator[str]:
    """Long texts: common ones, and repetitions of what the expression itself starts with, each ending in what fits nothing."""
    starts = islice(sorted(first_characters(parsed(pattern.pattern, pattern.flags), pattern.flags)), 3)
    for unit in (*_UNITS, *starts):
        yield (unit * (_LENGTH // len(unit) + 1))[:_LENGTH] + "\x00"


def can_be_in_a_document(text: str) -> bool:
    """Whether a document's text can look like that: no two characters of white space in a row, no spaces at the ends of lines."""
    return re.search(r"\s\s", text[:100]) is None


def run_all(name: str, pattern: re.Pattern[str]) -> None:
    searched = is_searched_with(name)
    for text in texts_for(pattern):
        if name.startswith("screener.parse.") and not can_be_in_a_document(text):
            continue
        pattern.match(text)
        pattern.fullmatch(text)
        for _ in pattern.finditer(text) if searched else ():
            pass


def slow_ones(expressions: dict[str, re.Pattern[str]]) -> list[str]:
    """Names of those that do not come to an end in time."""

    def work(name: str) -> str:
        run_all(name, expressions[name])
        return ""

    return [name for name in run_pool(expressions, work, lambda name, _: name, jobs=1, limits=Limits(computing=_SECONDS)) if name]


def test_running_them_finds_what_is_quadratic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.hostile.test_expressions.is_searched_with", lambda _: True)
    assert slow_ones({"careless": re.compile(r"\d+x|\w+@\w"), "careful": re.compile(r"\d{1,4}x")}) == ["careless"]


QUADRATIC = {
    "screener.drafting.posting._AROUND_TITLE",  # reads job descriptions of the user's own
    "screener.extract.normalise._BULLET",
    "screener.parse.degrees.institution._TRIM",
    "screener.parse.headers._PLACE_SHAPE",
}
"""Not linear on one endless line: what the limit on processor time is for. This list may only get shorter."""


def test_every_other_expression_comes_to_an_end_on_long_texts(expressions: dict[str, re.Pattern[str]]) -> None:
    linear = {name: pattern for name, pattern in expressions.items() if name.partition(" ")[0] not in QUADRATIC}
    assert slow_ones(linear) == []
