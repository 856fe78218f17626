"""What every page repeats at its top or bottom: kept once."""

from __future__ import annotations

import re

from screener.extract.pdf.assemble import Draft
from screener.extract.pdf.words import PageWords

_ZONE = 0.12  # of the page's height, at the top and at the bottom
_DIGITS = re.compile(r"\d+")


def without_repeats(drafts: list[Draft], pages: list[PageWords]) -> list[Draft]:
    """The lines of a document without running headers, footers and page numbers that an earlier page had in the same place."""
    if len(pages) < 2:
        return drafts
    heights = {page.number: page.height for page in pages}
    seen: dict[tuple[str, int], int] = {}
    kept: list[Draft] = []
    for draft in drafts:
        key = _place(draft, heights[draft.page])
        if key is None or seen.setdefault(key, draft.page) == draft.page:
            kept.append(draft)
    return kept


def _place(draft: Draft, height: float) -> tuple[str, int] | None:
    """What a line says but for its figures, and how far down it stands; None outside the zones."""
    if height <= 0 or _ZONE * height < draft.box.top < (1 - _ZONE) * height:
        return None
    return _DIGITS.sub("#", draft.text), round(draft.box.top / 6)
