"""Runs of invented people in folders, sealed."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet

from screener.decision import Duplicate, Screening
from screener.records import seal
from screener.report import prepare_output_folder, write_report, write_run_log
from tests.report.builders import RUN, finding, screening, unreadable

NOW = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
ADA, BEA = "ab" * 32, "be" * 32
PEOPLE: tuple[Screening, ...] = (
    screening("ada.pdf", sha256=ADA, findings=(finding(quote="Ada wrote engines"),), reason="Ada holds all."),
    Screening("bea.pdf", BEA, *(lambda one: (one.resume, one.decision))(
        screening("bea.pdf", name="Bea Probe", emails=("bea@example.org",), phones=(), findings=(finding(),), text="Bea Probe\nB.Sc. Computer Science, 2014")
    ), flags=("duplicate",), duplicates=(Duplicate("ada.pdf", "same-person"),)),
    unreadable("locked.pdf"),
)  # fmt: skip


def written(folder: Path, formats: Sequence[str] = ("csv", "xlsx", "html", "jsonl"), *, keep_until: date | None = None) -> Path:
    """A sealed run."""
    write_report(PEOPLE, RUN, prepare_output_folder(folder), formats)
    write_run_log(folder, ["jobs: 1", "path: inbox/ada.pdf"])
    seal(folder, NOW, keep_until=keep_until)
    return folder


def everything_in(folder: Path) -> str:
    """The text of all files, hidden ones too, workbooks unpacked, and their names."""
    parts = []
    for path in sorted(folder.rglob("*")):
        parts.append(path.name)
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                parts += [book.read(name).decode("utf-8", "replace") for name in book.namelist()]
        elif path.suffix == ".parquet":
            parts.append(str(pyarrow.parquet.read_table(path).to_pylist()))
        elif path.is_file():
            parts.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(parts)
