"""`screen roles draft`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Shell

POSTING = """# Baker's IT Engineer

## Requirements

- 3+ years of backend development
- Python or Java
- Young and dynamic
- Likes bread

## Benefits

- Bread
"""


def test_the_draft_is_right_for_roles_check(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "jd.md").write_text(POSTING)
    said = shell("roles", "draft", "jd.md", "-o", "role.toml")
    assert said.status == 0
    assert "a draft in role.toml" in said.out
    assert "refused" in said.out
    assert max(map(len, said.out.splitlines())) <= 80
    assert shell("roles", "check", "role.toml").status == 0
    assert "Young" not in [line for line in (tmp_path / "role.toml").read_text().splitlines() if line.startswith("text")]


def test_without_a_file_the_draft_goes_to_the_screen(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "jd.md").write_text(POSTING)
    said = shell("roles", "draft", "jd.md")
    assert said.status == 0
    assert said.out.startswith("# Drafted from jd.md.")
    assert '\nany_of = ["python", "java"]\n' in said.out


def test_a_role_that_is_there_is_not_written_over(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "jd.md").write_text(POSTING)
    (tmp_path / "role.toml").write_text("mine")
    said = shell("roles", "draft", "jd.md", "-o", "role.toml")
    assert said.status == 2
    assert (tmp_path / "role.toml").read_text() == "mine"
    assert shell("roles", "draft", "jd.md", "-o", "role.toml", "--force").status == 0


def test_a_text_that_is_no_posting_is_refused_in_a_sentence(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("Roses are red.\nViolets are blue.\n")
    said = shell("roles", "draft", "poem.txt")
    assert (said.status, said.out) == (2, "")
    assert "is it a job description?" in said.err


def test_the_same_posting_gives_the_same_bytes(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "jd.md").write_text(POSTING)
    assert shell("roles", "draft", "jd.md").out == shell("roles", "draft", "jd.md").out
