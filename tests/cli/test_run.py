"""`screen run`: the report, what the screen shows, and the exit status."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.cli.builders import BACKEND, write_pdf
from tests.cli.conftest import Shell

OPTIONS = ("--role", "senior-backend", "--as-of", "2026-11-01", "--jobs", "1")


def rows(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "candidates.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file)}


def test_every_file_gives_one_row_and_what_is_left_aside_is_named(shell: Shell, inbox: Path, tmp_path: Path) -> None:
    said = shell("run", inbox, *OPTIONS, "--out", tmp_path / "out")
    assert said.status == 0
    found = rows(tmp_path / "out")
    assert set(found) == {"mira.pdf", "more/otto.pdf", "broken.pdf"}
    assert found["broken.pdf"]["outcome"] == "unreadable"
    assert found["mira.pdf"]["outcome"] == "meets"
    assert found["more/otto.pdf"]["outcome"] == "does_not_meet"
    assert "3 files" in said.out
    assert "1 meets, 0 review, 1 does_not_meet, 1 unreadable" in said.out
    assert "broken.pdf: " in said.out
    assert "notes.xyz: " in said.out
    assert said.out.splitlines()[-1] == f"Report: {tmp_path / 'out'}"
    assert said.err == ""
    assert json.loads((tmp_path / "out/run.json").read_text())["ignored"][0]["file"] == "notes.xyz"


def test_what_is_printed_fits_80_columns(shell: Shell, inbox: Path) -> None:
    write_pdf(inbox / f"{'long-name-' * 12}.pdf", BACKEND.replace("Mira Testova", "Maximiliana Alexandrina Wilhelmina Testova-Probekova"))
    said = shell("run", inbox, *OPTIONS)
    assert max(map(len, said.out.splitlines())) <= 80


def test_without_out_each_run_gets_a_new_dated_folder_named_on_the_last_line(shell: Shell, inbox: Path) -> None:
    folders = [shell("run", inbox, *OPTIONS).out.splitlines()[-1].removeprefix("Report: ") for _ in range(2)]
    day = date.today().isoformat()
    assert folders == [f"screening/senior-backend-{day}-{number}" for number in (1, 2)]
    assert all((Path(folder) / "run.json").is_file() for folder in folders)


def test_earlier_reports_inside_the_folder_are_not_screened(shell: Shell, inbox: Path) -> None:
    shell("run", inbox, *OPTIONS, "--out", inbox / "report")
    said = shell("run", inbox, *OPTIONS, "--out", inbox / "report")
    assert "3 files" in said.out
    assert "report: the output folder of an earlier run" in said.out


def test_quiet_prints_only_where_the_report_lies(shell: Shell, inbox: Path) -> None:
    said = shell("run", inbox, *OPTIONS, "--quiet", "--out", "out")
    assert (said.out, said.err) == ("Report: out\n", "")


def test_format_picks_the_outputs(shell: Shell, inbox: Path) -> None:
    shell("run", inbox, *OPTIONS, "--format", "jsonl", "--out", "out")
    assert sorted(path.name for path in Path("out").iterdir()) == ["record.jsonl", "results.jsonl", "run.json", "run.log"]


def test_strict_turns_some_unreadable_into_status_3(shell: Shell, inbox: Path) -> None:
    assert shell("run", inbox, *OPTIONS, "--strict").status == 3
    (inbox / "broken.pdf").unlink()
    assert shell("run", inbox, *OPTIONS, "--strict").status == 0


def test_the_same_bytes_whatever_the_number_of_jobs(shell: Shell, inbox: Path) -> None:
    write_pdf(inbox / "copy.pdf", BACKEND)
    for jobs in ("1", "2"):
        shell("run", inbox, "--role", "senior-backend", "--as-of", "2026-11-01", "--jobs", jobs, "--out", f"out{jobs}")
    for name in ("candidates.csv", "findings.csv", "results.jsonl", "run.json"):
        assert Path("out1", name).read_bytes() == Path("out2", name).read_bytes()


def test_files_with_the_same_bytes_are_flagged(shell: Shell, inbox: Path) -> None:
    (inbox / "copy.pdf").write_bytes((inbox / "mira.pdf").read_bytes())
    (inbox / "copy of broken.pdf").write_bytes((inbox / "broken.pdf").read_bytes())
    shell("run", inbox, *OPTIONS, "--out", "out")
    flagged = {name for name, row in rows(Path("out")).items() if "duplicate" in row["flags"].split(";")}
    assert flagged == {"mira.pdf", "copy.pdf", "broken.pdf", "copy of broken.pdf"}


def test_an_empty_folder_gives_an_empty_report(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = shell("run", "empty", *OPTIONS, "--out", "out")
    assert said.status == 0
    assert "0 files" in said.out
    assert rows(Path("out")) == {}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("run", "nowhere", "--role", "senior-backend"), "no file or folder nowhere"),
        (("run", "inbox", "--role", "astronaut"), "astronaut"),
        (("run", "inbox", "--role", "senior-backend", "--format", "pdf"), "no format pdf"),
        (("run", "inbox", "--role", "senior-backend", "--as-of", "2026-02-30"), "2026-02-30"),
        (("run", "inbox", "--role", "senior-backend", "--jobs", "0"), "--jobs"),
        (("run", "inbox", "--role", "senior-backend", "--reader", "eyes"), "--reader"),
        (("run", "inbox", "--role", "senior-backend", "--out", "inbox"), "not empty"),
        (("run", "inbox", "--role", "senior-backend", "--out", "inbox/mira.pdf"), "is a file"),
        (("run", "inbox"), "--role"),
        (("run", "inbox", "--frobnicate"), "--frobnicate"),
        (("frobnicate",), "frobnicate"),
    ],
)
def test_what_cannot_be_carried_out_is_status_2_and_a_sentence(
    shell: Shell, inbox: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    assert inbox.is_dir()
    said = shell(*arguments)
    assert said.status == 2
    assert sentence in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert not Path("screening").exists()


def test_a_mistake_of_the_program_is_status_1_and_tells_nothing_of_its_values(
    shell: Shell, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("Mira Testova's salary")

    monkeypatch.setattr("screener.batch.run_screening", broken)
    said = shell("run", inbox, *OPTIONS)
    assert said.status == 1
    assert "ValueError" in said.err
    assert "run.py" in said.err
    assert "Testova" not in said.err + said.out


def test_a_mistake_in_one_document_costs_its_own_row_only(shell: Shell, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from screener.screening import read_resume

    def broken(path: Path, *rest: object) -> object:
        if path.name == "otto.pdf":
            raise KeyError("Otto Probe's secret")
        return read_resume(path, *rest)  # type: ignore[arg-type] # the same arguments as it was given

    monkeypatch.setattr("screener.batch.worker.read_resume", broken)
    said = shell("run", inbox, *OPTIONS, "--out", "out")
    found = rows(Path("out"))
    assert [name for name, row in found.items() if row["outcome"] == "unreadable"] == ["broken.pdf", "more/otto.pdf"]
    assert "KeyError in test_run.py" in found["more/otto.pdf"]["reason"]
    assert "secret" not in said.out + said.err + Path("out/results.jsonl").read_text()


@pytest.mark.parametrize(
    "name", ["\x1b[2Jclear.pdf", "line\nbreak.pdf", "[red]markup.pdf", "\u202efdp.exe.pdf", "c1\x9b31m.pdf", "-rf.pdf"]
)
def test_no_file_name_reaches_the_terminal_raw(shell: Shell, inbox: Path, name: str) -> None:
    (inbox / name).write_bytes(b"")
    (inbox / f"{name}.xyz").write_bytes(b"nor this")
    said = shell("run", inbox, *OPTIONS)
    assert said.status == 0
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said.out + said.err) is None
    if name.startswith("["):
        assert "[red]markup.pdf: " in said.out


@pytest.mark.parametrize(
    ("environment", "coloured"), [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({}, False)]
)
def test_colours_are_for_terminals_that_want_them(
    shell: Shell, inbox: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", **environment}.items():
        monkeypatch.setenv(name, value)
    said = shell("run", inbox, *OPTIONS, "--format", "csv")
    assert (re.search("\x1b\\[[0-9;]*3[0-9]m", said.out) is not None) is coloured


def test_progress_is_shown_on_a_terminal_and_stays_out_of_the_output(inbox: Path) -> None:
    terminal, end = pty.openpty()
    command = [sys.executable, "-m", "screener.cli", "run", str(inbox), *OPTIONS, "--out", str(inbox.parent / "out")]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=end, env={**os.environ, "TERM": "xterm"}, check=True)
    os.close(end)
    shown = os.read(terminal, 1 << 16)
    os.close(terminal)
    assert b"Reading" in shown
    assert b"\x1b" not in done.stdout


def test_what_libraries_log_about_a_document_does_not_reach_the_screen(inbox: Path) -> None:
    program = """
