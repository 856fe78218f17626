"""Pages laid into a Word file whole, and diagrams: some programs write nothing else."""

from __future__ import annotations

import pytest

from screener.document import Document
from screener.extract.docx import read_docx
from tests.extract.docx.word_files import body, paragraph, word_file

_PAGE = b"<html><body><h1>Ada Example</h1><p>Engineer</p><p style='display:none'>Secret</p></body></html>"
_MHTML = (
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\n<html><p>Ada=20Example</p><p>Engineer</p></html>\n--b--\n"
)


def _with_chunk(name: str, chunk: bytes) -> Document:
    document = body(paragraph("Before") + '<w:altChunk r:id="r_chunk"/>' + paragraph("After"))
    return read_docx(word_file(document, extra={f"word/{name}": chunk}, related={"r_chunk": ("aFChunk", name)}))


@pytest.mark.parametrize(("name", "chunk"), [("chunk.htm", _PAGE), ("chunk.mht", _MHTML)])
def test_a_page_laid_in_whole_is_read_where_it_stands(name: str, chunk: bytes) -> None:
    assert _with_chunk(name, chunk).text.split("\n") == ["Before", "Ada Example", "Engineer", "After"]


def test_what_the_page_hides_stays_hidden() -> None:
    assert [hidden.text for hidden in _with_chunk("chunk.htm", _PAGE).hidden] == ["Secret"]


@pytest.mark.parametrize("chunk", [b"", b"\0\1\2", b"<html>"])
def test_a_chunk_that_cannot_be_read_does_not_lose_the_rest(chunk: bytes) -> None:
    assert _with_chunk("chunk.htm", chunk).text == "Before\nAfter"


def test_the_words_of_a_diagram_are_read_once() -> None:
    def point(text: str, kind: str = "node") -> str:
        return f'<dgm:pt type="{kind}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'

    model = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<dgm:ptLst>{point('Java')}{point('SQL')}{point('Java', 'pres')}</dgm:ptLst></dgm:dataModel>"
    )
    drawing = (
        '<w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="r_dm"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    data = word_file(
        body(f"<w:p><w:r>{drawing}</w:r></w:p>{paragraph('After')}"),
        extra={"word/data1.xml": model.encode()},
        related={"r_dm": ("diagramData", "data1.xml")},
    )
    assert read_docx(data).text == "Java\nSQL\nAfter"
