"""Selection rates and impact ratios of groups, as 29 CFR 1607.4(D) and 6 RCNY § 5-300 define them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from screener.auditing.significance import Significance, significance

FOUR_FIFTHS = Fraction(4, 5)
SET_APART_BELOW = Fraction(2, 100)
"""A group smaller than this part of the data may be left out of the impact ratios (6 RCNY § 5-301)."""
SMALL_GROUP = 30
"""Rates of fewer people than this swing widely."""

Category = tuple[str, ...]
Warning = Literal["small-group", "one-person"]
"""`small-group`: it, or the group that it is held against, has fewer than 30 people; `one-person`: one person judged otherwise would lift
the ratio to four fifths."""


@dataclass(frozen=True, slots=True)
class GroupRate:
    """A group: of `people`, `selected` were. rate: 0 to 1. impact_ratio: its rate divided by that of the group with the highest one.

    impact_ratio: None for a group set apart and when nobody was selected. highest: it is the group that others are held against.
    significance: of the difference from that group; None for itself.
    """

    category: Category
    people: int
    selected: int
    impact_ratio: float | None = None
    highest: bool = False
    set_apart: bool = False
    significance: Significance | None = None
    warnings: tuple[Warning, ...] = ()

    @property
    def rate(self) -> float:
        return self.selected / self.people

    @property
    def below_four_fifths(self) -> bool:
        return self.impact_ratio is not None and self.impact_ratio < FOUR_FIFTHS


def rates_of(counts: Mapping[Category, tuple[int, int]]) -> tuple[GroupRate, ...]:
    """The rates of groups, in the order of `counts`, which gives (people, selected) of each; a group has at least one person.

    Where several groups share the highest rate, the largest is the one that others are held against. Below 2 % of all people a group is
    set apart, and can be no measure for others.
    """
    total = sum(people for people, _ in counts.values())
    kept = {category: each for category, each in counts.items() if each[0] >= SET_APART_BELOW * total}
    best = max(kept, key=lambda category: (Fraction(kept[category][1], kept[category][0]), kept[category][0]), default=None)
    if best is None:
        return ()
    return tuple(
        _rate(category, each, kept[best], highest=category == best) if category in kept else GroupRate(category, *each, set_apart=True)
        for category, each in counts.items()
    )


def _rate(category: Category, own: tuple[int, int], best: tuple[int, int], *, highest: bool) -> GroupRate:
    people, selected = own
    best_people, best_selected = best
    if not best_selected:
        return GroupRate(category, people, selected, highest=highest, warnings=_small(people, best_people))
    ratio = _ratio(own, best)
    warnings = _small(people, best_people)
    if ratio < FOUR_FIFTHS and _ratio((people, selected + 1), best) >= FOUR_FIFTHS:
        warnings += ("one-person",)
    surprise = None if highest else significance(selected, people, best_selected, best_people)
    return GroupRate(category, people, selected, float(ratio), highest, significance=surprise, warnings=warnings)


def _ratio(own: tuple[int, int], best: tuple[int, int]) -> Fraction:
    return Fraction(own[1], own[0]) / Fraction(best[1], best[0])


def _small(people: int, best_people: int) -> tuple[Warning, ...]:
    return ("small-group",) if min(people, best_people) < SMALL_GROUP else ()
