"""What the pipeline's components build together: one draft for each spaCy `Doc`.

The `Doc` is made over `Document.text` with every newline and tab replaced by one space, so a token's `idx` is its offset in
`Document.text`, phrases match across line ends, and no token is ever white space. Lines stay known through `draft.document.lines`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc

from screener.document import Document, Span
from screener.parse.words import Words, words_in
from screener.resume import (
    Certificate,
    Claim,
    Contact,
    DateRange,
    Degree,
    OtherSkill,
    PhraseMention,
    Position,
    Section,
    SectionKind,
    Skill,
    SpokenLanguage,
)

_KEY = "screener_draft"


@dataclass(slots=True)
class Draft:
    """Facts found so far; each component reads what earlier ones left and adds its own. words: of the document's whole text."""

    document: Document
    words: Words = field(init=False)
    sections: list[Section] = field(default_factory=list)
    dates: list[DateRange] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    degrees: list[Degree] = field(default_factory=list)
    skills: list[Skill] = field(default_factory=list)
    other_skills: list[OtherSkill] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    phrases: list[PhraseMention] = field(default_factory=list)
    certificates: list[Certificate] = field(default_factory=list)
    languages: list[SpokenLanguage] = field(default_factory=list)
    contact: Contact = Contact()
    stated_date: date | None = None
    language: str = "en"
    written_in: tuple[str, ...] = ("en",)
    is_resume: bool = True
    flags: set[str] = field(default_factory=set)
    _line_spans: dict[int, Span] = field(default_factory=dict, init=False, repr=False)
    # The lists that the starts beside them belong to: both are in text order, and no part reaches into the next.
    _sections: list[Section] = field(default_factory=list, init=False, repr=False)
    _section_starts: list[int] = field(default_factory=list, init=False, repr=False)
    _positions: list[Position] = field(default_factory=list, init=False, repr=False)
    _position_starts: list[int] = field(default_factory=list, init=False, repr=False)

    def __post_init__(self) -> None:
        self.words = words_in(self.document.text)

    def span(self, start: int, end: int) -> Span:
        """The evidence span for `document.text[start:end]`."""
        return self.document.span(start, end)

    def line_span(self, offset: int) -> Span:
        """The whole line that holds the character at `offset`, as evidence: one span for all that stands on it."""
        line = self.document.lines[self.document.line_index(offset)]
        if line.start not in self._line_spans:
            self._line_spans[line.start] = self.document.line_span(offset)
        return self._line_spans[line.start]

    def section_at(self, offset: int) -> SectionKind:
        """The kind of section that the character at `offset` stands in."""
        if self._sections is not self.sections or len(self._section_starts) != len(self.sections):
            self._sections, self._section_starts = self.sections, [section.span.start for section in self.sections]
        index = bisect_right(self._section_starts, offset)
        return self.sections[index - 1].kind if index else "header"

    def position_at(self, offset: int) -> int | None:
        """Index of the position whose entry holds the character at `offset`."""
        if self._positions is not self.positions or len(self._position_starts) != len(self.positions):
            self._positions, self._position_starts = self.positions, [position.span.start for position in self.positions]
        index = bisect_right(self._position_starts, offset) - 1
        return index if index >= 0 and offset < self.positions[index].span.end else None


def attach_draft(doc: Doc, document: Document) -> Doc:
    """Start the draft of a `Doc` made from `document`."""
    doc.user_data[_KEY] = Draft(document)
    return doc


def draft_of(doc: Doc) -> Draft:
    """The draft that `attach_draft` started."""
    draft = doc.user_data[_KEY]
    assert isinstance(draft, Draft)
    return draft
