"""The folder of an earlier run, read back."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from screener.decision import Screening
from screener.errors import UsageError
from screener.report.folder import RECORD_NAME
from screener.report.reading import screening_of_line

RESULTS_NAME = "results.jsonl"


@dataclass(frozen=True, slots=True)
class RecordedRun:
    """A run as its folder tells it. record: the content of run.json.

    lines: of results.jsonl what a comparison asks of them, so that thousands fit into memory; facts only as a hash.
    """

    folder: Path
    record: dict[str, Any]
    lines: tuple[dict[str, Any], ...]

    @property
    def as_of(self) -> date:
        return date.fromisoformat(self.record["as_of"])


def is_run(folder: Path) -> bool:
    """Whether the folder holds the report of a run."""
    return (folder / RECORD_NAME).is_file()


def read_run(folder: Path) -> RecordedRun:
    """The run in a folder. Raises UsageError when there is none, or one without results.jsonl, or one that cannot be understood."""
    try:
        record = json.loads((folder / RECORD_NAME).read_bytes())
        lines = tuple(_compared(_decoded(line)) for line in _lines(folder / RESULTS_NAME))
        run = RecordedRun(folder, record, lines)
        run.as_of  # noqa: B018 - a record without a date is none
    except FileNotFoundError as error:
        missing = Path(error.filename).name
        advice = (
            "name the output folder of a run" if missing == RECORD_NAME else "write it by a run with --format jsonl or without --format"
        )
        raise UsageError(f"There is no {missing} in {folder}: {advice}.") from error
    except OSError as error:
        raise UsageError(f"{folder} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder} holds no run that can be understood: its files were changed or cut off.") from error
    return run


def read_results(path: Path) -> list[Screening]:
    """The screenings of a results.jsonl, whole. Raises UsageError when it is no such file."""
    try:
        return [screening_of_line(line) for line in _lines(path)]
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path} holds no results that can be understood: it was changed or cut off, or another version wrote it."
        ) from error


_OF_FINDING = ("requirement", "importance", "kind", "weight", "skill", "verdict", "reason")


def _compared(line: dict[str, Any]) -> dict[str, Any]:
    """The parts of a line that tell whether it differs from another."""
    resume, decision = line["resume"], line["decision"]
    return {
        **{key: line[key] for key in ("file", "sha256", "outcome", "failure")},
        "resume": resume and {"qualifications": _digest(resume["qualifications"]), "contact": {"name": resume["contact"]["name"]}},
        "decision": decision
        and {
            **{key: decision[key] for key in ("score", "reason")},
            "findings": [{key: _shared(finding[key]) for key in _OF_FINDING} for finding in decision["findings"]],
        },
    }


def _decoded(line: bytes) -> Any:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):  # lone surrogates, which `json` reads back; what is no JSON it refuses as well
        return json.loads(line)


def _digest(value: Any) -> str:
    try:
        text = msgspec.json.encode(value, order="deterministic")
    except UnicodeEncodeError:  # as above
        text = json.dumps(value, sort_keys=True).encode()
    return hashlib.sha256(text).hexdigest()


def _shared(value: Any) -> Any:
    """The same text once, however many lines say it."""
    return sys.intern(value) if isinstance(value, str) else value


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from (line for line in file if line.strip())
