"""Rows as CSV: UTF-8 with a byte order mark (else spreadsheets misread accents), `\\n` line ends, one decimal, no live formula."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from typing import Any, BinaryIO

from screener.report.cells import neutralised
from screener.report.rows import Kind, Row


def write_csv(columns: Sequence[tuple[str, Kind]], rows: Iterable[Row], file: BinaryIO) -> None:
    """Write a table with a header into `file`. columns: the name and kind of each."""
    file.write(codecs.BOM_UTF8)
    text = TextIOWrapper(file, "utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(name for name, _ in columns)
    forms = [_FORMS[kind] for _, kind in columns]
    writer.writerows(["" if cell is None else form(cell) for form, cell in zip(forms, row, strict=True)] for row in rows)
    text.detach()  # whoever opened the file closes it


_FORMS: dict[Kind, Callable[[Any], str]] = {"text": neutralised, "integer": str, "decimal": "{:.1f}".format}
