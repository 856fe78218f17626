"""`screen verify`, `screen purge`, `screen forget`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Shell
from tests.records.builders import everything_in


def run(shell: Shell, inbox: Path, *more: str) -> None:
    arguments = ("--role", "senior-backend", "--as-of", "2026-11-01", "--out", "run", *more)
    assert shell("run", inbox, *arguments).status == 0


def test_a_run_is_whole_until_somebody_changes_it(shell: Shell, inbox: Path) -> None:
    run(shell, inbox)
    said = shell("verify", "run", "--inputs", inbox)
    assert said.status == 0
    assert "All belong together." in said.out
    with Path("run/candidates.csv").open("a") as file:
        file.write("x")
    said = shell("verify", "run")
    assert said.status == 4
    assert "candidates.csv: it was changed after it was written." in said.out


def test_a_second_run_into_the_folder_adds_to_its_log(shell: Shell, inbox: Path) -> None:
    run(shell, inbox)
    run(shell, inbox)
    assert [json.loads(line)["event"] for line in Path("run/record.jsonl").read_bytes().splitlines()] == ["written", "written"]
    assert shell("verify", "run").status == 0


def test_the_runs_of_all_roles_are_sealed(shell: Shell, inbox: Path) -> None:
    run(shell, inbox, "--role", "data-engineer")
    assert [shell("verify", folder).status for folder in ("run", "run/senior-backend", "run/data-engineer")] == [0, 0, 0]


def test_somebody_forgotten_is_gone_from_runs_matrix_and_cache(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    run(shell, inbox, "--role", "data-engineer", "--cache", "cache")
    said = shell("forget", "mira.pdf", "run", "--cache", "cache")
    assert said.status == 0
    assert "Erased from 3 runs" in said.out
    told = everything_in(tmp_path / "run")
    assert not any(word in told.casefold() for word in ("mira", "testova"))
    assert "otto" in told.casefold()
    assert [shell("verify", folder).status for folder in ("run", "run/senior-backend")] == [0, 0]
    assert "mira.pdf" not in everything_in(tmp_path / "cache")


def test_a_run_past_its_day_is_deleted(shell: Shell, inbox: Path) -> None:
    run(shell, inbox, "--keep-until", "2020-01-01")
    assert "Would delete: run" in shell("purge", "run", "--dry-run").out
    assert Path("run/run.json").exists()
    assert "Deleted: run" in shell("purge", "run").out
    assert [path.name for path in Path("run").iterdir()] == ["tombstone.json"]
