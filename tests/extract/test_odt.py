"""ODT files written in the test, part by part."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from screener.document import Document
from screener.errors import UnreadableDocumentError
from screener.extract import extract_bytes

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_URN}{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "fo": "xsl-fo-compatible",
        "svg": "svg-compatible", "meta": "meta",
    }.items()
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
_STYLES = (
    '<style:style style:name="White" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Tiny" style:family="paragraph"><style:text-properties fo:font-size="1pt"/></style:style>'
    '<style:style style:name="Big" style:family="paragraph">'
    '<style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Dark" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#203864"/></style:style>'
)


def _part(root: str, content: str) -> str:
    return f'<?xml version="1.0"?><office:{root} {_NAMESPACES}>{content}</office:{root}>'


def _odt(text: str, *, margins: str = "", meta: str = "", manifest: str = "", content: str | None = None) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        body = f"<office:automatic-styles>{_STYLES}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
        archive.writestr("content.xml", _part("document-content", body) if content is None else content)
        page = f'<style:master-page style:name="Standard">{margins}</style:master-page>'
        archive.writestr("styles.xml", _part("document-styles", f"<office:master-styles>{page}</office:master-styles>"))
        archive.writestr("meta.xml", _part("document-meta", f"<office:meta>{meta}</office:meta>"))
        archive.writestr("META-INF/manifest.xml", manifest)
    return stream.getvalue()


def _read(text: str) -> Document:
    return extract_bytes(_odt(text))


_FRAME = "<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box><draw:image/></draw:frame>"
_CELLS = "<table:table-cell><text:p>2018 – 2020</text:p></table:table-cell><table:table-cell><text:p>Acme</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<text:p>Ada <text:span>Example</text:span></text:p>", ["Ada Example"]),
        ("<text:p>a<text:tab/>b<text:line-break/>c<text:s text:c='3'/>d</text:p>", ["a\tb", "c d"]),
        ("<text:list><text:list-item><text:p>One</text:p><text:p>more</text:p></text:list-item></text:list>", ["• One", "more"]),
        (f"<table:table><table:table-row>{_CELLS}</table:table-row></table:table>", ["2018 – 2020\tAcme"]),
        (f"<text:section><text:p>In {_FRAME}section</text:p></text:section>", ["In section", "Boxed"]),
        ("<text:tracked-changes><text:p>Deleted</text:p></text:tracked-changes><text:p>Kept</text:p>", ["Kept"]),
        ("<text:p>Text<office:annotation><text:p>A remark</text:p></office:annotation></text:p>", ["Text"]),
        ("<text:p><text:a xlink:href='mailto:ada@example.org'>Write</text:a></text:p>", ["Write ada@example.org"]),
        (
            "<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body>"
            "</text:note></text:p><text:p>More</text:p>",
            ["Text", "More", "Note"],
        ),
    ],
)
def test_every_word_is_read_once(text: str, expected: list[str]) -> None:
    assert _read(text).text.split("\n") == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<text:p><text:span text:style-name='White'>Secret</text:span></text:p>", "colour"),
        ("<text:p><text:span text:style-name='Gone'>Secret</text:span></text:p>", "vanish"),
        ("<text:p text:style-name='Tiny'>Secret</text:p>", "tiny"),
        ("<text:p><text:hidden-text text:string-value='Secret'/></text:p>", "invisible"),
        (
            "<text:p><draw:frame svg:width='1pt' svg:height='1pt'>"
            "<draw:text-box><text:p>Secret</text:p></draw:text-box></draw:frame></text:p>",
            "tiny",
        ),
    ],
)
def test_hidden_text_is_kept_apart(text: str, reason: str) -> None:
    document = _read("<text:p>Visible</text:p>" + text)
    assert document.text == "Visible"
    assert [(hidden.text, hidden.reason) for hidden in document.hidden] == [("Secret", reason)]


def test_white_text_in_a_dark_cell_is_seen() -> None:
    cell = (
        "<table:table-cell table:style-name='Dark'><text:p><text:span text:style-name='White'>Seen</text:span></text:p></table:table-cell>"
    )
    assert _read(f"<table:table><table:table-row>{cell}</table:table-row></table:table>").text == "Seen"


def test_headings_and_looks_are_told() -> None:
    lines = _read("<text:h text:outline-level='1'>Jobs</text:h><text:p text:style-name='Big'>Acme</text:p>").lines
    assert [(line.heading, line.bold, line.size) for line in lines] == [(True, False, 10.0), (False, True, 14.0)]


def test_headers_come_first_and_footers_last() -> None:
    footer = "<style:footer><text:p>Page<text:page-number>1</text:page-number></text:p></style:footer>"
    margins = f"<style:header><text:p>Ada</text:p></style:header>{footer}"
    assert extract_bytes(_odt("<text:p>Body</text:p>", margins=margins)).text.split("\n") == ["Ada", "Body", "Page"]


def test_facts_are_those_of_the_file() -> None:
    meta = (
        "<meta:generator>Example Writer</meta:generator><meta:creation-date>2019-05-06T07:08:09</meta:creation-date>"
        "<dc:date>2020-01-02T03:04:05</dc:date><meta:document-statistic meta:page-count='2'/>"
    )
    facts = extract_bytes(_odt("<text:p>Body</text:p>", meta=meta)).facts
    assert (facts.format, facts.producer, facts.created, facts.modified, facts.page_count) == (
        "odt",
        "Example Writer",
        date(2019, 5, 6),
        date(2020, 1, 2),
        2,
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_odt("<text:p/>"), "empty"),
        (_odt("<text:p>x</text:p>", manifest="<encryption-data/>"), "encrypted"),
        (_odt("", content="<broken"), "damaged"),
        (_odt("", content='<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "damaged"),
        (_odt("", content="<x/>"), "unsupported"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        extract_bytes(data)
    assert raised.value.code == code
