"""The figures of docs/accuracy.md: `python -m tests.truth.accuracy` writes them anew."""

from __future__ import annotations

import re

from screener.evaluation import scores_as_text
from tests.truth.floors import ROOT, measure

PAGE = ROOT / "docs" / "accuracy.md"
FIGURES = re.compile(r"(?<=<!-- figures: )([\w-]+)( -->\n```text\n).*?(?=```\n)", re.DOTALL)


def with_figures(page: str) -> str:
    """The page with the figures of today."""
    return FIGURES.sub(_figures, page)


def _figures(match: re.Match[str]) -> str:
    name, fence = match.groups()
    return f"{name}{fence}{scores_as_text(measure(name))}\n"


if __name__ == "__main__":
    PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
