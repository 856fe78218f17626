"""Seeds that the program's own writers make, or that lie in its data: workbooks, role files, postings, content of a page."""

from __future__ import annotations

import io
from functools import lru_cache

import xlsxwriter

from screener.report.decisions import HEADERS, SHEET_NAME
from tests.fuzz.seeds import ROOT, files_of, members_of
from tests.hostile.corpus import pdf

MEMBER = "xl/worksheets/sheet1.xml"
"""Where the sheet lies in `workbook`."""


@lru_cache
def workbook() -> bytes:
    """A workbook in which one person has been decided on."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET_NAME)
        sheet.write_row(0, 0, HEADERS)
        sheet.write_row(1, 0, ("cv.pdf", "Mira Testova", "meets", 80, "invite", "meets the role", "R. Reader", "", "0" * 64))
    return out.getvalue()


def sheets() -> list[bytes]:
    strings = b'<row r="2"><c r="E2" t="inlineStr"><is><t>invite</t></is></c><c r="I2"><v>12</v></c></row></sheetData>'
    return [sheet.replace(b"</sheetData>", ending) for sheet in members_of([workbook()], MEMBER) for ending in (b"</sheetData>", strings)]


def roles() -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "screener/rules/roles").glob("*.toml"))]


def postings() -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / "samples/job-descriptions").iterdir())]


def page(content: bytes) -> bytes:
    """A PDF with that content on its only page."""
    return pdf(content, filters="")


def contents() -> list[bytes]:
    shown = [b"BT /F 11 Tf 60 %d Td (%s) Tj ET\n" % (700 - 14 * row, line[:80]) for row, line in enumerate(files_of(".md", longest=3_000)[0].splitlines()[:40])]
    return [b"".join(shown), b"q 1 0 0 1 60 700 cm BT /F 11 Tf 1 1 1 rg 3 Tr (unseen) Tj 0 Tr 0 g [(Mira) -300 (Testova)] TJ ET Q 0 0 50 50 re f"]
