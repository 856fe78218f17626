"""An address for mail that stands behind a word or an icon is read beside it, unless the page shows it."""

from __future__ import annotations

import pytest

from screener.extract.pdf import read_pdf
from tests.extract.pdf.raw_pages import FIRST, raw_pdf, text


def linked(*words: tuple[float, str], target: str = "mailto:ada@skov.example?subject=Hi", rotation: int = 0) -> bytes:
    """Words on one line; what stands between 50 and 90 points from the left is linked."""
    content = b"".join(text(x, 780, each) for x, each in words) + text(50, 760, "Engineer at Skarn")
    link = f"<< /Type /Annot /Subtype /Link /Rect [50 776 90 792] /A << /S /URI /URI ({target}) >> >>".encode()
    return raw_pdf(content, page=b"/Rotate %d /Annots [%d 0 R]" % (rotation, FIRST), more=[link])


@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("reader", ["auto", "pdfium"])
def test_the_address_behind_a_word_stands_beside_it(reader: str, rotation: int) -> None:
    document = read_pdf(linked((52, "Email"), (120, "Bergen"), rotation=rotation), reader=reader)
    assert document.text == "Email ada@skov.example\tBergen\nEngineer at Skarn"


def test_the_address_behind_an_icon_stands_where_the_icon_does() -> None:
    assert read_pdf(linked((120, "Bergen"))).text.split() == ["ada@skov.example", "Bergen", "Engineer", "at", "Skarn"]


def test_an_address_that_is_shown_is_not_repeated() -> None:
    assert read_pdf(linked((52, "Email"), (120, "ada@skov.example"))).text == "Email\tada@skov.example\nEngineer at Skarn"


@pytest.mark.parametrize("target", ["https://skov.example", "mailto:kubernetes golang", "mailto:ada@skov.example terraform", "mailto:"])
def test_what_is_no_address_is_not_read(target: str) -> None:
    assert read_pdf(linked((52, "Email"), target=target)).text == "Email\nEngineer at Skarn"
