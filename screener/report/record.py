"""What a run was: everything that can change its result, and nothing that cannot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, BinaryIO

from screener.decision import OUTCOMES, Importance, Outcome
from screener.report.jsonl import json_document

OptionValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True, order=True)
class IgnoredPath:
    """A path that got no row: `file` as it would stand in the report, and why (`other suffix`, `broken link` …)."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoleRule:
    """One requirement of the role, for people. name: short; rule: what it asks, in sentences; text: the words that it came from.

    kind: as a role file calls it.
    """

    id: str
    name: str
    importance: Importance
    kind: str
    weight: float
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class RoleChange:
    """One entry of the role's history."""

    version: int
    date: date
    author: str
    why: str


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run as run.json tells it: what goes in here must be equal for equal input, whatever the machine's load or folders.

    program: version of this program. taxonomy: version (or digest) of the taxonomy. role_sha256: of all that the role asks.
    rules, changes: what the role asks, in its order, and its history.
    tools: versions of the libraries and programs that read documents. options: only those that can change a result.
    expected: how many files there were to read; partial: whether some of them are missing because the run was stopped.
    """

    program: str
    role_id: str
    role_version: int
    as_of: date
    role_title: str = ""
    role_sha256: str = ""
    rules: tuple[RoleRule, ...] = ()
    changes: tuple[RoleChange, ...] = ()
    taxonomy: str = ""
    tools: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, OptionValue] = field(default_factory=dict)
    ignored: tuple[IgnoredPath, ...] = ()
    expected: int | None = None
    partial: bool = False


def write_record(file: BinaryIO, run: RunRecord, inputs: Iterable[tuple[str, str]], counts: Mapping[Outcome, int]) -> None:
    """Write run.json, in its fixed order of keys. inputs: (file, sha256) of each row, sorted; written one by one, for there may be many."""
    before, after = json_document(_as_data(run, counts)).split(_INPUTS)
    file.write(before)
    opening = b"["
    for name, sha256 in inputs:
        indented = json_document({"file": name, "sha256": sha256}).rstrip().replace(b"\n", b"\n    ")
        file.write(opening + b"\n    " + indented)
        opening = b","
    file.write((b"[]" if opening == b"[" else b"\n  ]") + after)


_INPUTS = b"[\n    null\n  ]"
"""Where the inputs go; no text can look like that, its line ends being escaped."""


def role_data(run: RunRecord) -> dict[str, Any]:
    """The role as run.json tells it."""
    changes = [{"version": each.version, "date": each.date.isoformat(), "author": each.author, "why": each.why} for each in run.changes]
    return {
        "id": run.role_id,
        "version": run.role_version,
        "title": run.role_title,
        "sha256": run.role_sha256,
        "requirements": [asdict(rule) for rule in run.rules],
        "changes": changes,
    }


def role_from(data: Mapping[str, Any]) -> tuple[tuple[RoleRule, ...], tuple[RoleChange, ...]]:
    """Rules and changes of a role as `role_data` tells them; none from a record that was written without."""
    rules = tuple(RoleRule(**each) for each in data.get("requirements", ()))
    changes = data.get("changes", ())
    return rules, tuple(RoleChange(each["version"], date.fromisoformat(each["date"]), each["author"], each["why"]) for each in changes)


def _as_data(run: RunRecord, counts: Mapping[Outcome, int]) -> dict[str, Any]:
    return {
        "program": run.program,
        "role": role_data(run),
        "taxonomy": run.taxonomy,
        "as_of": run.as_of.isoformat(),
        "options": dict(sorted(run.options.items())),
        "tools": dict(sorted(run.tools.items())),
        "counts": {outcome: counts.get(outcome, 0) for outcome in OUTCOMES} | {"files": sum(counts.values())},
        **({"partial": True} if run.partial else {}),
        "inputs": [None],
        "ignored": [{"file": path.file, "reason": path.reason} for path in sorted(run.ignored)],
    }
