"""The groups that people say they belong to: a CSV that only the audit opens. Nothing is ever inferred from names, pictures or schools."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from screener.errors import DataFileError, UsageError
from screener.report.cells import printable

SEX, RACE = "sex", "race_ethnicity"
_KEYS = ("file", "sha256")
_NAMES = {"gender": SEX, "race": RACE, "ethnicity": RACE, "race/ethnicity": RACE, "race_or_ethnicity": RACE}
_UNKNOWN = frozenset(
    {"", "-", "?", "n/a", "na", "unknown", "not stated", "not known", "declined", "declined to state", "prefer not to say", "undisclosed"}
)
_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Groups:
    """What groups.csv says. attributes: its columns (`sex`, `race_ethnicity` …), in their order.

    by_file, by_sha256: attribute → category of each person, unknown ones left out. rows: the (file, sha256) of each row, one may be empty.
    """

    attributes: tuple[str, ...]
    by_file: Mapping[str, Mapping[str, str]]
    by_sha256: Mapping[str, Mapping[str, str]]
    rows: tuple[tuple[str, str], ...]

    def of(self, file: str, sha256: str) -> Mapping[str, str] | None:
        """The categories of a file; None when it has no row. A row by SHA-256 goes before one by name."""
        candidates = (self.by_sha256.get(sha256), self.by_file.get(file), self.by_file.get(printable(file)))
        return next((found for found in candidates if found is not None), None)


def read_groups(path: Path) -> Groups:
    """The groups of a CSV with a column `file` or `sha256` and one for each attribute.

    Raises UsageError when it cannot be read, DataFileError with every mistake when it says things that do not go together.
    """
    try:
        rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True)
        table = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path} is no CSV in UTF-8: save the sheet as “CSV UTF-8”.") from error
    header = [_attribute(name) for name in table[0]] if table else []
    problems = _problems_of_header(header)
    if problems:
        raise DataFileError(str(path), tuple(problems))
    groups, problems = _collect(header, table[1:])
    if problems:
        raise DataFileError(str(path), tuple(problems[:_MOST_PROBLEMS]))
    return groups


def _attribute(name: str) -> str:
    plain = "_".join(name.casefold().split())
    return _NAMES.get(plain, plain)


def _problems_of_header(header: list[str]) -> list[str]:
    problems = []
    if not any(key in header for key in _KEYS):
        problems.append("header: a column `file` (as in candidates.csv) or `sha256` must tell whose row it is")
    if all(name in _KEYS for name in header):
        problems.append("header: there is no column of groups, as `sex` or `race_ethnicity`")
    problems += [f"header: two columns mean `{name}`" for name in dict.fromkeys(header) if header.count(name) > 1]
    if "" in header:
        problems.append("header: a column has no name")
    return problems


def _collect(header: list[str], rows: list[list[str]]) -> tuple[Groups, list[str]]:
    """The groups, and what is wrong in the rows (from 2, as a spreadsheet counts them); cells' text is never repeated but a file's name."""
    problems: list[str] = []
    by: dict[str, dict[str, dict[str, str]]] = {key: {} for key in _KEYS}
    told: list[tuple[str, str]] = []
    spelling: dict[str, str] = {}
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            problems.append(f"row {number}: {len(row)} cells where the header has {len(header)}")
            continue
        cells = dict(zip(header, row, strict=True))
        keys = {key: _key(key, cells[key]) for key in _KEYS if cells.get(key)}
        if not keys:
            problems.append(f"row {number}: neither a file nor a SHA-256")
        told.append((keys.get("file", ""), keys.get("sha256", "")))
        stated = {name: cells[name] for name in header if name not in _KEYS and cells[name].casefold() not in _UNKNOWN}
        # "female" and "Female" are one group, under the spelling that came first.
        categories = {name: spelling.setdefault(value.casefold(), value) for name, value in stated.items()}
        for key, value in keys.items():
            if by[key].setdefault(value, categories) != categories:
                problems.append(f"row {number}: {value} has other groups in an earlier row")
    attributes = tuple(name for name in header if name not in _KEYS)
    return Groups(attributes, by["file"], by["sha256"], tuple(told)), problems


def _key(key: str, value: str) -> str:
    # A spreadsheet keeps the apostrophe that candidates.csv puts before a name that it would run.
    return value.lower() if key == "sha256" else value[1:] if value[:1] == "'" and not value[1:2].isalnum() else value
