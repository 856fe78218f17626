"""The geometry of the overview's charts; templates turn it into SVG, the style sheet gives it colour.

The bars are few and plain, so they are drawn by templates of this package: the same bytes everywhere, readable without a script,
in the colours of the page's light and dark looks, and each bar a button that filters the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screener.report.html.overview import JUDGED, Bin

WIDTH, HEIGHT = 400, 190
"""Of the histogram, in its own units."""
_BASE = 166
_TOP = 18
_GAP = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of the histogram; kind: the outcome that it counts."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """One bin: its bars from the ground up, its number above and its scores below."""

    bin: Bin
    x: float
    middle: float
    width: float
    top: float
    total: int
    bars: tuple[Bar, ...]


def histogram(bins: Sequence[Bin]) -> tuple[Column, ...]:
    """The columns of the histogram, the tallest as tall as there is room."""
    tallest = max((sum(each.counts) for each in bins), default=0) or 1
    step = WIDTH / max(len(bins), 1)
    return tuple(_column(each, index * step + _GAP / 2, step - _GAP, (_BASE - _TOP) / tallest) for index, each in enumerate(bins))


def _column(each: Bin, x: float, width: float, unit: float) -> Column:
    bars, y = [], float(_BASE)
    for kind, count in zip(JUDGED, each.counts, strict=True):
        y -= count * unit
        if count:
            bars.append(Bar(kind, round(x, 2), round(y, 2), round(width, 2), round(count * unit, 2)))
    return Column(each, round(x, 2), round(x + width / 2, 2), round(width, 2), round(y, 2), sum(each.counts), tuple(bars))


def shares(*counts: int) -> tuple[float, ...]:
    """Each of `counts` in percent of all, with two decimals; zeros when there is nothing to share."""
    total = sum(counts)
    return tuple(round(100 * count / total, 2) if total else 0.0 for count in counts)
