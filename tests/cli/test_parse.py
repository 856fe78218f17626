"""`screen parse`: the facts as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cli.conftest import Shell


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every span in the JSON."""
    if isinstance(value, dict):
        if {"text", "start", "end", "page", "line"} <= value.keys():
            yield value
        for item in value.values():
            yield from spans(item)
    if isinstance(value, list):
        for item in value:
            yield from spans(item)


def test_every_fact_stands_in_the_text_where_it_says(shell: Shell, inbox: Path) -> None:
    said = shell("parse", inbox / "mira.pdf")
    assert (said.status, said.err) == (0, "")
    facts = json.loads(said.out)
    found = list(spans(facts))
    assert len(found) > 5
    assert [span for span in found if facts["text"][span["start"] : span["end"]] != span["text"]] == []
    assert facts["contact"]["name"]["text"] == "Mira Testova"
    assert [degree["level"] for degree in facts["qualifications"]["degrees"]] == ["bachelor"]


def test_an_unreadable_file_is_status_2(shell: Shell, inbox: Path) -> None:
    said = shell("parse", inbox / "broken.pdf")
    assert (said.status, said.out) == (2, "")
