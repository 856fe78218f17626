"""What verifying finds, and that it finds nothing where all is well."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from screener.batch import Options, run_roles
from screener.errors import UsageError
from screener.records import LOG_NAME, add_event, read_log, seal, verify_run
from screener.report import write_run_log
from screener.rules import load_role
from tests.records.builders import ADA, NOW, written


def test_a_run_as_it_was_written_belongs_together(tmp_path: Path) -> None:
    found = verify_run(written(tmp_path / "run"))
    assert (found.problems, found.outputs, found.events) == ((), 6, 1)


def test_the_same_run_at_another_time_has_the_same_first_line(tmp_path: Path) -> None:
    first, second = written(tmp_path / "first"), written(tmp_path / "second")
    write_run_log(second, ["jobs: 8"])
    (second / LOG_NAME).unlink()
    seal(second, NOW + timedelta(hours=3), keep_until=None)
    assert (first / LOG_NAME).read_bytes() == (second / LOG_NAME).read_bytes()


def test_more_lines_in_the_log_change_nothing(tmp_path: Path) -> None:
    head = verify_run(written(tmp_path / "run")).head
    add_event(tmp_path / "run", "decided", NOW, person=ADA)
    assert verify_run(tmp_path / "run", head=head).problems == ()


@pytest.mark.parametrize(
    "name", ["candidates.csv", "candidates.xlsx", "report.html", "results.jsonl", "run.json", "findings.csv"]
)
def test_an_output_with_one_byte_more_shows(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "run") / name
    path.write_bytes(path.read_bytes() + b" ")
    assert f"{name}: it was changed after it was written." in verify_run(tmp_path / "run").problems


def test_an_output_that_is_gone_or_new_shows(tmp_path: Path) -> None:
    (written(tmp_path / "run") / "findings.csv").unlink()
    (tmp_path / "run" / "extra.csv").write_text("x")
    assert verify_run(tmp_path / "run").problems == ("extra.csv: it was not there when the run was written.", "findings.csv: it is gone.")


def test_results_of_other_files_than_run_json_tells_show(tmp_path: Path) -> None:
    folder = written(tmp_path / "run")
    record = json.loads((folder / "run.json").read_bytes())
    record["inputs"][0]["sha256"] = "00" * 32
    (folder / "run.json").write_text(json.dumps(record))
    assert "results.jsonl and run.json do not tell of the same files." in verify_run(folder).problems


def test_a_log_cut_off_shows_against_a_hash_noted_before(tmp_path: Path) -> None:
    folder = written(tmp_path / "run")
    add_event(folder, "decided", NOW, person=ADA)
    head = read_log(folder).head
    lines = (folder / LOG_NAME).read_bytes().splitlines(keepends=True)
    (folder / LOG_NAME).write_bytes(lines[0])
    assert verify_run(folder).problems == ()
    assert "lines were cut off" in verify_run(folder, head=head).problems[0]


def test_a_run_without_a_log_is_told(tmp_path: Path) -> None:
    (written(tmp_path / "run") / LOG_NAME).unlink()
    assert LOG_NAME in verify_run(tmp_path / "run").problems[0]


def test_inputs_are_found_by_their_bytes_whatever_their_name(tmp_path: Path) -> None:
    folder, inbox = written(tmp_path / "run"), tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "renamed.pdf").write_bytes(b"bytes")
    record = json.loads((folder / "run.json").read_bytes())
    record["inputs"] = [{"file": "ada.pdf", "sha256": hashlib.sha256(b"bytes").hexdigest()}, {"file": "gone.pdf", "sha256": "00" * 32}]
    (folder / "run.json").write_text(json.dumps(record))
    found = verify_run(folder, [inbox])
    assert found.inputs == 2
    assert [problem for problem in found.problems if "among the inputs" in problem] == ["gone.pdf: no file among the inputs has its bytes."]
    with pytest.raises(UsageError, match="no file or folder"):
        verify_run(folder, [tmp_path / "nowhere"])


def test_of_a_run_of_several_roles_every_role_is_compared(tmp_path: Path) -> None:
    (tmp_path / "ada.txt").write_text("Ada Sample\nEXPERIENCE\nDeveloper, Old Mill Inc\t2018 - 2020\n• Built services in Java\nEDUCATION\nBSc\n")
    options = [Options(load_role(name), as_of=date(2026, 11, 1)) for name in ("senior-backend", "full-stack")]
    folder = run_roles([tmp_path / "ada.txt"], options, tmp_path / "run", formats=["csv"]).folder
    for part in (folder, folder / "senior-backend", folder / "full-stack"):
        seal(part, NOW, keep_until=None)
    assert verify_run(folder).problems == ()
    findings = folder / "full-stack" / "findings.csv"
    findings.write_bytes(findings.read_bytes() + b" ")
    assert verify_run(folder).problems == ("full-stack/findings.csv: it was changed after it was written.",)
