"""Nothing that a terminal obeys reaches it, from names of files, from what stands in them, from their properties, or from what was typed."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.builders import BACKEND
from tests.cli.conftest import Said, Shell, _cache, shell
from tests.hostile.corpus import pdf, words

__all__ = ["_cache", "shell"]  # fixtures

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ESCAPES = "\x1b[31m\x1b]0;owned\x07\u202e\u2066\x9b2J\u200f\x08"
RUN = ("--role", "senior-backend", "--as-of", "2026-11-01", "--ocr", "off")
NAMES = (f"{ESCAPES}.txt", "line\nbreak.txt", "\u202efdp.txt", os.fsdecode(b"not utf 8 \xff\xfe.txt"), "c1 \x9b31m.txt")


def riddled(text: str) -> str:
    """The text with escapes before, inside and behind its words."""
    return re.sub(r"(\w)(\w)", rf"\1{ESCAPES}\2", text, count=40).replace("\n", f"{ESCAPES}\n{ESCAPES}")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / name).write_text(f"{riddled(BACKEND)}\nNumber {number}", encoding="utf-8")
    (folder / f"{ESCAPES}.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / f"{ESCAPES}.xyz").write_text("left aside")
    (folder / "properties.pdf").write_bytes(
        pdf(words("Mira Testova"), more=[b"<</Producer(\x1b[31mowned\x9b2J)>>"]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 6 0 R")
    )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(f"a/{ESCAPES}.txt", riddled(BACKEND))
    (folder / "archive.zip").write_bytes(archive.getvalue())
    return folder


@pytest.fixture
def run(shell: Shell, inbox: Path, tmp_path: Path) -> Path:
    assert shell("run", inbox, *RUN, "--out", "run").status == 0
    return tmp_path / "run"


def harmless(said: Said) -> bool:
    return OBEYED.search(said.out + said.err) is None


def test_the_files_do_hold_what_a_terminal_obeys(inbox: Path) -> None:
    assert all(OBEYED.search(name) or "\n" in name for name in NAMES)
    assert OBEYED.search((inbox / NAMES[1]).read_text(encoding="utf-8"))


def test_a_run_says_nothing_that_a_terminal_obeys(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    said = shell("run", inbox, *RUN, "--out", "out", "--no-cache")
    assert said.status == 0
    assert harmless(said)
    assert OBEYED.search((tmp_path / "out/run.log").read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("name", [*NAMES, "properties.pdf", f"archive.zip/a/{ESCAPES}.txt"])
def test_one_file_is_explained_and_shown_as_facts(shell: Shell, inbox: Path, name: str) -> None:
    for command in (("explain", inbox / name, *RUN), ("parse", inbox / name, "--ocr", "off")):
        said = shell(*command)
        assert harmless(said), said
        assert said.out or said.err


def test_an_unreadable_file_and_one_that_is_not_there_are_named(shell: Shell, inbox: Path) -> None:
    for name in (f"{ESCAPES}.pdf", f"none{ESCAPES}.pdf"):
        for command in (("explain", inbox / name, *RUN), ("parse", inbox / name), ("run", inbox / f"none{name}", *RUN)):
            said = shell(*command)
            assert said.status == 2
            assert harmless(said), said


def test_a_run_is_shown_and_compared(shell: Shell, inbox: Path, run: Path) -> None:
    (inbox / f"new{ESCAPES}.txt").write_text(riddled(BACKEND), encoding="utf-8")
    (inbox / NAMES[0]).write_text(riddled("Otto Probe\nBaker\n2012 - 2014"), encoding="utf-8")
    (inbox / NAMES[1]).unlink()
    assert shell("run", inbox, *RUN, "--out", "again").status == 0
    commands = (("show", run), ("show", run, "Mira"), ("show", run, NAMES[2]), ("show", run, f"nobody{ESCAPES}"), ("diff", run, "again"), ("verify", run))
    for command in commands:
        said = shell(*command)
        assert harmless(said), (command, said)
        assert said.out or said.err


def test_roles_are_tried_out_and_drafted(shell: Shell, inbox: Path, run: Path, tmp_path: Path) -> None:
    posting = tmp_path / f"posting{ESCAPES}.md"
    posting.write_text(riddled("# Backend Engineer\n\n## Requirements\n\n- 5+ years of backend experience\n- Python, Docker\n"), encoding="utf-8")
    for command in (("roles", "draft", posting), ("roles", "impact", "junior-backend", "--run", run), ("roles", "impact", "senior-backend", inbox)):
        said = shell(*command)
        assert harmless(said), (command, said)
        assert said.out or said.err


@pytest.mark.parametrize("command", ["show", "check"])
def test_a_role_file_with_escapes_is_shown_without_them(shell: Shell, tmp_path: Path, command: str) -> None:
    role = tmp_path / f"role{ESCAPES}.toml"
    skills = '[[requirement]]\nid = "python"\ntext = "Python \\u001b[31m \\u202e"\nimportance = "required"\nkind = "skills"\nany_of = ["python"]\n'
    role.write_text(f'id = "mine"\nversion = 1\ntitle = "Mine \\u001b[31m"\n{skills}', encoding="utf-8")
    assert harmless(shell("roles", command, role))
    role.write_text('id = "\\u001b[31m"\nversion = "\\u009b2J"\n"key\\u001b" = 1\n\x1b', encoding="utf-8")
    said = shell("roles", command, role)
    assert said.status == 2
    assert harmless(said), said
    role.write_text('id = "\\u001b[31m"\nversion = "\\u009b2J"\n"key\\u001b" = 1\n', encoding="utf-8")
    assert harmless(shell("roles", command, role))


def test_a_decision_sheet_with_escapes_is_refused_without_them(shell: Shell, run: Path, tmp_path: Path) -> None:
    said = shell("decisions", run, run / "candidates.xlsx")
    assert harmless(said), said
    sheet = tmp_path / f"sheet{ESCAPES}.xlsx"
    sheet.write_bytes(b"PK")
    said = shell("decisions", run, sheet)
    assert said.status == 2
    assert harmless(said), said


@pytest.mark.parametrize(
    "command",
    [
        ("show", f"none{ESCAPES}"), ("diff", f"none{ESCAPES}", "x"), ("verify", f"none{ESCAPES}"), (f"none{ESCAPES}",), ("run", "--none\x1b[31m\x9b2J"),
        ("run", ".", "--role", f"none{ESCAPES}"), ("run", ".", "--as-of", f"2026{ESCAPES}"), ("roles", "show", f"none{ESCAPES}"),
        ("eval", f"none{ESCAPES}", "."), ("audit", f"none{ESCAPES}"), ("forget", f"none{ESCAPES}", "."), ("run", ".", "--jobs", ESCAPES), ("reveal", ESCAPES),
    ],
)  # fmt: skip
def test_what_was_typed_wrongly_is_repeated_without_escapes(shell: Shell, command: tuple[str, ...]) -> None:
    said = shell(*command)
    assert said.status == 2
    assert harmless(said), said
