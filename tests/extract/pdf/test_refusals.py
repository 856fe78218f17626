"""PDFs that cannot be read: each says what happened, in a code that stays."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from screener.errors import UnreadableDocumentError
from screener.extract.pdf import read_pdf
from screener.extract.pdf.inflation import inflates_too_far
from tests.extract.pdf.pdf_files import HEIGHT, WIDTH, make_pdf, put, written
from tests.extract.pdf.raw_pages import FIRST, raw_pdf, text

SCAN = Image.new("RGB", (40, 60), (200, 200, 200))


def scanned_page(canvas: Canvas) -> None:
    buffer = io.BytesIO()
    SCAN.save(buffer, "PNG")
    buffer.seek(0)
    canvas.drawImage(ImageReader(buffer), 0, 0, WIDTH, HEIGHT)


def code_of(data: bytes, reader: str = "auto") -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pdf(data, reader=reader)
    assert caught.value.advice
    return caught.value.code


@pytest.mark.parametrize("reader", ["auto", "pdfium", "pdfplumber"])
def test_a_password_is_told(reader: str) -> None:
    locked = make_pdf(lambda canvas: put(canvas, [(50, 100, "Mira Holt")]), encrypt=StandardEncryption("secret", "owner"))
    assert code_of(locked, reader) == "encrypted"


def test_a_file_that_only_forbids_changes_is_read() -> None:
    protected = make_pdf(lambda canvas: put(canvas, [(50, 100, "Mira Holt")]), encrypt=StandardEncryption("", "owner", canModify=0))
    assert read_pdf(protected).text == "Mira Holt"
    assert read_pdf(protected, reader="pdfplumber").text == "Mira Holt"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\nnothing of a PDF follows", b"\x00" * 500])
def test_a_damaged_file_is_told(data: bytes) -> None:
    assert code_of(data) == "damaged"


def test_a_truncated_file_is_damaged_or_gives_what_is_whole() -> None:
    whole = written((50, 100, "Mira Holt"))
    for share in (0.2, 0.5):
        assert code_of(whole[: int(len(whole) * share)]) in {"damaged", "empty"}


def test_no_bytes_at_all() -> None:
    assert code_of(b"") == "empty"


def test_a_blank_page_is_empty() -> None:
    assert code_of(make_pdf(lambda canvas: canvas.showPage())) == "empty"


def test_pictures_without_text_are_a_scan() -> None:
    assert code_of(make_pdf(scanned_page)) == "scanned"


def test_a_document_scanned_in_part_is_read_and_doubted() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, [(50, 100 + 14 * n, "Mira Holt built the billing service of a harbour") for n in range(20)])
        canvas.showPage()
        scanned_page(canvas)

    document = read_pdf(make_pdf(draw))
    assert document.flags == ("scanned",)
    assert document.reading.verdict == "doubtful"
    assert document.reading.reasons == ("page 2 without text: pictures alone, probably a scan",)
    assert document.facts.page_count == 2


def outcome_of(data: bytes, reader: str) -> str:
    try:
        return "text" if read_pdf(data, reader=reader).text else "nothing"
    except UnreadableDocumentError as error:
        return error.code


@pytest.mark.parametrize("reader", ["auto", "pdfium", "pdfplumber"])
def test_any_damage_ends_in_text_or_in_a_reason(reader: str) -> None:
    whole = written((50, 100, "Mira Holt"), (50, 120, "Built the billing service of a harbour"))
    for place in range(0, len(whole), 7):
        broken = whole[:place] + b"\xdc" + whole[place + 1 :]
        outcome = outcome_of(broken, reader)
        assert outcome in {"text", "damaged", "empty", "encrypted"}


def with_content(stream: bytes, filters: str) -> bytes:
    """A page whose content is this stream, packed as `filters` say."""
    page = written((50, 100, "Mira Holt"))
    head, _, rest = page.partition(b"stream\r\n") if b"stream\r\n" in page else page.partition(b"stream\n")
    _, _, tail = rest.partition(b"endstream")
    start = head.rindex(b"<<")
    return head[:start] + f"<< /Filter {filters} /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream" + tail


@pytest.mark.parametrize("megabytes", [30, 300])
@pytest.mark.parametrize("unit", [b" ", b"BT /F1 10 Tf 50 700 Td (Hello) Tj ET\n"])
def test_a_page_that_unpacks_without_end_is_refused_before_it_is_unpacked(megabytes: int, unit: bytes) -> None:
    block = unit * (1_000_000 // len(unit))
    packer = zlib.compressobj(9)
    packed = b"".join([packer.compress(block) for _ in range(megabytes)]) + packer.flush()
    assert len(packed) < 2_000_000
    assert code_of(with_content(packed, "/FlateDecode")) == "too-large"
    assert code_of(with_content(zlib.compress(packed, 9), "[/FlateDecode /FlateDecode]")) == "too-large"


def test_a_page_packed_twice_or_tightly_is_read_when_it_is_small() -> None:
    content = b"BT /F1 10 Tf 50 700 Td (Mira Holt) Tj ET\n" + b" " * 1_000_000
    assert not inflates_too_far(with_content(zlib.compress(content), "/FlateDecode"))
    assert not inflates_too_far(with_content(zlib.compress(zlib.compress(content)), "[ /FlateDecode /FlateDecode ]"))


def test_the_cover_of_a_portfolio_is_no_resume_to_go_by() -> None:
    attached = b"<< /Type /EmbeddedFile /Length 4 >>\nstream\n%PDF\nendstream"
    entry = b"<< /Type /Filespec /F (cv.pdf) /UF (cv.pdf) /EF << /F %d 0 R >> >>" % FIRST
    names = b"/Names << /EmbeddedFiles << /Names [(cv.pdf) %d 0 R] >> >>" % (FIRST + 1)
    cover = raw_pdf(text(50, 780, "Open this portfolio in a newer program"), catalog=names, more=[attached, entry])
    document = read_pdf(cover)
    assert document.reading.verdict == "doubtful"
    assert document.reading.reasons == ("hardly any text, and 1 file attached inside that was not read",)
    long = b"".join(text(50, 780 - 20 * line, "Engineer at Skarn in Bergen, 2015 - 2020") for line in range(12))
    assert read_pdf(raw_pdf(long, catalog=names, more=[attached, entry])).reading.verdict == "good"
