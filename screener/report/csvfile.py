"""Frames as CSV: UTF-8 with a byte order mark (else spreadsheets misread accents), `\\n` line ends, one decimal, no live formula."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import pandas as pd

from screener.report.cells import neutralised


def write_csv(frames: Iterable[pd.DataFrame], file: BinaryIO) -> None:
    """Write a table, given in parts, with a header into `file`."""
    for index, frame in enumerate(frames):
        cells = pd.DataFrame({name: _as_text(column) for name, column in frame.items()}, dtype=object)
        cells.to_csv(file, index=False, header=index == 0, encoding="utf-8" if index else "utf-8-sig", lineterminator="\n")


def _as_text(column: pd.Series) -> list[str]:
    if pd.api.types.is_string_dtype(column.dtype):
        return [neutralised(text) for text in column]
    form = "{:.1f}" if pd.api.types.is_float_dtype(column.dtype) else "{}"
    return ["" if missing else form.format(value) for value, missing in zip(column, column.isna(), strict=True)]
