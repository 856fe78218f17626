"""Every regular expression of the package, and how much work it may be, told from its structure alone.

A backtracking matcher takes more than linear time where it can divide the same text in many ways:
- exponential: a repetition of unlimited length inside another, when what is inside can be split in more than one way;
- polynomial: two unlimited repetitions one behind the other that can take the same character, with nothing certain between them.

What is told is where that can be, from the classes of characters; it is no proof of harm, and what it passes has no such place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined] # the parsed form of an expression has no public name
from re import _parser as parser  # type: ignore[attr-defined] # as above
from typing import Any

Node = tuple[Any, Any]

_MANY = 50
"""A repetition of more than this counts as unlimited."""
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_PROBES = [chr(number) for number in (*range(0x250), 0x300, 0x430, 0x2013, 0x2022, 0x2028, 0x3000, 0x4E00, 0xFF0B)]
"""One of each kind of character: two classes meet when they share one of these."""


def parsed(pattern: str, flags: int) -> list[Node]:
    return list(parser.parse(pattern, flags & ~re.DEBUG))


def nested_repeats(nodes: Sequence[Node], flags: int) -> Iterator[str]:
    """Unlimited repetitions inside unlimited ones whose rounds can be told apart by nothing."""
    for operation, value in nodes:
        if operation in _REPEATS:
            _low, high, body = value
            unlimited = high is codes.MAXREPEAT or high > _MANY
            if unlimited and any(_is_ambiguous(list(body), flags)):
                yield f"{operation} of {list(body)}"
        for child in children(operation, value):
            yield from nested_repeats(child, flags)


def _is_ambiguous(body: list[Node], flags: int) -> Iterator[bool]:
    """Whether a round ends in a repetition that could go on with what the next round starts with."""
    for operation, value in body:
        if operation in _REPEATS and (value[1] is codes.MAXREPEAT or value[1] > _MANY):
            start = first_characters(body, flags)
            yield bool(first_characters(list(value[2]), flags) & start) and _can_follow(body, (operation, value), flags)
        else:
            for child in children(operation, value):
                yield from _is_ambiguous(child, flags)


def _can_follow(body: list[Node], repeat: Node, flags: int) -> bool:
    """Whether nothing that must be there, and that the repetition cannot take itself, stands around it in the round."""
    taken = first_characters(list(repeat[1][2]), flags)
    others = [node for node in body if node is not repeat]
    return not any(_must(node) and not (first_characters([node], flags) & taken) for node in others)


def _must(node: Node) -> bool:
    operation, value = node
    if operation in _REPEATS:
        return bool(value[0] > 0)
    return operation in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY)


def first_characters(nodes: Sequence[Node], flags: int) -> frozenset[str]:
    """Those of _PROBES with which a match can start."""
    found: set[str] = set()
    for operation, value in nodes:
        if operation in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            continue
        if operation in _REPEATS or operation == codes.POSSESSIVE_REPEAT:
            found |= first_characters(list(value[2]), flags)
            if value[0] > 0:
                return frozenset(found)
        elif operation == codes.SUBPATTERN:
            found |= first_characters(list(value[3]), flags)
            if value[3].getwidth()[0] > 0:
                return frozenset(found)
        elif operation == codes.ATOMIC_GROUP:
            found |= first_characters(list(value), flags)
            return frozenset(found)
        elif operation == codes.BRANCH:
            for branch in value[1]:
                found |= first_characters(list(branch), flags)
            if all(branch.getwidth()[0] > 0 for branch in value[1]):
                return frozenset(found)
        else:
            found |= {probe for probe in _PROBES if takes(operation, value, probe, flags)}
            return frozenset(found)
    return frozenset(found)


def takes(operation: Any, value: Any, character: str, flags: int) -> bool:
    code = ord(character)
    if operation == codes.LITERAL:
        return character == chr(value) or (bool(flags & re.IGNORECASE) and character.lower() == chr(value).lower())
    if operation == codes.NOT_LITERAL:
        return character != chr(value)
    if operation == codes.ANY:
        return character != "\n" or bool(flags & re.DOTALL)
    if operation == codes.RANGE:
        return bool(value[0] <= code <= value[1])
    if operation == codes.CATEGORY:
        return re.match(_CATEGORIES[value], character) is not None
    if operation == codes.IN:
        negated = value[0][0] == codes.NEGATE
        return any(takes(*item, character, flags) for item in value[negated:]) != negated
    return True  # a reference to a group: anything


_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def children(operation: Any, value: Any) -> list[list[Node]]:
    """The pieces that a piece of an expression is made of."""
    if operation == codes.SUBPATTERN:
        return [list(value[3])]
    if operation == codes.BRANCH:
        return [list(branch) for branch in value[1]]
    if operation in (codes.ASSERT, codes.ASSERT_NOT):
        return [list(value[1])]
    if operation == codes.ATOMIC_GROUP:
        return [list(value)]
    return [list(value[2])] if operation in (*_REPEATS, codes.POSSESSIVE_REPEAT) else []
