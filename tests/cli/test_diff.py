"""`screen diff`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.builders import BACKEND, write_pdf
from tests.cli.conftest import Shell


def run(shell: Shell, inbox: Path, out: str, day: str = "2026-11-01", role: str = "senior-backend") -> str:
    assert shell("run", inbox, "--role", role, "--as-of", day, "--out", out, "--format", "jsonl").status == 0
    return out


def test_two_equal_runs_end_with_0(shell: Shell, inbox: Path) -> None:
    said = shell("diff", run(shell, inbox, "a"), run(shell, inbox, "b"))
    assert (said.status, said.out) == (0, "Nothing changed: 3 files as before.\n")


def test_what_changed_is_told_with_its_reason_and_ends_with_4(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    run(shell, inbox, "a")
    (inbox / "broken.pdf").unlink()
    write_pdf(inbox / "mira.pdf", BACKEND.replace("01/2015", "01/2020"))
    write_pdf(inbox / "nora.pdf", BACKEND.replace("Mira Testova", "Nora Probe").replace("mira.testova", "nora.probe"))
    said = shell("diff", "a", run(shell, inbox, "b"), "--json", "diff.json")
    assert said.status == 4
    assert "Entered: 1\n  Nora Probe (nora.pdf): meets" in said.out
    assert "Left: 1\n  broken.pdf: unreadable" in said.out
    assert "Mira Testova (mira.pdf): meets → does_not_meet" in said.out
    assert "because the file changed" in " ".join(said.out.split())
    assert max(map(len, said.out.splitlines())) <= 80
    assert [each["causes"] for each in json.loads((tmp_path / "diff.json").read_bytes())["changed"]] == [["file"]]


def test_quiet_tells_by_its_exit_status_alone(shell: Shell, inbox: Path) -> None:
    run(shell, inbox, "a")
    said = shell("diff", "a", run(shell, inbox, "b", role="support-engineer"), "--quiet")
    assert (said.status, said.out) == (4, "")


def test_a_folder_without_a_run_is_refused(shell: Shell, inbox: Path) -> None:
    said = shell("diff", run(shell, inbox, "a"), inbox)
    assert said.status == 2
    assert "run.json" in said.err
