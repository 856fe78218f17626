"""Words as they stand on a page, whichever reader saw them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """One word in content order; points, origin at the top left of the page.

    size: of the letters in points, 0 where the reader does not tell.
    hyphen: the producer broke the word here; it goes on with the next word, on the next line.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    hyphen: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class PageQuality:
    """share: how much of a page was read as it stands there, 0 to 1. doubts: what was wrong."""

    share: float
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class PageWords:
    """The words of one page in content order, and what is needed to judge how well it was read.

    characters: how many were read; unmapped: how many of them, inside words, have no Unicode value.
    repaired: how many spaces between words the page's text lacked; they were put back from the distances between characters.
    late: its pictures could not be recognised in time.
    turns: quarter turns, clockwise, that a person gives the page to read it; width, height and words are those of the page so turned.
    hidden: (text, reason) of what a person does not see, left out of `words`. quality: once it was judged.
    """

    number: int
    width: float
    height: float
    reader: str
    words: list[Word]
    characters: int = 0
    unmapped: int = 0
    repaired: int = 0
    pictures: bool = False
    late: bool = False
    turns: int = 0
    hidden: list[tuple[str, str]] = field(default_factory=list)
    quality: PageQuality | None = None
