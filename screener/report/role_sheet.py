"""The sheet with the rules of a role, or of several: what was asked, in plain words, and how the role came to be so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from screener.report.cells import neutralised, printable, shortened
from screener.report.layout import Styles, row_height
from screener.report.record import RoleChange, RoleRule, RunRecord

SHEET_NAME = "Roles"
_MAX_CHARACTERS = 32_767
_RULES = {"role": 22, "requirement": 22, "name": 22, "importance": 11, "kind": 13, "weight": 8, "rule": 70, "text": 56}
_RULE = list(_RULES).index("rule")


def write_roles(worksheet: Any, runs: Sequence[RunRecord], styles: Styles) -> None:
    """Write every requirement of each run's role, one a row, and below them the changes of the roles."""
    for column, (name, width) in enumerate(_RULES.items()):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, name, styles["header"])
    row = 0
    for run in runs:
        for rule in run.rules:
            row += 1
            _write_rule(worksheet, row, _role(run), rule, styles)
    worksheet.freeze_panes(1, 2)
    worksheet.autofilter(0, 0, max(row, 1), len(_RULES) - 1)
    worksheet.repeat_rows(0)
    if any(run.changes for run in runs):
        row = _write_heading(worksheet, row + 2, styles)
    for run in runs:
        for change in run.changes:
            row += 1
            _write_change(worksheet, row, _role(run), change, styles)


def _role(run: RunRecord) -> str:
    return f"{run.role_id}, version {run.role_version}"


def _write_rule(worksheet: Any, row: int, role: str, rule: RoleRule, styles: Styles) -> None:
    texts = [role, rule.id, rule.name, rule.importance, rule.kind, None, rule.rule, rule.text]
    worksheet.set_row(row, row_height((text or "", width) for text, width in zip(texts, _RULES.values(), strict=True)))
    for column, text in enumerate(texts):
        if text is not None:
            worksheet.write_string(row, column, _cell(text), styles["strong" if column == 2 else "text"])
        elif rule.importance == "note":
            worksheet.write_blank(row, column, None, styles["decimal"])
        else:
            worksheet.write_number(row, column, rule.weight, styles["weight"])


def _write_heading(worksheet: Any, row: int, styles: Styles) -> int:
    worksheet.write_string(row, 0, "Changes", styles["section"])
    for column in range(1, len(_RULES)):
        worksheet.write_blank(row, column, None, styles["section"])
    return row


def _write_change(worksheet: Any, row: int, role: str, change: RoleChange, styles: Styles) -> None:
    """Under the columns of the rules: what changed stands where the rule stands."""
    worksheet.set_row(row, row_height([(change.why, _RULES["rule"])]))
    told = (role, f"version {change.version}", change.date.isoformat(), change.author)
    for column, text in enumerate(told):
        worksheet.write_string(row, column, _cell(text), styles["text"])
    worksheet.write_string(row, _RULE, _cell(change.why), styles["text"])


def _cell(text: str) -> str:
    return shortened(neutralised(printable(text)), _MAX_CHARACTERS)
