"""Which pages of a document are read as pictures, and what comes of it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, UnidentifiedImageError

from screener.document import Box, Document, DocumentFacts
from screener.errors import UnreadableDocumentError
from screener.extract.ocr.pictures import DOTS, Pages, cut_out, is_blank, missed_share
from screener.extract.ocr.table import Recognised, words_of
from screener.extract.ocr.tool import Grey, OcrTool, RecognitionTimeoutError, direction_of, recognise
from screener.extract.pdf import document_of
from screener.extract.pdf.words import PageQuality, PageWords, Word
from screener.extract.unreadable import unreadable

READER = "tesseract"

MAX_PAGES = 12
"""Pages of a document that are read as pictures: each takes seconds."""

_POINTS = 72
_FEW_WORDS = 5  # on a page: what else is there, if anything, is in pictures
_LAYER_WORDS = 10  # inside a picture: it is a background, or a scan that was recognised already
_MIN_PICTURE_WORDS, _MIN_PICTURE_CONFIDENCE = 6, 60.0  # else it is a photo, not a picture of text
_POOR = 70.0  # confidence below which another direction or script is tried
_BEST_SHARE = 0.97  # of 1: letters are guessed, whatever the confidence
_NONE, _ALL = 40.0, 95.0  # confidence that counts as nothing, and as everything
_UNCERTAIN = 0.9
_MISSED = 0.05  # of the print: whole words, pale or coloured ones mostly, were not seen
_LEAST_SIDE, _LONGEST = 600, 2.5  # pixels of a page that was scanned or photographed, and its length for its width
_MAX_IMAGE_PIXELS = 60_000_000
_LONG_SIDE = 3508  # pixels: of a sheet of A4 at 300 dots an inch


def with_recognised(pages: list[PageWords], data: bytes, tool: OcrTool) -> list[PageWords]:
    """The pages of a PDF, those without text and large pictures with text read by `tool`.

    Raises UnreadableDocumentError when no page had any text, and none was found in its pictures.
    """
    waiting = [page for page in pages if page.width and (page.pictures or not page.words)][:MAX_PAGES]
    if not waiting:
        return pages
    try:
        with Pages(data) as drawn:
            read = {page.number: _read_in_time(page, drawn, tool) for page in waiting}
    except pdfium.PdfiumError:
        return pages
    if not any(page.words for page in (*pages, *read.values())):
        if any(page.late for page in read.values()):
            raise unreadable("recognised-late")
        raise unreadable("no-words-seen" if any(page.pictures for page in pages) else "no-words")
    return [read.get(page.number, page) for page in pages]


def read_image(data: bytes, tool: OcrTool) -> Document:
    """The text of a picture file. Raises UnreadableDocumentError when it cannot be opened or has no words that can be read."""
    picture = _opened(data)
    side = _POINTS / DOTS
    try:
        found = None if is_blank(picture) else _recognised(picture, DOTS, tool, side)
    except RecognitionTimeoutError as error:
        raise unreadable("recognised-late") from error
    if found is None or not found.words:
        raise unreadable("no-words-seen")
    height, width = (length * side for length in picture.shape)
    page = _upright(PageWords(1, width, height, READER, [], pictures=True), found)
    return document_of([page], DocumentFacts("image", readers=(READER,)))


def read_pictures(files: Sequence[bytes], tool: OcrTool) -> Document:
    """The text of picture files that stand for the pages of a document; photos, logos and what cannot be opened are passed over.

    Raises UnreadableDocumentError when none has words that can be read.
    """
    pages: list[PageWords] = []
    for file in files:
        try:
            if not _is_page(file):
                continue
            picture = _opened(file)
        except UnreadableDocumentError:
            continue
        height, width = (length * _POINTS / DOTS for length in picture.shape)
        page = PageWords(len(pages) + 1, width, height, READER, [], pictures=True)
        try:
            found = None if is_blank(picture) else _recognised(picture, DOTS, tool, _POINTS / DOTS)
        except RecognitionTimeoutError:
            pages.append(replace(page, late=True))
            continue
        if found is not None and len(found.words) >= _MIN_PICTURE_WORDS and found.confidence >= _NONE:
            pages.append(_upright(page, found))
    if not any(page.words for page in pages):
        raise unreadable("recognised-late" if pages else "no-words-seen")
    return document_of(pages, DocumentFacts("image", len(pages), readers=(READER,) * len(pages)))


def _is_page(file: bytes) -> bool:
    """Whether a picture file is as large, and about as long for its width, as a scanned page. Raises UnreadableDocumentError."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(file)) as image:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            short, long = sorted(image.size)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise unreadable("damaged") from error
    return short >= _LEAST_SIDE and long <= _LONGEST * short


def _read_in_time(page: PageWords, pages: Pages, tool: OcrTool) -> PageWords:
    try:
        return _read(page, pages, tool)
    except RecognitionTimeoutError:
        return replace(page, late=True, quality=None)


