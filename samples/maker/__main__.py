"""Rebuilds the sample files: `python -m samples.maker [FOLDER…]`, where a folder holds `sources/` and gets `resumes/` and `truth.csv`."""

import sys
from collections.abc import Callable
from pathlib import Path

from samples.maker import (
    with_fpdf2,
    with_pillow,
    with_placed_words,
    with_python_docx,
    with_raw_docx,
    with_reportlab,
    with_system,
    with_typst,
)
from samples.maker.source import Source, read_sources
from samples.maker.truth import truth_csv

PRODUCERS: dict[str, Callable[[Source], bytes]] = {
    "reportlab": with_reportlab.make,
    "fpdf2": with_fpdf2.make,
    "placed-words": with_placed_words.make,
    "pillow": with_pillow.make,
    "python-docx": with_python_docx.make,
    "raw-docx": with_raw_docx.make,
    "typst": with_typst.make,
}
SYSTEM: dict[str, Callable[[Source], bytes]] = {
    "weasyprint": with_system.weasyprint,
    "chromium": with_system.chromium,
    "wkhtmltopdf": with_system.wkhtmltopdf,
    "libreoffice-pdf": with_system.libreoffice_pdf,
    "libreoffice-docx": with_system.libreoffice_docx,
    "pdflatex": with_system.pdflatex,
}


def make_folder(folder: Path, *, fresh: bool = False) -> list[str]:
    """Write the files and the truth; what the system's programs make only when it is missing or `fresh`; returns what couldn't be made."""
    sources = read_sources(folder / "sources")
    resumes = folder / "resumes"
    resumes.mkdir(exist_ok=True)
    missing = []
    for source in sources:
        target = resumes / source.look.file
        if source.look.producer in PRODUCERS:
            target.write_bytes(PRODUCERS[source.look.producer](source))
        elif fresh or not target.exists():
            try:
                target.write_bytes(SYSTEM[source.look.producer](source))
            except (FileNotFoundError, ImportError, OSError) as error:
                missing.append(f"{source.look.file}: kept as it is, {source.look.producer} can't run here ({error})")
    (folder / "truth.csv").write_text(truth_csv(sources), encoding="utf-8")
    return missing


def main(arguments: list[str]) -> None:
    fresh = "--fresh" in arguments
    for name in [argument for argument in arguments if not argument.startswith("-")] or ["samples"]:
        for line in make_folder(Path(name), fresh=fresh):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
