"""The component that finds the person's degrees."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.degrees.reader import read_degrees
from screener.parse.draft import draft_of

__all__ = ["find_degrees", "read_degrees"]


@Language.component("screener_degrees")
def find_degrees(doc: Doc) -> Doc:
    """Add `draft.degrees`; reads the sections and dates that earlier components left."""
    draft = draft_of(doc)
    draft.degrees.extend(read_degrees(draft.document, draft.sections, draft.dates, draft.positions, draft.words))
    return doc
