"""docs/accuracy.md: its figures are those of today, and its commands exist."""

from __future__ import annotations

import re
import shlex

import pytest
from typer.main import get_command

from screener.cli.app import app
from screener.evaluation.truth import _COLUMNS
from tests.truth.accuracy import FIGURES, PAGE, with_figures
from tests.truth.floors import SETS

TEXT = PAGE.read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"^`?(screen eval .*?)`?$", TEXT, re.MULTILINE)))


def test_its_figures_are_those_of_today() -> None:
    assert {match.group(1) for match in FIGURES.finditer(TEXT)} == set(SETS)
    assert with_figures(TEXT) == TEXT, "Run `python -m tests.truth.accuracy`, and read what changed."


def test_figures_of_another_day_would_be_noticed() -> None:
    older = re.sub(r"^degree_level .*$", "degree_level 0/0", TEXT, count=1, flags=re.MULTILINE)
    assert older != TEXT
    assert with_figures(older) != older


@pytest.mark.parametrize("line", COMMANDS)
def test_its_commands_exist(line: str) -> None:
    _, name, *arguments = shlex.split(line)
    command = get_command(app).commands[name]  # type: ignore[attr-defined] # the app is a group
    command.make_context(name, arguments, resilient_parsing=False)


def test_it_names_every_column_of_a_truth_file() -> None:
    assert len(COMMANDS) >= 5
    assert [column for column in _COLUMNS if f"`{column}`" not in TEXT] == []
