"""The sheet Roles: what was asked."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl

from screener.report import RoleChange, RoleRule
from screener.report.matrix import matrix_row
from screener.report.matrix_workbook import write_matrix_workbook
from screener.report.record import role_data, role_from
from tests.report.builders import RUN, screening
from tests.report.test_workbook import cells, written

RULES = (
    RoleRule("degree", "Degree", "required", "degree", 1.0, "A bachelor's degree or higher.", "=Bachelor's degree."),
    RoleRule("java", "Java", "preferred", "skills", 2.5, "Java.", "Java"),
    RoleRule("calm", "Calm", "note", "note", 1.0, "A question for the interview.", "Stays calm."),
)
RULED = replace(RUN, rules=RULES, changes=(RoleChange(2, date(2026, 10, 1), "Rita", "Java is worth more."),))


def test_the_workbook_has_every_rule_and_every_change() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(screening(), run=RULED)))
    assert book.sheetnames == ["Candidates", "Findings", "Roles", "Legend"]
    header, first, second, third, _, heading, change = cells(book["Roles"])
    assert header == ["role", "requirement", "name", "importance", "kind", "weight", "rule", "text"]
    role = "senior-backend, version 1"
    assert first == [role, "degree", "Degree", "required", "degree", 1, "A bachelor's degree or higher.", "'=Bachelor's degree."]
    assert (second[5], third[5]) == (2.5, None)
    assert heading[0] == "Changes"
    assert change == [role, "version 2", "2026-10-01", "Rita", None, None, "Java is worth more.", None]


def test_the_matrix_has_the_rules_of_all_roles_on_one_sheet() -> None:
    file = io.BytesIO()
    runs = [RULED, replace(RULED, role_id="roles", rules=RULES[:1], changes=())]
    write_matrix_workbook([matrix_row([screening(), screening()])], runs, file)
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Matrix", "senior-backend", "roles-2", "Roles"]
    assert [row[0] for row in cells(book["Roles"])[1:5]] == ["senior-backend, version 1"] * 3 + ["roles, version 1"]


def test_rules_come_back_from_the_record_as_they_were() -> None:
    assert role_from(role_data(RULED)) == (RULED.rules, RULED.changes)
    assert role_from({"id": "old"}) == ((), ())
