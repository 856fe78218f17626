"""JSON Resume: valid against its published schema, whatever the résumé holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screener.decision import Screening
from screener.report import prepare_output_folder, write_report
from screener.report.json_resume import json_resume
from screener.resume import (
    Certificate,
    Contact,
    DateRange,
    Degree,
    OtherSkill,
    PartialDate,
    Position,
    Qualifications,
    Skill,
    SkillMention,
    SpokenLanguage,
)
from tests.report.builders import RUN, screening, span, unreadable

SCHEMA = json.loads((Path(__file__).parent / "json_resume_schema" / "schema.json").read_bytes())
VALID = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
DATES = DateRange(span("03/2019 – 2021"), PartialDate(2019, 3), PartialDate(2021))


def person(**facts: Any) -> Screening:
    base = screening()
    assert base.resume
    return replace(base, resume=replace(base.resume, qualifications=Qualifications(**facts)))


FULL = person(
    positions=(
        Position(
            span("Engineer, Example Works\nBuilt APIs"),
            span("Engineer, Example Works"),
            "job",
            span("Engineer"),
            span("Example Works"),
            DATES,
        ),
        Position(span("Coach"), span("Coach"), "volunteer", dates=DateRange(span("since 2020"), PartialDate(2020), current=True)),
        Position(span("Toy compiler"), span("Toy compiler"), "project", dates=replace(DATES, problem="reversed")),
    ),
    degrees=(Degree(span("BSc"), span("BSc Physics"), "bachelor", "held", span("Physics"), (), span("Example University"), DATES),),
    skills=(Skill("python", (SkillMention(span("Python"), span("Python, Go"), "skills", "held"),)), Skill("java", ())),
    languages=(SpokenLanguage(span("German"), span("German C1"), "de", "C1", "C1"),),
    certificates=(Certificate(span("CKA, 2021")),),
)


def test_facts_stand_in_their_places() -> None:
    document = json_resume(FULL)
    VALID.validate(document)
    assert document["basics"] == {"name": "Ada Beispiel", "email": "ada@example.org", "phone": "+44 20 7946 0000"}
    assert document["work"] == [
        {"name": "Example Works", "position": "Engineer", "startDate": "2019-03", "endDate": "2021", "summary": "Built APIs"}
    ]
    assert document["volunteer"] == [{"position": "Coach", "startDate": "2020"}]
    assert document["projects"] == [{"name": "Toy compiler"}]
    assert document["education"] == [
        {"institution": "Example University", "area": "Physics", "studyType": "bachelor", "startDate": "2019-03", "endDate": "2021"}
    ]
    assert document["skills"] == [{"name": "Python", "keywords": ["Python"]}]
    assert document["languages"] == [{"language": "German", "fluency": "C1"}]
    assert document["certificates"] == [{"name": "CKA, 2021"}]


def test_the_schema_refuses_what_is_wrong() -> None:
    document = json_resume(FULL)
    document["work"][0]["startDate"] = "March 2019"
    assert not VALID.is_valid(document)


@given(st.integers(-5, 12_000), st.none() | st.integers(1, 12), st.text(max_size=30), st.text(max_size=30))
def test_anything_that_can_be_read_gives_a_valid_document(year: int, month: int | None, text: str, email: str) -> None:
    dates = DateRange(span(text), PartialDate(year, month), PartialDate(year, month))
    base = person(
        positions=(Position(span(text), span(text), "job", dates=dates),),
        degrees=(Degree(span(text), span(text), "none", "held", dates=dates),),
    )
    assert base.resume
    VALID.validate(json_resume(replace(base, resume=replace(base.resume, contact=Contact(span(text), (span(email),), (span(text),))))))


def test_each_readable_person_has_a_file_named_by_its_bytes(tmp_path: Path) -> None:
    twin = replace(FULL, file="twin.pdf")
    folder = prepare_output_folder(tmp_path / "run")
    write_report([FULL, twin, unreadable()], RUN, folder, ["json-resume"])
    assert sorted(path.name for path in (folder / "json-resume").iterdir()) == [f"{'ab' * 32}-2.json", f"{'ab' * 32}.json"]
    for path in (folder / "json-resume").iterdir():
        VALID.validate(json.loads(path.read_bytes()))
        assert path.stat().st_mode & 0o777 == 0o600
    assert not (folder / "results.jsonl").exists()
    write_report([FULL], RUN, folder, ["csv"])
    assert not (folder / "json-resume").exists()


@pytest.mark.parametrize("kind", ["job", "internship", "volunteer", "project"])
def test_positions_of_every_kind_are_valid(kind: Any) -> None:
    VALID.validate(json_resume(person(positions=(Position(span("a"), span("a"), kind, span("t"), span("e"), DATES),))))


def test_what_is_listed_and_not_known_is_one_skill_called_other() -> None:
    base = screening()
    assert base.resume
    listed = replace(base, resume=replace(base.resume, other_skills=(OtherSkill(span("Quib\nWatch"), span("Python, Quib")),)))
    told = json_resume(listed)
    assert told["skills"][-1] == {"name": "Other", "keywords": ["Quib Watch"]}
    assert not list(VALID.iter_errors(told))
