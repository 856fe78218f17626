"""Nothing that a person sees is lost, nothing is doubled: the ways in which Word wraps text."""

from __future__ import annotations

import pytest

from tests.extract.docx.word_files import lines_of, paragraph, part, run, table

_CHOICE_AND_FALLBACK = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
    f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('In the box')}</w:txbxContent></v:textbox></v:shape>"
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
_OLD_BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox>"
    f"<w:txbxContent>{paragraph('Old box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
_WINGDINGS = '<w:rFonts w:ascii="Wingdings"/>'
_COMPLEX_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_NESTED_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>condition</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Result</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (paragraph("Plain"), ["Plain"]),
        (f"<w:p>{run('Pyt')}{run('hon', '<w:b/>')}</w:p>", ["Python"]),
        (f"<w:sdt><w:sdtPr><w:alias w:val='Title'/></w:sdtPr><w:sdtContent>{paragraph('Control')}</w:sdtContent></w:sdt>", ["Control"]),
        (f"<w:p><w:sdt><w:sdtContent>{run('Inline control')}</w:sdtContent></w:sdt></w:p>", ["Inline control"]),
        (f"<w:p>{run('Kept ')}<w:ins>{run('inserted')}</w:ins></w:p>", ["Kept inserted"]),
        (f"<w:p>{run('Kept')}<w:del><w:r><w:delText> deleted</w:delText></w:r></w:del></w:p>", ["Kept"]),
        (f"<w:p><w:moveFrom>{run('Gone')}</w:moveFrom><w:moveTo>{run('Here')}</w:moveTo></w:p>", ["Here"]),
        (f"<w:p><w:smartTag><w:smartTagPr/><w:smartTag>{run('Berlin')}</w:smartTag></w:smartTag></w:p>", ["Berlin"]),
        (f"<w:customXml>{paragraph('Custom')}</w:customXml>", ["Custom"]),
        (f"<w:p><w:fldSimple w:instr=' AUTHOR '>{run('Ada')}</w:fldSimple></w:p>", ["Ada"]),
        (_COMPLEX_FIELD, ["Shown"]),
        (_NESTED_FIELD, ["Result"]),
        (_CHOICE_AND_FALLBACK, ["In the box"]),
        (_OLD_BOX, ["Old box"]),
        ("<w:p><w:r><w:pict><v:shape><v:textpath string='Word art'/></v:shape></w:pict></w:r></w:p>", ["Word art"]),
        (f"<w:p>{run('a')}<w:r><w:tab/></w:r>{run('b')}</w:p>", ["a\tb"]),
        (f"<w:p>{run('a')}<w:r><w:br/></w:r>{run('b')}<w:r><w:cr/></w:r>{run('c')}</w:p>", ["a", "b", "c"]),
        (f"<w:p>{run('full')}<w:r><w:noBreakHyphen/></w:r>{run('stack')}</w:p>", ["full-stack"]),
        (f"<w:p>{run('micro')}<w:r><w:softHyphen/></w:r>{run('services')}</w:p>", ["microservices"]),
        ("<w:p><w:r><w:t>micro\u00adservices</w:t></w:r></w:p>", ["microservices"]),
        (f"<w:p><w:r><w:sym w:font='Wingdings' w:char='F0A7'/></w:r>{run(' Item')}</w:p>", ["• Item"]),
        (f"<w:p><w:r><w:sym w:font='Wingdings' w:char='F028'/></w:r>{run(' 030 123')}</w:p>", ["030 123"]),
        (f"<w:p>{run('(', _WINGDINGS)}{run(' 030 123')}</w:p>", ["030 123"]),
        (f"<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>{run(' 5 years')}</w:p>", ["≥ 5 years"]),
        (f"<w:p><w:r><w:ruby><w:rt>{run('kana')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby></w:r></w:p>", ["漢字"]),
        ("<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", ["x=1"]),
        ("<w:p><w:r><w:t>one\n   two</w:t></w:r></w:p>", ["one two"]),
        ("<w:p/><w:p><w:r><w:t>  </w:t></w:r></w:p>" + paragraph("Only"), ["Only"]),
    ],
)  # fmt: skip
def test_wrapped_text_is_read_once(content: str, expected: list[str]) -> None:
    assert lines_of(content) == expected


