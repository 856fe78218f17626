"""How many steps a backtracking matcher takes for a regular expression on a text: counted, not timed, so that every machine agrees.

It goes the ways that Python's own matcher goes, without its shortcuts: each character that is looked at is a step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from re import _constants as codes  # type: ignore[attr-defined] # the parsed form of an expression has no public name
from typing import Any

from tests.hostile.expressions import Node, parsed, takes

Then = Callable[[int], bool]
"""What is to match behind a place."""
_Matcher = Callable[[int, Then], bool]
"""Whether a piece of an expression matches at a place, with what follows it."""

_ONE = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)
"""What takes one character."""
_LINE_ENDS = (codes.AT_END, codes.AT_END_LINE)


class TooManyStepsError(Exception):
    """More steps than were allowed."""


class Counter:
    """An expression that counts. steps: taken so far; beyond `most`, TooManyStepsError."""

    def __init__(self, pattern: str, flags: int, most: int) -> None:
        self.steps = 0
        self.most = most
        self.flags = flags
        self.text = ""
        self.groups: dict[int, tuple[int, int]] = {}
        self._taken: dict[tuple[int, str], bool] = {}
        self._match = self._sequence(parsed(pattern, flags))

    def search(self, text: str, *, everywhere: bool) -> int:
        """The steps to find all matches in `text`, or only (not `everywhere`) to try it at the start, and as a whole."""
        if everywhere:
            self.matches(text)
        else:
            self.text, self.steps = text, 0
            self._end_at(0)
            self._match(0, lambda end: end == len(text))
        return self.steps

    def matches(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every match, as `re.finditer` gives them."""
        self.text, self.steps = text, 0
        found: list[tuple[int, int]] = []
        place = 0
        while place <= len(text):
            end = self._end_at(place)
            if end >= place:
                found.append((place, end))
            place = max(end, place + 1)
        return found

    def _end_at(self, place: int) -> int:
        ends: list[int] = []
        self.groups = {}
        self._match(place, lambda end: not ends.append(end))  # type: ignore[func-returns-value] # append gives None: the match is over
        return ends[0] if ends else -1

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise TooManyStepsError

    def _sequence(self, nodes: Sequence[Node]) -> _Matcher:
        matchers = [self._node(operation, value) for operation, value in nodes]

        def match(place: int, then: Then) -> bool:
            for matcher in reversed(matchers[1:]):
                then = self._behind(matcher, then)
            return matchers[0](place, then) if matchers else then(place)

        return match

    @staticmethod
    def _behind(matcher: _Matcher, then: Then) -> Then:
        return lambda place: matcher(place, then)

    def _node(self, operation: Any, value: Any) -> _Matcher:
        if operation in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            return self._repeat(operation, value)
        if operation == codes.SUBPATTERN:
            return self._group(value[0], self._sequence(list(value[3])))
        if operation == codes.ATOMIC_GROUP:
            return self._atomic(self._sequence(list(value)))
        if operation == codes.BRANCH:
            return self._any_of([list(branch) for branch in value[1]])
        if operation in (codes.ASSERT, codes.ASSERT_NOT):
            return self._look(operation == codes.ASSERT, value[0], value[1])
        if operation == codes.AT:
            return lambda place, then: self._at(value, place) and then(place)
        if operation == codes.GROUPREF:
            return self._again(value)
        return lambda place, then: self._takes(operation, value, place) and then(place + 1)

    def _any_of(self, branches: list[list[Node]]) -> _Matcher:
        """Those branches first that begin with the character that stands there: the others are passed over at once, as by Python."""
        matchers = [self._sequence(branch) for branch in branches]
        heads = [branch[0] if branch and branch[0][0] in _ONE else None for branch in branches]
        by_character: dict[str, list[_Matcher]] = {}

        def match(place: int, then: Then) -> bool:
            self._step()
            here = self.text[place : place + 1]
            if here not in by_character:
                fits = [head is None or (bool(here) and takes(*head, here, self.flags)) for head in heads]
                by_character[here] = [matcher for matcher, fit in zip(matchers, fits, strict=True) if fit]
            return any(matcher(place, then) for matcher in by_character[here])

        return match

    def _takes(self, operation: Any, value: Any, place: int) -> bool:
        self._step()
        if place >= len(self.text):
            return False
        key = (id(value) if operation == codes.IN else hash((operation, value)), self.text[place])
        if key not in self._taken:
            here = self.text[place]
            cases = {here, here.lower(), here.upper()} if self.flags & re.IGNORECASE else {here}
            self._taken[key] = any(takes(operation, value, case, self.flags) for case in cases if len(case) == 1)
        return self._taken[key]

    def _repeat(self, operation: Any, value: Any) -> _Matcher:
        low, high, body = value[0], value[1], list(value[2])
        if len(body) == 1 and body[0][0] in _ONE:
            matcher = self._repeat_of_one(operation, low, high, *body[0])
        else:
            matcher = self._repeat_of_many(operation == codes.MIN_REPEAT, low, high, self._sequence(body))
        return self._atomic(matcher) if operation == codes.POSSESSIVE_REPEAT else matcher

    def _repeat_of_one(self, operation: Any, low: int, high: Any, taken: Any, value: Any) -> _Matcher:
        def match(place: int, then: Then) -> bool:
            longest = 0
            if operation == codes.MIN_REPEAT:
                while True:
                    if longest >= low and then(place + longest):
                        return True
                    if longest == high or not self._takes(taken, value, place + longest):
                        return False
                    longest += 1
            while longest != high and self._takes(taken, value, place + longest):
                longest += 1
            for length in range(longest, low - 1, -1):
                self._step()
                if then(place + length):
                    return True
            return False

        return match

    def _repeat_of_many(self, lazy: bool, low: int, high: Any, body: _Matcher) -> _Matcher:
        def rounds(place: int, done: int, then: Then) -> bool:
            self._step()

            def again() -> bool:
                return done != high and body(place, lambda end: (end > place or done < low) and rounds(end, done + 1, then))

            if lazy:
                return (done >= low and then(place)) or again()
            return again() or (done >= low and then(place))

        return lambda place, then: rounds(place, 0, then)

    def _group(self, number: int | None, body: _Matcher) -> _Matcher:
        if number is None:
            return body

        def match(place: int, then: Then) -> bool:
            before = self.groups.get(number)

            def close(end: int) -> bool:
                self.groups[number] = (place, end)
                return then(end)

            if body(place, close):
                return True
            if before is None:
                self.groups.pop(number, None)
            else:
                self.groups[number] = before
            return False

        return match

    def _atomic(self, body: _Matcher) -> _Matcher:
        def match(place: int, then: Then) -> bool:
            ends: list[int] = []
            found = body(place, lambda end: not ends.append(end))  # type: ignore[func-returns-value] # as above
            return found and then(ends[0])

        return match

    def _look(self, wanted: bool, direction: int, nodes: Any) -> _Matcher:
        body, width = self._sequence(list(nodes)), nodes.getwidth()[0] if direction < 0 else 0

        def match(place: int, then: Then) -> bool:
            start = place - width
            found = start >= 0 and body(start, lambda end: direction > 0 or end == place)
            return found == wanted and then(place)

        return match

    def _at(self, where: Any, place: int) -> bool:
        self._step()
        text = self.text
        if where in (codes.AT_BEGINNING, codes.AT_BEGINNING_STRING):
            return place == 0 or (where == codes.AT_BEGINNING and bool(self.flags & re.MULTILINE) and text[place - 1] == "\n")
        if where in _LINE_ENDS:
            return place == len(text) or text[place:] == "\n" or (bool(self.flags & re.MULTILINE) and text[place] == "\n")
        if where == codes.AT_END_STRING:
            return place == len(text)
        sides = [0 <= index < len(text) and (text[index].isalnum() or text[index] == "_") for index in (place - 1, place)]
        return (sides[0] != sides[1]) == (where == codes.AT_BOUNDARY)

    def _again(self, number: int) -> _Matcher:
        def match(place: int, then: Then) -> bool:
            self._step()
            start, end = self.groups.get(number, (0, -1))
            return end >= start and self.text.startswith(self.text[start:end], place) and then(place + end - start)

        return match
