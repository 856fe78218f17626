"""Frames as Parquet. PyArrow comes with the extra `parquet` and is loaded here only."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, BinaryIO

import pandas as pd

from screener.errors import UsageError

_FREE_OF_ARROW = {"string": "string", "Int64": "int64", "Float64": "double"}


def need_pyarrow() -> None:
    """Raises UsageError when PyArrow is not installed."""
    try:
        _load()
    except ImportError as error:
        raise UsageError("Parquet needs PyArrow: install it with `pip install 'screen-resumes[parquet]'`.") from error


def write_parquet(frames: Iterable[pd.DataFrame], file: BinaryIO) -> None:
    """Write a table, given in parts (at least one), into `file`: the same bytes for the same table and version of PyArrow."""
    pa, pq = _load()
    writer: Any = None
    for frame in frames:
        schema = pa.schema([pa.field(str(name), pa.type_for_alias(_FREE_OF_ARROW[str(kind)])) for name, kind in frame.dtypes.items()])
        columns = [pa.array(_plain(column), schema.field(index).type) for index, (_, column) in enumerate(frame.items())]
        writer = writer or pq.ParquetWriter(file, schema)
        writer.write_table(pa.Table.from_arrays(columns, schema=schema))
    writer.close()


def _load() -> tuple[Any, Any]:
    """PyArrow, which ships no types."""
    return import_module("pyarrow"), import_module("pyarrow.parquet")


def _plain(column: pd.Series) -> list[Any]:
    """Values with None for a missing one; lone surrogates, which have no form in UTF-8, as `\\udcNN`."""
    values = column.astype(object).where(column.notna(), None)
    return [value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value for value in values]
