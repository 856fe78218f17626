"""The page over many roles: people × roles, each role leading to its own page. No script at all."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from screener.decision import OUTCOMES
from screener.report.cells import printable
from screener.report.record import RunRecord

if TYPE_CHECKING:
    from screener.report.matrix import MatrixRow

_POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def write_matrix_page(rows: Sequence[MatrixRow], runs: Sequence[RunRecord], file: BinaryIO) -> None:
    """Write the page. What comes from a résumé or a role reaches it through the template's escaping alone."""
    style = files("screener.report.html").joinpath("assets", "matrix.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    counts = [[sum(row.standings[index].outcome == outcome for row in rows) for outcome in OUTCOMES] for index in range(len(runs))]
    page = _template().render(
        policy=_POLICY.format(style=digest), style=Markup(style), rows=rows, runs=runs, counts=counts, outcomes=OUTCOMES, run=runs[0]
    )
    file.write(page.encode("utf-8", "backslashreplace"))


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("screener.report.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    return environment.get_template("matrix.html.j2")
