"""Intervals: the published values of Wilson's score interval, and its limits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.evaluation import FieldScore, Share


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (20, 20, 0.8389, 1.0),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_95_percent_interval_is_wilson_s(count: int, of: int, low: float, high: float) -> None:
    assert Share("x", count, of).interval == pytest.approx((low, high), abs=0.00006)


@given(st.integers(1, 10_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_rate_and_stays_between_0_and_1(counts: tuple[int, int]) -> None:
    share = Share("x", *counts)
    low, high = share.interval
    assert 0 <= low <= share.rate <= high <= 1
    assert high - low > 0


def test_a_field_s_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    score = FieldScore(right=6, wrong=2, missed=4)
    assert score.f1 == pytest.approx(2 / (1 / score.precision + 1 / score.recall))
    assert FieldScore().f1 == 0
