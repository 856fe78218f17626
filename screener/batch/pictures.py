"""Pictures of pages, made in child processes like everything that opens a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from screener.batch.inputs import InputFile
from screener.batch.pool import Limits, run_pool
from screener.decision import Failure
from screener.document import PageImage
from screener.errors import UnreadableDocumentError
from screener.extract.pictures import draw_pages
from screener.report import Draw, WantedPages
from screener.report.folder import open_private

_NOWHERE = InputFile(Path(), "")


class DrawnOnce:
    """Pictures that are wanted by several reports, kept in `folder` from the first one on: no page is drawn a second time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sizes: dict[tuple[str, int], tuple[float, float] | None] = {}
        """Width and height of each page that was asked for; None where there is no picture."""

    def draw(self, wanted: Sequence[WantedPages], draw: Draw) -> Iterator[Sequence[PageImage]]:
        """The pictures of each of `wanted`, in order, made by `draw` unless they are there."""
        fresh = [replace(each, pages=tuple(page for page in each.pages if (each.sha256, page) not in self._sizes)) for each in wanted]
        fresh = [each for each in fresh if each.pages]
        for request, images in zip(fresh, draw(fresh) if fresh else (), strict=True):
            self._sizes |= {(request.sha256, page): None for page in request.pages}
            for image in images:
                with open_private(self._file(request.sha256, image.page)) as file:
                    file.write(image.png)
                self._sizes[request.sha256, image.page] = image.width, image.height
        return (self._kept(each) for each in wanted)

    def _kept(self, request: WantedPages) -> list[PageImage]:
        sizes = ((page, self._sizes[request.sha256, page]) for page in request.pages)
        return [PageImage(page, *size, self._file(request.sha256, page).read_bytes()) for page, size in sizes if size]

    def _file(self, sha256: str, page: int) -> Path:
        return self._folder / f"{sha256}-{page}.png"


def draw_all(
    wanted: Sequence[WantedPages], places: Mapping[str, InputFile], *, jobs: int = 1, limits: Limits | None = None
) -> Iterator[Sequence[PageImage]]:
    """The pictures of each of `wanted`, in order; a file that has vanished or cannot be drawn has none.

    places: the file of each name. jobs: number of child processes; 0 draws in this process, without any limit.
    """
    pages = {request.file: request.pages for request in wanted}

    def work(file: InputFile) -> Sequence[PageImage]:
        try:
            return draw_pages(file.path, pages[file.name], file.way)
        except UnreadableDocumentError:
            return ()

    def lose(_file: InputFile, _failure: Failure) -> Sequence[PageImage]:
        return ()

    files = [replace(places.get(request.file, _NOWHERE), name=request.file) for request in wanted]
    if jobs == 0:
        return map(work, files)
    return run_pool(files, work, lose, jobs=max(1, min(jobs, len(files))), limits=limits or Limits())
