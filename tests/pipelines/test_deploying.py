"""What docs/deploy.md and the files for a deployment say is what works."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from cronsim import CronSim

from pipelines.runtime_lock import runtime_lock
from screener.nightly import load_config
from tests.nightly.builders import config_file
from tests.pipelines.three_nights import GOLDENS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
CONTAINER = (ROOT / "pipelines/Containerfile").read_text(encoding="utf-8")


def block(kind: str) -> str:
    [found] = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return found


def test_the_documented_configuration_is_right(tmp_path: Path) -> None:
    path = tmp_path / "nightly.toml"
    path.write_text(block("toml"), encoding="utf-8")
    config = load_config(path)
    assert config.mail
    assert (config.postings[0].id, config.mail.smtp is not None) == ("backend", True)


def test_the_cron_line_means_every_night_and_the_right_command() -> None:
    *fields, user, command = block("cron").strip().split(" ", 6)
    runs = CronSim(" ".join(fields), datetime(2026, 10, 31, 12))
    assert [next(runs) for _ in range(2)] == [datetime(2026, 11, 1, 3, 30), datetime(2026, 11, 2, 3, 30)]
    assert user == "screen"
    [service] = re.findall(r"^ExecStart=(.*)$", (ROOT / "pipelines/systemd/screen-nightly.service").read_text(encoding="utf-8"), re.MULTILINE)
    assert service.removeprefix("/opt/screen/") in command


def test_the_documented_summary_is_that_of_the_second_of_three_nights() -> None:
    summary, _, _ = (GOLDENS / "night-2/summary.txt").read_text(encoding="utf-8").partition("\nExit status")
    assert block("text").strip() == summary.strip()


def test_every_exit_status_is_told() -> None:
    from pipelines import nightly

    table = PAGE[PAGE.index("| exit status |") :]
    told = [int(number) for number in re.findall(r"^\| (\d) \|", table, re.MULTILINE)]
    assert told == [0, 1, 2, nightly.FAILED, nightly.STOPPED, nightly.BUSY]


def test_what_the_containerfile_copies_is_all_that_the_job_needs(tmp_path: Path) -> None:
    last = CONTAINER[CONTAINER.rindex("\nFROM ") :]
    for source, target in re.findall(r"^COPY (\w+) (\w+)$", last, re.MULTILINE):
        shutil.copytree(ROOT / source, tmp_path / "opt" / target, ignore=shutil.ignore_patterns("__pycache__"))
    config = config_file(tmp_path, "one")
    (tmp_path / "inbox/one/ada.txt").write_text("Ada Probe\nPython")
    command = re.findall(r'^ENTRYPOINT \["(.*)"\]$', last, re.MULTILINE)[0].split('", "')
    assert command[0] == "/opt/venv/bin/python"
    done = subprocess.run([sys.executable, *command[1:], "--config", config], cwd=tmp_path / "opt", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "one: 1 file: " in done.stdout


def test_what_the_first_stage_copies_is_there() -> None:
    first = CONTAINER[: CONTAINER.rindex("\nFROM ")]
    sources = [source for line in re.findall(r"^COPY (.*)$", first, re.MULTILINE) for source in line.split()[:-1]]
    assert sources
    assert [source for source in sources if not (ROOT / source).exists()] == []


LOCK = """alpha==1.0 \\
    --hash=sha256:aa
    # via
    #   beta
    #   screen-resumes (pyproject.toml)
beta-two[extra]==2.0 \\
    --hash=sha256:bb
    # via screen-resumes (pyproject.toml)
gamma==3.0 \\
    --hash=sha256:cc \\
    --hash=sha256:dd
    # via Beta.Two
delta==4.0
    # via gamma
tool==5.0
    # via screen-resumes (pyproject.toml)
helper==6.0
    # via tool
"""
PROJECT = """
[project]
dependencies = ["Beta_Two>=1; python_version > '3'"]
[project.optional-dependencies]
more = ["alpha"]
none = ["omega"]
"""


def test_the_lock_of_a_deployment_holds_what_is_needed_with_its_hashes_and_nothing_else() -> None:
    lock = LOCK.replace("beta-two[extra]", "beta-two")
    entries = runtime_lock(lock, PROJECT, [])
    assert re.findall(r"^\S+", entries, re.MULTILINE) == ["beta-two==2.0", "gamma==3.0", "delta==4.0"]
    assert entries.count("--hash=sha256:") == 3
    assert "alpha==1.0" in runtime_lock(lock, PROJECT, ["more"])
    with pytest.raises(KeyError, match="not in the lock: omega"):
        runtime_lock(lock, PROJECT, ["none"])


def test_the_projects_own_lock_leaves_the_tools_of_developers_out() -> None:
    project = '[project]\ndependencies = ["spacy", "pandas", "pdfplumber", "lxml"]'
    found = runtime_lock((ROOT / "requirements.lock").read_text(encoding="utf-8"), project, [])
    names = set(re.findall(r"^([a-z0-9-]+)==", found, re.MULTILINE))
    assert {"spacy", "pandas", "lxml", "thinc", "pdfminer-six"} <= names
    assert not names & {"pytest", "mypy", "ruff", "playwright", "hypothesis", "fpdf2"}
