"""Degrees as one line of text, so that a table of cases reads well."""

from __future__ import annotations

from screener.resume import Degree
from tests.parse.builders import draft_after


def listed(entry: str) -> str:
    """What is read when `entry` is the whole education part: "level status families @ school", degrees joined by " ; "."""
    return " ; ".join(_shown(degree) for degree in degrees_in(f"Ana Bright\nEducation\n{entry}"))


def told(text: str) -> str:
    """The degrees read in the document `text`: "level status families", joined by " ; "."""
    return " ; ".join(_brief(degree) for degree in degrees_in(text))


def degrees_in(text: str) -> list[Degree]:
    """The degrees read in `text` by the pipeline, without schools and certificates."""
    return [degree for degree in draft_after(text, "screener_degrees").degrees if degree.level != "none"]


def _shown(degree: Degree) -> str:
    return _brief(degree) + (f" @ {degree.institution.text}" if degree.institution else "")


def _brief(degree: Degree) -> str:
    return f"{degree.level} {degree.status} {'+'.join(sorted(degree.fields)) or '-'}"
