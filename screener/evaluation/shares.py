"""Shares with what they are shares of and how sure they are, so that nobody reads 100 % of three as much."""

from __future__ import annotations

import math
from dataclasses import dataclass

_Z = 1.959964
"""Two-sided 95 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`."""

    name: str
    count: int
    of: int

    @property
    def rate(self) -> float:
        """From 0 to 1; 0 of nothing is 0."""
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true rate lies, 95 % sure: the score interval of E. B. Wilson (1927). Of nothing: anywhere."""
        if not self.of:
            return 0.0, 1.0
        spread = _Z * math.sqrt(self.rate * (1 - self.rate) / self.of + _Z**2 / (4 * self.of**2))
        middle, scale = self.rate + _Z**2 / (2 * self.of), 1 + _Z**2 / self.of
        low, high = (middle - spread) / scale, (middle + spread) / scale
        return (0.0 if self.count == 0 else low), (1.0 if self.count == self.of else high)


@dataclass(frozen=True, slots=True)
class FieldScore:
    """How well a field is filled. right: values given and true; wrong: given and untrue; missed: true and not given.

    An empty value (`none` as a degree's level) is no value: where it is true and given, nothing is counted.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0
