"""Many roles at once: people × roles, as a table, a workbook with a sheet a role, and a page that leads to each role's own."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from screener.decision import OUTCOMES, Outcome, Screening
from screener.report.cells import printable
from screener.report.csvfile import write_csv
from screener.report.folder import RECORD_NAME, open_private, publish, unfinished_folder
from screener.report.jsonl import json_document, json_line
from screener.report.record import RunRecord, role_data
from screener.report.rows import Kind, Row
from screener.report.shares import Share, shown_of

MATRIX_NAMES = {"csv": "matrix.csv", "xlsx": "matrix.xlsx", "html": "index.html", "jsonl": "matrix.jsonl"}


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person stands for one role. score: None for a file that could not be read."""

    outcome: Outcome
    score: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One file and how it stands for each role, in the order of the roles. file: as it is; candidate: empty when no name was found."""

    file: str
    sha256: str
    candidate: str
    standings: tuple[Standing, ...]

    @property
    def best(self) -> int:
        """Index of the role that it stands best for, of equals the first."""
        return min(range(len(self.standings)), key=lambda index: _rank(self.standings[index]))


def matrix_row(screenings: Sequence[Screening]) -> MatrixRow:
    """The row of one file, from its screenings for all roles."""
    first = screenings[0]
    return MatrixRow(first.file, first.sha256, printable(first.name), tuple(_standing(each) for each in screenings))


def row_of_share(share: Share) -> MatrixRow:
    """The row of one file for one role, as its share tells it: of a blind run, without its person."""
    told = shown_of(share.shown).summary
    return MatrixRow(share.file, share.sha256, told.candidate, (Standing(told.outcome, told.score, told.reason),))


def merged(rows: Sequence[MatrixRow]) -> MatrixRow:
    """One row of the rows of the same file for one role each."""
    return replace(rows[0], standings=tuple(standing for row in rows for standing in row.standings))


def in_order(rows: Iterable[MatrixRow]) -> list[MatrixRow]:
    """Those who stand best for some role first, then by file."""
    return sorted(rows, key=lambda row: (*_rank(row.standings[row.best]), row.file))


def rank_for(row: MatrixRow, index: int) -> tuple[int, int, str]:
    """The place of a row in the report of one role."""
    return (*_rank(row.standings[index]), row.file)


def _standing(screening: Screening) -> Standing:
    if screening.decision is None:
        return Standing("unreadable", None, printable(screening.failure.message) if screening.failure else "")
    return Standing(screening.outcome, screening.decision.score, printable(screening.decision.reason))


def _rank(standing: Standing) -> tuple[int, int]:
    return OUTCOMES.index(standing.outcome), -(standing.score or 0)


@dataclass(frozen=True, slots=True)
class Matrix:
    """rows: in order. runs: the record of each role's run, whose folder bears the role's id."""

    rows: Sequence[MatrixRow]
    runs: Sequence[RunRecord]
    formats: Collection[str]


def write_matrix(matrix: Matrix, out_dir: Path) -> tuple[Path, ...]:
    """Write the matrix in the formats wanted, and a run.json over all roles, into `out_dir`."""
    with unfinished_folder(out_dir) as folder:
        for format_name, write in _WRITERS.items():
            if format_name in matrix.formats:
                with open_private(folder / MATRIX_NAMES[format_name]) as file:
                    write(matrix, file)
        with open_private(folder / RECORD_NAME) as file:
            file.write(json_document(_record(matrix)))
        return publish(folder, out_dir, replaceable=frozenset(MATRIX_NAMES.values()))


def roles_in(folder: Path) -> tuple[str, ...]:
    """The ids of the roles of a run of many that left its report in the folder, in its order; empty for any other folder."""
    try:
        record: dict[str, Any] = json.loads((folder / RECORD_NAME).read_bytes())
    except (OSError, ValueError):
        return ()
    return tuple(str(each["id"]) for each in record.get("roles", ()))


def _write_csv(matrix: Matrix, file: BinaryIO) -> None:
    columns: list[tuple[str, Kind]] = [("file", "text"), ("candidate", "text"), ("best_role", "text")]
    for run in matrix.runs:
        columns += [(run.role_id, "text"), (f"{run.role_id}_score", "integer")]
    write_csv(columns, (_cells(row, matrix.runs) for row in matrix.rows), file)


def _cells(row: MatrixRow, runs: Sequence[RunRecord]) -> Row:
    standings = (cell for each in row.standings for cell in (each.outcome, each.score))
    return (printable(row.file), row.candidate, runs[row.best].role_id, *standings)


def _write_workbook(matrix: Matrix, file: BinaryIO) -> None:
    from screener.report.matrix_workbook import write_matrix_workbook

    write_matrix_workbook(matrix.rows, matrix.runs, file)


def _write_page(matrix: Matrix, file: BinaryIO) -> None:
    from screener.report.html.matrix import write_matrix_page

    write_matrix_page(matrix.rows, matrix.runs, file)


def _write_lines(matrix: Matrix, file: BinaryIO) -> None:
    for row in matrix.rows:
        standings = {run.role_id: standing for run, standing in zip(matrix.runs, row.standings, strict=True)}
        line = {"file": row.file, "sha256": row.sha256, "candidate": row.candidate, "roles": standings}
        file.write(json_line(line) + b"\n")


_WRITERS: Mapping[str, Callable[[Matrix, BinaryIO], None]] = {
    "csv": _write_csv,
    "xlsx": _write_workbook,
    "html": _write_page,
    "jsonl": _write_lines,
}


def _record(matrix: Matrix) -> dict[str, Any]:
    """Everything that can change the matrix, as the run.json of one role has it, with all roles and the counts of each."""
    run = matrix.runs[0]
    return {
        "program": run.program,
        "roles": [role_data(each) | {"folder": each.role_id} for each in matrix.runs],
        "taxonomy": run.taxonomy,
        "as_of": run.as_of.isoformat(),
        "options": dict(sorted(run.options.items())),
        "tools": dict(sorted(run.tools.items())),
        "counts": {each.role_id: _counts(matrix.rows, index) for index, each in enumerate(matrix.runs)},
        **({"partial": True} if run.expected is not None and len(matrix.rows) < run.expected else {}),
        "inputs": [{"file": row.file, "sha256": row.sha256} for row in sorted(matrix.rows, key=lambda row: (row.file, row.sha256))],
        "ignored": [{"file": path.file, "reason": path.reason} for path in sorted(run.ignored)],
    }


def _counts(rows: Sequence[MatrixRow], index: int) -> dict[str, int]:
    outcomes = [row.standings[index].outcome for row in rows]
    return {outcome: outcomes.count(outcome) for outcome in OUTCOMES} | {"files": len(rows)}
