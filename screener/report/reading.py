"""A run's folder read back: its screenings, and its tables as frames with the documented types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from screener.decision import Screening
from screener.errors import UsageError
from screener.report.folder import RECORD_NAME
from screener.report.rows import candidate_row, finding_rows

if TYPE_CHECKING:
    import pandas as pd

RESULTS_NAME = "results.jsonl"


@dataclass(frozen=True, slots=True)
class RunFrames:
    """A run. record: the content of run.json; candidates, findings: the tables of candidates.csv and findings.csv, in their order.

    Text columns are `string` and never missing, whole numbers `Int64`, years `Float64`. Text is as it was read: a formula in it is one.
    """

    record: dict[str, Any]
    candidates: pd.DataFrame
    findings: pd.DataFrame


def read_run(folder: Path | str) -> RunFrames:
    """The tables of the run in `folder`, from its results.jsonl. Raises UsageError when there is none that can be understood."""
    from screener.report.frames import candidates_frame, findings_frame

    folder = Path(folder)
    try:
        record = json.loads((folder / RECORD_NAME).read_bytes())
        rows = [(candidate_row(screening), finding_rows(screening)) for screening in read_screenings(folder)]
    except FileNotFoundError as error:
        raise UsageError(f"There is no {Path(error.filename).name} in {folder}: name the output folder of a run with jsonl.") from error
    except OSError as error:
        raise UsageError(f"{folder} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder} holds no run that can be understood: its files were changed or cut off.") from error
    findings = findings_frame(row for _, rows_of_file in rows for row in rows_of_file)
    return RunFrames(record, candidates_frame(row for row, _ in rows), findings)


def read_screenings(folder: Path) -> Iterator[Screening]:
    """The screenings of a run, one by one. Raises ValueError for a line that cannot be understood."""
    with (folder / RESULTS_NAME).open("rb") as file:
        yield from map(screening_of_line, file)


def screening_of_line(line: bytes) -> Screening:
    """The screening of a line of results.jsonl. Raises ValueError, KeyError or TypeError when it is none."""
    return msgspec.convert(json.loads(line), Screening)
