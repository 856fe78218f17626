"""What can change a result besides the files: versions and options, for the record of a run."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files

from screener import __version__
from screener.batch.worker import Options
from screener.report import IgnoredPath, RunRecord

_TOOLS = ("pdfplumber", "pdfminer.six", "pypdfium2", "python-docx", "spacy")
"""Libraries that take part in what is read or understood."""


def run_record(options: Options, ignored: Sequence[IgnoredPath]) -> RunRecord:
    """The record of a run with these options."""
    return RunRecord(
        program=__version__,
        role_id=options.role.id,
        role_version=options.role.version,
        role_title=options.role.title,
        as_of=options.as_of,
        taxonomy=_taxonomy_digest(),
        tools={"python": platform.python_version()} | {name: version(name) for name in _TOOLS},
        options={"ocr": options.ocr, "reader": options.reader},
        ignored=tuple(ignored),
    )


def _taxonomy_digest() -> str:
    """One SHA-256 over all of the taxonomy's data files, hexadecimal."""
    digest = hashlib.sha256()
    for file in sorted(files("screener.taxonomy").joinpath("data").iterdir(), key=lambda file: file.name):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()
