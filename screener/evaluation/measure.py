"""The figures of an evaluation: shares with what they are shares of, so that nobody reads 100 % of three as much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from screener.decision import Screening
from screener.evaluation.compare import COLUMNS, Comparison, compare
from screener.evaluation.truth import Truth


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`."""

    name: str
    count: int
    of: int

    @property
    def rate(self) -> float:
        """From 0 to 1; 0 of nothing is 0."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class SkillScore:
    """Skills over all documents: found and true, found but untrue, true but not found."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures, and the comparisons that they come from.

    columns: right answers for each column, outcome last. false_rejects: given `does_not_meet`, of those who may meet and by no careful
    reader's judgement fail. false_passes: given `meets`, of those who may fail and by nobody's judgement meet. to_review: sent to a person.
    without_document: files that the truth names and the folder lacks. without_truth: files that were screened and not compared.
    """

    columns: tuple[Share, ...]
    skills: SkillScore
    false_rejects: Share
    false_passes: Share
    to_review: Share
    comparisons: tuple[Comparison, ...]
    without_document: tuple[str, ...]
    without_truth: tuple[str, ...]

    @property
    def misses(self) -> tuple[Comparison, ...]:
        return tuple(comparison for comparison in self.comparisons if not comparison.right)


def evaluate(truths: Iterable[Truth], screenings: Iterable[Screening]) -> Evaluation:
    """Compare the screenings with the truth of the same file names."""
    by_file = {screening.file: screening for screening in screenings}
    known = sorted(truths, key=lambda truth: truth.file)
    pairs = [(truth, by_file[truth.file]) for truth in known if truth.file in by_file]
    comparisons = tuple(comparison for truth, screening in pairs for comparison in compare(truth, screening))
    names = {truth.file for truth in known}
    return Evaluation(
        columns=tuple(_share_right(column, comparisons) for column in (*COLUMNS, "outcome")),
        skills=_skill_score([comparison for comparison in comparisons if comparison.column == "skills"]),
        false_rejects=_outcomes("false_rejects", pairs, got="does_not_meet", true="meets"),
        false_passes=_outcomes("false_passes", pairs, got="meets", true="does_not_meet"),
        to_review=Share("to_review", sum(screening.outcome == "review" for _, screening in pairs), len(pairs)),
        comparisons=comparisons,
        without_document=tuple(truth.file for truth in known if truth.file not in by_file),
        without_truth=tuple(sorted(by_file.keys() - names)),
    )


def _share_right(column: str, comparisons: Iterable[Comparison]) -> Share:
    answers = [comparison.right for comparison in comparisons if comparison.column == column]
    return Share(column, sum(answers), len(answers))


def _outcomes(name: str, pairs: list[tuple[Truth, Screening]], *, got: str, true: str) -> Share:
    """How many were given `got` among those who may be `true` and are `got` by no careful reader's judgement."""
    opposite = [screening.outcome == got for truth, screening in pairs if true in truth.outcome and got not in truth.outcome]
    return Share(name, sum(opposite), len(opposite))


def _skill_score(skills: list[Comparison]) -> SkillScore:
    return SkillScore(
        right=sum(comparison.right for comparison in skills),
        wrong=sum(not comparison.right and bool(comparison.got) for comparison in skills),
        missed=sum(not comparison.right and not comparison.got for comparison in skills),
    )
