"""Pictures made in child processes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from screener.batch.inputs import InputFile
from screener.batch.pictures import DrawnOnce, draw_all
from screener.document import PageImage
from screener.report import WantedPages


def paper(text: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.drawString(72, 700, text)
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("jobs", [0, 1, 2])
def test_each_file_gets_its_pictures_in_order_and_a_missing_or_damaged_one_gets_none(tmp_path: Path, jobs: int) -> None:
    places = {name: tmp_path / name for name in ("a.pdf", "gone.pdf", "bad.pdf", "b.pdf")}
    places["a.pdf"].write_bytes(paper("a"))
    places["b.pdf"].write_bytes(paper("b"))
    places["bad.pdf"].write_bytes(b"%PDF-1.4 and no more")
    wanted = [WantedPages(name, name * 2, (1,)) for name in ("a.pdf", "gone.pdf", "bad.pdf", "unknown.pdf", "b.pdf")]
    pictures = list(draw_all(wanted, {name: InputFile(path, name) for name, path in places.items()}, jobs=jobs))
    assert [len(each) for each in pictures] == [1, 0, 0, 0, 1]
    assert pictures[0] != pictures[4]


def test_nothing_wanted_starts_nothing() -> None:
    assert list(draw_all([], {}, jobs=4)) == []


def test_a_page_that_several_reports_want_is_drawn_once(tmp_path: Path) -> None:
    asked: list[WantedPages] = []

    def draw(wanted: Sequence[WantedPages]) -> Iterator[Sequence[PageImage]]:
        asked.extend(wanted)
        return ([PageImage(page, 10.0, 20.0, f"{each.file} {page}".encode()) for page in each.pages if page < 3] for each in wanted)

    drawn = DrawnOnce(tmp_path)
    first = list(drawn.draw([WantedPages("a.pdf", "aa", (1,)), WantedPages("b.pdf", "bb", (2,))], draw))
    second = list(drawn.draw([WantedPages("a.pdf", "aa", (1, 2, 3)), WantedPages("b.pdf", "bb", (2,))], draw))
    third = list(drawn.draw([WantedPages("a.pdf", "aa", (3,))], draw))
    assert [[image.png for image in images] for images in first] == [[b"a.pdf 1"], [b"b.pdf 2"]]
    assert [[image.png for image in images] for images in second] == [[b"a.pdf 1", b"a.pdf 2"], [b"b.pdf 2"]]
    assert third == [[]]
    assert [(each.file, each.pages) for each in asked] == [("a.pdf", (1,)), ("b.pdf", (2,)), ("a.pdf", (2, 3))]
