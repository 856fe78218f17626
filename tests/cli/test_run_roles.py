"""`screen run` for several roles in one pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from screener.rules import shipped_roles
from tests.cli.conftest import Shell

DAY = ("--as-of", "2026-11-01")
TWO = ("--role", "senior-backend", "--role", "support-engineer")


def test_each_role_gets_what_it_gets_alone(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    said = shell("run", inbox, *TWO, *DAY, "--out", "both", "--jobs", "2")
    assert said.status == 0
    for role in ("senior-backend", "support-engineer"):
        assert shell("run", inbox, "--role", role, *DAY, "--out", role).status == 0
        for name in ("candidates.csv", "findings.csv", "results.jsonl", "run.json"):
            assert (tmp_path / "both" / role / name).read_bytes() == (tmp_path / role / name).read_bytes()


def test_the_matrix_is_the_same_for_any_number_of_processes(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        assert shell("run", inbox, *TWO, *DAY, "--out", jobs, "--jobs", jobs, "--no-cache").status == 0
    for name in ("matrix.csv", "matrix.jsonl", "index.html", "run.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_the_matrix_holds_everybody_and_every_role(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    said = shell("run", inbox, *TWO, *DAY, "--out", "both")
    assert (tmp_path / "both" / "matrix.csv").read_text(encoding="utf-8-sig").splitlines()[0] == (
        "file,candidate,best_role,senior-backend,senior-backend_score,support-engineer,support-engineer_score"
    )
    lines = [json.loads(line) for line in (tmp_path / "both" / "matrix.jsonl").read_text().splitlines()]
    assert [(line["file"], line["roles"]["senior-backend"]["outcome"]) for line in lines] == [
        ("mira.pdf", "meets"), ("more/otto.pdf", "does_not_meet"), ("broken.pdf", "unreadable"),
    ]  # fmt: skip
    assert "Mira Testova" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    record = json.loads((tmp_path / "both" / "run.json").read_bytes())
    assert [role["id"] for role in record["roles"]] == ["senior-backend", "support-engineer"]
    assert record["counts"]["senior-backend"] == {"meets": 1, "review": 0, "does_not_meet": 1, "unreadable": 1, "files": 3}


def test_all_stands_for_every_shipped_role(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    assert shell("run", inbox / "mira.pdf", "--role", "all", *DAY, "--out", "all", "--format", "jsonl").status == 0
    assert {entry.name for entry in (tmp_path / "all").iterdir() if entry.is_dir()} == set(shipped_roles())


def test_a_role_named_twice_counts_once(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    assert shell("run", inbox, "--role", "frontend", "--role", "frontend", *DAY, "--out", "one", "--format", "csv").status == 0
    assert (tmp_path / "one" / "candidates.csv").exists()


def test_two_roles_of_one_id_are_refused(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        'id = "frontend"\nversion = 9\ntitle = "Mine"\n[[requirement]]\nid = "git"\nimportance = "required"\nkind = "skills"\nany_of = ["git"]\n'
    )
    said = shell("run", inbox, "--role", "frontend", "--role", "mine.toml", *DAY, "--out", "x")
    assert said.status == 2
    assert '"frontend"' in said.err


@pytest.mark.parametrize(("first", "second"), [(TWO, ("--role", "frontend")), (("--role", "frontend"), TWO), (TWO, ("--role", "all"))])
def test_a_report_of_other_roles_is_not_written_over(shell: Shell, inbox: Path, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert shell("run", inbox / "mira.pdf", *first, *DAY, "--out", "x", "--format", "csv").status == 0
    assert shell("run", inbox / "mira.pdf", *first, *DAY, "--out", "x", "--format", "csv").status == 0
    assert shell("run", inbox / "mira.pdf", *second, *DAY, "--out", "x", "--format", "csv").status == 2


def test_the_report_of_many_roles_is_not_screened(shell: Shell, inbox: Path) -> None:
    assert shell("run", inbox, *TWO, *DAY, "--out", inbox / "report", "--format", "html").status == 0
    said = shell("run", inbox, "--role", "frontend", *DAY, "--out", "x", "--format", "csv")
    assert "3 files" in said.out
