"""What changed from one run to the next, person by person, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from screener.comparing.reading import RecordedRun
from screener.decision import OUTCOMES

Cause = Literal["file", "rule", "program", "options", "time"]
"""What can make a judgement another one: the file's bytes, the role, the program with its taxonomy and libraries, the options of the
run, or the days between the two as-of dates."""

CAUSES: dict[Cause, str] = {
    "file": "the file changed",
    "rule": "the rule changed",
    "program": "the program changed",
    "options": "the run's options changed",
    "time": "time passed",
}
"""Each cause in words."""

_OF_TIME = frozenset(("years", "skill-years", "skills", "degree"))
"""Kinds of requirement whose verdict the as-of date alone can change."""
_DEFINING = ("importance", "kind", "weight", "skill")
"""What a requirement is; its words may change without changing what is asked."""


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One requirement judged otherwise; before or after is empty where it is asked in one of the runs only."""

    requirement: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One file. before, after: outcomes, empty where it is not in that run. was: its earlier name where it was only renamed.

    sha256: of the file as it is in the later run, or was in the earlier one where it left.
    """


    file: str
    candidate: str
    before: str
    after: str
    score_before: int | None
    score_after: int | None
    causes: tuple[Cause, ...]
    verdicts: tuple[VerdictChange, ...]
    reason: str
    was: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class RunChange:
    """What is different about the runs themselves: `role`, `as of`, `program` …"""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs. changed: another outcome; shifted: the same outcome with another score, verdict or file."""

    runs: tuple[RunChange, ...]
    entered: tuple[PersonChange, ...]
    left: tuple[PersonChange, ...]
    changed: tuple[PersonChange, ...]
    shifted: tuple[PersonChange, ...]
    unchanged: int

    @property
    def any_change(self) -> bool:
        """Whether anything changed for anybody; another date or version alone is no change."""
        return bool(self.entered or self.left or self.changed or self.shifted)


def compare_runs(before: RecordedRun, after: RecordedRun) -> Difference:
    """What changed from one run to the other, each list by outcome and file."""
    pairs, entered, left = _matched(before, after)
    runs = tuple(_run_changes(before.record, after.record))
    changes = [change for old, new in pairs if (change := _change(old, new, before, after))]
    return Difference(
        runs=runs,
        entered=_sorted(_alone(line, after=True) for line in entered),
        left=_sorted(_alone(line, after=False) for line in left),
        changed=_sorted(change for change in changes if change.before != change.after),
        shifted=_sorted(change for change in changes if change.before == change.after),
        unchanged=len(pairs) - len(changes),
    )


Line = Mapping[str, Any]


def _matched(before: RecordedRun, after: RecordedRun) -> tuple[list[tuple[Line, Line]], list[Line], list[Line]]:
    """Lines of the same file, then of the same bytes under another name; and those that are left over on each side."""
    old: dict[str, Line] = {line["file"]: line for line in before.lines}
    pairs: list[tuple[Line, Line]] = []
    fresh: list[Line] = []
    for new in after.lines:
        if new["file"] in old:
            pairs.append((old.pop(new["file"]), new))
        else:
            fresh.append(new)
    by_bytes = {line["sha256"]: file for file, line in reversed(old.items()) if line["sha256"]}
    entered: list[Line] = []
    for line in fresh:
        file: str | None = by_bytes.pop(line["sha256"], None)
        if file is None:
            entered.append(line)
        else:
            pairs.append((old.pop(file), line))
    return pairs, entered, list(old.values())


def _sorted(changes: Iterator[PersonChange]) -> tuple[PersonChange, ...]:
    return tuple(sorted(changes, key=lambda each: (OUTCOMES.index(each.after or each.before), each.file)))


def _alone(line: Line, *, after: bool) -> PersonChange:
    there, absent = (line["outcome"], _score(line)), ("", None)
    (before, score_before), (now, score_now) = (absent, there) if after else (there, absent)
    return PersonChange(line["file"], _candidate(line), before, now, score_before, score_now, (), (), _reason(line), sha256=line["sha256"])