def _read(page: PageWords, pages: Pages, tool: OcrTool) -> PageWords:
    """The page with what its pictures say; as it is where they say nothing."""
    if len(page.words) >= _FEW_WORDS:
        return page if page.turns else _read_pictures(page, pages, tool)
    drawn = pages.drawn(page.number)
    if drawn is None:
        return page
    picture, side = drawn
    found = _recognised(picture, round(_POINTS / side), tool, side)
    if found is None or len(found.words) <= len(page.words):
        return page
    return _upright(replace(page, reader=READER), found)


def _upright(page: PageWords, found: Recognised) -> PageWords:
    """The page with the words found on it, as it is when a person has turned it."""
    width, height = (page.height, page.width) if found.turns % 2 else (page.width, page.height)
    return replace(page, width=width, height=height, words=[*found.words], turns=found.turns, quality=_quality(found))


def _read_pictures(page: PageWords, pages: Pages, tool: OcrTool) -> PageWords:
    """A page of text with the text of its large pictures, each where it stands between the lines."""
    boxes = [box for box in pages.large_pictures(page.number) if _words_inside(page.words, box) < _LAYER_WORDS]
    drawn = pages.drawn(page.number) if boxes else None
    if drawn is None:
        return page
    picture, side = drawn
    words = page.words
    worst: Recognised | None = None
    for box in boxes:
        part = cut_out(picture, side, box)
        found = None if is_blank(part) else _recognised(part, round(_POINTS / side), tool, side, box)
        if found is not None and _says_something(found):
            words, worst = _inserted(words, found.words, box), min(filter(None, (worst, found)), key=lambda each: each.confidence)
    if worst is None:
        return page
    return replace(page, reader=f"{page.reader}+{READER}", words=words, quality=_quality(worst))


def _says_something(found: Recognised) -> bool:
    """Whether a picture on a page of text is one of text."""
    upright = not found.turns and not found.sideways
    return upright and len(found.words) >= _MIN_PICTURE_WORDS and found.confidence >= _MIN_PICTURE_CONFIDENCE


def _recognised(picture: Grey, dots: int, tool: OcrTool, side: float, box: Box | None = None) -> Recognised | None:
    """The words of a picture, by a second attempt where the first one shows what it lacks: each costs seconds.

    side: of a pixel, in points. box: where it stands on its page.
    """
    attempt = partial(_attempt, tool=tool, dots=dots, side=side, box=box)
    first = attempt(picture, tool.first_languages())
    if first is None:
        return None
    second: Recognised | None = None
    if first.sideways or first.confidence < _POOR:
        direction = direction_of(tool, picture, dots)
        languages = tool.of_script(direction.script) or tool.first_languages()
        if (direction.turns, languages) != (0, tool.first_languages()):
            second = attempt(np.rot90(picture, -direction.turns), languages, turns=direction.turns)
    elif first.missed > _MISSED:
        second = attempt(picture, tool.first_languages(), pale=True)
    return max(filter(None, (first, second)), key=lambda found: (not found.sideways, found.confidence * (1 - found.missed)))


def _attempt(
    picture: Grey,
    languages: tuple[str, ...],
    *,
    tool: OcrTool,
    dots: int,
    side: float,
    box: Box | None,
    turns: int = 0,
    pale: bool = False,
) -> Recognised | None:
    table = recognise(tool, picture, dots, languages, pale=pale)
    if table is None:
        return None
    found = words_of(table, side, turns=turns)
    found = replace(found, missed=missed_share(picture, side, found.words))
    return found if box is None else replace(found, words=tuple(_moved(word, box) for word in found.words))


def _moved(word: Word, box: Box) -> Word:
    """A word of a part of a page, on the page."""
    x0, top = box.x0, box.top
    return replace(word, x0=word.x0 + x0, top=word.top + top, x1=word.x1 + x0, bottom=word.bottom + top)


def _quality(found: Recognised) -> PageQuality:
    share = min(max((found.confidence - _NONE) / (_ALL - _NONE), 0.0), _BEST_SHARE)
    doubts = ("uncertain",) if share < _UNCERTAIN else ()
    if found.missed > _MISSED:
        share, doubts = share * (1 - found.missed), (*doubts, "incomplete")
    return PageQuality(round(share, 3), ("recognised", *doubts))


def _words_inside(words: list[Word], box: Box) -> int:
    return sum(box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom for word in words)


def _inserted(words: list[Word], found: tuple[Word, ...], box: Box) -> list[Word]:
    """The words of a picture among the others: before the first word from which on all stand below it, else behind them all."""
    place = len(words)
    while place and words[place - 1].top >= box.bottom - (words[place - 1].bottom - words[place - 1].top):
        place -= 1
    return [*words[:place], *found, *words[place:]]


def _opened(data: bytes) -> Grey:
    """A picture file in grey, about as large as a scanned sheet. Raises UnreadableDocumentError."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data)) as image:
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is lower
            if image.width * image.height > _MAX_IMAGE_PIXELS:
                raise unreadable("too-large")
            flat = image.convert("L")
            scale = _LONG_SIDE / max(flat.size)
            return np.asarray(flat.resize((round(flat.width * scale), round(flat.height * scale)), Image.Resampling.LANCZOS))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise unreadable("damaged") from error
