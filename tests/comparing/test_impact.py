"""What a role does to people, and what a step looser or tighter would change."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.comparing import Impact, as_bars, as_svg, impact_of
from screener.comparing.impact import RequirementImpact
from screener.comparing.steps import steps_of
from screener.decision import Screening
from screener.document import Document, DocumentFacts
from screener.resume import DateRange, PartialDate, Position, Qualifications, Resume, Work
from screener.rules import Role, load_role, parse_role, shipped_roles
from screener.screening import judge
from tests.report.builders import span, unreadable
from tests.rules.builders import AS_OF

ROLE = parse_role(
    b"""
    id = "post"
    version = 3
    title = "Post <&>"
    [[requirement]]
    id = "experience"
    importance = "required"
    kind = "years"
    minimum = 5
    of = ["backend"]
    margin = 0.5
    [[requirement]]
    id = "python"
    importance = "preferred"
    kind = "skills"
    any_of = ["python"]
    [[requirement]]
    id = "teamwork"
    kind = "note"
    phrases = "teamwork"
    """,
    "post.toml",
)


def person(file: str, months: int) -> Screening:
    """Somebody with so many months of backend work, up to the end of 2023."""
    first = 2024 * 12 - months
    dates = DateRange(span("dates"), PartialDate(first // 12, first % 12 + 1), PartialDate(2023, 12))
    job = Position(
        span("job"),
        span("Backend Engineer"),
        "job",
        span("Backend Engineer"),
        None,
        dates,
        (Work("backend", "clear", "title", span("Backend")),),
    )
    return Screening(file, "00" * 32, Resume(Document("", (), DocumentFacts("pdf")), Qualifications(positions=(job,))))


PEOPLE = [
    person("seven.pdf", 84),
    person("five.pdf", 60),
    person("near.pdf", 57),
    person("four.pdf", 50),
    person("two.pdf", 24),
    unreadable(),
]


def impact(against: Role | None = None) -> Impact:
    return impact_of(PEOPLE, ROLE, as_of=AS_OF, against=against)


def requirement(name: str) -> RequirementImpact:
    return next(each for each in impact().requirements if each.id == name)


def moves(name: str, change: str) -> set[tuple[str, str, str]]:
    [step] = [each for each in impact().steps if (each.requirement, each.change) == (name, change)]
    return {(move.file, move.before, move.after) for move in step.moves}


def test_people_are_counted_by_outcome_and_verdict() -> None:
    result = impact()
    assert (result.people, result.unreadable) == (5, 1)
    assert result.outcomes == {"meets": 2, "review": 1, "does_not_meet": 2}
    experience = requirement("experience")
    assert (experience.met, experience.unclear, experience.not_met) == (2, 1, 2)


def test_whom_a_requirement_alone_removes_holds_back_or_spares() -> None:
    experience = requirement("experience")
    assert experience.removes == ("four.pdf", "two.pdf")
    assert experience.holds_back == ("near.pdf",)
    assert experience.within_margin == ("near.pdf",)
    assert requirement("python").removes == ()


@pytest.mark.parametrize(
    ("change", "moved"),
    [
        ("4 years instead of 5 years", {("near.pdf", "review", "meets"), ("four.pdf", "does_not_meet", "meets")}),
        ("6 years instead of 5 years", {("five.pdf", "meets", "does_not_meet"), ("near.pdf", "review", "does_not_meet")}),
        (
            "preferred instead of required",
            {("near.pdf", "review", "meets"), ("four.pdf", "does_not_meet", "meets"), ("two.pdf", "does_not_meet", "meets")},
        ),
    ],
)
def test_a_step_looser_or_tighter(change: str, moved: set[tuple[str, str, str]]) -> None:
    assert moves("experience", change) == moved


def test_the_role_in_place_of_another() -> None:
    experience = ROLE.requirements[0]
    easier = replace(ROLE, id="easier", requirements=(replace(experience, minimum=2.0), *ROLE.requirements[1:]))  # type: ignore[call-arg] # years
    replaced = impact(easier).replacement
    assert replaced is not None
    assert replaced.outcomes == {"meets": 5, "review": 0, "does_not_meet": 0}
    assert {(move.file, move.before, move.after) for move in replaced.moves} == {
        ("near.pdf", "meets", "review"), ("four.pdf", "meets", "does_not_meet"), ("two.pdf", "meets", "does_not_meet"),
    }  # fmt: skip


def test_nothing_moves_against_the_role_itself() -> None:
    replaced = impact(ROLE).replacement
    assert replaced is not None
    assert replaced.moves == ()


@pytest.mark.parametrize("name", shipped_roles())
def test_every_step_of_every_shipped_role_is_a_judgement_of_its_own(name: str) -> None:
    """Each step judged by itself gives what the one pass over all of them gave."""
    role = load_role(name)
    result = impact_of(PEOPLE, role, as_of=AS_OF)
    steps = [(index, step) for index, each in enumerate(role.requirements) for step in steps_of(each)]
    assert [step.change for step in result.steps] == [step.change for _, step in steps]
    for got, (index, step) in zip(result.steps, steps, strict=True):
        changed = replace(role, requirements=(*role.requirements[:index], step.requirement, *role.requirements[index + 1 :]))
        outcomes = {
            each.file: (judge(each.resume, role, as_of=AS_OF).outcome, judge(each.resume, changed, as_of=AS_OF).outcome)
            for each in PEOPLE
            if each.resume
        }
        assert {(move.file, move.before, move.after) for move in got.moves} == {
            (file, *pair) for file, pair in outcomes.items() if pair[0] != pair[1]
        }


def test_looser_never_lowers_and_tighter_never_raises() -> None:
    order = ["does_not_meet", "review", "meets"]
    for step in impact().steps:
        for move in step.moves:
            assert (order.index(move.after) > order.index(move.before)) == (step.direction == "looser")


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400), st.integers(1, 60))
def test_a_bar_is_as_wide_as_it_should_be(met: int, unclear: int, not_met: int, width: int) -> None:
    each = RequirementImpact("x", "x", "required", met, unclear, not_met, 0, (), (), ())
    drawn = sum(len(characters) for _, characters in as_bars(each, width))
    assert drawn == (width if met + unclear + not_met else 0)


def test_the_chart_is_wellformed_and_holds_nothing_that_runs() -> None:
    root = ElementTree.fromstring(as_svg(impact()))
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert kinds <= {"svg", "title", "rect", "text"}
    assert any("Post <&>" in (element.text or "") for element in root.iter())
    assert not any(name.startswith("on") or name == "href" for element in root.iter() for name in element.attrib)


def test_nobody_gives_an_empty_picture_and_no_error() -> None:
    empty = impact_of([], ROLE, as_of=AS_OF)
    assert empty.people == 0
    ElementTree.fromstring(as_svg(empty))
