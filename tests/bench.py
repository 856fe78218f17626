"""`make bench`: ratios of speed on real files, all measured in one run, because machines and moments differ.

Files: the PDFs of samples/resumes and, when it lies beside the checkout, of ../shared/dev-resumes. One process, warm. Each round
times every contender on every file, so that a busy moment touches all of them; the table shows the ratios' lowest, middle and highest.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import pdfplumber
import spacy
from reportlab.pdfgen.canvas import Canvas

from screener.batch.memory import settle, unsettle
from screener.errors import UnreadableDocumentError
from screener.extract import extract
from screener.parse import build_parser
from screener.rules import load_role
from screener.screening import judge, read_resume

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "samples" / "resumes", ROOT.parent / "shared" / "dev-resumes")
ROUNDS = 5
LONG_PAGES = 300
AS_OF = date(2026, 11, 1)


def main() -> None:
    """Measure and print."""
    files = readable([path for folder in FOLDERS if folder.is_dir() for path in sorted(folder.glob("*.pdf"))])
    parser, role = build_parser(), load_role("senior-backend")
    documents = {path: extract(path) for path in files}
    stock = spacy.blank("en")
    contenders: dict[str, Callable[[Path], object]] = {
        "pdfplumber extract_text()": plumb,
        "reading": extract,
        "reading, fast reader alone": lambda path: extract(path, reader="pdfium"),
        "parsing": lambda path: parser.parse(documents[path]),
        "whole screening": lambda path: judge(read_resume(path, parser), role, as_of=AS_OF),
        "spaCy blank('en') tokens": lambda path: stock.tokenizer(documents[path].text),
    }
    if shutil.which("pdftotext"):
        contenders["pdftotext -layout"] = lambda path: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=False)
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, run in contenders.items():
            unsettle() if name in OTHERS else settle()  # as each program leaves Python's memory
            started = processor_seconds()
            for path in files:
                run(path)
            times[name].append(processor_seconds() - started)
    show(times, len(files))
    print(f"\n{LONG_PAGES} pages of text: {peak_megabytes()} MB at most, in a process of its own")


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
        for line in range(50):
            canvas.drawString(40, 800 - 15 * line, f"Page {page}, line {line}: kept the booking service of a harbour awake through the night")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def processor_seconds() -> float:
    """Seconds of processor time of this process and of the children that have ended: what other programs take does not count."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def show(times: dict[str, list[float]], files: int) -> None:
    """Print the times a file, and the ratios round by round."""
    print(f"{files} PDF files, {ROUNDS} rounds\n")
    print(f"{'':28}{'ms a file':>10}")
    for name, seconds in times.items():
        print(f"{name:28}{1000 * median(seconds) / files:10.1f}")
    print(f"\n{'ratio':52}{'min':>7}{'median':>8}{'max':>7}")
    for label, slow, fast in RATIOS:
        if slow in times and fast in times:
            ratios = [a / b for a, b in zip(times[slow], times[fast], strict=True)]
            print(f"{label:52}{min(ratios):7.2f}{median(ratios):8.2f}{max(ratios):7.2f}")


OTHERS = frozenset(("pdfplumber extract_text()", "spaCy blank('en') tokens", "pdftotext -layout"))
RATIOS = (
    ("whole screening, times faster than pdfplumber", "pdfplumber extract_text()", "whole screening"),
    ("reading, times faster than pdfplumber", "pdfplumber extract_text()", "reading"),
    ("reading, fast reader alone", "pdfplumber extract_text()", "reading, fast reader alone"),
    ("reading, fast reader, share of pdftotext -layout", "reading, fast reader alone", "pdftotext -layout"),
    ("reading, share of the time of pdftotext -layout", "reading", "pdftotext -layout"),
    ("whole screening, share of the time of pdftotext", "whole screening", "pdftotext -layout"),
    ("parsing, times the stock tokenizer's time", "parsing", "spaCy blank('en') tokens"),
)


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


if __name__ == "__main__":
    main()
