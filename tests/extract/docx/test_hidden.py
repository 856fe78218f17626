"""What nobody sees is kept apart with its reason; what only looks suspicious is kept as text."""

from __future__ import annotations

import pytest

from tests.extract.docx.word_files import lines_of, paragraph, part, read_body, run, table

_WHITE = '<w:color w:val="FFFFFF"/>'
_STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heir"><w:name w:val="Heir"/><w:basedOn w:val="Gone"/></w:style>'
    '<w:style w:type="character" w:styleId="White"><w:name w:val="White"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dark"><w:name w:val="Dark"/><w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style>',
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (paragraph("Secret", "<w:vanish/>"), "vanish"),
        (paragraph("Secret", properties='<w:pStyle w:val="Gone"/>'), "vanish"),
        (paragraph("Secret", properties='<w:pStyle w:val="Heir"/>'), "vanish"),
        (paragraph("Secret", _WHITE), "colour"),
        (paragraph("Secret", '<w:color w:val="FEFEFE"/>'), "colour"),
        (paragraph("Secret", '<w:rStyle w:val="White"/>'), "colour"),
        (paragraph("Secret", '<w:color w:val="1F3864"/>', '<w:shd w:val="clear" w:fill="1F3864"/>'), "colour"),
        (paragraph("Secret", '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'), "colour"),
        (paragraph("Secret", '<w:sz w:val="2"/>'), "tiny"),
        (paragraph("Secret", '<w:w w:val="1"/>'), "invisible"),
        (paragraph("Secret", properties='<w:spacing w:line="20" w:lineRule="exact"/>'), "tiny"),
        (paragraph("Secret", properties='<w:ind w:left="-40000"/>'), "off-page"),
        (paragraph("Secret", properties='<w:framePr w:w="100" w:x="90000"/>'), "off-page"),
        (table((paragraph("Secret"),)).replace("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr>'), "tiny"),
        (paragraph("Secret", "<w14:textFill><w14:noFill/></w14:textFill>"), "invisible"),
    ],
)
def test_hidden_text_is_kept_apart_and_flagged(content: str, reason: str) -> None:
    document = read_body(paragraph("Visible") + content, {"styles": _STYLES})
    assert document.text == "Visible"
    assert [(hidden.text, hidden.reason) for hidden in document.hidden] == [("Secret", reason)]
    assert document.flags == ("hidden-text",)


@pytest.mark.parametrize(
    "content",
    [
        paragraph("Seen", '<w:vanish w:val="0"/>'),
        paragraph("Seen", '<w:vanish w:val="0"/>', '<w:pStyle w:val="Gone"/>'),
        paragraph("Seen", "<w:webHidden/>"),
        paragraph("Seen", _WHITE, '<w:shd w:val="clear" w:fill="1F3864"/>'),
        paragraph("Seen", _WHITE + '<w:shd w:val="clear" w:fill="000000"/>'),
        paragraph("Seen", _WHITE + '<w:highlight w:val="black"/>'),
        paragraph("Seen", _WHITE, '<w:pStyle w:val="Dark"/>'),
        paragraph("Seen", '<w:color w:val="D9D9D9"/>'),
        paragraph("Seen", '<w:color w:val="auto"/>', '<w:shd w:val="clear" w:fill="000000"/>'),
        paragraph("Seen", '<w:sz w:val="10"/>'),
        paragraph("Seen", properties='<w:ind w:left="-720"/>'),
        table((paragraph("Seen"),)).replace("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="20" w:hRule="atLeast"/></w:trPr>'),
        table((f'<w:tcPr><w:shd w:val="clear" w:fill="203864"/></w:tcPr>{paragraph("Seen", _WHITE)}',)),
        table((paragraph("Seen", _WHITE),)).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'),
        table((paragraph("Seen", _WHITE),)).replace("<w:tblPr/>", '<w:tblPr><w:shd w:val="clear" w:fill="222222"/></w:tblPr>'),
    ],
)
def test_text_that_stands_out_from_its_ground_is_no_hidden_text(content: str) -> None:
    document = read_body(content, {"styles": _STYLES})
    assert (document.text, document.hidden) == ("Seen", ())


def test_hidden_words_inside_a_line_leave_the_line_whole() -> None:
    document = read_body(f"<w:p>{run('Java ')}{run('Kubernetes ', '<w:vanish/>')}{run('Terraform', '<w:vanish/>')}{run('and SQL')}</w:p>")
    assert document.text == "Java and SQL"
    assert [hidden.text for hidden in document.hidden] == ["Kubernetes Terraform"]


def _anchored(shape: str, *, behind: bool = False, size: tuple[int, int] = (2_000_000, 9_000_000), x: int = 0, frame: str = "page") -> str:
    position = "".join(
        f'<wp:{axis} relativeFrom="{frame}"><wp:posOffset>{x}</wp:posOffset></wp:{axis}>' for axis in ("positionH", "positionV")
    )
    return (
        f'<w:p><w:r><w:drawing><wp:anchor behindDoc="{int(behind)}">{position}<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def _shape(fill: str, content: str = "") -> str:
    text = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
    return f"<wps:wsp><wps:spPr>{fill}</wps:spPr>{text}</wps:wsp>"


_BLUE = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'
_THEMED = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
_PORTRAIT = "<pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic>"


@pytest.mark.parametrize("fill", [_BLUE, _THEMED, "<a:gradFill/>"])
def test_white_text_in_a_painted_box_is_seen(fill: str) -> None:
    assert lines_of(_anchored(_shape(fill, paragraph("Seen", _WHITE)))) == ["Seen"]


def test_white_text_in_an_empty_box_on_white_paper_is_hidden() -> None:
    document = read_body(paragraph("Visible") + _anchored(_shape("<a:noFill/>", paragraph("Secret", _WHITE))))
    assert (document.text, document.hidden[0].reason) == ("Visible", "colour")


def test_white_text_over_a_sidebar_drawn_behind_it_is_seen() -> None:
    assert lines_of(_anchored(_shape(_BLUE), behind=True) + paragraph("Seen", _WHITE)) == ["Seen"]


def test_white_text_beside_a_portrait_is_hidden() -> None:
    document = read_body(paragraph("Visible") + _anchored(_PORTRAIT) + paragraph("Secret", _WHITE))
    assert (document.text, document.hidden[0].text) == ("Visible", "Secret")


def test_white_text_over_a_picture_behind_it_is_seen() -> None:
    assert lines_of(_anchored(_PORTRAIT, behind=True) + paragraph("Seen", _WHITE)) == ["Seen"]


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        (_anchored(_shape(_BLUE, paragraph("Secret")), x=-90_000_000), "off-page"),
        (_anchored(_shape(_BLUE, paragraph("Secret")), x=90_000_000), "off-page"),
        (_anchored(_shape(_BLUE, paragraph("Secret")), size=(12_700, 12_700)), "tiny"),
        (_anchored(_shape(_BLUE, paragraph("Secret"))).replace("<wp:extent", '<wp:docPr hidden="1"/><wp:extent'), "invisible"),
    ],
)
def test_boxes_that_nobody_sees_are_hidden(box: str, reason: str) -> None:
    document = read_body(paragraph("Visible") + box)
    assert (document.text, document.hidden[0].text, document.hidden[0].reason) == ("Visible", "Secret", reason)


def test_alternative_text_of_pictures_is_not_read() -> None:
    assert lines_of(paragraph("Visible") + _anchored(_PORTRAIT).replace("<wp:extent", '<wp:docPr descr="Kubernetes"/><wp:extent')) == [
        "Visible"
    ]
