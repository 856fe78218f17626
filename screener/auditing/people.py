"""What a run concluded of each person, and nothing else of them: read from results.jsonl, or from candidates.csv and findings.csv."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from screener.decision import OUTCOMES, Importance, Outcome, Verdict
from screener.errors import UsageError
from screener.report.folder import RECORD_NAME

_RESULTS, _CANDIDATES, _FINDINGS = "results.jsonl", "candidates.csv", "findings.csv"


@dataclass(frozen=True, slots=True)
class JudgedPerson:
    """A row of a run. score: None when the file was unreadable. verdicts: by requirement. duplicate: another file is of the same person."""

    file: str
    sha256: str
    outcome: Outcome
    score: int | None
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class JudgedRun:
    """A run as an audit sees it. requirements: id → importance, in role order, without notes."""

    role_id: str
    role_version: int
    role_title: str
    program: str
    as_of: date
    people: tuple[JudgedPerson, ...]
    requirements: Mapping[str, Importance]


class _Finding(msgspec.Struct):
    requirement: str
    importance: Importance
    verdict: Verdict


class _Decision(msgspec.Struct):
    score: int
    findings: list[_Finding] = []


class _Line(msgspec.Struct):
    file: str
    sha256: str
    outcome: Outcome
    decision: _Decision | None = None
    flags: list[str] = []


def read_judged(folder: Path) -> JudgedRun:
    """The run in a folder. Raises UsageError when there is none, or when it cannot be understood."""
    try:
        record = json.loads((folder / RECORD_NAME).read_bytes())
        read = _from_results if (folder / _RESULTS).is_file() else _from_tables
        people, requirements = read(folder)
        role = record["role"]
        return JudgedRun(
            role["id"], role["version"], role["title"], record["program"], date.fromisoformat(record["as_of"]), people, requirements
        )
    except FileNotFoundError as error:
        raise UsageError(f"There is no {Path(error.filename).name} in {folder}: name the output folder of a run of one role.") from error
    except OSError as error:
        raise UsageError(f"{folder} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, msgspec.DecodeError) as error:
        raise UsageError(f"{folder} holds no run that can be understood: its files were changed or cut off.") from error


def _from_results(folder: Path) -> tuple[tuple[JudgedPerson, ...], dict[str, Importance]]:
    decoder = msgspec.json.Decoder(_Line)
    people: list[JudgedPerson] = []
    requirements: dict[str, Importance] = {}
    with (folder / _RESULTS).open("rb") as file:
        for text in file:
            try:
                line = decoder.decode(text)
            except msgspec.DecodeError:
                # A name whose bytes are not UTF-8 is written as lone surrogates, which only the slower reader takes.
                line = msgspec.convert(json.loads(text), _Line)
            findings = line.decision.findings if line.decision else []
            verdicts = {each.requirement: each.verdict for each in findings if each.importance != "note"}
            requirements |= {each.requirement: each.importance for each in findings if each.importance != "note"}
            score = line.decision.score if line.decision else None
            people.append(JudgedPerson(line.file, line.sha256, line.outcome, score, verdicts, "duplicate" in line.flags))
    return tuple(people), requirements


def _from_tables(folder: Path) -> tuple[tuple[JudgedPerson, ...], dict[str, Importance]]:
    verdicts: dict[str, dict[str, Verdict]] = {}
    requirements: dict[str, Importance] = {}
    for row in _rows(folder / _FINDINGS):
        if row["importance"] != "note":
            verdicts.setdefault(row["file"], {})[row["requirement"]] = msgspec.convert(row["verdict"], Verdict)
            requirements[row["requirement"]] = msgspec.convert(row["importance"], Importance)
    people = []
    for row in _rows(folder / _CANDIDATES):
        if row["outcome"] not in OUTCOMES:
            raise ValueError("no outcome")
        outcome = msgspec.convert(row["outcome"], Outcome)
        score = int(row["score"]) if row["score"] else None
        duplicate = "duplicate" in row["flags"].split(";")
        people.append(JudgedPerson(row["file"], row["sha256"], outcome, score, verdicts.get(row["file"], {}), duplicate))
    return tuple(people), requirements


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
