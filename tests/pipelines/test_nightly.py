"""The nightly job as it is started: arguments, exit status, what is printed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.nightly import main
from tests.cli.builders import BACKEND, BAKER, write_pdf
from tests.nightly.builders import files_in

ROOT = Path(__file__).parents[2]

CONFIG = """
state = "state"
retention = 30
jobs = 1
ocr = "off"
settle = { age = 0, watch = 0 }

[[posting]]
id = "one"
role = "senior-backend"
inbox = "one"
outbox = "out/one"

[[posting]]
id = "two"
role = "senior-backend"
inbox = "two"
outbox = "out/two"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    write_pdf(tmp_path / "one/mira.pdf", BACKEND)
    write_pdf(tmp_path / "two/otto.pdf", BAKER)
    path = tmp_path / "nightly.toml"
    path.write_text(CONFIG)
    return path


def nightly(config: Path, *arguments: str) -> int:
    return main(["--config", str(config), *arguments])


def test_each_posting_gets_a_report_of_the_day(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nightly(config) == 0
    for posting, name in (("one", "mira.pdf"), ("two", "otto.pdf")):
        [report] = (config.parent / "out" / posting).glob("20??-??-??/candidates.csv")
        assert name in report.read_text(encoding="utf-8-sig")
        assert (config.parent / "out" / posting / "latest").resolve() == report.parent
    out = capsys.readouterr().out
    assert "one: 1 file: 1 meets" in out
    assert "two: 1 file: 1 does_not_meet" in out


def test_the_day_can_be_named(config: Path) -> None:
    assert nightly(config, "--as-of", "2026-11-01") == 0
    assert (config.parent / "out/one/latest").readlink() == Path("2026-11-01")


def test_a_second_run_on_a_day_with_other_files_gets_a_folder_of_its_own(config: Path) -> None:
    assert nightly(config, "--as-of", "2026-11-01") == 0
    write_pdf(config.parent / "one/otto.pdf", BAKER)
    assert nightly(config, "--as-of", "2026-11-01") == 0
    assert sorted(path.name for path in (config.parent / "out/one").iterdir()) == ["2026-11-01", "2026-11-01-2", "latest"]
    assert (config.parent / "out/one/latest").readlink() == Path("2026-11-01-2")
    assert [path.name for path in (config.parent / "out/two").glob("2026*")] == ["2026-11-01"]


def test_a_posting_that_fails_does_not_stop_the_others(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(CONFIG.replace('inbox = "one"', 'inbox = "nowhere"'))
    assert nightly(config) == 3
    out = capsys.readouterr().out
    assert "one: FAILED\n  There is no file or folder" in out
    assert "two: 1 file: 1 does_not_meet" in out


def test_a_wrong_configuration_does_nothing_and_is_status_2(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(CONFIG.replace("inbox", "imbox").replace("jobs = 1", "jobs = 0"))
    before = files_in(config.parent)
    assert nightly(config) == 2
    error = capsys.readouterr().err
    assert 'posting[0].imbox (one): no such key here; did you mean "inbox"?' in error
    assert "jobs: a whole number from 1 to 256 is needed, not 0" in error
    assert files_in(config.parent) == before


def test_a_configuration_that_is_not_there_is_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert nightly(tmp_path / "none.toml") == 2
    assert "none.toml cannot be read: No such file or directory." in capsys.readouterr().err


def test_a_mistake_of_the_program_is_told_without_its_words(config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("Mira Testova, 1984")

    monkeypatch.setattr("pipelines.nightly.run_night", fail)
    assert nightly(config) == 1
    said = capsys.readouterr()
    assert "nightly: a mistake of the program (ValueError)" in said.err
    assert "Mira" not in said.out + said.err


def test_a_terminal_that_knows_no_accents_stops_nothing(config: Path) -> None:
    write_pdf(config.parent / "one/zoë.pdf", BACKEND)
    assert nightly(config, "--as-of", "2026-11-01") == 0
    (config.parent / "one/zoë.pdf").rename(config.parent / "one/zoë\u202e.pdf")
    command = [sys.executable, "-m", "pipelines.nightly", "--config", str(config), "--as-of", "2026-11-02"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"    zo\\xeb.pdf, was zo\\xeb.pdf: meets" in done.stdout


def test_a_rehearsal_writes_nothing(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_in(config.parent)
    assert nightly(config, "--dry-run") == 0
    assert files_in(config.parent) == before
    assert "one: would screen 1 files for senior-backend, version" in capsys.readouterr().out


def test_a_rehearsal_tells_what_would_fail(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(CONFIG.replace('role = "senior-backend"', 'role = "senior-backed"', 1))
    assert nightly(config, "--dry-run") == 3
    assert 'did you mean "senior-backend"?' in capsys.readouterr().out


def test_the_configuration_beside_the_program_names_a_role_and_an_inbox_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.nightly.pause", lambda *_, **__: None)
    assert main(["--dry-run"]) == 0
