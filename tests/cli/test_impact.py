"""`screen roles impact`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.batch.test_ocr import scan
from tests.cli.conftest import Shell
from tests.extract.ocr.fake import calls_of, fake_tesseract, table_of

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


@pytest.mark.parametrize(("asked", "read"), [((), True), (("--ocr", "off"), False)])
def test_scans_are_read_unless_told_otherwise(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], read: bool
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "cvs").mkdir()
    scan(tmp_path / "cvs")
    fake_tesseract(tmp_path / "bin", table_of(("Ada Skov", "Experience", "Engineer at Skarn", "2015 - 2020")))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    said = shell("roles", "impact", "senior-backend", tmp_path / "cvs", *DAY, "--jobs", "1", *asked)
    assert said.status == 0
    assert ("1 unreadable" in said.out) != read
    assert bool(calls_of(tmp_path / "bin")) == read
