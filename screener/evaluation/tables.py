"""An evaluation as plain text, no wider than 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from screener.evaluation.changes import Change, Changes
from screener.evaluation.compare import Comparison
from screener.evaluation.confusion import Confusion
from screener.evaluation.measure import Evaluation, Figures, Part
from screener.evaluation.shares import Share

WIDTH = 80
_NAMES = 15
_MOST_NAMED = 20
_OF = {"false_rejects": "of those meeting", "false_passes": "of those not meeting", "to_review": "of all"}


def scores_as_text(evaluation: Evaluation) -> str:
    """The figures: each column, the decisions, the confusion tables, and the kinds of documents."""
    blocks = [
        _columns(evaluation.overall),
        _decisions(evaluation.overall),
        *(_confusion(table) for table in evaluation.confusions if table.values),
        *(_parts(kind, list(parts)) for kind, parts in groupby(evaluation.parts, key=lambda part: part.kind)),
        _left_out(evaluation),
    ]
    return "\n\n".join(text for block in blocks if (text := "\n".join(block)))


def misses_as_text(evaluation: Evaluation) -> str:
    """Each wrong answer with what was expected, and under it the text that misled."""
    return "\n".join(line for miss in evaluation.misses for line in _miss(miss))


def changes_as_text(changes: Changes) -> str:
    """What got better and what got worse since an earlier evaluation, and in which files."""
    head = f"Since the earlier evaluation: {len(changes.better)} better, {len(changes.worse)} worse"
    answers = [f"  {'better' if change.better else 'worse':<7} {_change(change)}" for change in (*changes.worse, *changes.better)]
    return "\n".join(
        [
            head,
            *map(_cut, answers),
            *_some("only in the earlier one", changes.gone),
            *_some("only in this one", changes.added),
        ]
    )


def _some(title: str, names: Sequence[str]) -> Iterator[str]:
    """The first names; many would push the answers off the screen."""
    for name in names[:_MOST_NAMED]:
        yield _cut(f"  {title}: {name}")
    if len(names) > _MOST_NAMED:
        yield f"  {title}: {len(names) - _MOST_NAMED} more"


def percent(rate: float) -> str:
    """ "98.4%"."""
    return f"{100 * rate:.1f}%"


def between(share: Share) -> str:
    """ "95.1-99.2%": the 95 % interval."""
    low, high = share.interval
    return f"{100 * low:.1f}-{100 * high:.1f}%"


def _columns(figures: Figures) -> Iterator[str]:
    yield f"{'':<20}{'right':>10}{'':>9}{'95 % interval':>15}{'precision':>11}{'recall':>8}{'F1':>7}"
    for share in figures.columns:
        field = figures.fields[share.name]
        head = f"{share.name:<20}{f'{share.count}/{share.of}':>10}{percent(share.rate):>9}{between(share):>15}"
        yield f"{head}{field.precision:>11.3f}{field.recall:>8.3f}{field.f1:>7.3f}"
    skills = figures.skills
    counted = f"{skills.right} right, {skills.wrong} wrong, {skills.missed} missed"
    yield f"{'skills':<20}{counted:>34}{skills.precision:>11.3f}{skills.recall:>8.3f}{skills.f1:>7.3f}"


def _decisions(figures: Figures) -> Iterator[str]:
    for share in figures.decisions:
        counted = f"{share.count}/{share.of}"
        yield f"{share.name:<20}{counted:>10}{percent(share.rate):>9}{between(share):>15}  ({_OF[share.name]})"


def _confusion(table: Confusion) -> Iterator[str]:
    names = [value.replace("_", " ") or "(empty)" for value in table.values]
    yield f"{table.column}: true (rows) and given (columns)"
    cell = min((WIDTH - _NAMES) // len(names), _NAMES)
    yield " " * _NAMES + "".join(f"{name:>{cell}}" for name in names)
    for name, row in zip(names, table.counts, strict=True):
        yield f"  {name}".ljust(_NAMES) + "".join(f"{count or '.':>{cell}}" for count in row)


def _parts(kind: str, parts: Sequence[Part]) -> Iterator[str]:
    yield f"by {kind:<17}{'files':>6}{'degree':>8}{'years':>8}{'backend':>9}{'skills':>8}{'outcome':>9}{'review':>8}"
    for part in parts:
        rates = {share.name: percent(share.rate) for share in (*part.figures.columns, *part.figures.decisions) if share.of}
        cells = [rates.get(name, "-") for name in ("degree_level", "years_experience", "years_backend")]
        ends = [rates.get(name, "-") for name in ("outcome", "to_review")]
        head = f"  {part.value[:17]:<18}{part.figures.documents:>6}{cells[0]:>8}{cells[1]:>8}{cells[2]:>9}"
        yield f"{head}{part.figures.skills.f1:>8.3f}{ends[0]:>9}{ends[1]:>8}"


def _left_out(evaluation: Evaluation) -> Iterator[str]:
    for name in evaluation.without_document:
        yield _cut(f"in the truth, but not in the folder: {name}")
    if evaluation.without_truth:
        yield f"in the folder, but not in the truth: {len(evaluation.without_truth)} file(s)"


def _miss(miss: Comparison) -> Iterator[str]:
    yield f"{miss.file}  {miss.column}: got {miss.got or '(empty)'}, expected {miss.expected or '(empty)'}"
    for quote in miss.evidence.splitlines():
        yield _cut(f"    {quote}")


def _change(change: Change) -> str:
    values = f"{change.before or '(empty)'} → {change.after or '(empty)'}"
    expected = "" if change.better else f", expected {change.expected or '(empty)'}"
    return f"{change.file}  {change.column}: {values}{expected}"


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"