def test_a_field_whose_result_spans_paragraphs_shows_its_result_alone() -> None:
    start = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    assert lines_of(f"{start}{run('First')}</w:p>{paragraph('Second')}{end}{paragraph('After')}") == ["First", "Second", "After"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('Senior ')}</w:p>"
    assert lines_of(first + paragraph("Engineer")) == ["Senior Engineer"]


def test_a_deleted_table_row_is_not_read() -> None:
    rows = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{paragraph('Old')}</w:tc></w:tr><w:tr><w:tc>{paragraph('New')}</w:tc></w:tr>"
    assert lines_of(f"<w:tbl>{rows}</w:tbl>") == ["New"]


def test_the_address_behind_a_word_stands_beside_it() -> None:
    link = f'<w:p><w:hyperlink r:id="rL">{run("E-mail")}</w:hyperlink></w:p>'
    assert lines_of(link, links={"rL": "mailto:ada@example.org?subject=Hi"}) == ["E-mail ada@example.org"]


def test_an_address_that_is_shown_is_not_repeated() -> None:
    link = f'<w:p><w:hyperlink r:id="rL">{run("ada@example.org")}</w:hyperlink></w:p>'
    assert lines_of(link, links={"rL": "mailto:ada@example.org"}) == ["ada@example.org"]


def test_the_address_of_a_link_written_as_a_field_is_found() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "mailto:</w:instrText></w:r>'
        '<w:r><w:instrText>ada@example.org"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("Write to me")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert lines_of(field) == ["Write to me ada@example.org"]


_MARGINS = (
    '<w:sectPr><w:headerReference w:type="default" r:id="r_header1"/><w:headerReference w:type="first" r:id="r_header2"/>'
    '<w:headerReference w:type="even" r:id="r_header3"/><w:footerReference w:type="default" r:id="r_footer1"/>{}</w:sectPr>'
)
_MARGIN_PARTS = {
    "header1": part("hdr", paragraph("Usual header")),
    "header2": part("hdr", paragraph("First header")),
    "header3": part("hdr", paragraph("Even header")),
    "footer1": part("ftr", paragraph("Footer")),
}


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("", ["Usual header", "Body", "Footer"]),
        ("<w:titlePg/>", ["First header", "Usual header", "Body", "Footer"]),
        ('<w:titlePg w:val="0"/>', ["Usual header", "Body", "Footer"]),
    ],
)
def test_headers_come_first_and_footers_last_and_only_those_that_are_shown(section: str, expected: list[str]) -> None:
    assert lines_of(paragraph("Body") + _MARGINS.format(section), _MARGIN_PARTS) == expected


def test_even_headers_count_where_the_document_tells_odd_from_even() -> None:
    parts = {**_MARGIN_PARTS, "settings": part("settings", "<w:evenAndOddHeaders/>")}
    assert lines_of(paragraph("Body") + _MARGINS.format(""), parts) == ["Usual header", "Even header", "Body", "Footer"]


def test_headers_that_say_the_same_in_several_sections_are_read_once() -> None:
    sections = "".join(
        f'<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="r_header{index}"/></w:sectPr></w:pPr>{run(f"Body {index}")}</w:p>'
        for index in (1, 2)
    )
    parts = {f"header{index}": part("hdr", paragraph("Ada Example")) for index in (1, 2)}
    assert lines_of(sections, parts) == ["Ada Example", "Body 1", "Body 2"]


def test_page_numbers_are_no_words() -> None:
    footer = part("ftr", f"<w:p><w:fldSimple w:instr=' PAGE '>{run('1')}</w:fldSimple></w:p>")
    section = '<w:sectPr><w:footerReference w:type="default" r:id="r_footer1"/></w:sectPr>'
    assert lines_of(paragraph("Body") + section, {"footer1": footer}) == ["Body"]


def test_footnotes_follow_the_body_and_only_those_referred_to() -> None:
    notes = part(
        "footnotes",
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("The note")}</w:footnote><w:footnote w:id="3">{paragraph("An orphan")}</w:footnote>',
    )
    text = f'<w:p>{run("Text")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph("More")
    assert lines_of(text, {"footnotes": notes}) == ["Text", "More", "The note"]


def test_a_table_in_a_header_is_read() -> None:
    header = part("hdr", table((paragraph("Ada Example"), paragraph("ada@example.org"))))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r_header1"/></w:sectPr>'
    assert lines_of(paragraph("Body") + section, {"header1": header}) == ["Ada Example\tada@example.org", "Body"]
