"""`screen roles impact`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Shell

DAY = ("--as-of", "2026-11-01")


def test_a_folder_and_a_run_of_it_give_the_same(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    fresh = shell("roles", "impact", "senior-backend", inbox, *DAY)
    shell("run", inbox, "--role", "senior-backend", *DAY, "--out", tmp_path / "report", "--format", "jsonl")
    again = shell("roles", "impact", "senior-backend", tmp_path / "report")
    assert fresh.status == 0
    assert fresh.out == again.out
    assert "2 people: 1 meets, 0 review, 1 does_not_meet; 1 unreadable" in fresh.out
    assert max(map(len, fresh.out.splitlines())) <= 80


def test_figures_and_chart_are_written(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    said = shell("roles", "impact", "senior-backend", inbox, *DAY, "--json", "impact.json", "--chart", "impact.svg")
    assert said.status == 0
    figures = json.loads((tmp_path / "impact.json").read_bytes())
    experience = next(each for each in figures["requirements"] if each["id"] == "experience")
    assert experience["removes"] == ["more/otto.pdf"]
    assert (tmp_path / "impact.svg").read_text().startswith("<svg")
    assert (tmp_path / "impact.json").stat().st_mode & 0o077 == 0


def test_who_moves_when_it_replaces_another_role(shell: Shell, inbox: Path) -> None:
    said = shell("roles", "impact", "senior-backend", inbox, *DAY, "--against", "support-engineer")
    assert said.status == 0
    assert "Instead of support-engineer" in said.out
    assert "mira.pdf" in said.out


def test_an_unknown_role_is_told_before_anything_is_read(shell: Shell, inbox: Path) -> None:
    said = shell("roles", "impact", "senior-bakend", inbox)
    assert said.status == 2
    assert "senior-backend" in said.err
