"""An audit as one HTML page without a script, to be published: only counts and rates of groups, nobody's name or file."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from screener.auditing import words
from screener.auditing.audit import Audit

_POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def as_html(audit: Audit) -> str:
    """The page."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page: str = _template().render(
        policy=_POLICY.format(style=digest),
        style=Markup(style),  # the package's own file
        facts=words.facts(audit),
        measures=[(words.measure_in_words(key, audit), list(tables)) for key, tables in groupby(audit.tables, lambda table: table.measure)],
        assumptions=words.ASSUMPTIONS,
    )
    return page


@lru_cache(maxsize=1)
def _style() -> str:
    colours = files("screener.report.html").joinpath("assets", "colours.css").read_text(encoding="utf-8")
    return colours + files("screener.auditing").joinpath("templates", "audit.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("screener.auditing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "attributes": words.attributes_in_words,
        "category": words.category_in_words,
        "percent": words.percent,
        "ratio": words.ratio,
        "p_value": words.p_value,
        "remarks": words.remarks,
        "rate_word": words.rate_word,
        "unknown": words.unknown_in_words,
    }
    return environment.get_template("audit.html.j2")
