"""An evaluation as one HTML page that needs no script: charts are SVG made by the template, under a policy that allows only its style.

Text of documents reaches the page through Jinja2's autoescape alone.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from screener.evaluation.changes import Changes
from screener.evaluation.confusion import Confusion
from screener.evaluation.measure import Evaluation
from screener.evaluation.shares import Share
from screener.evaluation.tables import between, percent
from screener.report.cells import printable

_POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def as_html(evaluation: Evaluation, changes: Changes | None = None) -> str:
    """The page. changes: since an earlier evaluation, when there is one."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page: str = _template().render(
        policy=_POLICY.format(style=digest),
        style=Markup(style),  # the package's own file
        overall=evaluation.overall,
        parts=[(kind, list(parts)) for kind, parts in groupby(evaluation.parts, key=lambda part: part.kind)],
        confusions=[table for table in evaluation.confusions if table.values],
        misses=evaluation.misses,
        changes=changes,
        evaluation=evaluation,
    )
    return page


def _whisker(share: Share) -> tuple[float, float, float]:
    """The rate and the ends of its interval, in percent, for a chart that is 100 wide."""
    low, high = share.interval
    return round(100 * share.rate, 2), round(100 * low, 2), round(100 * high, 2)


def _shade(table: Confusion, true: str, count: int) -> float:
    """How dark a cell is, from 0 to 1: its part of the row."""
    row = table.counts[table.values.index(true)]
    return round(count / sum(row), 2) if sum(row) else 0.0


@lru_cache(maxsize=1)
def _style() -> str:
    colours = files("screener.report.html").joinpath("assets", "colours.css").read_text(encoding="utf-8")
    return colours + files("screener.evaluation").joinpath("templates", "evaluation.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("screener.evaluation", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "words": lambda text: text.replace("_", " "),
        "percent": percent,
        "between": between,
        "whisker": _whisker,
        "clean": printable,
    }
    environment.globals["shade"] = _shade
    return environment.get_template("evaluation.html.j2")
