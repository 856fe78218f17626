"""Which pages get a picture, and where it goes."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from screener.document import PageImage
from screener.report import PageChoice, WantedPages, prepare_output_folder, write_report
from screener.report.html.person import Person
from screener.report.html.pictures import MAX_FILES_FOR_AUTO, MAX_PAGES_OF_A_FILE, wanted_pages, write_pictures
from tests.report.builders import RUN, screening

_A, _B = "a" * 64, "b" * 64


def person(pages: int = 3, evidence: tuple[int, ...] = (1, 3)) -> Person:
    return Person("id", b"[]", b"{}", page_count=pages, evidence_pages=evidence)


@pytest.mark.parametrize(("choice", "expected"), [("none", ()), ("auto", (1, 3)), ("evidence", (1, 3)), ("all", (1, 2, 3))])
def test_the_choice_decides_which_pages(choice: PageChoice, expected: tuple[int, ...]) -> None:
    wanted = wanted_pages([("a.pdf", _A, person())], choice)
    assert wanted == ((WantedPages("a.pdf", _A, expected),) if expected else ())


@pytest.mark.parametrize(("count", "choice", "any_"), [(200, "auto", True), (201, "auto", False), (201, "evidence", True)])
def test_large_runs_have_pictures_only_when_they_are_asked_for(count: int, choice: PageChoice, any_: bool) -> None:
    assert MAX_FILES_FOR_AUTO == 200
    assert bool(wanted_pages([(f"{n}.pdf", f"{n:064x}", person()) for n in range(count)], choice)) == any_


def test_equal_files_are_drawn_once_and_a_file_without_pages_or_hash_never() -> None:
    people = [("a.pdf", _A, person()), ("copy.pdf", _A, person()), ("b.docx", _B, person(0)), ("../../x", "../../x", person())]
    assert [wanted.file for wanted in wanted_pages(people, "all")] == ["a.pdf"]


def test_a_book_is_not_drawn_to_its_end() -> None:
    [wanted] = wanted_pages([("a.pdf", _A, person(500))], "all")
    assert wanted.pages == tuple(range(1, MAX_PAGES_OF_A_FILE + 1))


def draw(wanted: Sequence[WantedPages]) -> Iterator[Sequence[PageImage]]:
    return ([PageImage(page, 595.28, 841.89, b"png %d" % page) for page in request.pages if page != 3] for request in wanted)


def test_pictures_are_the_owners_alone_under_names_that_tell_nothing_and_only_those_that_could_be_drawn(tmp_path: Path) -> None:
    made = write_pictures([WantedPages("Ada Beispiel.pdf", _A, (1, 3))], draw, tmp_path / "pages")
    assert made == {_A: [(1, 595.3, 841.9)]}
    [picture] = (tmp_path / "pages").iterdir()
    assert (picture.name, picture.read_bytes(), stat.S_IMODE(picture.stat().st_mode)) == (f"{_A}-1.png", b"png 1", 0o600)
    assert stat.S_IMODE((tmp_path / "pages").stat().st_mode) == 0o700


def test_a_run_without_pictures_removes_those_of_the_run_before_it(tmp_path: Path) -> None:
    out = prepare_output_folder(tmp_path / "out")
    (out / "run.json").write_text("{}")
    (out / "pages").mkdir()
    (out / "pages" / f"{_A}-1.png").write_bytes(b"old")
    write_report([screening()], RUN, out, ["html"], draw=draw, pages="none")
    assert not (out / "pages").exists()


def test_a_run_with_pictures_replaces_the_folder(tmp_path: Path) -> None:
    out = prepare_output_folder(tmp_path / "out")
    (out / "run.json").write_text("{}")
    (out / "pages").mkdir()
    (out / "pages" / f"{_B}-1.png").write_bytes(b"old")
    write_report([screening(sha256=_A)], RUN, out, ["html"], draw=draw, pages="all")
    assert [path.name for path in (out / "pages").iterdir()] == [f"{_A}-1.png"]
