"""The night in words, for the terminal and the mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from screener.decision import OUTCOMES
from screener.nightly.posting import Done
from screener.nightly.result import NightResult
from screener.remote import shown
from screener.report.cells import printable
from screener.report.changes import CHANGES_NAME, ChangeRow

_MOST_NAMED = 20
_TITLES = (
    ("new", "New"),
    ("changed", "Another outcome"),
    ("other", "The same outcome, judged or named otherwise"),
    ("left", "Left"),
)


def subject(result: NightResult) -> str:
    """The night in a line, without any name of a file."""
    new = sum(len(each.changes.of("new")) for each in result.done if each.changes)
    told = ["stopped"] if result.stopped else []
    told += [f"{len(result.failed)} failed"] if result.failed else []
    told += ["trouble"] if result.troubles else []
    return f"Screening of {result.day.isoformat()}: {', '.join([*told, f'{new} new'])}"


def summary(result: NightResult, *, names: bool) -> str:
    """The night in some paragraphs. names: whether files are named; else they are only counted."""
    parts = [f"The night of {result.day.isoformat()}: {_ending(result)}", *(_posting(done, names) for done in result.done)]
    if result.stopped:
        parts.append("The run was stopped before its end. What it had read is kept; the next run goes on from there.")
    if result.recovered:
        parts.append(f"An earlier run had died ({result.recovered}). This one took over from it.")
    if result.purged:
        parts.append(f"Deleted, for they were past the last day to keep them: {', '.join(result.purged)}.")
    parts += [f"Trouble: {text}" for text in result.troubles]
    return "\n\n".join(parts) + "\n"


def essence(result: NightResult) -> str:
    """What the night came to, whatever way it took there: the same for a run that had to take over from one that died."""
    postings = [(done.posting.id, done.night, sorted(done.counts.items()), done.error) for done in result.done]
    return repr((result.day, result.stopped, result.troubles, postings))


def _ending(result: NightResult) -> str:
    good = len(result.done) - len(result.failed)
    failed = f", {len(result.failed)} failed" if result.failed else ""
    return f"{good} posting{'' if good == 1 else 's'} screened{failed}."


def _posting(done: Done, names: bool) -> str:
    posting = done.posting
    if done.error:
        return f"{posting.id}: FAILED\n  {printable(done.error)}"
    counts = ", ".join(f"{done.counts[outcome]} {outcome}" for outcome in OUTCOMES if done.counts.get(outcome))
    files = f"{done.files} file{'' if done.files == 1 else 's'}"
    lines = [
        f"{posting.id}: {files}{f': {counts}' if counts else ''}",
        f"  Report: {shown(posting.outbox)}/{done.night}" + (" (it was there already, made from the same files)" if done.again else ""),
        *_changes(done, names),
        *_waiting(done, names),
        *_lost(done, names),
    ]
    return "\n".join(lines)


def _changes(done: Done, names: bool) -> Iterator[str]:
    changes = done.changes
    if changes is None:
        yield f"  It cannot be compared with the night before: {printable(done.unclear)}"
        return
    if not changes.before:
        yield "  The first night: all are new."
    else:
        yield f"  Since {changes.before}: {changes.same} as before."
    yield from (f"  {what.capitalize()}: {before} → {after}" for what, before, after in changes.runs)
    for kind, title in _TITLES:
        rows = changes.of(kind)
        if rows:
            yield f"  {title}: {len(rows)}"
            yield from _listed([_row(row) for row in rows] if names and changes.before else [])


def _waiting(done: Done, names: bool) -> Iterator[str]:
    if done.waiting:
        yield f"  Waiting, for they are still being written to: {len(done.waiting)}"
        yield from _listed([printable(name) for name in done.waiting] if names else [])


def _lost(done: Done, names: bool) -> Iterator[str]:
    if done.lost:
        yield f"  Not fetched, and so unreadable: {len(done.lost)}"
        yield from _listed([f"{printable(name)}: {why}" for name, why in done.lost] if names else [], "candidates.csv")


def _listed(lines: Sequence[str], rest: str = CHANGES_NAME) -> Iterator[str]:
    more = len(lines) - _MOST_NAMED
    return chain((f"    {line}" for line in lines[:_MOST_NAMED]), [f"    … and {more} more: see {rest}"] if more > 0 else [])


def _row(row: ChangeRow) -> str:
    was = f", was {printable(row.was)}" if row.was else ""
    outcome = " → ".join(dict.fromkeys(filter(None, (row.before, row.after))))
    because = f", because {row.because}" if row.because else ""
    return f"{printable(row.file)}{was}: {outcome}{because}"
