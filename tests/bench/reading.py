"""One process, warm: reading, parsing and whole screening against others that read the same files.

Each round times every contender on every file, so that a busy moment touches all of them.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pdfplumber
import spacy
from reportlab.pdfgen.canvas import Canvas

from screener.batch.memory import settle, unsettle
from screener.errors import UnreadableDocumentError
from screener.extract import extract
from screener.parse import build_parser
from screener.rules import load_role
from screener.screening import judge, read_resume
from tests.bench.measured import Ratio, Target, costs

ROOT = Path(__file__).parents[2]
LONG_PAGES = 300
_LONG_LINES = 15  # a page: a document of more than 400,000 characters is refused
AS_OF = date(2026, 11, 1)
PLUMBER, PDFTOTEXT, STOCK = "pdfplumber, `extract_text()` alone", "`pdftotext -layout` alone", "spaCy's stock tokenizer"
READING, FAST_READING, PARSING, WHOLE = "reading", "reading with the fast reader alone", "parsing", "whole screening"
OTHERS = frozenset((PLUMBER, PDFTOTEXT, STOCK))
_RATIOS = (
    ("whole screening: résumés a second ÷ pdfplumber's", PLUMBER, WHOLE, Target(10)),
    ("whole screening: résumés a second ÷ pdftotext's", PDFTOTEXT, WHOLE, Target(1)),
    ("reading: résumés a second ÷ pdfplumber's", PLUMBER, READING, None),
    ("reading: résumés a second ÷ pdftotext's", PDFTOTEXT, READING, None),
    ("reading with the fast reader alone ÷ pdftotext's", PDFTOTEXT, FAST_READING, None),
    ("parsing: time ÷ the stock tokenizer's", PARSING, STOCK, None),
)


Times = dict[str, list[float]]


def time_contenders(files: list[Path], rounds: int) -> Times:
    """Seconds of processor time for all files, of each contender, by round."""
    parser, role = build_parser(), load_role("senior-backend")
    documents = {path: extract(path) for path in files}
    stock = spacy.blank("en")
    contenders: dict[str, Callable[[Path], object]] = {
        PLUMBER: plumb,
        READING: extract,
        FAST_READING: lambda path: extract(path, reader="pdfium"),
        PARSING: lambda path: parser.parse(documents[path]),
        WHOLE: lambda path: judge(read_resume(path, parser), role, as_of=AS_OF),
        STOCK: lambda path: stock.tokenizer(documents[path].text),
    }
    if shutil.which("pdftotext"):
        contenders[PDFTOTEXT] = lambda path: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=False)
    times: Times = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            unsettle() if name in OTHERS else settle()  # as each program leaves Python's memory
            times[name].append(costs(lambda run=run: [run(path) for path in files]))
    unsettle()
    return times


def ratios(times: Times) -> list[Ratio]:
    """What the times say of each other."""
    return [
        Ratio(label, [a / b for a, b in zip(times[slow], times[fast], strict=True)], target)
        for label, slow, fast, target in _RATIOS
        if slow in times and fast in times
    ]


def peak_megabytes() -> int:
    """The most memory that a process takes which reads one long PDF: its text, its boxes and all libraries."""
    reads = "import sys; from pathlib import Path; from screener.extract import extract_bytes; extract_bytes(sys.stdin.buffer.read())"
    tells = "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    done = subprocess.run([sys.executable, "-c", f"{reads}; {tells}"], input=long_pdf(), capture_output=True, check=True, cwd=ROOT)
    return int(done.stdout) // 1024


def long_pdf() -> bytes:
    """A PDF of many full pages."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for page in range(LONG_PAGES):
        for line in range(_LONG_LINES):
            canvas.drawString(40, 800 - 15 * line, f"Page {page}, line {line}: kept the booking service of a harbour awake through the night")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def readable(paths: list[Path]) -> list[Path]:
    """The files that can be read: an encrypted one would only be timed for its refusal."""
    kept = []
    for path in paths:
        try:
            extract(path)
        except UnreadableDocumentError:
            continue
        kept.append(path)
    return kept


def plumb(path: Path) -> list[str | None]:
    """What the file's text costs with pdfplumber alone."""
    with pdfplumber.open(path) as pdf:
        texts = []
        for page in pdf.pages:
            texts.append(page.extract_text())
            page.close()
    return texts

