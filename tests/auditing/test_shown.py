"""The audit as text, page, workbook and JSON: the same figures, nobody's file, nothing live."""

from __future__ import annotations

import io
import json
import re

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from screener.auditing import Audit, as_html, as_json, as_text, audit_run, write_xlsx
from screener.auditing.rates import GroupRate
from screener.auditing.words import percent, ratio
from tests.auditing.builders import DAY, groups, people, run


def audit(women: str = "Female", men: str = "Male") -> Audit:
    """48 of 80 men meet, 12 of 40 women, and 3 people said nothing."""
    everyone = people(["meets"] * 48 + ["does_not_meet"] * 32 + ["meets"] * 12 + ["review"] * 28 + ["meets"] * 3)
    said = {f"p{index}.pdf": (men if index < 80 else women, "Asian") for index in range(120)}
    return audit_run(run(everyone), groups(("sex", "race_ethnicity"), said), on=DAY)


def workbook(shown: Audit) -> openpyxl.Workbook:
    file = io.BytesIO()
    write_xlsx(shown, file)
    return openpyxl.load_workbook(file)


def test_text_shows_rates_ratios_and_tests_in_80_columns() -> None:
    text = as_text(audit())
    assert re.search(r"Female +40 +12 +30\.0 % +0\.50  0\.002 \(z-test\)\n +! below four fifths\n", text)
    assert re.search(r"Male +80 +48 +60\.0 % +1\.00  highest rate", text)
    assert "(3 people with an unknown sex not included)" in text
    assert max(map(len, text.splitlines())) <= 80


def test_text_of_long_names_stays_in_80_columns() -> None:
    assert max(map(len, as_text(audit("W" * 200, "M" * 200)).splitlines())) <= 80


def test_the_page_shows_the_figures_and_nothing_live() -> None:
    page = as_html(audit("<script>alert(1)</script>"))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert 'content="default-src &#39;none&#39;; style-src &#39;sha256-' in page
    assert '<td>40</td><td>12</td><td>30.0 %</td>\n<td class="ratio">0.50</td>' in page


def test_the_workbook_has_the_published_form() -> None:
    sheet = workbook(audit())["Summary"]
    rows = [tuple(cell for cell in row if cell not in (None, "")) for row in sheet.iter_rows(values_only=True)]
    place = rows.index(("Overall: meets, by sex",))
    assert rows[place + 1] == ("sex categories", "# of applicants", "# selected", "selection rate", "impact ratio", "remarks")
    assert rows[place + 2] == ("Female", 40, 12, 0.3, 0.5, "below four fifths")
    assert rows[place + 3] == ("Male", 80, 48, 0.6, 1)
    assert rows[place + 4] == ("(3 people with an unknown sex not included)",)
    titles = [row[0] for row in rows if row and "by " in str(row[0])]
    assert titles == [
        f"{measure}, by {attributes}"
        for measure in ("Overall: meets", "Score above the median of 50")
        for attributes in ("sex", "race/ethnicity", "sex and race/ethnicity")
    ]


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    for sheet in workbook(audit("=HYPERLINK(1)", "http://example.org")):
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_nobody_is_named() -> None:
    shown = audit()
    assert ".pdf" not in as_text(shown) + as_html(shown) + as_json(shown).decode()


def test_json_holds_all_figures() -> None:
    data = json.loads(as_json(audit()))
    assert (data["judged"], data["without_row"], data["selected"]) == (123, 3, ["meets"])
    [first, *_] = data["tables"]
    assert first["groups"][0]["impact_ratio"] == 0.5
    assert len(data["tables"]) == 9


@given(st.integers(1, 3000), st.data())
def test_a_ratio_below_four_fifths_is_never_shown_as_one_that_is_not(own: int, data: st.DataObject) -> None:
    selected = data.draw(st.integers(0, own))
    rate = GroupRate(("A",), own, selected, impact_ratio=selected / own)
    assert rate.below_four_fifths == (float(ratio(rate)) < 0.8)


def test_rates_are_rounded_halves_up() -> None:
    assert percent(GroupRate(("A",), 2000, 1)) == "0.1 %"
