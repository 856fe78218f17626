"""How well PDFs are read, file by file: `python -m tests.reading_report [FOLDER…]` (samples/resumes and the odd documents without one).

words: share of the words that `pdftotext` sees (the poppler program, where it is installed) and the fast reader sees too, and the other way
round, whichever is lower. readers: the same between the fast and the careful reader. jumps: how often the reading crosses from one column of
a page to another and back, on the worst page. auto: which readers the pages ended up with.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from screener.document import Document, Line
from screener.errors import UnreadableDocumentError
from screener.extract.normalise import normalise_line
from screener.extract.pdf import read_pdf

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "samples" / "resumes", ROOT / "tests" / "hard_cases" / "kept")
WHOLE = 0.99
_WORD = re.compile(r"\w+")
_MIN_SIDE = 8  # lines on each side of a gutter, for two columns


@dataclass(frozen=True, slots=True)
class Measure:
    """What is told of one file; words is None where pdftotext is not installed."""

    words: float | None
    readers: float
    jumps: int
    auto: tuple[str, ...]


def main(folders: list[Path]) -> None:
    print(f"{'file':52}{'words':>8}{'readers':>9}{'jumps':>7}  auto")
    for path in sorted(path for folder in folders for path in folder.glob("*.pdf")):
        try:
            measure = measured(path)
        except UnreadableDocumentError as error:
            print(f"{path.name[:50]:52}{error.code:>8}")
            continue
        words = "" if measure.words is None else f"{measure.words:.3f}"
        print(f"{path.name[:50]:52}{words:>8}{measure.readers:9.3f}{measure.jumps:7}  {'+'.join(dict.fromkeys(measure.auto))}")


def measured(path: Path) -> Measure:
    """Raises UnreadableDocumentError."""
    data = path.read_bytes()
    fast, careful, auto = (read_pdf(data, reader=reader) for reader in ("pdfium", "pdfplumber", "auto"))
    other = poppler_text(path)
    return Measure(
        None if other is None else agreement(all_words(auto), words_of(other)),
        agreement(all_words(fast), all_words(careful)),
        max(gutter_jumps(auto), default=0),
        auto.facts.readers,
    )


def poppler_text(path: Path) -> str | None:
    """What pdftotext reads, made plain line by line; None without that program."""
    if not shutil.which("pdftotext"):
        return None
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=False)
    text = re.sub(r"(?<=\w)[-\xad\u2010]\n(?=[a-z])", "", done.stdout.decode("utf-8", "replace"))
    return "\n".join(normalise_line(line, visible_soft_hyphens=True) for line in text.replace("\f", "\n").split("\n"))


def all_words(document: Document) -> Counter[str]:
    """The words of a document, the hidden ones too: other readers do not tell them apart."""
    return words_of("\n".join([document.text, *(piece.text for piece in document.hidden)]))


def words_of(text: str) -> Counter[str]:
    """The words of a text, each of them once: what stands on every page counts as often as on one."""
    return Counter(set(_WORD.findall(text.lower())))


def agreement(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words of each that the other has too, whichever is lower; 1 for two empty ones."""
    shared = (one & other).total()
    return min(shared / max(one.total(), 1), shared / max(other.total(), 1)) if one or other else 1.0


def gutter_jumps(document: Document) -> Iterator[int]:
    """For each page of two columns: how often the reading goes from the right column back to the left one."""
    for _, group in groupby(document.lines, key=lambda line: line.page):
        lines = [line for line in group if line.box is not None]
        gutter = _gutter(lines)
        if gutter is None:
            continue
        sides = [side for line in lines if (side := _side(line, gutter)) is not None]
        yield sum(a and not b for a, b in pairwise(sides))


def _gutter(lines: list[Line]) -> float | None:
    """x of the emptiest upright strip that has many lines on both sides; None on a page of one column."""
    edges = sorted({round(line.box.x0) for line in lines if line.box})
    best = None
    for x in edges[1:]:
        sides = [_side(line, x - 1) for line in lines]
        across = sides.count(None)
        if min(sides.count(True), sides.count(False)) >= _MIN_SIDE and across <= 0.25 * len(lines) and (best is None or across < best[0]):
            best = (across, x - 1)
    return None if best is None else float(best[1])


def _side(line: Line, gutter: float) -> bool | None:
    """Whether a line stands on the right of the gutter; None when it lies across."""
    if line.box is None or line.box.x0 < gutter < line.box.x1:
        return None
    return line.box.x0 >= gutter


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or list(FOLDERS))
