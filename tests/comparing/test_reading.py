"""An earlier run read back."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.comparing import is_run, read_results, read_run
from screener.comparing.reading import RESULTS_NAME
from screener.decision import Screening
from screener.errors import UsageError
from screener.report.jsonl import json_line
from screener.report.reading import screening_of_line
from screener.resume import DateRange, Degree, PartialDate, Position, Qualifications, Skill, SkillMention, Work
from screener.screening import judge
from tests.comparing.builders import judged, written
from tests.report.builders import span, unreadable
from tests.rules.builders import AS_OF

DATES = DateRange(span("2015 - 2018"), PartialDate(2015), PartialDate(2018, 3))
FULL = Qualifications(
    degrees=(Degree(span("BSc"), span("BSc, 2014"), "bachelor", "held", span("Physics"), ("physics",), None, DATES),),
    positions=(Position(span("all"), span("Baker"), "job", span("Baker"), None, DATES, (Work("backend", "clear", "title", span("x")),)),),
    skills=(Skill("python", (SkillMention(span("Python"), span("Python, Go"), "skills", "held", 0, ""),)),),
    document_date=AS_OF,
)


def test_what_was_written_is_read_back_whole(tmp_path: Path) -> None:
    people = [judged("a.pdf"), judged("b.pdf", "unclear"), unreadable("c.pdf")]
    assert read_results(written(tmp_path / "run", *people) / RESULTS_NAME) == people


def test_facts_of_every_kind_are_read_back() -> None:
    assert msgspec.convert(json.loads(json_line(FULL)), Qualifications) == FULL


@given(st.integers(1, 9999), st.none() | st.integers(1, 12), st.text(max_size=20))
def test_any_value_survives(year: int, month: int | None, text: str) -> None:
    value = DateRange(span(text), PartialDate(year, month), problem=text)
    assert msgspec.convert(json.loads(json_line(value)), DateRange) == value


def test_a_fact_that_an_earlier_version_did_not_know_has_its_default() -> None:
    assert screening_of_line(b'{"file":"a.pdf","sha256":"00","outcome":"unreadable"}') == Screening("a.pdf", "00")


def test_people_of_an_earlier_run_can_be_judged_anew(tmp_path: Path) -> None:
    from screener.rules import load_role

    [person] = read_results(written(tmp_path / "run", judged()) / RESULTS_NAME)
    assert person.resume
    assert judge(person.resume, load_role("senior-backend"), as_of=AS_OF).outcome == "review"


def test_a_folder_without_a_run_is_told(tmp_path: Path) -> None:
    assert not is_run(tmp_path)
    with pytest.raises(UsageError, match=r"no run\.json"):
        read_run(tmp_path)


def test_a_run_without_its_results_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "run", judged())
    (folder / RESULTS_NAME).unlink()
    with pytest.raises(UsageError, match=r"no results\.jsonl.*--format jsonl"):
        read_run(folder)


@pytest.mark.parametrize(
    "damage", [b"{", b"[]\n", b'{"file": 1}\n', b'{"file": "a", "sha256": "b", "decision": {"outcome": 3}}\n', b"\xff"]
)
def test_damaged_results_are_refused_in_one_sentence(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / RESULTS_NAME
    path.write_bytes(damage)
    with pytest.raises(UsageError, match=r"cannot|can be understood"):
        read_results(path)
