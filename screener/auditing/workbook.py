"""An audit as a workbook: the summary in the form that New York City's rules ask to publish (6 RCNY § 5-301 and § 5-303), then details.

No formulas, no links; text only as text.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any, BinaryIO

import xlsxwriter

from screener.auditing import words
from screener.auditing.audit import Audit, Table
from screener.auditing.groups import RACE, SEX
from screener.auditing.rates import GroupRate
from screener.report.cells import neutralised

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PUBLISHED = ((SEX,), (RACE,), (SEX, RACE))
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "section": {"bold": True, "bottom": 1},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EDEFF2"},
    "text": {"text_wrap": True, "valign": "top"},
    "count": {"num_format": "#,##0", "valign": "top"},
    "rate": {"num_format": "0.0%", "valign": "top"},
    "ratio": {"num_format": "0.000", "valign": "top"},
    "low": {"num_format": "0.000", "valign": "top", "font_color": "#9C0006", "bg_color": "#FFC7CE"},
    "p": {"num_format": "0.0000", "valign": "top"},
}
_DETAIL_HEADS = (
    "measure", "by", "group", "people", "selected", "rate", "impact ratio", "four-fifths", "p", "test", "remarks", "unknown",
)  # fmt: skip
_DETAIL_WIDTHS = (38, 22, 34, 9, 9, 9, 9, 12, 9, 9, 44, 10)
_A4 = 9


def write_xlsx(audit: Audit, file: BinaryIO) -> None:
    """Write the workbook into `file`."""
    with xlsxwriter.Workbook(file, _OPTIONS) as workbook:
        workbook.set_properties({"title": "Adverse impact", "created": datetime.combine(audit.on, time())})
        styles = {name: workbook.add_format(properties) for name, properties in _FORMATS.items()}
        _write_summary(_new_sheet(workbook, "Summary"), audit, styles)
        _write_details(_new_sheet(workbook, "Details"), audit, styles)
        _write_notes(_new_sheet(workbook, "Notes"), styles)


def _new_sheet(workbook: Any, name: str) -> Any:
    sheet = workbook.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    return sheet


def _write_summary(sheet: Any, audit: Audit, styles: dict[str, Any]) -> None:
    """Selection and scoring rates, by sex, by race and by both: what the rules name, in their order."""
    sheet.hide_gridlines(2)
    for column, width in enumerate((36, 34, 16, 12, 14, 14, 40)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, "Bias audit: summary of results", styles["title"])
    row = 2
    for name, value in words.facts(audit):
        _text(sheet, row, 0, name, styles["text"])
        _text(sheet, row, 1, value, styles["text"])
        row += 1
    for table in audit.tables:
        if table.measure.kind != "requirement" and table.attributes in _PUBLISHED:
            row = _write_published(sheet, row + 1, table, audit, styles)


def _write_published(sheet: Any, row: int, table: Table, audit: Audit, styles: dict[str, Any]) -> int:
    """One table as the rules show it; returns the row after it."""
    title = f"{words.measure_in_words(table.measure, audit)}, by {words.attributes_in_words(table.attributes)}"
    _text(sheet, row, 0, title, styles["section"])
    scoring = table.measure.kind == "score"
    heads = ["# of applicants", "# scoring above median" if scoring else "# selected", words.rate_word(table), "impact ratio", "remarks"]
    for column, head in enumerate([*map(_heading, table.attributes), *[""] * (2 - len(table.attributes)), *heads]):
        _text(sheet, row + 1, column, head, styles["head"])
    row += 2
    for rate in table.rates:
        for column, part in enumerate(rate.category):
            _text(sheet, row, column, part, styles["text"])
        sheet.write_number(row, 2, rate.people, styles["count"])
        sheet.write_number(row, 3, rate.selected, styles["count"])
        sheet.write_number(row, 4, rate.rate, styles["rate"])
        _write_ratio(sheet, row, 5, rate, styles)
        _text(sheet, row, 6, words.remarks(rate), styles["text"])
        row += 1
    _text(sheet, row, 0, f"({words.unknown_in_words(table)})", styles["text"])
    return row + 1


def _heading(attribute: str) -> str:
    return f"{words.attributes_in_words((attribute,))} categories"


def _write_ratio(sheet: Any, row: int, column: int, rate: GroupRate, styles: dict[str, Any]) -> None:
    if rate.impact_ratio is None:
        sheet.write_string(row, column, "not calculated" if rate.set_apart else "", styles["text"])
    else:
        sheet.write_number(row, column, rate.impact_ratio, styles["low" if rate.below_four_fifths else "ratio"])


def _write_details(sheet: Any, audit: Audit, styles: dict[str, Any]) -> None:
    for column, (head, width) in enumerate(zip(_DETAIL_HEADS, _DETAIL_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, styles["head"])
    row = 0
    for table in audit.tables:
        for rate in table.rates:
            row += 1
            _write_detail(sheet, row, table, rate, audit, styles)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, max(row, 1), len(_DETAIL_HEADS) - 1)
    sheet.repeat_rows(0)


def _write_detail(sheet: Any, row: int, table: Table, rate: GroupRate, audit: Audit, styles: dict[str, Any]) -> None:
    line = "" if rate.impact_ratio is None else "below" if rate.below_four_fifths else "at or above"
    test = rate.significance.test if rate.significance else ""
    texts = {
        0: words.measure_in_words(table.measure, audit), 1: words.attributes_in_words(table.attributes),
        2: words.category_in_words(rate.category), 7: line, 9: test, 10: words.remarks(rate),
    }  # fmt: skip
    for column, text in texts.items():
        _text(sheet, row, column, text, styles["text"])
    numbers = {3: (rate.people, "count"), 4: (rate.selected, "count"), 5: (rate.rate, "rate"), 11: (table.unknown, "count")}
    for column, (number, style) in numbers.items():
        sheet.write_number(row, column, number, styles[style])
    _write_ratio(sheet, row, 6, rate, styles)
    if rate.significance:
        sheet.write_number(row, 8, rate.significance.p_value, styles["p"])


def _write_notes(sheet: Any, styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 120)
    own = (
        "Data: the people judged in one run of the program, for the role named; the groups come from a file kept apart from it. Say here "
        "where the applicants came from, for which period, and when the tool was first used.",
        "Local Law 144 asks for the audit of an independent auditor: this workbook is a working paper for one.",
    )
    for row, text in enumerate((*own, *words.ASSUMPTIONS)):
        sheet.set_row(row, 48)
        _text(sheet, row, 0, text, styles["text"])


def _text(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    sheet.write_string(row, column, neutralised(text), style)
