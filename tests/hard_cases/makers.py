"""The programs that make the kept files of this folder, each from a source that it reads."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

Made = Callable[[Path], bytes]

_DATE, _STAMP = b"D:20260901120000", "1788264000"
_CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def typst(source: Path) -> bytes:
    import typst as compiler

    return bytes(compiler.compile(source))


def weasyprint(source: Path) -> bytes:
    from weasyprint import HTML  # needs Pango, which not every machine has

    return bytes(HTML(filename=str(source)).write_pdf() or b"")


def chromium(source: Path) -> bytes:
    return _made("made.pdf", lambda folder: (*_CHROMIUM, f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/made.pdf", source.resolve().as_uri()))


def wkhtmltopdf(source: Path) -> bytes:
    return _made("made.pdf", lambda folder: ("wkhtmltopdf", "-q", str(source), f"{folder}/made.pdf"))


def pdflatex(source: Path) -> bytes:
    return _made(f"{source.stem}.pdf", lambda folder: ("pdflatex", "-interaction=batchmode", f"-output-directory={folder}", str(source)))


def lualatex(source: Path) -> bytes:
    return _made(f"{source.stem}.pdf", lambda folder: ("lualatex", "-interaction=batchmode", f"-output-directory={folder}", str(source)))


def ghostscript(source: Path) -> bytes:
    return _made("made.pdf", lambda folder: ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={folder}/made.pdf", str(source)))


def libreoffice_pdf(source: Path) -> bytes:
    return _made(f"{source.stem}.pdf", lambda folder: _office(source, folder, "pdf"))


def libreoffice_docx(source: Path) -> bytes:
    from samples.maker.archive import repacked

    return repacked(_made(f"{source.stem}.docx", lambda folder: _office(source, folder, "docx:Office Open XML Text")))


def _office(source: Path, folder: Path, kind: str) -> tuple[str, ...]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return ("soffice", profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", kind, "--outdir", str(folder), str(source))


def _made(name: str, command: Callable[[Path], tuple[str, ...]]) -> bytes:
    """What a program of the system makes; raises FileNotFoundError where it isn't there or makes nothing."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": _STAMP, "FORCE_SOURCE_DATE": "1"}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        subprocess.run(command(folder), check=False, capture_output=True, timeout=180, cwd=folder, env=environment)
        return _undated((folder / name).read_bytes())


def _undated(made: bytes) -> bytes:
    """The same file without the clock's time and the random identifier."""
    made = re.sub(rb"D:\d{14}", _DATE, made)
    return re.sub(rb"(/ID\s*\[\s*)<[0-9A-Fa-f]+>(\s*)<[0-9A-Fa-f]+>", lambda found: found[1] + b"<00>" + found[2] + b"<00>", made) if b"xref\n" not in made else made


MAKERS: dict[str, tuple[Made, str]] = {
    "chromium": (chromium, "pdf"),
    "ghostscript": (ghostscript, "pdf"),
    "libreoffice": (libreoffice_pdf, "pdf"),
    "libreoffice-word": (libreoffice_docx, "docx"),
    "lualatex": (lualatex, "pdf"),
    "pdflatex": (pdflatex, "pdf"),
    "typst": (typst, "pdf"),
    "weasyprint": (weasyprint, "pdf"),
    "wkhtmltopdf": (wkhtmltopdf, "pdf"),
}
"""Name of the program → what makes a file of a source with it, and the suffix of that file."""
AT_HAND = ("typst",)
"""Those that come with the development packages: their files are made when they are tested, and not kept."""
