"""The .doc format of before 2007, through other programs where the machine has them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from screener.document import Document
from screener.extract.unreadable import unreadable

TIMEOUT = 60.0
"""Seconds that a converter may take: LibreOffice needs about four for its start."""


_ASKING, _ASKING_SECONDS = {"antiword": "-h"}, 20.0  # antiword tells its version with its options
_VERSION = re.compile(rb"\d{1,4}(?:\.\d{1,6}){1,4}")


def find_converter(search_path: str) -> str:
    """The best converter in the folders of `search_path` (as PATH lists them), by its path; empty when there is none."""
    return next(filter(None, (shutil.which(name, path=search_path) for name in CONVERTERS)), "")


@lru_cache(maxsize=4)
def described(converter: str) -> str:
    """Name and version of a converter, for the record of a run. converter: what `find_converter` gave, not empty."""
    name = Path(converter).name
    try:
        asked = subprocess.run([converter, _ASKING.get(name, "--version")], capture_output=True, timeout=_ASKING_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return f"{name} unknown"
    found = _VERSION.search(asked.stdout + asked.stderr)
    return f"{name} {found[0].decode('ascii') if found else 'unknown'}"


def read_doc(data: bytes, converter: str) -> Document:
    """The text of a .doc file. converter: what `find_converter` gave.

    Raises UnreadableDocumentError when that is nothing, or when it cannot read the file.
    """
    name = Path(converter).name
    convert = CONVERTERS.get(name)
    if convert is None:
        raise unreadable("doc")
    document = convert(converter, data)
    return replace(document, facts=replace(document.facts, format="doc", readers=(name,)))


def _through_libreoffice(program: str, data: bytes) -> Document:
    """LibreOffice writes a DOCX; its settings live and die in the working folder, so that runs side by side do not meet."""
    from screener.extract.docx import read_docx  # here: only who has such files and such a program needs it

    with tempfile.TemporaryDirectory(prefix="screener-") as folder:
        source, result = Path(folder, "cv.doc"), Path(folder, "out", "cv.docx")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        _run([program, profile, "--headless", "--convert-to", "docx", "--outdir", str(result.parent), str(source)])
        if not result.is_file():
            raise unreadable("doc-damaged")
        return read_docx(result.read_bytes())


def _through_antiword(program: str, data: bytes) -> Document:
    """Antiword writes plain text, a paragraph on a line."""
    from screener.extract.text import read_text  # here: for the same reason

    with tempfile.TemporaryDirectory(prefix="screener-") as folder:
        source = Path(folder, "cv.doc")
        source.write_bytes(data)
        return read_text(_run([program, "-m", "UTF-8.txt", "-w", "0", str(source)]))


CONVERTERS: dict[str, Callable[[str, bytes], Document]] = {"soffice": _through_libreoffice, "antiword": _through_antiword}
"""Program → how it is used, best first."""


def _run(command: Sequence[str]) -> bytes:
    """What the command writes. It runs in a session of its own, so that all that it starts ends with it."""
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            output, _ = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise unreadable("doc-damaged") from error
    if process.returncode:
        raise unreadable("doc-damaged")
    return output
