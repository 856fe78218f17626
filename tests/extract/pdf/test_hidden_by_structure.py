"""Text that a page writes and never shows, by what holds it: a clip, a layer, a form, letters without width, words laid over others."""

from __future__ import annotations

import pytest

from screener.extract.pdf import read_pdf
from tests.extract.pdf.raw_pages import FIRST, form, raw_pdf, text

SEEN = text(50, 780, "Ada Skov") + text(50, 760, "Engineer at Skarn, 2015 - 2020")
SECRET = text(50, 600, "kubernetes golang")
LAYER = b"<< /Type /OCG /Name (more) >>"
USES_LAYER = b"/Properties << /L %d 0 R >>" % FIRST
USES_FORM = b"/XObject << /X %d 0 R >>" % FIRST
IN_LAYER = SEEN + b"/OC /L BDC " + SECRET + b"EMC"
LAYERS = b"/OCProperties << /OCGs [%d 0 R] /D << %%s >> >>" % FIRST
OFF = LAYERS % (b"/OFF [%d 0 R]" % FIRST)

HIDDEN = {
    "cut off by a clip": (raw_pdf(SEEN + b"q 0 0 10 10 re W n " + SECRET + b"Q"), "covered"),
    "cut off by the clip of a shape": (raw_pdf(SEEN + b"q 0 0 m 30 0 l 15 30 l h W n " + SECRET + b"Q"), "covered"),
    "in a layer that is off": (raw_pdf(IN_LAYER, resources=USES_LAYER, catalog=OFF, more=[LAYER]), "invisible"),
    "in a layer, all of which are off": (
        raw_pdf(IN_LAYER, resources=USES_LAYER, catalog=LAYERS % b"/BaseState /OFF", more=[LAYER]),
        "invisible",
    ),
    "in a form of a layer that is off": (
        raw_pdf(
            SEEN + b"/X Do",
            resources=b"/XObject << /X %d 0 R >>" % (FIRST + 1),
            catalog=OFF,
            more=[LAYER, form(SECRET, entries=b"/OC %d 0 R" % FIRST)],
        ),
        "invisible",
    ),
    "in a form that cuts it off": (raw_pdf(SEEN + b"/X Do", resources=USES_FORM, more=[form(SECRET, b"0 0 10 10")]), "invisible"),
    "white in a form": (raw_pdf(SEEN + b"/X Do", resources=USES_FORM, more=[form(b"1 g " + SECRET)]), "colour"),
    "covered by a form": (raw_pdf(SEEN + SECRET + b"/X Do", resources=USES_FORM, more=[form(b"1 g 0 580 595 50 re f")]), "covered"),
    "covered by a white rectangle": (raw_pdf(SEEN + SECRET + b"1 g 40 590 300 30 re f"), "covered"),
    "of no opacity": (raw_pdf(SEEN + b"q /G gs " + SECRET + b"Q", resources=b"/ExtGState << /G << /ca 0 >> >>"), "colour"),
    "without any width": (raw_pdf(SEEN + text(50, 600, "kubernetesgolang", before="1 Tz")), "tiny"),
    "scaled down": (raw_pdf(SEEN + b"BT /F 11 Tf 0.1 0 0 0.1 50 600 Tm (kubernetes golang) Tj ET"), "tiny"),
    "beyond the crop": (raw_pdf(SEEN + SECRET, page=b"/CropBox [0 700 595 842]"), "off-page"),
}


@pytest.mark.parametrize(("data", "reason"), HIDDEN.values(), ids=HIDDEN.keys())
def test_text_that_is_written_and_not_shown_is_hidden(data: bytes, reason: str) -> None:
    document = read_pdf(data)
    assert document.text == "Ada Skov\nEngineer at Skarn, 2015 - 2020"
    assert [(piece.text.replace(" ", ""), piece.reason) for piece in document.hidden] == [("kubernetesgolang", reason)]
    assert document.flags == ("hidden-text",)


def laid_over(words: bytes, drawn: bytes) -> bytes:
    return SEEN + b"/Span << /ActualText (" + words + b") >> BDC " + drawn + b"EMC"


SHOWN = {
    "in a layer that is on": raw_pdf(IN_LAYER, resources=USES_LAYER, catalog=LAYERS % b"/Order []", more=[LAYER]),
    "in a form": raw_pdf(SEEN + b"/X Do", resources=USES_FORM, more=[form(SECRET)]),
    "inside of its clip": raw_pdf(SEEN + b"q 0 590 595 30 re W n " + SECRET + b"Q"),
    "white on what its form paints": raw_pdf(
        SEEN + b"/X Do", resources=USES_FORM, more=[form(b"0 0 0.5 rg 0 580 595 50 re f 1 g " + SECRET)]
    ),
    "white on what a form paints": raw_pdf(
        SEEN + b"/X Do 1 g " + SECRET, resources=USES_FORM, more=[form(b"0 0 0.5 rg 0 580 595 50 re f")]
    ),
    "laid over letters that have no value": raw_pdf(laid_over(b"kubernetes golang", text(50, 600, "xxxxxxxxxx xxxxxx"))),
    "laid over an icon and its words": raw_pdf(laid_over(b"kubernetes golang", text(50, 600, "x") + text(64, 600, "kubernetes golang"))),
}


@pytest.mark.parametrize("data", SHOWN.values(), ids=SHOWN.keys())
def test_text_that_is_shown_is_evidence(data: bytes) -> None:
    document = read_pdf(data)
    assert document.text.replace("kubernetesgolang", "kubernetes golang") == "Ada Skov\nEngineer at Skarn, 2015 - 2020\nkubernetes golang"
    assert (document.hidden, document.flags) == ((), ())


def test_a_sentence_laid_over_a_full_stop_is_hidden() -> None:
    document = read_pdf(raw_pdf(laid_over(b"kubernetes golang terraform and ten years of experience", text(50, 600, "."))))
    assert "kubernetes" not in document.text
    assert document.flags == ("hidden-text",)


def test_text_of_a_small_page_that_is_enlarged_to_be_read_is_seen() -> None:
    document = read_pdf(raw_pdf(text(12, 180, "Ada Skov", 3) + text(12, 170, "Engineer at Skarn", 2.8), page=b"/MediaBox [0 0 149 210] /UserUnit 4"))
    assert document.text == "Ada Skov\nEngineer at Skarn"
    assert document.flags == ()
