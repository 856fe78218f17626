"""The page over many roles: people × roles, each role leading to its own page. No script at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from jinja2 import Template

from screener.decision import OUTCOMES
from screener.report.cells import printable
from screener.report.html.still import rendered, template_of
from screener.report.record import RunRecord

if TYPE_CHECKING:
    from screener.report.matrix import MatrixRow


def write_matrix_page(rows: Sequence[MatrixRow], runs: Sequence[RunRecord], file: BinaryIO) -> None:
    """Write the page. What comes from a résumé or a role reaches it through the template's escaping alone."""
    style = files("screener.report.html").joinpath("assets", "matrix.css").read_text(encoding="utf-8")
    counts = [[sum(row.standings[index].outcome == outcome for row in rows) for outcome in OUTCOMES] for index in range(len(runs))]
    page = rendered(_template(), style, rows=rows, runs=runs, counts=counts, outcomes=OUTCOMES, run=runs[0])
    file.write(page.encode("utf-8", "backslashreplace"))


@lru_cache(maxsize=1)
def _template() -> Template:
    return template_of("screener.report.html", "matrix.html.j2", {"printable": printable})
