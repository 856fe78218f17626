"""A blind run: every output, and all that the command says, is searched for every known identifier."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from screener.report.blind.folded import flat
from tests.cli.builders import write_pdf
from tests.cli.conftest import Said, Shell
from tests.records.builders import everything_in

RESUME = """Mira Testova
mira.testova@example.org | Lindenstrasse 14, 04109 Leipzig
+49 341 5550 123 | github.com/mtestova

Summary
Mira is a backend engineer with 9 years of experience. She is a Slovak citizen, married, 2 children.

Experience
Senior Softwareentwicklerin, Example Works GmbH, Leipzig
01/2015 - 12/2022
Chairwoman of the works council; worked from home in Leipzig
Built REST APIs in Python with Django and PostgreSQL; Ms Testova ran services in Docker with CI/CD and Git

Education
BSc Computer Science, Brightwater University, 2005 - 2009
Class of 2009, Abitur 2004

Personal
Date of birth: 4 May 1988
Nationality: Slovak
Gender: female

References
Otto Probe, otto.probe@example.com, 0561 555 0171"""

IDENTIFIERS = (
    "Mira", "Testova", "mtestova", "mira.testova@example.org", "+49 341 5550 123", "5550", "Lindenstrasse", "04109", "Leipzig", "She", "Slovak",
    "female", "2005", "2009", "1988", "4 May", "otto.probe", "555 0171", "Bewerbung", "Nora", "secret", "inbox",
    "Softwareentwicklerin", "Chairwoman", "married", "2 children", "2004", "Class of",
)  # fmt: skip


EVERY_FORMAT = "csv,xlsx,html,jsonl,parquet,json-resume"
MANY = ("--role", "senior-backend", "--role", "data-engineer", "--as-of", "2026-11-01", "--blind")


@pytest.fixture
def said(shell: Shell, tmp_path: Path) -> Said:
    write_pdf(tmp_path / "inbox/Bewerbung Mira Testova.pdf", RESUME)
    write_pdf(tmp_path / "inbox/copy of Testova.pdf", RESUME.replace("9 years", "10 years"))
    (tmp_path / "inbox/Nora locked.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (tmp_path / "inbox/Nora secret.xyz").write_text("not a résumé")
    return shell("run", "inbox", "--role", "senior-backend", "--as-of", "2026-11-01", "--blind", "--out", "run", "--format", EVERY_FORMAT)


def found_in(text: str, identifiers: tuple[str, ...]) -> list[str]:
    # Line ends and tabs as JSON writes them: without this, a word behind one would look like a part of a longer one.
    even = re.sub(r"\\[nt]", " ", flat(text))
    return [word for word in identifiers if re.search(rf"(?<!\w){re.escape(flat(word))}(?!\w)", even)]


def test_no_identifier_stands_in_any_output_or_on_the_screen(said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    shown = everything_in(tmp_path / "run")
    assert found_in(shown, IDENTIFIERS) == []
    assert "Ms" not in (tmp_path / "run/results.jsonl").read_text()
    assert found_in(said.out + said.err, IDENTIFIERS) == []


def test_the_same_words_are_found_where_nothing_is_blind(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    shell("run", "inbox", "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "open")
    assert found_in(everything_in(tmp_path / "open"), IDENTIFIERS) == list(IDENTIFIERS)


def test_verdicts_are_those_of_an_open_run(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    shell("run", "inbox", "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "open", "--format", "jsonl")
    outcomes = [
        sorted(
            (row["outcome"], (row["decision"] or {}).get("score")) for row in map(json.loads, (tmp_path / name / "results.jsonl").open())
        )
        for name in ("run", "open")
    ]
    assert outcomes[0] == outcomes[1]


def test_two_blind_runs_are_equal(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    shell("run", "inbox", "--role", "senior-backend", "--as-of", "2026-11-01", "--blind", "--out", "again", "--jobs", "2")
    for name in ("candidates.csv", "results.jsonl", "report.html", "run.json"):
        assert (tmp_path / "run" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_pages_are_drawn_anew(said: Said, tmp_path: Path) -> None:
    from PIL import Image

    assert said.status == 0
    [first, *_] = sorted((tmp_path / "run/pages").iterdir())
    with Image.open(first) as image:
        assert image.mode == "L"


def test_who_is_who_is_told_against_a_line_in_the_log(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    key = tmp_path / "run.key.json"
    assert key.stat().st_mode & 0o777 == 0o600
    entry = next(each for each in json.loads(key.read_bytes()) if "copy" in each["file"])
    told = shell("reveal", "run", entry["id"], "--by", "Rita Recruiter")
    assert told.out == f"{entry['id']}: Mira Testova (copy of Testova.pdf)\n"
    event = json.loads((tmp_path / "run/record.jsonl").read_text().splitlines()[-1])
    assert (event["event"], event["id"], event["person"], event["by"]) == ("revealed", entry["id"], entry["sha256"], "Rita Recruiter")
    assert shell("verify", "run").status == 0


def test_nobody_is_revealed_when_one_of_the_pseudonyms_is_wrong(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    entry = json.loads((tmp_path / "run.key.json").read_bytes())[0]
    told = shell("reveal", "run", entry["id"], "nobody")
    assert (told.status, told.out) == (2, "")
    assert len((tmp_path / "run/record.jsonl").read_text().splitlines()) == 1


def test_somebody_forgotten_is_gone_from_the_key_and_a_purge_takes_the_key(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    shell("forget", "inbox/copy of Testova.pdf", "run")
    assert "copy of" not in (tmp_path / "run.key.json").read_text()
    assert shell("verify", "run").status == 0
    shell("run", "inbox", "--role", "senior-backend", "--blind", "--out", "run", "--keep-until", "2020-01-01", "--quiet")
    shell("purge", "run")
    assert not (tmp_path / "run.key.json").exists()


def test_several_roles_are_as_blind_as_one(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    told = shell("run", "inbox", *MANY, "--out", "many", "--format", EVERY_FORMAT)
    assert told.status == 0
    assert found_in(everything_in(tmp_path / "many"), IDENTIFIERS) == []
    assert found_in(told.out + told.err, IDENTIFIERS) == []
    rows = [json.loads(line) for line in (tmp_path / "many/matrix.jsonl").open()]
    assert {row["candidate"] for row in rows if row["candidate"]} == {f"Candidate {each['id']}" for each in key(tmp_path / "many") if each["candidate"]}
    assert (tmp_path / "many/senior-backend/results.jsonl").read_bytes() == (tmp_path / "run/results.jsonl").read_bytes()
    assert sorted(path.name for path in tmp_path.glob("*.key.json")) == ["many.key.json", "run.key.json"]


def test_who_is_who_in_the_report_of_one_role_stands_in_the_key_of_all(shell: Shell, said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    shell("run", "inbox", *MANY, "--out", "many")
    entry = next(each for each in key(tmp_path / "many") if "copy" in each["file"])
    assert shell("reveal", "many/data-engineer", entry["id"]).out == f"{entry['id']}: Mira Testova (copy of Testova.pdf)\n"
    assert shell("reveal", "many", entry["id"]).status == 0
    assert shell("verify", "many").status == shell("verify", "many/data-engineer").status == 0
    shell("forget", "inbox/copy of Testova.pdf", "many")
    assert "copy of" not in (tmp_path / "many.key.json").read_text()
    assert entry["id"] not in everything_in(tmp_path / "many").replace(f'"id": "{entry["id"]}"', "")


def test_nothing_says_that_a_pseudonym_stands_in_the_document(said: Said, tmp_path: Path) -> None:
    assert said.status == 0
    rows = [json.loads(line) for line in (tmp_path / "run/results.jsonl").open()]
    read = [row for row in rows if row["resume"]]
    assert [row["resume"]["contact"] for row in read] == [{"name": None, "emails": [], "phones": []}] * len(read)
    assert all(row["pseudonym"].startswith("Candidate ") for row in read)


def key(run: Path) -> list[dict[str, str]]:
    return json.loads(run.with_name(f"{run.name}.key.json").read_bytes())  # type: ignore[no-any-return] # a list of entries
