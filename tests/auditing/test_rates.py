"""Rates, ratios and tests against figures worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.auditing import rates_of
from screener.auditing.significance import significance

WHITE, BLACK, OTHER = ("White",), ("Black",), ("Other",)


def test_half_the_rate_is_half_the_ratio_and_far_from_chance() -> None:
    # 48 of 80 are 60 %, 12 of 40 are 30 %; pooled share 0.5, z = 0.3 / (0.5 √(1/80 + 1/40)) = 3.0984, p = 0.00195.
    white, black = rates_of({WHITE: (80, 48), BLACK: (40, 12)})
    assert (white.rate, white.impact_ratio, white.highest, white.significance) == (0.6, 1.0, True, None)
    assert (black.rate, black.impact_ratio, black.below_four_fifths) == (0.3, 0.5, True)
    assert black.significance
    assert black.significance.test == "z"
    assert black.significance.p_value == pytest.approx(0.001946, abs=1e-6)


def test_a_ratio_of_exactly_four_fifths_is_not_below() -> None:
    # 4 of 10 and 5 of 10: as binary fractions 0.4 / 0.5 could come out a hair below 0.8.
    _, black = rates_of({WHITE: (10, 5), BLACK: (10, 4)})
    assert not black.below_four_fifths
    _, third = rates_of({WHITE: (300, 250), BLACK: (300, 200)})
    assert not third.below_four_fifths


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ((3, 4), (1, 4), Fraction(34, 70)),  # the lady tasting tea: (1 + 16 + 16 + 1) of 70 tables
        ((0, 3), (3, 3), Fraction(2, 20)),
        ((0, 5), (5, 5), Fraction(2, 252)),
        ((1, 1), (1, 1), Fraction(1)),
    ],
)
def test_few_people_are_compared_exactly(own: tuple[int, int], other: tuple[int, int], expected: Fraction) -> None:
    found = significance(*own, *other)
    assert (found.test, found.p_value) == ("fisher", pytest.approx(float(expected)))


def test_the_exact_test_stands_in_where_fewer_than_five_are_expected_in_a_cell() -> None:
    assert significance(5, 10, 5, 10).test == "z"  # 5 expected in each
    assert significance(4, 10, 5, 10).test == "fisher"  # 4.5


@pytest.mark.parametrize("selected", [0, 10])
def test_when_all_or_none_are_selected_nothing_is_surprising(selected: int) -> None:
    assert significance(selected, 10, selected, 10).p_value == 1.0


def test_a_group_below_two_percent_is_set_apart_and_is_no_measure_for_others() -> None:
    first, second, tiny = rates_of({WHITE: (50, 25), BLACK: (49, 20), OTHER: (1, 1)})
    assert (tiny.set_apart, tiny.impact_ratio, tiny.rate) == (True, None, 1.0)
    assert (first.highest, first.impact_ratio) == (True, 1.0)
    assert second.impact_ratio == pytest.approx((20 / 49) / 0.5)


def test_a_group_of_exactly_two_percent_stays() -> None:
    *_, small = rates_of({WHITE: (50, 25), BLACK: (48, 20), OTHER: (2, 1)})
    assert not small.set_apart


def test_nobody_selected_leaves_no_ratio() -> None:
    assert [(rate.rate, rate.impact_ratio, rate.significance) for rate in rates_of({WHITE: (9, 0), BLACK: (4, 0)})] == [(0, None, None)] * 2


def test_of_equal_rates_the_largest_group_is_the_measure() -> None:
    assert [rate.highest for rate in rates_of({BLACK: (10, 5), WHITE: (40, 20)})] == [False, True]


def test_small_numbers_are_warned_of() -> None:
    white, black = rates_of({WHITE: (40, 20), BLACK: (29, 11)})
    assert (white.warnings, black.warnings) == ((), ("small-group", "one-person"))  # 11/29 = 0.379, ratio 0.76; 12/29 reach 0.83
    large, low = rates_of({WHITE: (400, 200), BLACK: (400, 100)})
    assert (large.warnings, low.warnings) == ((), ())


def test_a_small_group_with_the_highest_rate_warns_those_held_against_it() -> None:
    _, large = rates_of({OTHER: (5, 5), WHITE: (100, 50)})
    assert "small-group" in large.warnings


COUNTS = st.integers(1, 400).flatmap(lambda people: st.tuples(st.just(people), st.integers(0, people)))


@given(st.dictionaries(st.tuples(st.sampled_from("ABCDEF")), COUNTS, min_size=1))
def test_rates_and_ratios_hold_for_any_counts(counts: dict[tuple[str, ...], tuple[int, int]]) -> None:
    rates = rates_of(counts)
    total = sum(people for people, _ in counts.values())
    kept = [rate for rate in rates if not rate.set_apart]
    assert [rate.category for rate in rates] == list(counts)
    assert all(rate.set_apart == (100 * rate.people < 2 * total) for rate in rates)
    assert sum(rate.highest for rate in rates) == 1
    best = max(Fraction(rate.selected, rate.people) for rate in kept)
    for rate in kept:
        assert rate.impact_ratio is None if best == 0 else rate.impact_ratio == float(Fraction(rate.selected, rate.people) / best)
        if best:
            assert rate.below_four_fifths == (5 * Fraction(rate.selected, rate.people) < 4 * best)
        assert rate.significance is None or 0 <= rate.significance.p_value <= 1


@given(COUNTS.filter(lambda each: each[0] < 9), COUNTS.filter(lambda each: each[0] < 9))
def test_the_exact_test_is_the_sum_over_all_tables_no_likelier(own: tuple[int, int], other: tuple[int, int]) -> None:
    people, selected = own
    other_people, other_selected = other
    chosen = selected + other_selected
    ways = {k: comb(people, k) * comb(other_people, chosen - k) for k in range(max(0, chosen - other_people), min(people, chosen) + 1)}
    by_hand = Fraction(sum(way for way in ways.values() if way <= ways[selected]), sum(ways.values()))
    found = significance(selected, people, other_selected, other_people)
    assert found.test == "fisher"
    assert found.p_value == pytest.approx(float(by_hand))
