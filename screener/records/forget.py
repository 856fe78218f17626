"""One person erased from runs: their row, their quotes, their pictures, the lines of the log about them; and that this was done.

Outputs are written again from results.jsonl. Where a run has none, tables lose the person's rows, and what cannot be mended is deleted.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import shutil
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from screener.errors import UsageError
from screener.records.log import Event, erase_events, file_digest
from screener.records.purge import Forget
from screener.records.runs import FORGOTTEN, keep_until, outputs_of, record_of, runs_under
from screener.records.written_again import log_without, run_record_from, write_without
from screener.report import read_screenings, write_run_log
from screener.report.blind import key_path, read_key, write_key
from screener.report.cells import neutralised, printable
from screener.report.changes import CHANGES_NAME
from screener.report.folder import RECORD_NAME, open_private, publish, unfinished_folder
from screener.report.html.pictures import PICTURES_NAME
from screener.report.json_resume import FOLDER_NAME as JSON_RESUMES_NAME
from screener.report.jsonl import json_document
from screener.report.matrix import MATRIX_NAMES, Matrix, in_order, matrix_row, roles_in, write_matrix
from screener.report.reading import RESULTS_NAME

_SHA256 = re.compile(r"[0-9a-fA-F]{64}\Z")
_TABLES = ("candidates.csv", "findings.csv")
_PAGES = ("candidates.xlsx", "report.html", "candidates.parquet", "findings.parquet")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """runs: folders that held the person; lines: of their logs that were emptied; removed: outputs that could not be mended."""

    runs: tuple[Path, ...]
    lines: int
    removed: tuple[Path, ...]


def hashes_of(roots: Sequence[Path], who: str) -> frozenset[str]:
    """The SHA-256 of whom `who` means: a hash itself, a file on this machine, or a file's name in the runs under `roots`."""
    if _SHA256.match(who):
        return frozenset({who.lower()})
    if Path(who).is_file():
        return frozenset({file_digest(Path(who))})
    inputs = (each for folder in runs_under(roots) for each in record_of(folder).get("inputs", ()))
    found = frozenset(each["sha256"] for each in inputs if who in (each["file"], printable(each["file"])) and each["sha256"])
    if not found:
        raise UsageError(f"{who} is no SHA-256, no file, and no file's name in a run there.")
    return found


def proof_of(sha256: str) -> str:
    """What the log keeps of somebody forgotten: whoever has the file can show that it is meant, and nobody else can tell."""
    return hashlib.sha256(f"forgotten {sha256}".encode()).hexdigest()


def forget_person(roots: Sequence[Path], sha256: str, at: datetime, *, forget: Forget) -> Forgotten:
    """Erase the file of this hash from every run under `roots`, and from the cache by `forget`. The file itself stays where it is."""
    forget(frozenset({sha256}))
    runs, lines, removed = [], 0, []
    # Runs of one role before the run of many that holds them, which is made from them.
    for folder in sorted(runs_under(roots), key=lambda folder: (-len(folder.parts), folder)):
        if not _holds(folder, sha256):
            continue
        removed += _erase(folder, sha256)
        _erase_from_key(key_path(folder), sha256)
        lines += _tell(folder, sha256, at)
        runs.append(folder)
    return Forgotten(tuple(runs), lines, tuple(removed))


def _holds(folder: Path, sha256: str) -> bool:
    places = (folder / name for name in (RECORD_NAME, RESULTS_NAME, CHANGES_NAME, *_TABLES, *MATRIX_NAMES.values()))
    needle = sha256.encode()
    return any(needle in path.read_bytes() for path in places if path.is_file())


def _tell(folder: Path, sha256: str, at: datetime) -> int:
    def concerns(event: Event) -> bool:
        return event.data.get("person") == sha256

    day = keep_until(folder)
    details = {"keep_until": day.isoformat() if day else None, "proof": proof_of(sha256), "outputs": outputs_of(folder)}
    return erase_events(folder, concerns, FORGOTTEN, at, **details)


def _erase(folder: Path, sha256: str) -> list[Path]:
    """Write the run's outputs without the person; returns those that had to be deleted."""
    if roles := roles_in(folder):
        return _erase_from_matrix(folder, roles, sha256)
    record = record_of(folder)
    names = frozenset(each["file"] for each in record["inputs"] if each["sha256"] == sha256)
    for picture in (folder / PICTURES_NAME).glob(f"{sha256}-*.png"):
        picture.unlink()
    if (folder / CHANGES_NAME).is_file():
        _filter_csv(folder / CHANGES_NAME, _words(sha256, names))
    if (folder / RESULTS_NAME).is_file():
        write_without(folder, record, sha256, names)
        return []
    return _erase_from_tables(folder, record, sha256, names)


def _erase_from_key(key: Path, sha256: str) -> None:
    if key.is_file():
        write_key(key, [entry for entry in read_key(key).values() if entry.sha256 != sha256])


def _erase_from_tables(folder: Path, record: dict[str, Any], sha256: str, names: frozenset[str]) -> list[Path]:
    for name in _TABLES:
        if (folder / name).is_file():
            _filter_csv(folder / name, _words(sha256, names))
    record["inputs"] = [each for each in record["inputs"] if each["sha256"] != sha256]
    record["counts"] = {}
    write_run_log(folder, log_without(folder, names))
    _rewrite(folder, RECORD_NAME, json_document(record))
    return _delete(folder, (*_PAGES, PICTURES_NAME, JSON_RESUMES_NAME))


def _words(sha256: str, names: Set[str]) -> frozenset[str]:
    """What tells a person's rows in a table."""
    return frozenset({sha256, *(neutralised(printable(each)) for each in names)})


def _erase_from_matrix(folder: Path, roles: Sequence[str], sha256: str) -> list[Path]:
    """The table over all roles, from the runs of the roles, which lost the person already."""
    formats = [name for name, file in MATRIX_NAMES.items() if (folder / file).exists()]
    if not all((folder / role / RESULTS_NAME).is_file() for role in roles):
        if (folder / MATRIX_NAMES["csv"]).is_file():
            _filter_csv(folder / MATRIX_NAMES["csv"], {sha256})
        return _delete(folder, [file for name, file in MATRIX_NAMES.items() if name != "csv"])
    by_file: dict[str, list[Any]] = {}
    for role in roles:
        for screening in read_screenings(folder / role):
            by_file.setdefault(screening.file, []).append(screening)
    records = [run_record_from(record_of(folder / role)) for role in roles]
    write_matrix(Matrix(in_order(matrix_row(each) for each in by_file.values()), records, formats), folder)
    return []


def _filter_csv(path: Path, words: Set[str]) -> None:
    """Leave out the rows whose file or hash is one of these words, and the word from the cells of others."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *others = csv.reader(file)
    own = [place for place, name in enumerate(header) if name in ("file", "was", "sha256")]
    kept = (row for row in others if words.isdisjoint(row[place] for place in own))
    rows = [header, *([_cell_without(cell, words) for cell in row] for row in kept)]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    _rewrite(path.parent, path.name, text.getvalue().encode("utf-8-sig"))


def _cell_without(cell: str, words: Set[str]) -> str:
    parts = cell.split(";")
    return ";".join(part for part in parts if part not in words) if len(parts) > 1 or cell in words else cell


def _rewrite(folder: Path, name: str, content: bytes) -> None:
    with unfinished_folder(folder) as new:
        with open_private(new / name) as file:
            file.write(content)
        publish(new, folder, replaceable=frozenset())


def _delete(folder: Path, names: Collection[str]) -> list[Path]:
    gone = [folder / name for name in names if (folder / name).exists()]
    for path in gone:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return gone
