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
from screener.report import WantedPages

_NOWHERE = InputFile(Path(), "")


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
