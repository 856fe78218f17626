"""`screen run --pages`: pictures beside report.html."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell


@pytest.mark.parametrize(("choice", "pictures"), [((), 2), (("--pages", "none"), 0), (("--pages", "evidence"), 2), (("--pages", "all"), 2)])
def test_pages_decides_which_pictures_are_made(shell: Shell, inbox: Path, tmp_path: Path, choice: tuple[str, ...], pictures: int) -> None:
    said = shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "out", "--quiet", *choice)
    assert said.status == 0, said.err
    made = [path.suffix for path in (tmp_path / "out").glob("pages/*")]
    assert made == [".png"] * pictures
    assert (tmp_path / "out" / "report.html").is_file()


def test_no_pictures_are_made_when_no_page_is_wanted(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    shell("run", inbox, "--role", "senior-backend", "--out", "out", "--quiet", "--format", "csv", "--pages", "all")
    assert not (tmp_path / "out" / "pages").exists()


def test_an_unknown_choice_is_refused(shell: Shell, inbox: Path) -> None:
    assert shell("run", inbox, "--role", "senior-backend", "--pages", "some").status == 2


def test_the_page_and_its_pictures_are_the_same_bytes_whatever_the_number_of_jobs(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--out", f"out{jobs}", "--jobs", jobs, "--format", "html", "--quiet")
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / f"out{jobs}").rglob("*") if path.suffix in (".html", ".png")} for jobs in "12")
    assert one == two
    assert len(one) == 3
