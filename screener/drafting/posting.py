"""A job posting in its parts: which sentences ask for something, which tell of duties, and which of the company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from screener.document import Document, Line
from screener.parse.words import Words, words_in
from screener.taxonomy.drafting import PartKind, load_drafting_words

Role = Literal["asked", "duty", "answer", "aside", "waived", "equality"]
"""What a sentence is: something asked, a duty, an answer to a question about such posts, text that is left aside, something that the
posting says it does not ask for, or a word on equal treatment."""

_ITEM = re.compile(r"(?:•|[-–*·▪◦‣✓✔➢►]|\(?\d{1,2}[.)]|[a-z][.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Þ0-9•(„“\"'])|;\s+|(?<=[.!?])$|\s[–—]\s(?=[A-Z][a-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|min|max|approx|vs|no|dr|sr|jr|inc|ltd|z\.b|bzw|B\.S|B\.A|M\.S|M\.A|Ph\.D|Sc))\.$", re.IGNORECASE
)
_SPLIT_HEADING = re.compile(r"([^:.!?]{3,60}):\s+(\S.*)")
_BOLD = "**"
_AROUND_TITLE = re.compile(
    r"(?i)^(?:job title|position|role|title|wir suchen|.{0,40}\bhiring)\s*:\s*|(?<!\s)\s+(?:job description(?: template)?|wanted)$"
    r"|(?:(?<!\s)\s+)?\((?:(?:[mwfdx]/){1,3}[mwfdx]|all genders|alle geschlechter)\)$"
)
"""What stands around the name of the post in a title."""
_TITLE_LABEL = re.compile(r"(?i)(?:job title|position|role|title)\s*:\s*\S")
_MARK = re.compile(r"^#{1,6}\s+")  # a lone one: a text with one heading is not taken for Markdown
_STARS = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
"""Marks of Markdown in a file that is not Markdown as a whole."""
_DECORATION = re.compile(r"^[\W_]+|(?<![\s:–—-])[\s:–—-]+$")
_LONGEST_HEADING = 70
_MOST_HEADING_WORDS = 9
_SHORT = 3
"""A phrase of so few letters ("you") is a heading only by itself."""
_SURE = 0.6
"""So much of a line must be a known heading's words before the line is one, where it is not set as one."""
_FILLERS = frozenset(
    (
        "the",
        "a",
        "an",
        "our",
        "your",
        "for",
        "and",
        "of",
        "to",
        "this",
        "we",
        "you",
        "it",
        "in",
        "role",
        "job",
        "position",
        "is",
        "are",
        "if",
        "would",
    )
)
_LONGEST_SENTENCE = 1_000
"""More than any sentence of a posting; bounds the work that a text without an end can cause."""
_FULL = 75
"""A line this long is full, whatever its list looks like."""
_WRAPPED = 60
"""A line of plain text this long may go on in the next."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that the posting says. text: on one line. line: of the document's text, from 1. part: where it stands.

    heading: the words over it, empty when there are none.
    """

    text: str
    line: int
    part: PartKind
    heading: str
    role: Role
    item: bool

    @property
    def words(self) -> Words:
        return words_in(self.text)


@dataclass(frozen=True, slots=True)
class Posting:
    """title: as written, empty when there is none. sentences: in the order of the text, without title and headings."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph or an item of a list, lines joined."""

    text: str
    line: int
    part: PartKind
    heading: str
    item: bool


def read_posting(document: Document) -> Posting:
    """The posting that a document holds."""
    title, pieces = _pieces(document)
    return Posting(title, tuple(sentence for piece in pieces for sentence in _sentences(piece)))


def _pieces(document: Document) -> tuple[str, list[_Piece]]:
    title, pieces = "", list[_Piece]()
    part: PartKind = "other"
    heading, previous = "", ""
    around: tuple[PartKind, str] | None = None  # the part that goes on behind a line that is heading and text in one
    for number, line in enumerate(document.lines, 1):
        written = document.text[line.start : line.end].replace("\t", " ")
        raw = _STARS.sub("", written)
        item = _ITEM.match(raw)
        text = raw[item.end() :] if item else raw
        if around and not item:
            (part, heading), around = around, None
        kind = None if item else _heading_kind(text, line, starred=written.startswith(_BOLD) and written.endswith((_BOLD, _BOLD + ":")))
        begins = not (title or pieces or heading) and len(text) <= _LONGEST_HEADING
        if begins and (kind in (None, "other") or _TITLE_LABEL.match(_MARK.sub("", text))):
            title = _title(text)
        elif kind is not None:
            part, heading = kind, _DECORATION.sub("", text)
        elif not item and (split := _split_heading(text)):
            around = (part, heading)
            part, heading = split[0], split[1]
            pieces.append(_Piece(split[2], number, part, heading, item=False))
        elif pieces and pieces[-1].heading == heading and not item and _goes_on(pieces[-1], previous, text):
            last = pieces[-1]
            pieces[-1] = _Piece(f"{last.text} {text}", last.line, last.part, last.heading, last.item)
        else:
            pieces.append(_Piece(text, number, part, heading, item is not None))
        previous = raw
    return title, pieces