import logging, sys, warnings
import screener.batch.worker
from screener.cli import main

def talkative(path, parser, reader):
    logging.getLogger("pdfminer").warning("odd word: Testova")
    warnings.warn("odd word: Testova")
    raise ValueError("odd word: Testova")

screener.batch.worker.read_resume = talkative
main()
"""
    command = [sys.executable, "-c", program, "run", str(inbox), *OPTIONS, "--out", str(inbox.parent / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "Testova" not in done.stdout


def test_no_candidate_s_name_reaches_the_terminal_raw(capsys: pytest.CaptureFixture[str]) -> None:
    from screener.batch import Inputs, Run
    from screener.cli.result import print_result
    from screener.report import Report, SummaryRow

    row = SummaryRow("a.pdf", "\x1b]0;owned\x07[bold]Mira[/bold]", "meets", 80, "bachelor", 8.0, "fine")
    print_result(Run(Inputs((), ()), Report((row,), {"meets": 1}, ()), Path("out")), 1.0)
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[bold]" in out


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_a_run_with_a_report_of_what_is_done_and_status_4(inbox: Path, name: str) -> None:
    program = f"""
import os, signal, sys, time
import screener.batch.worker
from screener.cli import main
from screener.screening import read_resume

def slow(path, *rest):
    if path.name == "otto.pdf":
        os.kill(os.getppid(), signal.{name})
        time.sleep(600)
    return read_resume(path, *rest)

