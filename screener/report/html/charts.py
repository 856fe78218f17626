"""Shares for the bars that stand in tables, each beside a button that filters; the plots are drawn elsewhere."""

from __future__ import annotations


def shares(*counts: int) -> tuple[float, ...]:
    """Each of `counts` in percent of all, with two decimals; zeros when there is nothing to share."""
    total = sum(counts)
    return tuple(round(100 * count / total, 2) if total else 0.0 for count in counts)
