"""Rows as pandas frames with documented types, the same on every installation.

Text is `string` and never missing (an empty cell is an empty text; lists are joined by `;`), whole numbers are `Int64`, years are
`Float64` with one decimal. Text is printable and on one line, but a formula in it is still one: those who write cells see to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from screener.report.rows import CANDIDATE_COLUMNS, FINDING_COLUMNS, Column, Kind, Row

_DTYPES: dict[Kind, Any] = {"text": pd.StringDtype("python"), "integer": pd.Int64Dtype(), "decimal": pd.Float64Dtype()}


def candidates_frame(rows: Iterable[Row]) -> pd.DataFrame:
    """One row a file, the columns of CANDIDATE_COLUMNS in their order."""
    return _frame(rows, CANDIDATE_COLUMNS)


def findings_frame(rows: Iterable[Row]) -> pd.DataFrame:
    """One row a requirement and file, the columns of FINDING_COLUMNS in their order."""
    return _frame(rows, FINDING_COLUMNS)


def _frame(rows: Iterable[Row], columns: Sequence[Column[Any]]) -> pd.DataFrame:
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    series = {column.name: pd.Series(list(values), dtype=_DTYPES[column.kind]) for column, values in zip(columns, cells, strict=True)}
    return pd.DataFrame(series)
