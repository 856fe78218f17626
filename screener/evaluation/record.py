"""An evaluation as JSON, and an earlier one read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from screener.errors import UsageError
from screener.evaluation.compare import Comparison
from screener.evaluation.confusion import Confusion
from screener.evaluation.measure import Evaluation, Figures
from screener.evaluation.shares import FieldScore, Share


def as_json(evaluation: Evaluation) -> str:
    """All figures and every single answer, for other programs and for `--compare`."""
    data = {
        **_figures(evaluation.overall),
        "parts": [{"kind": part.kind, "value": part.value, **_figures(part.figures)} for part in evaluation.parts],
        "confusion": {table.column: _confusion(table) for table in evaluation.confusions},
        "without_document": evaluation.without_document,
        "without_truth": evaluation.without_truth,
        "answers": [asdict(comparison) for comparison in evaluation.comparisons],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def load_answers(path: Path) -> tuple[Comparison, ...]:
    """The answers of an earlier evaluation. Raises UsageError for a file that `as_json` did not write."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_answer(each) for each in data["answers"])
    except OSError as error:
        raise UsageError(f"The earlier evaluation {path.name} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path.name} is not an evaluation: it must be a file that `screen eval --json` wrote.") from error


def _answer(data: Mapping[str, Any]) -> Comparison:
    """Raises KeyError for a missing field, TypeError and ValueError for a wrong one."""
    texts = {name: data[name] for name in ("file", "column", "got", "expected")}
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(data["right"], bool):
        raise ValueError("an answer with a field of another type")
    return Comparison(**texts, right=data["right"])


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "documents": figures.documents,
        "shares": _shares((*figures.columns, *figures.decisions)),
        "fields": {name: _field(score) for name, score in figures.fields.items()},
    }


def _shares(shares: Iterable[Share]) -> dict[str, Any]:
    """By name: the count, what it is of, the rate, and the ends of its 95 % interval."""
    return {
        share.name: {"count": share.count, "of": share.of, "rate": round(share.rate, 4)}
        | dict(zip(("low", "high"), (round(end, 4) for end in share.interval), strict=True))
        for share in shares
    }


def _field(score: FieldScore) -> dict[str, Any]:
    return asdict(score) | {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1, 4)}


def _confusion(table: Confusion) -> dict[str, dict[str, int]]:
    """By the true value, then by the one given."""
    return {true: dict(zip(table.values, row, strict=True)) for true, row in zip(table.values, table.counts, strict=True)}
