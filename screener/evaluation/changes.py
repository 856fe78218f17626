"""Two evaluations side by side: which answers got better, and which got worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from screener.evaluation.compare import Comparison
from screener.evaluation.measure import SKILLS_COLUMN


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that was right and is wrong now, or the other way round. before, after: the values given; skill: of `skills` alone."""

    file: str
    column: str
    skill: str
    before: str
    after: str
    expected: str
    better: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes in the documents that both evaluations hold, sorted by file; and the documents that only one holds."""

    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    gone: tuple[str, ...]
    added: tuple[str, ...]


_Key = tuple[str, str, str]


def changes_between(before: Iterable[Comparison], after: Iterable[Comparison]) -> Changes:
    """What changed from one evaluation to the next."""
    old, new = _by_key(before), _by_key(after)
    old_files, new_files = {key[0] for key in old}, {key[0] for key in new}
    both = sorted(key for key in old.keys() | new.keys() if key[0] in old_files & new_files)
    changes = [_change(key, old.get(key), new.get(key)) for key in both if _right(key, old) != _right(key, new)]
    return Changes(
        better=tuple(change for change in changes if change.better),
        worse=tuple(change for change in changes if not change.better),
        gone=tuple(sorted(old_files - new_files)),
        added=tuple(sorted(new_files - old_files)),
    )


def _by_key(answers: Iterable[Comparison]) -> dict[_Key, Comparison]:
    return {(answer.file, answer.column, _skill(answer)): answer for answer in answers}


def _skill(answer: Comparison) -> str:
    return (answer.got or answer.expected) if answer.column == SKILLS_COLUMN else ""


def _right(key: _Key, answers: Mapping[_Key, Comparison]) -> bool:
    """A skill that neither the truth nor the program names has no answer, and that is right."""
    return key not in answers or answers[key].right


def _change(key: _Key, old: Comparison | None, new: Comparison | None) -> Change:
    known = new or old
    assert known is not None
    return Change(
        file=key[0],
        column=key[1],
        skill=key[2],
        before=old.got if old else "",
        after=new.got if new else "",
        expected=known.expected,
        better=new is None or new.right,
    )