def _change(old: Line, new: Line, before: RecordedRun, after: RecordedRun) -> PersonChange | None:
    verdicts = tuple(_verdict_changes(old, new))
    renamed = old["file"] if old["file"] != new["file"] else ""
    same_bytes = old["sha256"] == new["sha256"]
    if old["outcome"] == new["outcome"] and _score(old) == _score(new) and not verdicts and same_bytes and not renamed:
        return None
    judged_otherwise = old["outcome"] != new["outcome"] or _score(old) != _score(new) or bool(verdicts)
    causes = tuple(_causes(old, new, verdicts, before.record, after.record)) if judged_otherwise or not same_bytes else ()
    return PersonChange(
        new["file"], _candidate(new), old["outcome"], new["outcome"], _score(old), _score(new), causes, verdicts, _reason(new), renamed,
        new["sha256"],
    )  # fmt: skip


def _causes(old: Line, new: Line, verdicts: tuple[VerdictChange, ...], before: Line, after: Line) -> Iterator[Cause]:
    """What can have made the difference: each cause that the two lines, and the two records, do not rule out."""
    same_bytes = old["sha256"] == new["sha256"]
    same_facts = _facts(old) == _facts(new)
    found: list[Cause] = []
    if not same_bytes:
        found.append("file")
    if _role(before) != _role(after) or _definitions(old) != _definitions(new):
        found.append("rule")
    if same_bytes and not same_facts:
        found.append("options" if before["options"] != after["options"] else "program")
    if before["as_of"] != after["as_of"] and _is_of_time(old, new, verdicts):
        found.append("time")
    if not found:
        found.append("program")
    yield from found


def _is_of_time(old: Line, new: Line, verdicts: tuple[VerdictChange, ...]) -> bool:
    kinds = {each["requirement"]: each["kind"] for line in (old, new) for each in _findings(line)}
    return any(kinds[each.requirement] in _OF_TIME for each in verdicts) or not verdicts


def _verdict_changes(old: Line, new: Line) -> Iterator[VerdictChange]:
    earlier = {each["requirement"]: each for each in _findings(old)}
    for finding in _findings(new):
        known = earlier.pop(finding["requirement"], None)
        if known is None or known["verdict"] != finding["verdict"] or _definition(known) != _definition(finding):
            yield VerdictChange(finding["requirement"], known["verdict"] if known else "", finding["verdict"], finding["reason"])
    for finding in earlier.values():
        yield VerdictChange(finding["requirement"], finding["verdict"], "", finding["reason"])


def _run_changes(before: Line, after: Line) -> Iterator[RunChange]:
    told = {
        "role": _roles_in_words(before["role"], after["role"]),
        "as of": (before["as_of"], after["as_of"]),
        "program": (before["program"], after["program"]),
        "taxonomy": (before["taxonomy"][:12], after["taxonomy"][:12]),
        **{
            name: (before["tools"].get(name, "none"), after["tools"].get(name, "none"))
            for name in sorted({*before["tools"], *after["tools"]})
        },
        **{
            f"--{name}": (str(before["options"].get(name, "")), str(after["options"].get(name, "")))
            for name in sorted({*before["options"], *after["options"]})
        },
    }
    yield from (RunChange(what, old, new) for what, (old, new) in told.items() if old != new)


def _roles_in_words(before: Line, after: Line) -> tuple[str, str]:
    """By id and version; by their hash as well where somebody changed a role and left its version as it was."""
    old, new = (f"{role['id']}, version {role['version']}" for role in (before, after))
    digests = before.get("sha256", ""), after.get("sha256", "")
    if old != new or digests[0] == digests[1]:
        return old, new
    old, new = (f"{old} ({digest[:8] or 'unknown'})" for digest in digests)
    return old, new


def _role(record: Line) -> tuple[Any, ...]:
    return record["role"]["id"], record["role"]["version"], record["role"].get("sha256", "")


def _facts(line: Line) -> Any:
    resume = line["resume"]
    return resume["qualifications"] if resume else line["failure"]


def _findings(line: Line) -> list[dict[str, Any]]:
    return line["decision"]["findings"] if line["decision"] else []


def _definition(finding: Line) -> tuple[Any, ...]:
    return tuple(finding[key] for key in _DEFINING)


def _definitions(line: Line) -> dict[str, tuple[Any, ...]] | None:
    """What was asked; None for a file that was not judged."""
    return {each["requirement"]: _definition(each) for each in _findings(line)} if line["decision"] else None


def _score(line: Line) -> int | None:
    return line["decision"]["score"] if line["decision"] else None


def _reason(line: Line) -> str:
    told: str = line["decision"]["reason"] if line["decision"] else line["failure"]["message"]
    return told


def _candidate(line: Line) -> str:
    name = line["resume"] and line["resume"]["contact"]["name"]
    return name["text"] if name else ""
