"""An evaluation as one HTML page that needs no script: charts are SVG made by the template, under a policy that allows only its style.

Text of documents reaches the page through Jinja2's autoescape alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import groupby
from typing import Any

from jinja2 import Template

from screener.evaluation.changes import Changes
from screener.evaluation.confusion import Confusion
from screener.evaluation.measure import Evaluation
from screener.evaluation.shares import Share
from screener.evaluation.tables import between, percent
from screener.report.cells import printable
from screener.report.html.still import colours_and, rendered, template_of

_PACKAGE = "screener.evaluation"


def as_html(evaluation: Evaluation, changes: Changes | None = None) -> str:
    """The page. changes: since an earlier evaluation, when there is one."""
    return rendered(
        _template(),
        colours_and(_PACKAGE, "evaluation.css"),
        overall=evaluation.overall,
        parts=[(kind, list(parts)) for kind, parts in groupby(evaluation.parts, key=lambda part: part.kind)],
        confusions=[table for table in evaluation.confusions if table.values],
        misses=evaluation.misses,
        changes=changes,
        evaluation=evaluation,
    )


def _whisker(share: Share) -> tuple[float, float, float]:
    """The rate and the ends of its interval, in percent, for a chart that is 100 wide."""
    low, high = share.interval
    return round(100 * share.rate, 2), round(100 * low, 2), round(100 * high, 2)


def _shade(table: Confusion, true: str, count: int) -> float:
    """How dark a cell is, from 0 to 1: its part of the row."""
    row = table.counts[table.values.index(true)]
    return round(count / sum(row), 2) if sum(row) else 0.0


@lru_cache(maxsize=1)
def _template() -> Template:
    filters: dict[str, Callable[..., Any]] = {
        "words": lambda text: text.replace("_", " "),
        "percent": percent,
        "between": between,
        "whisker": _whisker,
        "clean": printable,
    }
    return template_of(_PACKAGE, "evaluation.html.j2", filters, shade=_shade)
