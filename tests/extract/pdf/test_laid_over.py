"""Fields of a form as they were filled in, and typed notes, are read where they stand; what is not shown of them is not."""

from __future__ import annotations

import pytest

from screener.extract.pdf import read_pdf
from tests.extract.pdf.raw_pages import FIRST, FONT, form, raw_pdf, text

LABELS = text(50, 780, "Name:") + text(300, 780, "Born:") + text(50, 700, "Skills:") + text(50, 600, "End of the form")
NAME, BORN, SKILLS = (90, 776, 290, 790), (340, 776, 450, 790), (50, 640, 400, 690)
PRINTED = 4
HIDDEN = 2


def with_notes(*notes: tuple[tuple[int, int, int, int], str, str], flags: int = PRINTED, looks: bool = True) -> bytes:
    """The labels with notes over the page: where each stands, what it says, its kind. looks: whether the notes say how they are drawn."""
    objects = []
    for place, words, kind in notes:
        left, bottom, right, top = place
        box = f"0 0 {right - left} {top - bottom}".encode()
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in words.split("\n"))
        drawn = form(f"/Tx BMC BT /F 11 Tf 2 {top - bottom - 11} Td {lines}ET EMC".encode(), box)
        value = "/FT /Tx /T (field) /V" if kind == "Widget" else "/Contents"
        look = f"/AP << /N {FIRST + len(objects)} 0 R >>" if looks else ""
        entry = f"<< /Type /Annot /Subtype /{kind} {value} ({words}) /Rect [{left} {bottom} {right} {top}] /F {flags} /DA (/F 11 Tf 0 g) {look} >>"
        objects += [drawn, entry.encode()]
    listed = " ".join(f"{FIRST + place} 0 R" for place in range(1, len(objects), 2)).encode()
    fields = b"/AcroForm << /Fields [" + listed + b"] /DA (/F 11 Tf 0 g) /NeedAppearances true /DR << " + FONT + b" >> >>"
    return raw_pdf(LABELS, page=b"/Annots [" + listed + b"]", catalog=fields, more=objects)


FILLED = ((SKILLS, "Python, Docker\nKubernetes", "Widget"), (BORN, "1 May 1990", "Widget"), (NAME, "Ada Skov", "Widget"))


@pytest.mark.parametrize("reader", ["auto", "pdfium"])
def test_fields_stand_behind_their_labels(reader: str) -> None:
    document = read_pdf(with_notes(*FILLED), reader=reader)
    assert document.text.replace("\t", " ") == "Name: Ada Skov Born: 1 May 1990\nSkills:\nPython, Docker\nKubernetes\nEnd of the form"
    assert (document.hidden, document.flags) == ((), ())


def test_the_careful_reader_sees_them_too() -> None:
    words = set(read_pdf(with_notes(*FILLED), reader="pdfplumber").text.split())
    assert {"Ada", "Skov", "1990", "Docker", "Kubernetes"} <= words


def test_a_field_that_holds_a_value_alone_is_drawn_as_viewers_draw_it() -> None:
    assert "Name: Ada Skov" in read_pdf(with_notes((NAME, "Ada Skov", "Widget"), looks=False)).text.replace("\t", " ")


def test_a_typed_note_is_read() -> None:
    assert read_pdf(with_notes((SKILLS, "Python, Docker", "FreeText"))).text.endswith("Skills:\nPython, Docker\nEnd of the form")


@pytest.mark.parametrize("kind", ["Widget", "FreeText"])
def test_a_note_that_is_not_shown_is_not_read(kind: str) -> None:
    assert "Docker" not in read_pdf(with_notes((SKILLS, "Python, Docker", kind), flags=HIDDEN)).text
