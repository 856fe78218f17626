"""Files by programs of the system: Chromium, wkhtmltopdf, LibreOffice, LaTeX. Made where these are installed, kept in git otherwise."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from samples.maker import html, with_python_docx
from samples.maker.latex import latex
from samples.maker.source import Source

CHROMIUM = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def weasyprint(source: Source) -> bytes:
    import weasyprint as printer  # needs Pango, which not every machine has

    return bytes(printer.HTML(string=html.page(source)).write_pdf() or b"")


def chromium(source: Source) -> bytes:
    def command(page: Path, target: Path) -> tuple[str, ...]:
        return (*CHROMIUM, f"--user-data-dir={page.parent / 'profile'}", f"--print-to-pdf={target}", page.as_uri())

    return _dated(_run(html.page(source), "page.html", command), source)


def wkhtmltopdf(source: Source) -> bytes:
    return _dated(_run(html.page(source), "page.html", lambda page, target: ("wkhtmltopdf", "-q", str(page), str(target))), source)


def libreoffice_pdf(source: Source) -> bytes:
    return _dated(_run(with_python_docx.make(source), "page.docx", _office("pdf"), "page.pdf"), source)


def libreoffice_docx(source: Source) -> bytes:
    from samples.maker.archive import repacked

    return repacked(_run(html.page(source), "page.html", _office("docx:Office Open XML Text"), "page.docx"))


def pdflatex(source: Source) -> bytes:
    def command(page: Path, _: Path) -> tuple[str, ...]:
        return ("pdflatex", "-interaction=batchmode", f"-output-directory={page.parent}", str(page))

    return _run(latex(source), "page.tex", command, "page.pdf", source)


def _office(kind: str) -> Callable[[Path, Path], tuple[str, ...]]:
    def command(page: Path, target: Path) -> tuple[str, ...]:
        profile = f"-env:UserInstallation={(page.parent / 'profile').as_uri()}"
        web = ("--infilter=HTML (StarWriter)",) if page.suffix == ".html" else ()
        return ("soffice", profile, "--headless", *web, "--convert-to", kind, "--outdir", str(target.parent), str(page))

    return command


def _run(
    content: str | bytes, name: str, command: Callable[[Path, Path], tuple[str, ...]], made: str = "made.pdf", source: Source | None = None
) -> bytes:
    """What the program makes of the page; raises FileNotFoundError when the program isn't there or makes nothing."""
    environment = dict(os.environ)
    if source:
        stamp = datetime(source.look.made.year, source.look.made.month, source.look.made.day, 9, tzinfo=UTC)
        environment |= {"SOURCE_DATE_EPOCH": str(int(stamp.timestamp())), "FORCE_SOURCE_DATE": "1"}
    with tempfile.TemporaryDirectory() as folder:
        page, target = Path(folder) / name, Path(folder) / made
        page.write_bytes(content if isinstance(content, bytes) else content.encode())
        arguments = command(page, target)
        if not shutil.which(arguments[0]):
            raise FileNotFoundError(arguments[0])
        subprocess.run(arguments, check=False, capture_output=True, timeout=120, cwd=folder, env=environment)
        return target.read_bytes()


def _dated(pdf: bytes, source: Source) -> bytes:
    """The same PDF with the source's date for the clock's, and without the random identifier, at the same offsets."""
    date = f"D:{source.look.made:%Y%m%d}093000".encode()
    pdf = re.sub(rb"D:\d{14}", date, pdf)
    pdf = re.sub(rb"(/DocChecksum\s*/)([0-9A-F]+)", lambda found: found[1] + b"0" * len(found[2]), pdf)
    return re.sub(rb"(/ID\s*\[\s*)<([0-9A-Fa-f]+)>(\s*)<([0-9A-Fa-f]+)>", _blank_identifier, pdf)


def _blank_identifier(found: re.Match[bytes]) -> bytes:
    return found[1] + b"<" + b"0" * len(found[2]) + b">" + found[3] + b"<" + b"0" * len(found[4]) + b">"
