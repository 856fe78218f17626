"""Words whole: spaces that are missing, letters that stand apart, words broken over lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from screener.extract.pdf import read_pdf
from screener.extract.pdf.quality import quality_of, reading_of
from screener.extract.pdf.words import PageWords, Word
from tests.extract.pdf.pdf_files import HEIGHT, make_pdf, put, read_lines, written


def test_spaces_left_out_by_the_producer_are_put_back() -> None:
    def draw(canvas: Canvas) -> None:
        x = 50.0
        text = canvas.beginText(x, HEIGHT - 100)
        text.setFont("Helvetica", 10)
        for word in ["years", "of", "experience", "as", "a", "team", "lead"]:
            text.setTextOrigin(x, HEIGHT - 100)
            text.textOut(word)
            x += stringWidth(word, "Helvetica", 10) + 2.1
        canvas.drawText(text)

    assert read_lines(make_pdf(draw)) == ["years of experience as a team lead"]


@pytest.mark.parametrize("spacing", [2.0, 4.0, 7.0])
def test_letter_spaced_headings_are_words(spacing: float) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, HEIGHT - 100)
        text.setFont("Helvetica-Bold", 12)
        text.setCharSpace(spacing)
        text.textOut("WORK EXPERIENCE")
        canvas.drawText(text)

    assert read_lines(make_pdf(draw)) == ["WORK EXPERIENCE"]


def test_letters_with_real_spaces_between_them_are_words_too() -> None:
    assert read_lines(written((50, 100, "W O R K   E X P E R I E N C E"))) == ["WORK EXPERIENCE"]


def test_overprinted_bold_is_read_once() -> None:
    assert read_lines(written((50, 100, "Senior Engineer"), (50.3, 100, "Senior Engineer"))) == ["Senior Engineer"]
    assert read_lines(written((50, 100, "Senior Engineer"), (50.3, 100, "Senior Engineer")), "pdfplumber") == ["Senior Engineer"]


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_a_word_broken_over_two_lines_stands_whole_on_the_first(reader: str) -> None:
    data = written((50, 100, "Responsible for the cost manage-"), (50, 112, "ment of three full-"), (50, 124, "stack teams"))
    assert read_lines(data, reader) == ["Responsible for the cost management", "of three full-stack", "teams"]


def test_bold_and_size_come_with_each_line() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, [(50, 100, "Experience")], font="Helvetica-Bold", size=14)
        put(canvas, [(50, 120, "Built the billing service")])

    heading, body = read_pdf(make_pdf(draw)).lines
    assert (heading.bold, body.bold) == (True, False)
    assert heading.size > 1.3 * body.size
    assert heading.box is not None
    assert 49 < heading.box.x0 < 52
    assert 85 < heading.box.top < 95 < heading.box.bottom < 106


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_boxes_stand_as_the_page_is_seen_when_it_is_turned(reader: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(150, 60)  # 150 points below the upper edge and 60 from the left, as the turned page is seen
        canvas.rotate(90)
        put(canvas, [(0, HEIGHT, "Mira Holt writes")])
        put(canvas, [(200, HEIGHT, "2019 - 2021")])

    document = read_pdf(make_pdf(draw), reader=reader)
    assert document.text == "Mira Holt writes\t2019 - 2021"
    [line] = document.lines
    assert line.box is not None
    assert 59 < line.box.x0 < 62
    assert 138 < line.box.top < 150 < line.box.bottom < 155


def words(*texts: str) -> list[Word]:
    return [Word(text, 0, 0, 10, 10) for text in texts]


@pytest.mark.parametrize(
    ("page", "doubts"),
    [
        (PageWords(1, 600, 800, "pdfium", words(*["good", "plain", "words"] * 20), 300), ()),
        (PageWords(1, 600, 800, "pdfium", words(*["good", "plain", "words"] * 20), 300, unmapped=40), ("unmapped",)),
        (PageWords(1, 600, 800, "pdfium", words(*["yearsofexperienceasateamlead", "and"] * 20), 600), ("run-together",)),
        (PageWords(1, 600, 800, "pdfium", words(*["Xkrd", "qwrtz", "Bcdfg"] * 20), 300), ("garbled",)),
        (PageWords(1, 600, 800, "pdfium", [], pictures=True), ("no-text",)),
        (PageWords(1, 600, 800, "pdfium", words("1"), 1, pictures=True), ("little-text",)),
        (PageWords(1, 600, 800, "pdfium", []), ()),
        (PageWords(1, 0, 0, "pdfium", []), ("unread",)),
    ],
)
def test_what_makes_a_page_doubtful(page: PageWords, doubts: tuple[str, ...]) -> None:
    assert quality_of(page).doubts == doubts


def test_the_verdict_follows_the_share_that_was_read() -> None:
    good = PageWords(1, 600, 800, "pdfium", words(*["good", "plain", "words"] * 20), 300)
    bad = PageWords(2, 600, 800, "pdfium", words(*["Xkrd", "qwrtz", "Bcdfg"] * 200), 3000)
    assert reading_of([good], 1)[0].verdict == "good"
    assert reading_of([good, bad], 2)[0].verdict == "failed"
    assert reading_of([good, bad], 2)[1] == ("low-quality-text",)
    capped, _ = reading_of([good], 300)
    assert (capped.verdict, capped.reasons) == ("doubtful", ("only the first 1 of 300 pages were read",))


def apart(pieces: list[tuple[str, float]], font: str = "Helvetica", size: float = 10) -> bytes:
    """A line of texts, each with the distance to the next one, in points; no space is written."""

    def draw(canvas: Canvas) -> None:
        x = 50.0
        text = canvas.beginText(x, HEIGHT - 100)
        text.setFont(font, size)
        for piece, gap in pieces:
            text.setTextOrigin(x, HEIGHT - 100)
            text.textOut(piece)
            x += stringWidth(piece, font, size) + gap
        canvas.drawText(text)

    return make_pdf(draw)


@pytest.mark.parametrize("gap", [1.5, 1.7, 2.0, 2.8])
def test_narrow_spaces_are_told_by_the_others_of_the_page(gap: float) -> None:
    sentence = "Rates service in Django, five years of work, that is what I would rather tell you at the moment, error rate fell from"
    assert read_lines(apart([(word, gap) for word in sentence.split()]), "pdfium") == [sentence]


def test_kerned_letters_stay_one_word() -> None:
    wide = [("W", 0.9), ("A", 0.9), ("V", 0.9), ("E", 2.8)]
    rest = "rolls on and on over all the ships in the harbour of the town"
    assert read_lines(apart(wide + [(word, 2.8) for word in rest.split()]), "pdfium") == [f"WAVE {rest}"]


def test_spaces_too_narrow_for_the_careful_reader_stay_as_the_fast_one_put_them_back() -> None:
    sentence = "Rates service in Django, five years of work, that is what I would rather tell you at the moment, error rate fell from"
    document = read_pdf(apart([(word, 1.5) for word in sentence.split()]))
    assert document.facts.readers == ("pdfium",)
    assert document.text == sentence
    assert document.reading.verdict == "good"
    assert document.reading.reasons == ("page 1 with spaces between words left out, put back by the distance of their letters",)


SAMPLES = Path(__file__).parents[3] / "samples" / "resumes"


@pytest.mark.parametrize(
    ("sample", "score"),
    [("Isolde Kwarteng.pdf", 0.427), ("NVolkova_resume.pdf", 0.54)],
    ids=["short page", "font without a map"],
)
def test_samples_that_the_fast_reader_doubts_are_read_by_the_careful_one(sample: str, score: float) -> None:
    document = read_pdf((SAMPLES / sample).read_bytes())
    assert document.facts.readers == ("pdfplumber",)
    assert document.reading.score == score


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize(
    ("sample", "whole"),
    [
        ("obinna-eze-cv.pdf", "Junior Python Developer, Bridgewater Lettings"),
        ("Resume-Rosalind-Achterberg.pdf", "Hogeschool Kromme"),
    ],
)
def test_samples_that_lack_spaces_are_read_whole_by_either_reader(sample: str, whole: str, reader: str) -> None:
    assert whole in read_pdf((SAMPLES / sample).read_bytes(), reader=reader).text
