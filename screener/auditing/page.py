"""An audit as one HTML page without a script, to be published: only counts and rates of groups, nobody's name or file."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import groupby
from typing import Any

from jinja2 import Template

from screener.auditing import words
from screener.auditing.audit import Audit
from screener.report.html.still import colours_and, rendered, template_of

_PACKAGE = "screener.auditing"


def as_html(audit: Audit) -> str:
    """The page."""
    return rendered(
        _template(),
        colours_and(_PACKAGE, "audit.css"),
        facts=words.facts(audit),
        measures=[(words.measure_in_words(key, audit), list(tables)) for key, tables in groupby(audit.tables, lambda table: table.measure)],
        assumptions=words.ASSUMPTIONS,
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    filters: dict[str, Callable[..., Any]] = {
        "attributes": words.attributes_in_words,
        "category": words.category_in_words,
        "percent": words.percent,
        "ratio": words.ratio,
        "p_value": words.p_value,
        "remarks": words.remarks,
        "rate_word": words.rate_word,
        "unknown": words.unknown_in_words,
    }
    return template_of(_PACKAGE, "audit.html.j2", filters)
