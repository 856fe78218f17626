"""The figures of an evaluation, over all documents and over those of each layout, format and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from screener.decision import Screening
from screener.evaluation.compare import COLUMNS, Comparison, compare
from screener.evaluation.confusion import CONFUSED, Confusion, confusion_of
from screener.evaluation.shares import FieldScore, Share
from screener.evaluation.truth import Truth

SKILLS_COLUMN = "skills"
_NO_VALUE = frozenset({"", "none"})

KINDS: Mapping[str, Callable[[Truth], str]] = {
    "layout": lambda truth: truth.layout,
    "format": lambda truth: PurePath(truth.file).suffix.lower().removeprefix("."),
    "language": lambda truth: truth.language,
}
"""By what the documents are told apart: a name, and a document's own value (empty: not known)."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What some documents give. columns: right answers for each column, outcome last; fields: the same columns and `skills` as fields.

    false_rejects: given `does_not_meet`, of those who may meet and by no careful reader's judgement fail. false_passes: given `meets`,
    of those who may fail and by nobody's judgement meet. to_review: sent to a person.
    """

    documents: int
    columns: tuple[Share, ...]
    fields: Mapping[str, FieldScore]
    false_rejects: Share
    false_passes: Share
    to_review: Share

    @property
    def skills(self) -> FieldScore:
        return self.fields[SKILLS_COLUMN]

    @property
    def decisions(self) -> tuple[Share, ...]:
        return self.false_rejects, self.false_passes, self.to_review


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of one kind: `layout` `two-column`."""

    kind: str
    value: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures, and the comparisons that they come from.

    without_document: files that the truth names and the folder lacks. without_truth: files that were screened and not compared.
    """

    overall: Figures
    parts: tuple[Part, ...]
    confusions: tuple[Confusion, ...]
    comparisons: tuple[Comparison, ...]
    without_document: tuple[str, ...]
    without_truth: tuple[str, ...]

    @property
    def misses(self) -> tuple[Comparison, ...]:
        return tuple(comparison for comparison in self.comparisons if not comparison.right)


@dataclass(frozen=True, slots=True)
class _Compared:
    """One document: its truth, what was given, and each answer."""

    truth: Truth
    screening: Screening
    comparisons: tuple[Comparison, ...]


def evaluate(truths: Iterable[Truth], screenings: Iterable[Screening]) -> Evaluation:
    """Compare the screenings with the truth of the same file names."""
    by_file = {screening.file: screening for screening in screenings}
    known = sorted(truths, key=lambda truth: truth.file)
    compared = [
        _Compared(truth, screening, compare(truth, screening)) for truth in known if (screening := by_file.get(truth.file)) is not None
    ]
    comparisons = _answers(compared)
    return Evaluation(
        overall=_figures(compared),
        parts=tuple(part for kind in KINDS for part in _parts(kind, compared)),
        confusions=tuple(confusion_of(column, comparisons) for column in CONFUSED),
        comparisons=comparisons,
        without_document=tuple(truth.file for truth in known if truth.file not in by_file),
        without_truth=tuple(sorted(by_file.keys() - {truth.file for truth in known})),
    )


def _answers(compared: Iterable[_Compared]) -> tuple[Comparison, ...]:
    return tuple(comparison for each in compared for comparison in each.comparisons)


def _parts(kind: str, compared: Sequence[_Compared]) -> list[Part]:
    """The documents of each value of a kind, the most frequent first; nothing when the truth does not tell them apart."""
    groups: dict[str, list[_Compared]] = {}
    for each in compared:
        groups.setdefault(KINDS[kind](each.truth), []).append(each)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Part(kind, value, _figures(members)) for value, members in ordered if value]


def _figures(compared: Sequence[_Compared]) -> Figures:
    answers = _answers(compared)
    return Figures(
        documents=len(compared),
        columns=tuple(_share_right(column, answers) for column in (*COLUMNS, "outcome")),
        fields={column: _field_score(column, answers) for column in (*COLUMNS, SKILLS_COLUMN, "outcome")},
        false_rejects=_opposites("false_rejects", compared, got="does_not_meet", true="meets"),
        false_passes=_opposites("false_passes", compared, got="meets", true="does_not_meet"),
        to_review=Share("to_review", sum(each.screening.outcome == "review" for each in compared), len(compared)),
    )


def _share_right(column: str, answers: Iterable[Comparison]) -> Share:
    right = [comparison.right for comparison in answers if comparison.column == column]
    return Share(column, sum(right), len(right))


def _opposites(name: str, compared: Iterable[_Compared], *, got: str, true: str) -> Share:
    """How many were given `got` among those who may be `true` and are `got` by no careful reader's judgement."""
    given = [each.screening.outcome == got for each in compared if true in each.truth.outcome and got not in each.truth.outcome]
    return Share(name, sum(given), len(given))


def _field_score(column: str, answers: Iterable[Comparison]) -> FieldScore:
    own = [comparison for comparison in answers if comparison.column == column]
    given = [comparison for comparison in own if comparison.got not in _NO_VALUE]
    return FieldScore(
        right=sum(comparison.right for comparison in given),
        wrong=sum(not comparison.right for comparison in given),
        missed=sum(not comparison.right and _NO_VALUE.isdisjoint(comparison.expected.split("|")) for comparison in own),
    )
