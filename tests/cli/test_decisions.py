"""`screen decisions`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Shell
from tests.report.test_decisions import filled


def test_a_filled_in_workbook_goes_into_the_log(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "run")
    (tmp_path / "mine.xlsx").write_bytes((tmp_path / "run/candidates.xlsx").read_bytes())
    filled(tmp_path / "mine.xlsx", ("E2", "invite"), ("G2", "Rita"))
    assert shell("decisions", "run", "mine.xlsx").out == "1 decision logged, 0 known already.\n"
    assert shell("decisions", "run", "mine.xlsx").out == "0 decisions logged, 1 known already.\n"
    event = json.loads((tmp_path / "run/record.jsonl").read_text().splitlines()[-1])
    assert (event["event"], event["decision"], event["reviewer"]) == ("decided", "invite", "Rita")
    assert shell("verify", "run").status == 0


def test_mistakes_of_the_sheet_are_told_and_nothing_is_logged(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "run")
    filled(tmp_path / "run/candidates.xlsx", ("E2", "invite"))
    said = shell("decisions", "run", "run/candidates.xlsx")
    assert said.status == 2
    assert "row 2: nobody stands behind the decision" in said.err
