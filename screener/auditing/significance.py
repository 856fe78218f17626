"""Whether a difference between two groups could be chance. SciPy comes with the extra `audit` and is loaded here only.

Sources: Fisher's exact test, two-sided, as `scipy.stats.fisher_exact`; the z-test of two proportions with a pooled variance, as in
Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (3rd ed., 2.2), without a correction for continuity.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal

from screener.errors import UsageError

Test = Literal["fisher", "z"]
SMALLEST_EXPECTED = 5
"""The z-test is an approximation: below so many expected in any of the four cells, the exact test stands in (Cochran's rule)."""


@dataclass(frozen=True, slots=True)
class Significance:
    """p_value: how often chance alone would give a difference so large, two-sided. test: which one gave it."""

    p_value: float
    test: Test


def need_scipy() -> None:
    """Raises UsageError when SciPy is not installed."""
    try:
        import scipy.stats  # noqa: F401 - loaded to see whether it can be
    except ImportError as error:
        raise UsageError("The tests of significance need SciPy: install it with `pip install 'screen-resumes[audit]'`.") from error


def significance(selected: int, people: int, other_selected: int, other_people: int) -> Significance:
    """How surprising the difference between two groups is, each given by how many of how many people were selected."""
    import numpy as np
    from scipy.stats import fisher_exact, norm

    total = people + other_people
    share = (selected + other_selected) / total
    smallest = min(people, other_people) * min(share, 1 - share)
    if smallest < SMALLEST_EXPECTED:
        table = np.array([[selected, people - selected], [other_selected, other_people - other_selected]])
        return Significance(float(fisher_exact(table).pvalue), "fisher")
    z = (selected / people - other_selected / other_people) / sqrt(share * (1 - share) * (1 / people + 1 / other_people))
    return Significance(float(2 * norm.sf(abs(z))), "z")
