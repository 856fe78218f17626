"""A run and groups to tables."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest

from screener.auditing import Audit, Table, audit_run
from screener.auditing.people import JudgedPerson
from screener.errors import UsageError
from tests.auditing.builders import DAY, groups, people, run

BOTH = ("sex", "race_ethnicity")


def table(audit: Audit, kind: str, *attributes: str) -> Table:
    [found] = [each for each in audit.tables if each.measure.kind == kind and each.attributes == attributes]
    return found


def figures(found: Table) -> dict[tuple[str, ...], tuple[int, int]]:
    return {rate.category: (rate.people, rate.selected) for rate in found.rates}


def test_outcomes_are_counted_by_each_attribute_and_by_both_together() -> None:
    everyone = people(["meets", "review", "does_not_meet", "meets"])
    said = {"p0.pdf": ("F", "A"), "p1.pdf": ("F", "B"), "p2.pdf": ("M", "A"), "p3.pdf": ("M", "A")}
    audit = audit_run(run(everyone), groups(BOTH, said), on=DAY)
    assert figures(table(audit, "outcome", "sex")) == {("F",): (2, 1), ("M",): (2, 1)}
    assert figures(table(audit, "outcome", "race_ethnicity")) == {("A",): (3, 2), ("B",): (1, 0)}
    assert figures(table(audit, "outcome", *BOTH)) == {("F", "A"): (1, 1), ("F", "B"): (1, 0), ("M", "A"): (2, 1)}


def test_review_can_count_as_selected_and_then_unclear_passes_a_requirement() -> None:
    everyone = people(["review"], verdict="unclear")
    said = groups(("sex",), {"p0.pdf": ("F",)})
    strict, wide = (audit_run(run(everyone), said, on=DAY, selected=selected) for selected in (("meets",), ("meets", "review")))
    assert figures(table(strict, "outcome", "sex")) == figures(table(strict, "requirement", "sex")) == {("F",): (1, 0)}
    assert figures(table(wide, "outcome", "sex")) == figures(table(wide, "requirement", "sex")) == {("F",): (1, 1)}


def test_a_score_is_selected_when_it_lies_above_the_median_of_all_people_judged() -> None:
    everyone = people(["review"] * 5, scores=[10, 20, 30, 30, 90])
    audit = audit_run(run(everyone), groups(("sex",), {f"p{index}.pdf": ("F" if index < 3 else "M",) for index in range(4)}), on=DAY)
    assert audit.median == 30
    found = table(audit, "score", "sex")
    assert (figures(found), found.unknown) == ({("F",): (3, 0), ("M",): (1, 0)}, 1)


def test_unknown_groups_are_counted_and_left_out() -> None:
    said = {"p0.pdf": ("F", ""), "p1.pdf": ("", "A"), "p2.pdf": ("M", "A"), "elsewhere.pdf": ("F", "A")}
    audit = audit_run(run(people(["meets"] * 4)), groups(BOTH, said), on=DAY)
    assert [table(audit, "outcome", *each).unknown for each in (("sex",), ("race_ethnicity",), BOTH)] == [2, 2, 3]
    assert (audit.judged, audit.without_row, audit.unmatched) == (4, 1, 1)


def test_files_that_were_not_read_are_in_no_table() -> None:
    audit = audit_run(run(people(["meets", "unreadable"])), groups(("sex",), {"p0.pdf": ("F",), "p1.pdf": ("F",)}), on=DAY)
    assert (audit.judged, audit.unreadable) == (1, 1)
    assert all(each.people == 1 for each in audit.tables)


def test_a_requirement_that_somebody_was_not_asked_leaves_them_out() -> None:
    everyone = [*people(["meets"]), JudgedPerson("p1.pdf", "", "meets", 50, {})]
    audit = audit_run(run(everyone), groups(("sex",), {"p0.pdf": ("F",), "p1.pdf": ("F",)}), on=DAY)
    assert figures(table(audit, "requirement", "sex")) == {("F",): (1, 1)}


def test_a_run_of_nobody_has_empty_tables() -> None:
    audit = audit_run(run([]), groups(("sex",), {}), on=DAY)
    assert audit.median is None
    assert {each.rates for each in audit.tables} == {()}


def test_without_scipy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **named: Any) -> Any:
        if name.startswith("scipy"):
            raise ImportError(name)
        return real(name, *arguments, **named)

    for name in [each for each in sys.modules if each.startswith("scipy")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match=r"pip install 'screen-resumes\[audit\]'"):
        audit_run(run([]), groups(("sex",), {}), on=DAY)
