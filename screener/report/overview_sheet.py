"""The sheet Overview: how many there are of each outcome, and the plots of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from screener.decision import OUTCOMES, Outcome
from screener.report.layout import Styles
from screener.report.plots import Plot

SHEET_NAME = "Overview"
_ROW_HEIGHT = 15
"""Of a row in points, as spreadsheets have it unless told otherwise."""
_FIRST_PLOT = 7


def write_overview(worksheet: Any, counts: Mapping[Outcome, int], plots: Sequence[Plot], title: str, styles: Styles) -> None:
    """Write the sheet. Each plot stands under its title, with a description for those who do not see it."""
    worksheet.hide_gridlines(2)
    worksheet.set_column(0, 0, 36)
    worksheet.set_column(1, 1, 10)
    worksheet.set_column(2, 10, 9)
    worksheet.write_string(0, 0, title, styles["title"])
    for row, outcome in enumerate(OUTCOMES, 2):
        worksheet.write_string(row, 0, outcome, styles[f"outcome-{outcome}"])
        worksheet.write_number(row, 1, counts.get(outcome, 0), styles["integer"])
    row = _FIRST_PLOT
    for plot in plots:
        worksheet.write_string(row, 0, plot.title, styles["section"])
        picture = {"image_data": BytesIO(plot.png), "description": f"{plot.title}: {plot.description}", "object_position": 2}
        worksheet.insert_image(row + 1, 0, "plot.png", picture)
        following = row + 3 + plot.height // _ROW_HEIGHT
        # A picture hangs on cells: where their size is not told, each program has its own, and stretches it.
        for below in range(row + 1, following):
            worksheet.set_row(below, _ROW_HEIGHT)
        row = following
