"""Tables, boxes and columns in the order in which a person reads them."""

from __future__ import annotations

import pytest

from tests.extract.docx.word_files import lines_of, paragraph, part, table


def _cell(*texts: str) -> str:
    return "".join(paragraph(text) for text in texts) or "<w:p/>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(_cell("Name"), _cell("Ada Example"))], ["Name\tAda Example"]),
        ([(_cell("2018 – 2020"), _cell("Engineer, Acme"))], ["2018 – 2020\tEngineer, Acme"]),
        ([(_cell("2018 – 2020"), _cell("Engineer", "Acme", "Built it"))], ["2018 – 2020\tEngineer", "Acme", "Built it"]),
        ([(_cell("Engineer", "Acme", "Built it"), _cell("2018 – 2020"))], ["Engineer\t2018 – 2020", "Acme", "Built it"]),
        ([(_cell("Jan 2018 –", "Dec 2020"), _cell("Engineer", "Acme", "Built it"))], ["Jan 2018 – Dec 2020\tEngineer", "Acme", "Built it"]),
        ([(_cell("Ada", "Engineer", "Berlin"), _cell("ada@example.org", "2019"))], ["Ada", "Engineer", "Berlin", "ada@example.org", "2019"]),
        ([(_cell("Ada", "Engineer"), _cell("030 555 01"))], ["Ada", "Engineer", "030 555 01"]),
        ([(_cell("Engineer", "Acme"), _cell("Seit ’18"))], ["Engineer\tSeit ’18", "Acme"]),
        ([(_cell("SKILLS", "Java", "SQL"), _cell("JOBS", "Engineer", "Acme"))], ["SKILLS", "Java", "SQL", "JOBS", "Engineer", "Acme"]),
        (
            [(_cell("Skills"), _cell("Jobs")), (_cell("Java", "SQL", "Go"), _cell("Engineer", "Acme", "2018"))],
            ["Skills", "Java", "SQL", "Go", "Jobs", "Engineer", "Acme", "2018"],
        ),
        (
            [(_cell("JOBS"), _cell("Engineer", "Acme", "Built")), (_cell("EDUCATION"), _cell("BSc, Example University"))],
            ["JOBS", "Engineer", "Acme", "Built", "EDUCATION", "BSc, Example University"],
        ),
        ([(_cell("Skill"), _cell("Years"), _cell("Level")), (_cell("Go"), _cell("5"), _cell("A"))], ["Skill\tYears\tLevel", "Go\t5\tA"]),
        ([(_cell(), _cell("Alone")), (_cell(), _cell())], ["Alone"]),
    ],
)  # fmt: skip
def test_rows_are_read_across_and_columns_down(rows: list[tuple[str, ...]], expected: list[str]) -> None:
    assert lines_of(table(*rows)) == expected


def test_merged_cells_are_read_once() -> None:
    start, rest = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"
    rows = [(start + _cell("Sidebar"), _cell("First")), (rest + _cell(), _cell("Second")), (rest + _cell(), _cell("Third"))]
    wide = ('<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + _cell("Wide"),)
    assert lines_of(table(wide, *rows)) == ["Wide", "Sidebar\tFirst", "Second", "Third"]


def test_equal_words_in_different_cells_are_all_read() -> None:
    rows = [(_cell("Java"), _cell("Java"))] * 40
    assert lines_of(table(*rows)) == ["Java\tJava"] * 40


def test_nested_tables_are_read_where_they_stand() -> None:
    inner = table((_cell("2018"), _cell("Acme")))
    assert lines_of(table((_cell("Before") + inner + _cell("After"),))) == ["Before", "2018\tAcme", "After"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    cell = f"<w:sdt><w:sdtContent><w:tc>{_cell('Cell')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell}<w:tc>{_cell('Other')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    assert lines_of(f"<w:tbl>{row}</w:tbl>") == ["Cell\tOther"]


def _box(text: str, x: int, y: int, width: int, height: int, frame: str = "page") -> str:
    place = "".join(
        f'<wp:{axis} relativeFrom="{frame}"><wp:posOffset>{offset * 12_700}</wp:posOffset></wp:{axis}>'
        for axis, offset in (("positionH", x), ("positionV", y))
    )
    return (
        f'<w:r><w:drawing><wp:anchor>{place}<wp:extent cx="{width * 12_700}" cy="{height * 12_700}"/><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></w:r>"
    )


def test_boxes_on_one_paragraph_are_read_by_column_whatever_order_they_were_drawn_in() -> None:
    boxes = [
        _box("Main 2", 220, 400, 350, 300),
        _box("Side 2", 20, 300, 180, 200),
        _box("Main 1", 220, 100, 350, 290),
        _box("Side 1", 20, 100, 180, 190),
        _box("Name across the page", 20, 20, 550, 60),
    ]
    assert lines_of(f"<w:p>{''.join(boxes)}</w:p>") == ["Name across the page", "Side 1", "Side 2", "Main 1", "Main 2"]


@pytest.mark.parametrize(("down", "expected"), [(-20, ["Box", "Text"]), (30, ["Text", "Box"])])
def test_a_box_stands_above_or_below_the_paragraph_that_it_hangs_on(down: int, expected: list[str]) -> None:
    text = "<w:r><w:t>Text</w:t></w:r>"
    assert lines_of(f"<w:p>{_box('Box', 0, down, 200, 20, 'paragraph')}{text}</w:p>") == expected


def _in_group(text: str, x: int, y: int) -> str:
    frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="100" cy="100"/></a:xfrm>'
    return f"<wps:wsp><wps:spPr>{frame}</wps:spPr><wps:txbx><w:txbxContent>{paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp>"


def test_boxes_of_a_group_are_read_by_where_they_stand() -> None:
    frame = '<a:off x="0" y="0"/><a:ext cx="6350000" cy="6350000"/><a:chOff x="0" y="0"/><a:chExt cx="1000" cy="1000"/>'
    shapes = _in_group("Second", 0, 500) + _in_group("Third", 600, 0) + _in_group("First", 0, 0)
    group = f"<wpg:wgp><wpg:grpSpPr><a:xfrm>{frame}</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>"
    place = "".join(f'<wp:{axis} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:{axis}>' for axis in ("positionH", "positionV"))
    anchor = (
        f'<wp:anchor>{place}<wp:extent cx="6350000" cy="6350000"/><a:graphic><a:graphicData>{group}</a:graphicData></a:graphic></wp:anchor>'
    )
    assert lines_of(f"<w:p><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>") == ["First", "Second", "Third"]


_NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="none"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>',
)
_LIST_STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:styleId="Dots"><w:name w:val="Dots"/>'
    '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="U1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style>',
)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>', "• Item"),
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>', "Item"),
        ('<w:pStyle w:val="Dots"/>', "• Item"),
        ('<w:pStyle w:val="LB"/>', "• Item"),
        ('<w:pStyle w:val="Dots"/><w:numPr><w:numId w:val="0"/></w:numPr>', "Item"),
        ('<w:pStyle w:val="U1"/>', "Item"),
        ("", "Item"),
    ],
)
def test_list_items_start_with_a_bullet(properties: str, expected: str) -> None:
    assert lines_of(paragraph("Item", properties=properties), {"numbering": _NUMBERING, "styles": _LIST_STYLES}) == [expected]


def test_a_typed_bullet_in_a_list_item_is_not_doubled() -> None:
    item = paragraph("• Item", properties='<w:numPr><w:numId w:val="7"/></w:numPr>')
    assert lines_of(item, {"numbering": _NUMBERING}) == ["• Item"]
