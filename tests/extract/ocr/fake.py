"""A program that stands for Tesseract: it gives the table it was made with, whatever picture it gets."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
_LETTER, _LINE = 20, 60  # pixels


def table_of(lines: Sequence[str], confidence: float = 95.0) -> str:
    """Tesseract's table of these lines, as if printed at 300 dots an inch from the top left."""
    rows = [HEADER]
    for number, line in enumerate(lines):
        top = 100 + _LINE * number
        rows.append(f"4\t1\t1\t1\t{number}\t0\t100\t{top}\t{_LETTER * len(line)}\t38\t-1\t")
        at = 0
        for word in line.split(" "):
            rows.append(f"5\t1\t1\t1\t{number}\t1\t{100 + _LETTER * at}\t{top}\t{_LETTER * len(word)}\t38\t{confidence}\t{word}")
            at += len(word) + 1
    return "\n".join(rows) + "\n"


def fake_tesseract(folder: Path, table: str, *, languages: Sequence[str] = ("eng",), direction: str = "", version: str = "5.9.9") -> Path:
    """The program, in a folder of its own. direction: what it says of the way up (osd must be among the languages)."""
    for name, text in (("table", table), ("direction", direction)):
        (folder / name).write_text(text, encoding="utf-8")
    program = folder / "tesseract"
    listed = "\\n".join(["List of available languages (x):", *languages])
    program.write_text(
        f"""#!/bin/sh
case "$*" in
    *--version*) echo "tesseract {version}"; exit ;;
    *--list-langs*) printf '{listed}\\n'; exit ;;
esac
echo "$*" >> {shlex.quote(str(folder / "calls"))}
cat > /dev/null
case "$*" in
    *"--psm 0"*) cat {shlex.quote(str(folder / "direction"))} ;;
    *) cat {shlex.quote(str(folder / "table"))} ;;
esac
""",
        encoding="utf-8",
    )
    program.chmod(0o700)
    return program


def calls_of(folder: Path) -> list[str]:
    """With which options it was called for pictures."""
    calls = folder / "calls"
    return calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
