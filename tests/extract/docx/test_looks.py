"""Headings, bold and size, whoever says so: the run, its style, the paragraph's style or the document's defaults."""

from __future__ import annotations

import pytest

from tests.extract.docx.word_files import paragraph, part, read_body, run

_STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Section"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Job"><w:name w:val="Job"/><w:basedOn w:val="Titre1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Local"><w:name w:val="Überschrift 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
)


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("properties", "heading"),
    [
        ("", False),
        (_style("Titre1"), True),
        (_style("Section"), True),
        (_style("Job"), False),
        (_style("Local"), True),
        (_style("Loop"), False),
        (_style("Title"), False),
        (_style("Missing"), False),
        ('<w:outlineLvl w:val="1"/>', True),
        (_style("Titre1") + '<w:outlineLvl w:val="9"/>', False),
    ],
)
def test_headings_are_told_by_style_and_outline_level(properties: str, heading: bool) -> None:
    assert read_body(paragraph("Experience", properties=properties), {"styles": _STYLES}).lines[0].heading is heading


@pytest.mark.parametrize(
    ("content", "size", "bold"),
    [
        (paragraph("Text"), 10.5, False),
        (paragraph("Text", '<w:sz w:val="28"/>'), 14.0, False),
        (paragraph("Text", properties=_style("Titre1")), 16.0, True),
        (paragraph("Text", '<w:b w:val="0"/>', _style("Titre1")), 16.0, False),
        (paragraph("Text", '<w:rStyle w:val="Strong"/>'), 10.5, True),
        (f"<w:p>{run(' ')}{run('Bold', '<w:b/>')}{run(' then plain')}</w:p>", 10.5, True),
    ],
)
def test_size_and_bold_are_those_of_the_first_letters(content: str, size: float, bold: bool) -> None:
    line = read_body(content, {"styles": _STYLES}).lines[0]
    assert (line.size, line.bold) == (size, bold)
