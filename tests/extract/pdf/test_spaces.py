"""The measures of spaces on a page."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from screener.extract.pdf.spaces import median


@given(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=40))
def test_the_median_is_numpy_s_to_the_last_bit(values: list[float]) -> None:
    numbers = np.array(values, dtype=np.float32)
    assert median(numbers) == float(np.median(numbers))
