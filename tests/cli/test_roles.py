"""`screen roles`: list, show, check."""

from __future__ import annotations

import json
from pathlib import Path

from screener.rules import role_schema, shipped_roles
from tests.cli.conftest import Shell


def test_shipped_roles_are_listed(shell: Shell) -> None:
    said = shell("roles", "list")
    assert said.status == 0
    assert [line.split()[0] for line in said.out.splitlines()] == list(shipped_roles())


def test_the_schema_of_role_files_is_printed_as_json(shell: Shell) -> None:
    said = shell("roles", "schema")
    assert said.status == 0
    assert json.loads(said.out) == role_schema()


def test_a_role_is_shown_in_80_columns(shell: Shell) -> None:
    said = shell("roles", "show", "senior-backend")
    assert said.status == 0
    assert "\nRequired\n" in said.out
    assert "\nPreferred\n" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_a_right_role_file_is_told_so(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "cook.toml").write_text(
        'id = "cook"\nversion = 1\ntitle = "Cook"\n'
        '[[requirement]]\nid = "years"\ntext = "Two years."\nimportance = "required"\nkind = "years"\nminimum = 2\n'
    )
    said = shell("roles", "check", "cook.toml")
    assert (said.status, said.out) == (0, "cook.toml is right: cook, version 1, 1 requirement, 1 required.\n")


def test_a_wrong_role_file_gives_all_its_mistakes(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "cook.toml").write_text(
        'id = "cook"\nversion = 1\ntitle = "Cook"\n'
        '[[requirement]]\nid = "db"\ntext = "x"\nimportance = "vital"\nkind = "skills"\nany_of = ["postgress"]\n'
    )
    said = shell("roles", "check", "cook.toml")
    assert said.status == 2
    assert "importance" in said.err
    assert "postgresql" in said.err
