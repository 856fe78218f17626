"""The words for protected traits: whole, and every mistake of the file told."""

from __future__ import annotations

from typing import Any

import pytest

from screener.errors import DataFileError
from screener.taxonomy import protected as module
from screener.taxonomy.protected import load_protected

GOOD = {"id": "age", "why": "Not asked.", "phrases": ["young"]}


def test_the_traits_that_the_law_names_are_there_each_with_a_reason() -> None:
    traits = {trait.id: trait for trait in load_protected()}
    assert {"age", "gender", "nationality", "religion", "origin", "health", "marital-status", "orientation"} <= set(traits)
    assert {trait.id for trait in traits.values() if not trait.protected} == {"work-permit", "location"}
    assert all(trait.why[0].isupper() and trait.why.endswith((".", '".')) for trait in traits.values())


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ({}, ("trait: at least one [[trait]] is needed",)),
        ({"trait": [{"id": "age", "why": "Not asked."}]}, ("trait[0].phrases: missing",)),
        ({"trait": [GOOD | {"because": "x"}]}, ("trait[0].because: no such key",)),
        ({"trait": [GOOD | {"phrases": ["âge", "Age"]}]}, ("trait[0].phrases: 'age' stands there twice",)),
        ({"trait": [GOOD], "note_only": [GOOD]}, ("trait[0].id: 'age' stands twice", "note_only[0].id: 'age' stands twice")),
    ],
)
def test_every_mistake_of_the_file_is_told(monkeypatch: pytest.MonkeyPatch, data: dict[str, Any], problems: tuple[str, ...]) -> None:
    monkeypatch.setattr(module, "read_data", lambda _name: data)
    with pytest.raises(DataFileError) as caught:
        load_protected.__wrapped__()
    assert caught.value.problems == problems
