"""Truth files: one row a document, as careful readers labelled it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from screener.decision import OUTCOMES
from screener.errors import DataFileError, UsageError
from screener.resume import DEGREE_LEVELS

SKILLS = (
    "nodejs",
    "python",
    "java",
    "sql",
    "nosql",
    "api-development",
    "database-design",
    "security",
    "git",
    "containerization",
    "ci-cd",
    "agile",
)
"""The skills that truth files speak of: taxonomy ids."""

Readable = Literal["yes", "scan", "no"]


@dataclass(frozen=True, slots=True)
class Truth:
    """A document's labels. Where careful readers differ a label has several values, any of which is right.

    readable: `yes`; `scan` when the words are only in an image; `no` when nothing can be read.
    years_experience, years_backend: in years; None among the values: nothing is dated. skills_optional count neither way.
    language (ISO 639-1), layout (`two-column` …): to tell kinds of documents apart; empty where the file has no such column.
    """

    file: str
    readable: Readable
    degree_level: tuple[str, ...]
    degree_in_progress: tuple[str, ...]
    degree_related: tuple[str, ...]
    years_experience: tuple[float | None, ...]
    years_backend: tuple[float | None, ...]
    skills: frozenset[str]
    skills_optional: frozenset[str]
    outcome: tuple[str, ...]
    language: str = ""
    layout: str = ""


_LEVELS = frozenset(DEGREE_LEVELS)
_WORDS: dict[str, frozenset[str]] = {
    "readable": frozenset(get_args(Readable)),
    "degree_level": _LEVELS | {""},
    "degree_in_progress": _LEVELS | {""},
    "degree_related": frozenset({"yes", "no", "unstated", ""}),
    "outcome": frozenset(OUTCOMES) | {""},
}
_YEARS = ("years_experience", "years_backend")
_SKILL_LISTS = ("skills", "skills_optional")
_COLUMNS = ("file", *_WORDS, *_YEARS, *_SKILL_LISTS)


def load_truth(path: Path) -> tuple[Truth, ...]:
    """The rows of a truth file (CSV, UTF-8). Raises UsageError when it cannot be opened, DataFileError with all its mistakes."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The truth file {path.name} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}.") from error
    reader = csv.DictReader(text.splitlines())
    absent = [f"column {column} is missing" for column in _COLUMNS if column not in (reader.fieldnames or ())]
    rows = [] if absent else list(reader)
    problems = absent or [problem for number, row in enumerate(rows, start=2) for problem in _problems(f"line {number}", row)]
    if problems:
        raise DataFileError(path.name, tuple(problems))
    return tuple(_truth(row) for row in rows)


def _problems(place: str, row: Mapping[str, str | None]) -> list[str]:
    """What is wrong with one row."""
    if any(row[column] is None for column in _COLUMNS):
        return [f"{place}: fewer cells than the header has"]
    checks: list[tuple[tuple[str, ...], Callable[[str], tuple[str, ...]], Callable[[str, str], bool]]] = [
        (tuple(_WORDS), _alternatives, lambda column, value: value in _WORDS[column]),
        (_YEARS, _alternatives, lambda _, value: _is_years(value)),
        (_SKILL_LISTS, _items, lambda _, value: value in SKILLS),
    ]
    return [
        f"{place}, {column}: {value!r} is not a value of this column"
        for columns, split, right in checks
        for column in columns
        for value in split(row[column] or "")
        if not right(column, value)
    ]


def _truth(row: Mapping[str, str]) -> Truth:
    return Truth(
        file=row["file"],
        readable=cast(Readable, row["readable"]),
        degree_level=_alternatives(row["degree_level"]),
        degree_in_progress=_alternatives(row["degree_in_progress"]),
        degree_related=_alternatives(row["degree_related"]),
        years_experience=_years(row["years_experience"]),
        years_backend=_years(row["years_backend"]),
        skills=frozenset(_items(row["skills"])),
        skills_optional=frozenset(_items(row["skills_optional"])),
        outcome=_alternatives(row["outcome"]),
        language=(row.get("language") or "").strip(),
        layout=(row.get("layout") or "").strip(),
    )


def _years(cell: str) -> tuple[float | None, ...]:
    return tuple(float(value) if value else None for value in _alternatives(cell))


def _alternatives(cell: str) -> tuple[str, ...]:
    """The values of a cell; `|yes` is "empty, or yes"."""
    return tuple(value.strip() for value in cell.split("|"))


def _items(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split(";") if value.strip())


def _is_years(value: str) -> bool:
    return value == "" or value.replace(".", "", 1).isdecimal()
