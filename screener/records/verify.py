"""Whether a run's outputs, its inputs and its log belong together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from screener.errors import UsageError
from screener.records.log import LOG_NAME, file_digest, not_answered_for, read_log
from screener.records.runs import last_seal, outputs_of, record_of
from screener.report.folder import RECORD_NAME
from screener.report.matrix import roles_in

_RESULTS = "results.jsonl"


@dataclass(frozen=True, slots=True)
class Verification:
    """problems: what does not belong together, in sentences; none when all does. head: the hash of the log's last line.

    outputs, inputs: how many files were compared. events: lines of the log.
    """

    problems: tuple[str, ...]
    head: str
    outputs: int
    inputs: int
    events: int


def verify_run(folder: Path, inputs: Sequence[Path] = (), *, head: str = "") -> Verification:
    """Compare a run with its log, and with the files in `inputs` (folders or files) that it was made from; of several roles, each.

    head: the hash of the log's last line as it was noted before; it must still be among the lines.
    Raises UsageError when there is no run or no such input.
    """
    whole = _verify(folder, inputs, head)
    for role in roles_in(folder):
        part = _verify(folder / role, inputs, "")
        problems = (*whole.problems, *(f"{role}/{problem}" for problem in part.problems))
        whole = replace(whole, problems=problems, outputs=whole.outputs + part.outputs, events=whole.events + part.events)
    return whole


def _verify(folder: Path, inputs: Sequence[Path], head: str) -> Verification:
    record, log = record_of(folder), read_log(folder)
    problems = list(log.problems)
    if not log.events:
        problems.append(f"There is no {LOG_NAME}: nothing tells what the outputs were when they were written.")
    if head and head not in {event.digest for event in log.events}:
        problems.append(f"{LOG_NAME} does not hold the line {head}: lines were cut off, or it is another log.")
    problems += [f"{LOG_NAME}: a line was emptied without the erasure being told ({digest})." for digest in not_answered_for(log.events)]
    sealed = last_seal(log)
    now = outputs_of(folder)
    problems += _differences(sealed.data["outputs"] if sealed else {}, now) if log.events else []
    problems += _results_against_record(folder, record)
    compared, against = _compare_inputs(record, inputs)
    return Verification(tuple(problems + against), log.head, len(now), compared, len(log.events))


def _differences(sealed: dict[str, str], now: dict[str, str]) -> Iterator[str]:
    for name in sorted(sealed.keys() | now.keys()):
        if name not in now:
            yield f"{name}: it is gone."
        elif name not in sealed:
            yield f"{name}: it was not there when the run was written."
        elif sealed[name] != now[name]:
            yield f"{name}: it was changed after it was written."


def _results_against_record(folder: Path, record: dict[str, Any]) -> list[str]:
    """run.json and results.jsonl name the same files."""
    path = folder / _RESULTS
    if not path.is_file() or "inputs" not in record:
        return []
    try:
        with path.open("rb") as file:
            rows = sorted((row["file"], row["sha256"]) for row in map(json.loads, file))
        told = sorted((each["file"], each["sha256"]) for each in record["inputs"])
    except (ValueError, KeyError, TypeError):
        return [f"{_RESULTS} or {RECORD_NAME} cannot be understood."]
    return [] if rows == told else [f"{_RESULTS} and {RECORD_NAME} do not tell of the same files."]


def _compare_inputs(record: dict[str, Any], inputs: Sequence[Path]) -> tuple[int, list[str]]:
    """Each file that the run was made from must be among `inputs`, by its bytes."""
    if not inputs:
        return 0, []
    there = {file_digest(path) for path in _input_files(inputs)}
    told = [each for each in record.get("inputs", ()) if each["sha256"]]
    missing = [f"{each['file']}: no file among the inputs has its bytes." for each in told if each["sha256"] not in there]
    return len(told), missing


def _input_files(inputs: Sequence[Path]) -> Iterator[Path]:
    for path in inputs:
        if path.is_dir():
            yield from (each for each in sorted(path.rglob("*")) if each.is_file())
        elif path.is_file():
            yield path
        else:
            raise UsageError(f"There is no file or folder {path}.")
