"""Word files by python-docx and as raw XML, each with what a person reads in it."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.extract.docx.word_files import body, paragraph, run, table, word_file


def with_python_docx(write: Callable[[Document], None]) -> bytes:
    document = docx.Document()
    write(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _merged_cells(document: Document) -> None:
    cells = document.add_table(rows=2, cols=2)
    cells.cell(0, 0).merge(cells.cell(0, 1)).text = "EXPERIENCE"
    cells.cell(1, 0).text, cells.cell(1, 1).text = "2016 - 2020", "Engineer at Skarn"


def _nested_table(document: Document) -> None:
    document.add_paragraph("Ada Skov")
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    outer.text = "SKILLS"
    inner = outer.add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Languages", "Python, Go"


def _header(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "Ada Skov, ada@skov.example"
    document.add_paragraph("Engineer at Skarn, 2015 - 2020")


def _list(document: Document) -> None:
    for text in ("Led a team", "Cut the costs"):
        document.add_paragraph(text, style="List Bullet")


def _tabs(document: Document) -> None:
    document.add_paragraph("Engineer at Skarn\t2015 - 2020")
    document.add_paragraph("Trainee\t2014")


def _field(document: Document) -> None:
    simple = f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">Written on </w:t></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>1 May 2026</w:t></w:r></w:fldSimple></w:p>'
    document.element.body.insert(0, parse_xml(simple))


_INSERTED = f'<w:p><w:ins w:id="1" w:author="x">{run("Engineer at Skarn")}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>Clerk</w:delText></w:r></w:del></w:p>'
_CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Ada Skov')}</w:sdtContent></w:sdt>"
_BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>'
    f"{paragraph('SKILLS: Python')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('SKILLS: Python')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)

WORD: dict[str, tuple[Callable[[], bytes], str]] = {
    "python-docx-merged-cells": (lambda: with_python_docx(_merged_cells), "EXPERIENCE\n2016 - 2020\tEngineer at Skarn"),
    "python-docx-nested-table": (lambda: with_python_docx(_nested_table), "Ada Skov\nSKILLS\nLanguages\tPython, Go"),
    "python-docx-header": (lambda: with_python_docx(_header), "Ada Skov, ada@skov.example\nEngineer at Skarn, 2015 - 2020"),
    "python-docx-list": (lambda: with_python_docx(_list), "• Led a team\n• Cut the costs"),
    "python-docx-tabs": (lambda: with_python_docx(_tabs), "Engineer at Skarn\t2015 - 2020\nTrainee\t2014"),
    "python-docx-field": (lambda: with_python_docx(_field), "Written on 1 May 2026"),
    "raw-xml-tracked-changes": (lambda: word_file(body(_INSERTED)), "Engineer at Skarn"),
    "raw-xml-content-control": (lambda: word_file(body(_CONTROL + paragraph("Engineer at Skarn"))), "Ada Skov\nEngineer at Skarn"),
    "raw-xml-text-box-with-its-fallback": (lambda: word_file(body(_BOX + paragraph("Ada Skov"))), "SKILLS: Python\nAda Skov"),
    "raw-xml-hidden-runs": (lambda: word_file(body(paragraph("Ada Skov") + paragraph("kubernetes", "<w:vanish/>"))), "Ada Skov"),
    "raw-xml-runs-that-split-a-word": (
        lambda: word_file(body(f"<w:p>{run('Post')}{run('gre')}{run('SQL')}</w:p>")),
        "PostgreSQL",
    ),
    "raw-xml-table-of-labels": (
        lambda: word_file(body(table((paragraph("Degree"), paragraph("BSc Geology")), (paragraph("Town"), paragraph("Aarhus"))))),
        "Degree\tBSc Geology\nTown\tAarhus",
    ),
}
"""What is odd → how the file is made, and what a person reads in it."""
