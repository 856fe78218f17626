"""`screen eval`: the figures, the misses, the file for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

HEADER = (
    "file,language,readable,resume,degree_level,degree_in_progress,degree_related,years_experience,years_backend,skills,skills_optional,"
    "outcome,note\n"
)
TRUTH = (
    HEADER
    + """\
mira.pdf,en,yes,yes,bachelor,,yes,8.0,8.0,python;sql;containerization;git;api-development;ci-cd,,meets,
broken.pdf,en,no,no,,,,,,,,review,
gone.pdf,en,yes,yes,bachelor,,yes,8.0,8.0,python,,meets,
"""
)


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    path = tmp_path / "truth.csv"
    path.write_text(TRUTH)
    return path


def test_figures_are_printed_in_80_columns(shell: Shell, inbox: Path, truth: Path) -> None:
    said = shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1")
    assert (said.status, said.err) == (0, "")
    assert max(map(len, said.out.splitlines())) <= 80
    assert "degree_level         100.0%   1 of 1 (right)" in said.out
    assert "outcome              100.0%   2 of 2 (right)" in said.out
    assert "in the truth, but not in the folder: gone.pdf" in said.out


def test_misses_and_json(shell: Shell, inbox: Path, truth: Path) -> None:
    truth.write_text(TRUTH.replace("bachelor,,yes,8.0,8.0,python;sql", "master,,yes,8.0,8.0,python;agile;sql", 1))
    said = shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1", "--misses", "--json", "out.json")
    assert "mira.pdf  degree_level: got bachelor, expected master\n    [bachelor, held] BSc Computer Science" in said.out
    assert "mira.pdf  skills: got (empty), expected agile\n" in said.out
    data = json.loads(Path("out.json").read_text())
    assert data["shares"]["degree_level"]["count"] == 0
    assert data["skills"]["missed"] == 1


def test_a_wrong_truth_file_is_status_2_with_all_its_mistakes(shell: Shell, inbox: Path, truth: Path) -> None:
    truth.write_text(TRUTH.replace("yes,yes,bachelor", "perhaps,yes,batchelor"))
    said = shell("eval", truth, inbox)
    assert said.status == 2
    assert said.err.count("perhaps") == said.err.count("batchelor") == 2


def test_a_place_that_cannot_be_written_to_is_status_2(shell: Shell, inbox: Path, truth: Path) -> None:
    said = shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1", "--json", "nowhere/out.json")
    assert (said.status, said.err) == (2, "screen: No such file or directory: nowhere/out.json\n")