screener.batch.worker.read_resume = slow
main()
"""
    command = [sys.executable, "-c", program, "run", str(inbox), *OPTIONS, "--out", str(inbox.parent / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "more were not read" in done.stdout
    assert "stopping" in done.stderr
    record = json.loads((inbox.parent / "out/run.json").read_text())
    assert record["partial"] is True
    assert "more/otto.pdf" not in [file["file"] for file in record["inputs"]]
    assert not list((inbox.parent / "out").glob(".*"))


def test_unchanged_files_are_not_read_again_unless_that_is_asked_for(
    shell: Shell, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise AssertionError

    shell("run", inbox, *OPTIONS, "--format", "csv", "--out", "first")
    monkeypatch.setattr("screener.batch.worker.read_resume", broken)
    for options, same in (((), True), (("--rehash",), True), (("--no-cache",), False), (("--cache", "other"), False)):
        shell("run", inbox, *OPTIONS, "--format", "csv", "--out", "second", *options)
        assert (rows(Path("first")) == rows(Path("second"))) is same


def test_a_cache_folder_that_cannot_be_used_is_refused_when_it_was_named_and_done_without_when_not(
    shell: Shell, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("precious").write_text("not a folder")
    said = shell("run", inbox, *OPTIONS, "--cache", "precious")
    assert (said.status, said.out) == (2, "")
    assert "--no-cache" in said.err
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path("precious").absolute()))
    said = shell("run", inbox, *OPTIONS)
    assert said.status == 0
    assert "does without" in said.err
