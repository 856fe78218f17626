"""An evaluation as plain text, no wider than 80 columns, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from screener.evaluation.compare import Comparison
from screener.evaluation.measure import Evaluation, Share

_WIDTH = 80


def scores_as_text(evaluation: Evaluation) -> str:
    """The table of figures."""
    skills = evaluation.skills
    lines = [_row(share, "right") for share in evaluation.columns]
    lines += [
        f"{'skills':<20} {skills.f1:>6.3f}   F1: precision {skills.precision:.3f}, recall {skills.recall:.3f}",
        f"{'':<20} {'':>6}   {skills.right} right, {skills.wrong} wrong, {skills.missed} missed",
        _row(evaluation.false_rejects, "of those who meet"),
        _row(evaluation.false_passes, "of those who do not meet"),
        _row(evaluation.to_review, "of all"),
    ]
    lines += [f"in the truth, but not in the folder: {name}" for name in evaluation.without_document]
    if evaluation.without_truth:
        lines.append(f"in the folder, but not in the truth: {len(evaluation.without_truth)} file(s)")
    return "\n".join(lines)


def _row(share: Share, what: str) -> str:
    return f"{share.name:<20} {share.rate:>6.1%}   {share.count} of {share.of} ({what})"


def misses_as_text(evaluation: Evaluation) -> str:
    """Each wrong answer with what was expected, and under it the text that misled."""
    return "\n".join(line for miss in evaluation.misses for line in _miss(miss))


def _miss(miss: Comparison) -> Iterator[str]:
    yield f"{miss.file}  {miss.column}: got {miss.got or '(empty)'}, expected {miss.expected or '(empty)'}"
    for quote in miss.evidence.splitlines():
        yield f"    {quote if len(quote) <= _WIDTH - 4 else quote[: _WIDTH - 5] + '…'}"


def as_json(evaluation: Evaluation) -> str:
    """All figures and every single answer, for other programs."""
    skills = evaluation.skills
    shares = [*evaluation.columns, evaluation.false_rejects, evaluation.false_passes, evaluation.to_review]
    data = {
        "shares": {share.name: {"count": share.count, "of": share.of, "rate": round(share.rate, 4)} for share in shares},
        "skills": asdict(skills) | {"precision": round(skills.precision, 4), "recall": round(skills.recall, 4), "f1": round(skills.f1, 4)},
        "without_document": evaluation.without_document,
        "without_truth": evaluation.without_truth,
        "answers": [asdict(comparison) for comparison in evaluation.comparisons],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
