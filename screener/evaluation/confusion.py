"""Confusion tables: what was true beside what was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from screener.decision import OUTCOMES
from screener.evaluation.compare import Comparison
from screener.resume import DEGREE_LEVELS

CONFUSED: Mapping[str, tuple[str, ...]] = {"degree_level": DEGREE_LEVELS, "outcome": OUTCOMES}
"""The columns that have a confusion table, with their values in order."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """One column: for each value that is true (a row) how often each value was given (the cells, in the order of `values`).

    Where careful readers differ, the value given stands for the truth if it is one of theirs, and otherwise the first of theirs.
    """

    column: str
    values: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


def confusion_of(column: str, comparisons: Iterable[Comparison]) -> Confusion:
    """The table of one of the columns of CONFUSED; values that never occur are left out."""
    pairs = Counter(
        (comparison.got if comparison.right else comparison.expected.split("|")[0], comparison.got)
        for comparison in comparisons
        if comparison.column == column
    )
    seen = {value for pair in pairs for value in pair}
    values = tuple(value for value in (*CONFUSED[column], "") if value in seen)
    return Confusion(column, values, tuple(tuple(pairs[true, got] for got in values) for true in values))
