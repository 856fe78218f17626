"""Rows put into a sheet at one go, against the same rows written cell by cell by xlsxwriter itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.report.cells import neutralised, neutralised_phones, printable, shortened
from screener.report.layout import CANDIDATE_LOOKS, FINDING_LOOKS, ColumnLook, Styles, row_height
from screener.report.row_sheet import Columns, Placed, RowSheet
from screener.report.rows import Cell, Row

LOOKS = [*FINDING_LOOKS.values(), CANDIDATE_LOOKS["phone"], CANDIDATE_LOOKS["flags"], CANDIDATE_LOOKS["years_low"], CANDIDATE_LOOKS["outcome"]]

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def written(fill: Callable[[Any, Styles], None]) -> bytes:
    """The workbook whose only sheet `fill` writes; formats have the same numbers each time."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        styles = Styles(book)
        Columns(LOOKS, styles)
        for outcome, verdict in (("meets", "met"), ("review", "unclear")):
            styles[f"outcome-{outcome}"]._get_xf_index()
            styles[f"verdict-{verdict}"]._get_xf_index()
        fill(book.add_worksheet("Rows", RowSheet), styles)
    return file.getvalue()


def sheet_xml(book: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml")


def at_one_go(rows: Sequence[Placed]) -> Callable[[Any, Styles], None]:
    def fill(sheet: Any, styles: Styles) -> None:
        sheet.write_string(0, 0, "header")
        sheet.put_rows(1, rows, Columns(LOOKS, styles))

    return fill


def cell_by_cell(rows: Sequence[Placed]) -> Callable[[Any, Styles], None]:
    def fill(sheet: Any, styles: Styles) -> None:
        sheet.write_string(0, 0, "header")
        for number, row in enumerate(rows, 1):
            shown = [show(value, look) for value, look in zip(row.values, LOOKS, strict=True)]
            sheet.set_row(number, row_height((str(text or ""), look.width) for text, look in zip(shown, LOOKS, strict=True) if look.wraps))
            for column, (value, look) in enumerate(zip(shown, LOOKS, strict=True)):
                style = styles.of(look, value, shaded=row.shaded, muted=row.muted)
                if value is None:
                    sheet.write_blank(number, column, None, style)
                elif isinstance(value, str):
                    sheet.write_string(number, column, value, style)
                else:
                    sheet.write_number(number, column, value, style)

    return fill


def show(value: Cell, look: ColumnLook) -> Cell:
    if not isinstance(value, str):
        return value
    guarded = neutralised_phones(value) if look.style == "phone" else neutralised(value)
    return shortened(guarded.replace(";", "; ") if look.items else guarded, 32_767) or None


TEXT = st.text(st.one_of(st.sampled_from('ab &<>"\';_x0041=+-@\xa0 '), st.characters()), max_size=30).map(printable)
NUMBER = st.one_of(st.none(), st.integers(0, 2000))
ROW = st.tuples(
    TEXT, TEXT, st.sampled_from(["required", "preferred", "note"]), st.sampled_from(["met", "unclear"]), TEXT, TEXT, NUMBER, NUMBER,
    TEXT, TEXT, st.one_of(st.none(), st.floats(0, 90).map(lambda years: round(years, 1))), st.sampled_from(["meets", "review"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(ROW, st.booleans(), st.booleans()), max_size=4))
def test_rows_put_at_one_go_are_byte_for_byte_those_that_xlsxwriter_writes(rows: list[tuple[Row, bool, bool]]) -> None:
    placed = [Placed(values, shaded=shaded, muted=muted) for values, shaded, muted in rows]
    assert sheet_xml(written(at_one_go(placed))) == sheet_xml(written(cell_by_cell(placed)))


def row_of(text: str) -> Row:
    return (text, "sql", "required", "met", "word " * 300, text, 1, 2, "", "", 1.5, "meets")


def test_text_that_looks_like_the_markup_of_a_cell_stays_text() -> None:
    # xlsxwriter takes text between these two for markup of its own and would write it into the file as it is.
    text = "<r><t>one</t></r><v>two</v><r></r>"
    sheet = openpyxl.load_workbook(io.BytesIO(written(at_one_go([Placed(row_of(text))]))))["Rows"]
    assert (sheet["A2"].value, sheet["F2"].value) == (text, text)


def test_links_to_many_places_in_one_file_name_that_file_once() -> None:
    rows = [Placed(row_of("Ada"), link) for link in ("report.html#p=1", "report.html#p=2", "", "../cv/ada lovelace.pdf")]
    book = written(at_one_go(rows))
    sheet = openpyxl.load_workbook(io.BytesIO(book))["Rows"]
    links = [sheet.cell(row, 1).hyperlink for row in range(2, 6)]
    assert [link and (link.target, link.location) for link in links] == [
        ("report.html", "p=1"), ("report.html", "p=2"), None, ("..\\cv\\ada%20lovelace.pdf", None),
    ]  # fmt: skip
    relations = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/_rels/sheet1.xml.rels")
    assert relations.count(b"Target=") == 2


def test_rows_without_heights_are_left_to_the_program_that_opens_them() -> None:
    def fill(sheet: Any, styles: Styles) -> None:
        sheet.put_rows(1, [Placed(row_of("Ada"))], Columns(LOOKS, styles), heights=False)

    assert openpyxl.load_workbook(io.BytesIO(written(fill)))["Rows"].row_dimensions[2].height is None
