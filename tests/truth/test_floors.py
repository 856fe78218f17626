"""What the program reaches on labelled documents may only get better."""

from __future__ import annotations

from itertools import pairwise

import pytest

from screener.evaluation import misses_as_text
from tests.truth.floors import AT_MOST, SETS, Entry, beyond, figures, load_floors, measure

HOW_TO_RAISE = "To raise the floors, append what `python -m tests.truth.floors` prints to tests/truth/floors.toml; no earlier entry changes."


@pytest.mark.parametrize("name", SETS)
def test_no_figure_lies_below_its_floor(name: str) -> None:
    evaluation = measure(name)
    wrong = beyond(load_floors()[name][-1].limits, figures(evaluation))
    assert not wrong, f"{name}: {'; '.join(wrong)}.\n{misses_as_text(evaluation)}\n{HOW_TO_RAISE}"


@pytest.mark.parametrize("name", SETS)
def test_every_document_is_labelled_and_every_label_has_its_document(name: str) -> None:
    evaluation = measure(name)
    assert (evaluation.without_document, evaluation.without_truth) == ((), ())


@pytest.mark.parametrize(("name", "entries"), load_floors().items())
def test_floors_only_rise_and_none_was_set_above_what_was_measured(name: str, entries: list[Entry]) -> None:
    assert entries, name
    for entry in entries:
        assert set(entry.limits) == set(entry.measured)
        assert beyond(entry.limits, entry.measured) == []
    for earlier, later in pairwise(entries):
        assert later.day >= earlier.day
        assert beyond(earlier.limits, later.limits) == [], f"{name}, {later.day}"


def test_a_figure_below_its_floor_or_above_its_ceiling_is_told() -> None:
    limits = {"degree_level": 0.98, "false_rejects": 0.01}
    assert beyond(limits, limits) == []
    assert beyond(limits, {"degree_level": 0.97, "false_rejects": 0.02}) == [
        "degree_level is 0.97, and its floor is 0.98",
        "false_rejects is 0.02, and its ceiling is 0.01",
    ]
    assert set(AT_MOST) <= set(load_floors()["samples"][-1].limits)
