"""changes.csv: what is different about each file since the run before. It names files and hashes, so that a person can be taken out."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from io import StringIO
from pathlib import Path

from screener.report.cells import neutralised, printable
from screener.report.folder import open_private

CHANGES_NAME = "changes.csv"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """change: `new`, `left`, `changed` (another outcome) or `other`. was: the file's earlier name; before, after: outcomes."""

    change: str
    file: str
    was: str
    before: str
    after: str
    because: str
    sha256: str


def write_changes(folder: Path, rows: Iterable[ChangeRow]) -> None:
    """Write the file into the folder of a run."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(ChangeRow))
    writer.writerows([neutralised(printable(cell)) for cell in astuple(row)] for row in rows)
    with open_private(folder / CHANGES_NAME) as file:
        file.write(text.getvalue().encode("utf-8-sig"))
