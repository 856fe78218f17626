"""Reads a source: one invented person's résumé as written by hand, how it looks, and what is true of it.

A source is a text file: TOML between two lines `+++` (tables `look` and `truth`), then the résumé, one line a paragraph:

    # Name                     ^ contact line             plain paragraph
    ## Section heading         ### Strong line            #### Emphasised line
    - bullet                   left >> flush right        | cell | cell |   (`//` breaks a line)
    ---  a rule                <<<  a new page            !! text that the page hides
    ::: region                 what follows belongs to: head, main, side, left, right, box, running-head, running-foot

`**bold**` works inside a line. Nothing is joined, sorted or reworded: what stands there is what the page shows.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

MARKS = (
    ("#### ", "soft"),
    ("### ", "strong"),
    ("## ", "heading"),
    ("# ", "name"),
    ("^ ", "contact"),
    ("- ", "bullet"),
    ("!! ", "hidden"),
)
FIELDS = ("text", "strong", "soft")  # kinds of line that may have a flush-right part
BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the résumé; `right` is its flush-right part, `cells` the cells when it is a row of a table."""

    kind: str
    text: str = ""
    right: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How the file is made: `made` is the date in its metadata; `size` in points; `options` belong to one producer."""

    file: str
    producer: str
    made: date
    layout: str = "one-column"
    font: str = "sans"
    size: float = 10.0
    accent: str = "#1f3b57"
    heading: str = "plain"
    bullet: str = "•"
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A person's source: `blocks` by region, in the order in which the regions first appear."""

    name: str
    look: Look
    truth: dict[str, Any]
    blocks: dict[str, tuple[Block, ...]]

    def region(self, name: str) -> tuple[Block, ...]:
        return self.blocks.get(name, ())


def read_source(path: Path) -> Source:
    """The source in one file; raises ValueError that names the file when it isn't one."""
    try:
        _, front, body = re.split(r"^\+\+\+$", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
        facts = tomllib.loads(front)
        look = Look(**{**facts["look"], "options": tuple(facts["look"].get("options", ()))})
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path.name}: not a source: {error}") from error
    regions: dict[str, list[Block]] = {}
    for region, block in _blocks(body):
        regions.setdefault(region, []).append(block)
    return Source(path.stem, look, facts["truth"], {name: tuple(blocks) for name, blocks in regions.items()})


def read_sources(folder: Path) -> tuple[Source, ...]:
    return tuple(read_source(path) for path in sorted(folder.glob("*.md")))


def plain(text: str) -> str:
    """The text without its marks of bold."""
    return BOLD.sub(r"\1", text)


def bold_runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold."""
    for index, piece in enumerate(BOLD.split(text)):
        if piece:
            yield piece, index % 2 == 1


def spaced(text: str) -> str:
    """Letters set apart by spaces that are really in the text, as many templates do: `W O R K   H I S T O R Y`."""
    return " \u00a0 ".join(" ".join(word) for word in text.upper().split())


def _blocks(body: str) -> Iterator[tuple[str, Block]]:
    region = "main"
    for line in body.splitlines():
        if line.startswith(":::"):
            region = line[3:].strip()
        elif line.strip():
            yield region, _block(line.rstrip())


def _block(line: str) -> Block:
    if line == "---":
        return Block("rule")
    if line == "<<<":
        return Block("page")
    if line.startswith("|"):
        return Block("row", cells=tuple(cell.strip() for cell in line.strip("|").split("|")))
    for mark, kind in MARKS:
        if line.startswith(mark):
            return _fielded(kind, line.removeprefix(mark))
    return _fielded("text", line)


def _fielded(kind: str, text: str) -> Block:
    if kind in FIELDS and " >> " in text:
        left, right = text.split(" >> ", 1)
        return Block(kind, left.strip(), right.strip())
    return Block(kind, text.strip())
