"""Word files that are odd, broken or made to do harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from datetime import date

import docx
import pytest

from screener.errors import UnreadableDocumentError
from screener.extract.docx import package, read_docx
from tests.extract.docx.word_files import archive, body, paragraph, part, word_file

_PLAIN = body(paragraph("Ada Example"))


def _code(data: bytes) -> str:
    with pytest.raises(UnreadableDocumentError) as raised:
        read_docx(data)
    return raised.value.code


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_templates_and_files_with_macros_are_read_without_their_macros(main_type: str) -> None:
    data = word_file(_PLAIN, main_type=main_type, extra={"word/vbaProject.bin": b"\0macro"})
    assert read_docx(data).text == "Ada Example"


def test_the_strict_flavour_is_read() -> None:
    strict = _PLAIN.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert strict != _PLAIN
    assert read_docx(word_file(strict)).text == "Ada Example"


def test_a_relation_to_a_part_that_is_not_there_is_passed_over() -> None:
    broken = {"word/_rels/document.xml.rels": _relations('<Relationship Id="r1" Type="x/styles" Target="../NULL"/>').encode()}
    assert read_docx(word_file(_PLAIN, extra=broken)).text == "Ada Example"


def _relations(content: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{content}</Relationships>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_definitions_are_refused(encoding: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    document = _PLAIN.replace('<?xml version="1.0" encoding="UTF-8"?>', f'<?xml version="1.0" encoding="{encoding}"?>{bomb}')
    assert _code(word_file("", extra={"word/document.xml": document.encode(encoding)})) == "damaged"


def test_a_part_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_INFLATED", 100_000)
    assert _code(word_file(body(paragraph("a" * 200_000)))) == "too-large"


def test_a_directory_that_lies_about_sizes_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_INFLATED", 100_000)
    assert _code(_with_declared_size(word_file(body(paragraph("a" * 200_000))), b"word/document.xml", 10)) == "too-large"


def _with_declared_size(data: bytes, member: bytes, size: int) -> bytes:
    """The archive with another uncompressed size (and the checksum of that much) in the directory entry of a member."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        content = zipped.read(member.decode())
    entry = data.rindex(member) - 46
    patched = bytearray(data)
    struct.pack_into("<I", patched, entry + 16, zlib.crc32(content[:size]))
    struct.pack_into("<I", patched, entry + 24, size)
    return bytes(patched)


def test_pictures_are_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_INFLATED", 100_000)
    assert read_docx(word_file(_PLAIN, extra={"word/media/image1.png": bytes(500_000)})).text == "Ada Example"


def test_a_file_of_countless_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_MEMBERS", 50)
    assert _code(word_file(_PLAIN, extra={f"word/x{index}.xml": b"<x/>" for index in range(60)})) == "too-large"


@pytest.mark.parametrize(("depth", "is_read"), [(40, True), (80, True), (300, False), (3000, False)])
def test_deep_nesting_is_read_or_refused_but_never_crashes(depth: int, is_read: bool) -> None:
    nested = paragraph("Deep")
    for _ in range(depth):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    data = word_file(body(nested))
    if is_read:
        assert read_docx(data).text == "Deep"
    else:
        assert _code(data) == "damaged"


def test_deeply_wrapped_runs_are_read() -> None:
    wrapped = "<w:r><w:t>Deep</w:t></w:r>"
    for _ in range(240):
        wrapped = f"<w:smartTag>{wrapped}</w:smartTag>"
    assert read_docx(word_file(body(f"<w:p>{wrapped}</w:p>"))).text == "Deep"


@pytest.mark.parametrize(
    "data",
    [
        archive({"word/document.xml": _PLAIN}),
        word_file("<w:document"),
        word_file(part("document", "")),
        word_file(_PLAIN, {"styles": "<broken"}),
    ],
)
def test_a_package_without_what_word_needs_is_damaged(data: bytes) -> None:
    assert _code(data) == "damaged"


def test_a_member_with_a_password_makes_the_file_encrypted() -> None:
    data = bytearray(word_file(_PLAIN))
    entry = data.rindex(b"word/document.xml") - 46
    data[entry + 8] |= 1
    assert _code(bytes(data)) == "encrypted"


