"""The nightly job: each posting's inbox into a report folder named for the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.nightly import main
from tests.cli.builders import BACKEND, BAKER, write_pdf

CONFIG = """
jobs = 1
[[posting]]
role = "senior-backend"
inbox = "one"
outbox = "out/one"

[[posting]]
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


def test_each_posting_gets_a_report_of_the_day(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(config)]) == 0
    for posting, name in (("one", "mira.pdf"), ("two", "otto.pdf")):
        [report] = (config.parent / "out" / posting).glob("20??-??-??/candidates.csv")
        assert name in report.read_text(encoding="utf-8-sig")
    out = capsys.readouterr().out
    assert "senior-backend: 1 meets: " in out
    assert "senior-backend: 1 does_not_meet: " in out


def test_a_second_run_on_the_same_day_replaces_the_report(config: Path) -> None:
    assert main(["--config", str(config)]) == 0
    (config.parent / "one/mira.pdf").unlink()
    assert main(["--config", str(config)]) == 0
    [report] = (config.parent / "out/one").glob("20??-??-??/candidates.csv")
    assert "mira.pdf" not in report.read_text(encoding="utf-8-sig")


def test_a_posting_that_fails_does_not_stop_the_others(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(CONFIG.replace('inbox = "one"', 'inbox = "nowhere"'))
    assert main(["--config", str(config)]) == 2
    said = capsys.readouterr()
    assert "nowhere" in said.err
    assert "senior-backend: 1 does_not_meet: " in said.out


def test_the_configuration_beside_the_program_names_a_role_that_exists() -> None:
    import tomllib

    from pipelines import nightly
    from screener.rules import load_role

    postings = tomllib.loads(Path(nightly.__file__).with_suffix(".toml").read_text())["posting"]
    assert [load_role(posting["role"]).id for posting in postings] == [posting["role"] for posting in postings]
