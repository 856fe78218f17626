"""candidates.xlsx and matrix.xlsx as packages: what Excel repairs, or warns of, when it opens a workbook (ECMA-376)."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from screener.report import RoleChange, RoleRule, write_report
from screener.report.matrix import matrix_row
from screener.report.matrix_workbook import write_matrix_workbook
from tests.report.builders import RUN, finding, screening, unreadable
from tests.report.test_csv import HOSTILE, hostile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CELL = re.compile(r"([A-Z]{1,3})([1-9]\d*)\Z")
RULED = replace(
    RUN,
    role_id="roles-" + "x" * 40,
    rules=(RoleRule("degree", "Degree", "required", "degree", 1.0, "A degree. " * 5_000, "=1+1"),),
    changes=(RoleChange(1, RUN.as_of, "@author", "+why"),),
)
PEOPLE = (
    *(hostile(text) for text in HOSTILE),
    screening("long.pdf", reason="x" * 40_000, findings=(finding(quote="y" * 40_000),)),
    unreadable(),
)


def _candidates(folder: Path) -> bytes:
    write_report(PEOPLE, RULED, folder, ["xlsx", "html"], locate=lambda _: folder.parent / "in" / "a b.pdf")
    return (folder / "candidates.xlsx").read_bytes()


def _nobody(folder: Path) -> bytes:
    write_report([], RUN, folder, ["xlsx"])
    return (folder / "candidates.xlsx").read_bytes()


def _matrix(_folder: Path) -> bytes:
    file = io.BytesIO()
    write_matrix_workbook([matrix_row([each, each]) for each in PEOPLE], [RULED, RULED], file)
    return file.getvalue()


@pytest.fixture(params=[_candidates, _nobody, _matrix], scope="module")
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(request.param(tmp_path_factory.mktemp("book"))))


def parts(package: zipfile.ZipFile, ending: str = ".xml") -> Iterator[tuple[str, Any]]:
    for name in package.namelist():
        if name.endswith((ending, ".rels")) if ending == ".xml" else name.endswith(ending):
            yield name, etree.fromstring(package.read(name))


def sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, Any]]:
    return ((name, root) for name, root in parts(package) if name.startswith("xl/worksheets/sheet"))


def relations(package: zipfile.ZipFile, name: str) -> dict[str, Any]:
    """The relations of a part by their id."""
    path = f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels"
    return {each.get("Id"): each for each in etree.fromstring(package.read(path))} if path in package.namelist() else {}


def test_no_part_stands_in_it_twice_and_each_is_whole_xml(package: zipfile.ZipFile) -> None:
    names = package.namelist()
    assert package.testzip() is None
    assert len({name.lower() for name in names}) == len(names)
    assert len(list(parts(package))) > 8


def test_every_part_has_a_type_and_every_type_its_part(package: zipfile.ZipFile) -> None:
    types = etree.fromstring(package.read("[Content_Types].xml"))
    endings = {each.get("Extension") for each in types if each.tag.endswith("Default")}
    named = {each.get("PartName").lstrip("/") for each in types if each.tag.endswith("Override")}
    assert named <= set(package.namelist())
    assert all(name in named or name.rpartition(".")[2] in endings for name in package.namelist() if name != "[Content_Types].xml")


def test_every_relation_leads_to_a_part_or_a_file_nearby(package: zipfile.ZipFile) -> None:
    found = 0
    for name, root in parts(package, ".rels"):
        base = posixpath.dirname(posixpath.dirname(name))
        ids = [each.get("Id") for each in root]
        assert len(set(ids)) == len(ids)
        for each in root:
            found += 1
            target = each.get("Target")
            if each.get("TargetMode") == "External":
                assert not re.match(r"[A-Za-z][\w+.-]*:|/|\\", target), target
            else:
                assert posixpath.normpath(posixpath.join(base, target)) in package.namelist()
    assert found > 5


def test_every_relation_that_a_sheet_names_is_there(package: zipfile.ZipFile) -> None:
    for name, root in sheets(package):
        known = relations(package, name)
        used = [each.get(RELATION) for each in root.iter() if each.get(RELATION)]
        assert set(used) <= set(known)
        assert len(root.findall(f".//{MAIN}hyperlink")) <= 65_530
        assert len({each.get("ref") for each in root.iter(f"{MAIN}hyperlink")}) == len(root.findall(f".//{MAIN}hyperlink"))


def test_sheets_have_names_that_excel_takes(package: zipfile.ZipFile) -> None:
    names = [each.get("name") for each in etree.fromstring(package.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() != "history"


def test_defined_names_belong_to_a_sheet_and_are_there_once(package: zipfile.ZipFile) -> None:
    root = etree.fromstring(package.read("xl/workbook.xml"))
    count = len(root.findall(f".//{MAIN}sheet"))
    names = [(each.get("name"), each.get("localSheetId")) for each in root.iter(f"{MAIN}definedName")]
    assert len(set(names)) == len(names)
    for name, sheet in names:
        assert name in ("_xlnm._FilterDatabase", "_xlnm.Print_Area", "_xlnm.Print_Titles")
        assert 0 <= int(sheet) < count


def test_cells_stand_in_order_within_the_sheet_and_hold_no_formula(package: zipfile.ZipFile) -> None:
    for _, root in sheets(package):
        last = 0
        for row in root.iter(f"{MAIN}row"):
            number, column = int(row.get("r")), 0
            assert last < number <= 1_048_576
            last = number
            assert float(row.get("ht", 15)) <= 409
            for cell in row:
                match = CELL.match(cell.get("r"))
                assert match
                assert int(match.group(2)) == number
                here = openpyxl.utils.column_index_from_string(match.group(1))
                assert column < here <= 16_384
                column = here
        assert root.findall(f".//{MAIN}f") == []


def test_texts_are_as_long_as_a_cell_can_hold_and_styles_exist(package: zipfile.ZipFile) -> None:
    styles = etree.fromstring(package.read("xl/styles.xml"))
    formats = len(styles.find(f"{MAIN}cellXfs"))
    differential = len(styles.find(f"{MAIN}dxfs"))
    for _, root in sheets(package):
        assert all(int(cell.get("s", 0)) < formats for cell in root.iter(f"{MAIN}c"))
        assert all(int(rule.get("dxfId", 0)) < max(differential, 1) for rule in root.iter(f"{MAIN}cfRule"))
    for _, root in parts(package):
        for text in root.iter(f"{MAIN}t"):
            assert len((text.text or "").encode("utf-16-le")) // 2 <= 32_767


def test_lists_to_choose_from_headers_and_footers_are_short_enough(package: zipfile.ZipFile) -> None:
    for _, root in sheets(package):
        for rule in root.iter(f"{MAIN}dataValidation"):
            assert len(rule.findtext(f"{MAIN}formula1") or "") <= 255
            assert len(rule.get("prompt", "")) <= 255
            assert len(rule.get("promptTitle", "")) <= 32
        for kind in ("oddHeader", "oddFooter"):
            assert all(len(each.text) <= 255 for each in root.iter(f"{MAIN}{kind}"))


def test_nothing_in_it_runs_or_reaches_outside(package: zipfile.ZipFile) -> None:
    assert not [name for name in package.namelist() if re.search(r"vba|macro|externalLinks|connections|embeddings|activeX|ctrlProps", name)]
    tables = [root.get("displayName") for name, root in parts(package) if "/tables/" in name]
    assert len({name.lower() for name in tables}) == len(tables)


def test_another_library_opens_it(package: zipfile.ZipFile) -> None:
    assert package.fp
    package.fp.seek(0)
    assert len(openpyxl.load_workbook(package.fp).sheetnames) >= 3