def _title(text: str) -> str:
    bare = _MARK.sub("", text.strip())
    return _AROUND_TITLE.sub("", bare) or bare


def _goes_on(piece: _Piece, previous: str, text: str) -> bool:
    """Whether a line of text is the rest of the piece before it."""
    if piece.text.endswith((".", "!", "?", ":")) and not text[:1].islower():
        return False
    if text[:1].islower() and piece.text[:1].islower() and not piece.item:
        return len(previous) >= _FULL  # a list without marks, each of its lines begun small
    return text[:1].islower() or (len(previous) >= _WRAPPED and not piece.item)


def _heading_kind(text: str, line: Line, *, starred: bool) -> PartKind | None:
    """The kind of part that the line opens; None when it is no heading."""
    bare = _DECORATION.sub("", text)
    if not bare or len(text) > _LONGEST_HEADING or len(bare.split()) > _MOST_HEADING_WORDS:
        return None
    styled = line.heading or text.isupper() or text.rstrip().endswith(":") or line.bold or starred
    if not line.heading and text.rstrip().endswith((".", "!", ",", ";")):
        return None
    kind, share = heading_of(bare)
    if styled and kind != "other":
        return kind if line.heading or share >= _SURE / 2 else None
    if share >= _SURE:
        return kind
    return "other" if line.heading else None


def heading_of(text: str) -> tuple[PartKind, float]:
    """The kind of part that these words name, and how much of them says so (0 to 1)."""
    words = words_in(text)
    table = load_drafting_words().headings
    hits = [found for index in range(len(words.plain)) if (found := words.phrase_at(table, index))]
    hits = [hit for hit in hits if len(words.plain) == 1 or hit[0].end - hit[0].start > _SHORT]
    if not hits:
        return "other", 0.0
    order = list(PartKind.__args__)  # type: ignore[attr-defined] # a Literal's own list of values
    longest = min(hits, key=lambda hit: (-(hit[0].last - hit[0].first), order.index(hit[1])))
    best = next((hit for hit in hits if hit[1] == "preferred"), longest) if longest[1] in ("required", "skills", "stack") else longest
    covered = {index for hit, _ in hits for index in range(hit.first, hit.last)}
    counted = [index for index, word in enumerate(words.plain) if index in covered or word not in _FILLERS]
    return best[1], len(covered) / max(len(counted), 1)


def _split_heading(text: str) -> tuple[PartKind, str, str] | None:
    """A heading with what it heads on the same line ("Requirements: Python, SQL")."""
    match = _SPLIT_HEADING.match(text)
    if match is None or len(match.group(1).split()) > _MOST_HEADING_WORDS:
        return None
    kind, share = heading_of(match.group(1))
    return (kind, match.group(1).strip(), match.group(2)) if share >= 1 and kind != "other" else None


def _sentences(piece: _Piece) -> Iterator[Sentence]:
    part, text = piece.part, piece.text
    if piece.item and (split := _split_heading(text)) and split[0] in ("required", "preferred"):
        part, _, text = split
    for sentence in split_sentences(text):
        sentence = sentence[:_LONGEST_SENTENCE]
        yield Sentence(sentence, piece.line, part, piece.heading, _role(sentence, part), piece.item)


def split_sentences(text: str) -> Iterator[str]:
    """The sentences of a text, and the parts between semicolons; none is cut at an abbreviation or inside brackets."""
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[begin : match.start()]
        if _ABBREVIATION.search(before) or before.count("(") > before.count(")"):
            continue
        if before.strip():
            yield before.strip()
        begin = match.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def _role(text: str, part: PartKind) -> Role:
    if part == "legal" or says("equality.phrases", text):
        return "equality"
    if part in ("company", "benefits", "process"):
        return "aside"
    if part == "duties":
        return "duty"
    if part == "questions":
        return "answer"
    if says("waived.phrases", text) and not (says("preferred.after", text) or says("preferred.before", text)):
        return "waived"
    if part in ("required", "preferred", "skills", "stack"):
        return "asked"
    return "asked" if _asks(text) else "aside"


def _asks(text: str) -> bool:
    """Whether a sentence of running text asks for something."""
    words = words_in(text)
    known = load_drafting_words().lists
    if not words.plain or words.phrase_at(known["asking.not_asking"], 0):
        return False
    return next(words.phrases(known["asking.phrases"], 0, len(text)), None) is not None and not text.endswith("?")


def says(name: str, text: str) -> bool:
    """Whether `text` holds one of the phrases of that list of drafting.toml."""
    return next(words_in(text).phrases(load_drafting_words().lists[name], 0, len(text)), None) is not None
