"""Whether the work of a regular expression grows faster than the text: told by counting the steps on texts made to be hard for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined] # the parsed form of an expression has no public name

from tests.hostile.collected import Expression
from tests.hostile.counting import Counter, TooManyStepsError
from tests.hostile.expressions import Node, children, first_characters, parsed

_UNITS = ("a", "A", "1", " ", "\t", ".", "-", "a ", "a.", "1 ", "1.", "a1", "a@", "@", "(", "+1 ", "2015-", "Jan ", "\n", "a\n", "é", "–", "• ", "A ", "a-", "_")
_LOOKS = ((40, 80, 2.4), (320, 640, 3.0), (800, 1_600, 3.5))
"""Lengths of two texts to compare, and so many times the steps that are too many for the second: linear is 2, quadratic 4. A first look,
and closer ones where a repetition of limited length may still have been growing, or steps that are linear have hidden others."""
_MOST_STEPS = 1_400_000
_FEW = 30
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)


def superlinear(expression: Expression) -> Iterator[str]:
    """The units of which long texts take more than linear time."""
    if is_bounded(parsed(expression.pattern, expression.flags)):
        return
    for start, unit in texts_for(expression):
        if all(_grows(expression, start, unit, *look) for look in _LOOKS):
            yield start + unit


def is_bounded(nodes: Sequence[Node]) -> bool:
    """Whether there is no repetition of more than a few characters, also where it only looks ahead: each place then costs a fixed amount."""
    for operation, value in nodes:
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and (value[1] is codes.MAXREPEAT or value[1] > _FEW):
            return False
        if not all(is_bounded(child) for child in children(operation, value)):
            return False
    return True


def _grows(expression: Expression, start: str, unit: str, short: int, long: int, growth: float) -> bool:
    counted = []
    for length in (short, long):
        try:
            text = start + (unit * (length // len(unit) + 1))[:length] + "\0"
            counted.append(Counter(expression.pattern, expression.flags, _MOST_STEPS).search(text, everywhere=expression.searched))
        except (TooManyStepsError, RecursionError):
            return True
    return counted[1] > growth * counted[0]


def texts_for(expression: Expression) -> Iterator[tuple[str, str]]:
    """Beginnings, and what is repeated behind them: common pieces, and what the expression itself and its repetitions match."""
    nodes = parsed(expression.pattern, expression.flags)
    own = dict.fromkeys((*_UNITS, *sorted(first_characters(nodes, expression.flags))[:3], *_samples(nodes, expression.flags)))
    for unit in filter(None, own):
        for start in ("", "a") if "^" in expression.pattern else ("",):
            if _may_meet(expression, start + unit * 3):
                yield start, unit
    for start, unit in _shared(nodes, "", expression.flags):
        if _may_meet(expression, start + unit * 3):
            yield start, unit


def _may_meet(expression: Expression, text: str) -> bool:
    """Whether the expression may be given such a text: the parser's are given those of documents."""
    return not expression.place.startswith("screener/parse/") or _can_be_in_a_document(text)


def _shared(nodes: Sequence[Node], before: str, flags: int) -> Iterator[tuple[str, str]]:
    """For two repetitions that can take the same character: a text that leads to the first, and that character."""
    for index, (operation, value) in enumerate(nodes):
        start = before + _sample(nodes[:index], flags)
        for child in children(operation, value):
            yield from _shared(child, start, flags)
        if operation in _REPEATS:
            taken = first_characters(list(value[2]), flags)
            for _, other in (node for node in nodes[index + 1 :] if node[0] in _REPEATS):
                yield from ((start, shared) for shared in sorted(taken & first_characters(list(other[2]), flags))[:2])


def _can_be_in_a_document(text: str) -> bool:
    """Whether a document's text can look like that: no two characters of white space in a row."""
    return re.search(r"\s\s", text) is None


def _samples(nodes: Sequence[Node], flags: int) -> Iterator[str]:
    """Texts that the expression matches, and all but the end of them; the same of what it repeats."""
    whole = _sample(nodes, flags)
    yield whole
    yield whole[:-1]
    for operation, value in nodes:
        if operation in _REPEATS:
            yield _sample(list(value[2]), flags)
            yield _sample(list(value[2]), flags) + " "


def _sample(nodes: Sequence[Node], flags: int) -> str:
    """A short text that the nodes match, as far as can be told without trying."""
    text = ""
    for operation, value in nodes:
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            text += _sample(list(value[2]), flags) * max(value[0], 1)
        elif operation == codes.SUBPATTERN:
            text += _sample(list(value[3]), flags)
        elif operation == codes.ATOMIC_GROUP:
            text += _sample(list(value), flags)
        elif operation == codes.BRANCH:
            text += _sample(list(value[1][-1]), flags)
        elif operation in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY):
            found = first_characters([(operation, value)], flags)
            text += next((character for character in sorted(found) if character.isprintable()), "")
    return text
