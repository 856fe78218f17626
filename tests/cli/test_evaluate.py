"""`screen eval`: the figures, the misses, the file for programs."""

from __future__ import annotations

import json
import re
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
    assert re.search(r"^degree_level +1/1 +100\.0% +20\.7-100\.0% +1\.000 +1\.000 +1\.000$", said.out, re.MULTILINE)
    assert re.search(r"^outcome +2/2 +100\.0% ", said.out, re.MULTILINE)
    assert "in the truth, but not in the folder: gone.pdf" in said.out


def test_misses_and_json(shell: Shell, inbox: Path, truth: Path) -> None:
    truth.write_text(TRUTH.replace("bachelor,,yes,8.0,8.0,python;sql", "master,,yes,8.0,8.0,python;agile;sql", 1))
    said = shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1", "--misses", "--json", "out.json")
    assert "mira.pdf  degree_level: got bachelor, expected master\n    [bachelor, held] BSc Computer Science" in said.out
    assert "mira.pdf  skills: got (empty), expected agile\n" in said.out
    data = json.loads(Path("out.json").read_text())
    assert data["shares"]["degree_level"]["count"] == 0
    assert data["fields"]["skills"]["missed"] == 1


def test_a_wrong_truth_file_is_status_2_with_all_its_mistakes(shell: Shell, inbox: Path, truth: Path) -> None:
    truth.write_text(TRUTH.replace("yes,yes,bachelor", "perhaps,yes,batchelor"))
    said = shell("eval", truth, inbox)
    assert said.status == 2
    assert said.err.count("perhaps") == said.err.count("batchelor") == 2


def test_a_place_that_cannot_be_written_to_is_status_2(shell: Shell, inbox: Path, truth: Path) -> None:
    said = shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1", "--json", "nowhere/out.json")
    assert (said.status, said.err) == (2, "screen: No such file or directory: nowhere/out.json\n")


def test_a_page_and_what_changed_since_an_earlier_evaluation(shell: Shell, inbox: Path, truth: Path) -> None:
    shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1", "--json", "old.json")
    assert "0 better, 0 worse" in shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1", "--compare", "old.json").out
    Path("old.json").write_text(Path("old.json").read_text().replace('"right": true', '"right": false'))
    said = shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1", "--compare", "old.json", "--html", "page.html")
    assert re.search(r"^  better  mira\.pdf  outcome: meets → meets$", said.out, re.MULTILINE)
    assert "Since the earlier evaluation" in Path("page.html").read_text()
    assert Path("page.html").stat().st_mode & 0o777 == 0o600


def test_an_earlier_evaluation_that_is_none_is_refused_before_anything_is_read(shell: Shell, inbox: Path, truth: Path) -> None:
    Path("old.json").write_text("[]")
    said = shell("eval", truth, inbox, "--compare", "old.json")
    assert (said.status, said.out) == (2, "")
    assert "screen eval --json" in said.err


def test_no_file_name_of_a_truth_file_reaches_the_terminal_raw(shell: Shell, inbox: Path, truth: Path) -> None:
    truth.write_text(TRUTH.replace("gone.pdf", "gone\x1b[2J.pdf"))
    said = shell("eval", truth, inbox, "--as-of", "2026-11-01", "--jobs", "1")
    assert "\x1b" not in said.out
    assert "gone[2J.pdf" in said.out
