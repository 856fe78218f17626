"""Pictures of pages in a folder beside the page: which are wanted, and writing them under names that say nothing of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from screener.document import PageImage
from screener.report.folder import open_private
from screener.report.html.person import Person

PageChoice = Literal["auto", "none", "evidence", "all"]
PICTURES_NAME = "pages"
MAX_FILES_FOR_AUTO = 200
MAX_PAGES_OF_A_FILE = 20
"""Beyond it a file is no résumé, and its pictures would only fill the disk."""

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True, slots=True)
class WantedPages:
    """Pages of a file, as its row names it, counted from 1."""

    file: str
    sha256: str
    pages: tuple[int, ...]


Draw = Callable[[Sequence[WantedPages]], Iterator[Sequence[PageImage]]]
"""Makes the pictures: for each file, in order, those of the wanted pages that could be drawn."""


def wanted_pages(people: Iterable[tuple[str, str, Person]], choice: PageChoice) -> tuple[WantedPages, ...]:
    """The pictures to make for (file, sha256, person): none, pages with evidence, or all; equal files only once."""
    if choice == "none":
        return ()
    wanted: dict[str, WantedPages] = {}
    for number, (file, sha256, person) in enumerate(people, 1):
        if choice == "auto" and number > MAX_FILES_FOR_AUTO:
            return ()
        pages = range(1, person.page_count + 1) if choice == "all" else person.evidence_pages
        kept = tuple(page for page in pages if page <= person.page_count)[:MAX_PAGES_OF_A_FILE]
        if kept and _SHA256.match(sha256):
            wanted.setdefault(sha256, WantedPages(file, sha256, kept))
    return tuple(wanted.values())


def write_pictures(wanted: Sequence[WantedPages], draw: Draw, folder: Path) -> dict[str, list[tuple[float, ...]]]:
    """Write `SHA256-PAGE.png` into `folder` for each picture; returns (page, width, height), in points, by SHA-256."""
    made: dict[str, list[tuple[float, ...]]] = {}
    for request, images in zip(wanted, draw(wanted), strict=True):
        for image in images:
            folder.mkdir(mode=0o700, exist_ok=True)
            with open_private(folder / f"{request.sha256}-{image.page}.png") as file:
                file.write(image.png)
            made.setdefault(request.sha256, []).append((image.page, round(image.width, 1), round(image.height, 1)))
    return made
