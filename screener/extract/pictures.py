"""Pictures of pages, for people to look at beside what was read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from screener.document import PageImage
from screener.extract.containers import Step, member_bytes
from screener.extract.sniff import sniff


def draw_pages(path: Path, pages: Sequence[int], way: tuple[Step, ...] = ()) -> tuple[PageImage, ...]:
    """Pictures of those of `pages` (from 1) that the file has and that can be drawn; none for a format without pages.

    way: to a file inside the mail or archive at `path`. Raises UnreadableDocumentError when the file cannot be opened.
    """
    data = member_bytes(path, way)
    if sniff(data) != "pdf":
        return ()
    from screener.extract.pdf.render import render_pages  # here: only who looks at pictures needs what makes them

    return render_pages(data, pages)