def _properties(created: str, modified: str, application: str = "", pages: str = "") -> bytes:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>{created}</dcterms:created>'
        f"<dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>"
    )
    extended = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{application}</Application><Pages>{pages}</Pages></Properties>"
    )
    return word_file(_PLAIN, extra={"docProps/core.xml": core.encode(), "docProps/app.xml": extended.encode()})


@pytest.mark.parametrize(
    ("created", "modified", "expected"),
    [
        ("2019-05-06T07:08:09Z", "2020-01-02T03:04:05Z", (date(2019, 5, 6), date(2020, 1, 2))),
        ("2013-12-23T23:15:00Z", "2020-01-02", (None, date(2020, 1, 2))),
        ("yesterday", "", (None, None)),
        ("1601-01-01T00:00:00Z", "2020-13-45", (None, None)),
    ],
)
def test_dates_are_those_of_the_file_and_a_template_date_is_none(created: str, modified: str, expected: tuple[date | None, ...]) -> None:
    facts = read_docx(_properties(created, modified)).facts
    assert (facts.created, facts.modified) == expected


def test_a_file_without_properties_has_no_dates() -> None:
    facts = read_docx(word_file(_PLAIN)).facts
    assert (facts.created, facts.modified, facts.producer, facts.page_count) == (None, None, "", 1)


@pytest.mark.parametrize(("pages", "count"), [("3", 3), ("0", 1), ("99999999999", 1), ("many", 1), ("-2", 1), ("²", 1)])
def test_program_and_pages_are_told_where_they_can_be_true(pages: str, count: int) -> None:
    facts = read_docx(_properties("", "", "Example\n Writer", pages)).facts
    assert (facts.producer, facts.page_count, facts.format, facts.readers) == ("Example Writer", count, "docx", ("docx",))


def test_fonts_are_those_that_runs_and_defaults_name() -> None:
    word = docx.Document()
    for font in ("Georgia", "Arial", "Georgia"):
        word.add_paragraph().add_run("Ada Example").font.name = font
    file = io.BytesIO()
    word.save(file)
    assert read_docx(file.getvalue()).facts.fonts == ("Arial", "Cambria", "Georgia")  # Cambria: of the template's theme


def test_a_file_of_python_docx_is_read_whole() -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Ada Example"
    word.add_heading("Experience", 1)
    word.add_paragraph("Built services", style="List Bullet")
    word.add_paragraph("Ran them", style="List Number")
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2018 – 2020", "Acme"
    stream = io.BytesIO()
    word.save(stream)
    document = read_docx(stream.getvalue())
    assert document.text.split("\n") == ["Ada Example", "Experience", "• Built services", "• Ran them", "2018 – 2020\tAcme"]
    assert [line.heading for line in document.lines] == [False, True, False, False, False]
    assert document.facts.created is None


@pytest.mark.parametrize(
    ("words", "pictures", "verdict", "flags"),
    [(5, 0, "failed", ()), (5, 1, "failed", ("scanned",)), (30, 0, "doubtful", ()), (30, 1, "doubtful", ()), (200, 1, "good", ())],
)
def test_little_text_is_told_by_the_verdict(words: int, pictures: int, verdict: str, flags: tuple[str, ...]) -> None:
    picture = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>" * pictures
    document = read_docx(word_file(body(paragraph("word " * words) + picture)))
    assert (document.reading.verdict, document.flags) == (verdict, flags)
    assert (document.reading.score == 1.0) == (verdict == "good")
    assert bool(document.reading.reasons) == (verdict != "good")


def test_fonts_of_the_theme_are_told_by_name() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
        '<a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont><a:minorFont><a:latin typeface="Carlito"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    text = paragraph("Ada Skov", '<w:rFonts w:asciiTheme="minorHAnsi"/>') + paragraph("Skills", '<w:rFonts w:asciiTheme="majorAscii" w:ascii="Old"/>')
    made = word_file(body(text), extra={"word/theme/theme1.xml": theme.encode()}, related={"rT": ("theme", "theme/theme1.xml")})
    assert read_docx(made).facts.fonts == ("Calibri Light", "Carlito")
