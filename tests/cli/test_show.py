"""`screen show`."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ANSI, Shell
from tests.cli.documented import ROOT


@pytest.fixture
def run(shell: Shell, inbox: Path, tmp_path: Path) -> Path:
    assert shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "run", "--format", "jsonl").status == 0
    return tmp_path / "run"


def test_everybody_stands_on_a_line_within_80_columns(shell: Shell, run: Path) -> None:
    said = shell("show", run)
    assert said.status == 0
    assert [name in said.out for name in ("Mira Testova", "Otto Probe", "broken.pdf", "3 files.")] == [True] * 4
    assert max(map(len, said.out.splitlines())) <= 80
    assert not ANSI.search(said.out)


def test_only_one_outcome_when_asked_for(shell: Shell, run: Path) -> None:
    said = shell("show", run, "--outcome", "unreadable")
    assert "broken.pdf" in said.out
    assert "Mira" not in said.out
    assert shell("show", run, "--outcome", "good").status == 2


@pytest.mark.parametrize("who", ["mira.pdf", "mira", "Mira Testova"])
def test_one_person_is_shown_with_verdicts_reasons_and_quotes(shell: Shell, run: Path, who: str) -> None:
    said = shell("show", run, who)
    assert said.out.startswith("Mira Testova (mira.pdf)\n")
    assert "Required" in said.out
    assert "BSc Computer Science" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_an_unreadable_file_says_why(shell: Shell, run: Path) -> None:
    assert "broken.pdf: unreadable" in shell("show", run, "broken.pdf").out


def test_nobody_of_that_name_is_told(shell: Shell, run: Path) -> None:
    said = shell("show", run, "nobody")
    assert (said.status, said.out) == (2, "")
    assert "means nobody" in said.err


def test_a_folder_without_a_run_is_told(shell: Shell, inbox: Path) -> None:
    assert "no results.jsonl" in shell("show", inbox).err


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_on_a_terminal_colours_respect_no_color(run: Path, no_color: str, coloured: bool) -> None:
    ours, theirs = pty.openpty()
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "PAGER": "cat",
        "MANPAGER": "cat",
        "NO_COLOR": no_color,
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT),
    }
    child = subprocess.Popen([sys.executable, "-m", "screener.cli", "show", run], stdin=theirs, stdout=theirs, env=environment)
    os.close(theirs)
    output = b""
    try:
        while part := os.read(ours, 65536):
            output += part
    except OSError:  # the other end has gone
        pass
    assert child.wait() == 0
    os.close(ours)
    assert b"Mira Testova" in output
    assert (b"\x1b[32m" in output) == coloured
