"""`screen audit`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Shell


def test_a_run_is_audited_and_the_outputs_are_their_owner_s_alone(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "run", "--format", "csv")
    (tmp_path / "groups.csv").write_text("file,sex\nmira.pdf,Female\nmore/otto.pdf,Male\n")
    said = shell("audit", "run", "--groups", "groups.csv", "--html", "a.html", "--xlsx", "a.xlsx", "--json", "a.json")
    assert said.status == 0
    assert "People judged: 2" in said.out
    assert "highest rate" in said.out
    for name in ("a.html", "a.xlsx", "a.json"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


def test_a_file_of_groups_with_mistakes_is_refused_with_all_of_them(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "run", "--format", "jsonl")
    (tmp_path / "groups.csv").write_text("name,name\nMira,Mira\n")
    said = shell("audit", "run", "--groups", "groups.csv")
    assert (said.status, said.out) == (2, "")
    assert "2 problem(s)" in said.err


def test_screening_never_sees_the_groups() -> None:
    import subprocess
    import sys

    code = (
        "import sys, screener.cli.app, screener.batch, screener.report; print([m for m in sys.modules if 'auditing' in m or 'scipy' in m])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
