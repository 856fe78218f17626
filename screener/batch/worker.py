"""What a child process does with one file: read it, judge it, and give a row whatever happens."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from traceback import walk_tb

from screener.batch.inputs import InputFile
from screener.decision import Failure, Screening
from screener.errors import UnreadableDocumentError
from screener.parse import Parser
from screener.resume import Resume
from screener.rules import Role
from screener.screening import judge, read_resume

TOO_LARGE = Failure("too-large", "Reading it takes more memory than is allowed.", "Look at the file yourself, or ask for a simpler one.")


@dataclass(frozen=True, slots=True)
class Options:
    """All that a result depends on besides the file. reader: `auto`, `pdfium` or `pdfplumber`. ocr: `auto` or `off`."""

    role: Role
    as_of: date
    reader: str = "auto"
    ocr: str = "auto"


def screen_file(file: InputFile, parser: Parser, options: Options, *, flags: tuple[str, ...] = ()) -> Screening:
    """One file's row; an unreadable file's says why. flags: what is known of the file from outside (`duplicate`)."""
    sha256 = ""
    try:
        sha256 = sha256_of(file.path)
        resume = read_resume(file.path, parser, options.reader)
        decision = judge(resume, options.role, as_of=options.as_of)
    except Exception as error:  # noqa: BLE001 - a mistake of this program in one document must not cost the others their rows
        return _unreadable(file, _failure_of(error), sha256, flags)
    return Screening(
        file=file.name,
        sha256=sha256,
        resume=resume,
        decision=decision,
        flags=tuple(sorted({*resume.flags, *decision.flags, *flags})),
    )


def lose_file(file: InputFile, failure: Failure, *, flags: tuple[str, ...] = ()) -> Screening:
    """The row of a file whose reader was lost."""
    try:
        sha256 = sha256_of(file.path)
    except (OSError, UnreadableDocumentError):
        sha256 = ""
    return _unreadable(file, failure, sha256, flags)


def try_to_read(path: Path, parser: Parser, reader: str) -> Resume | Failure:
    """What the file says, or why it cannot be read."""
    try:
        sha256_of(path)
        return read_resume(path, parser, reader)
    except Exception as error:  # noqa: BLE001 - as above: told as a failure, without the error's own words
        return _failure_of(error)


def sha256_of(path: Path) -> str:
    """Hexadecimal SHA-256 of the file's bytes. Raises OSError, and UnreadableDocumentError for what is not a regular file."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableDocumentError("unsupported", "This is not a regular file.", "Ask for the résumé as PDF or DOCX.")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unreadable(file: InputFile, failure: Failure, sha256: str, flags: tuple[str, ...]) -> Screening:
    told_by_flag = {failure.code} & {"encrypted", "scanned"}
    return Screening(file=file.name, sha256=sha256, failure=failure, flags=tuple(sorted({*flags, *told_by_flag})))


def _failure_of(error: Exception) -> Failure:
    """What a person is told of `error`; never its own words, which may hold text of the document."""
    if isinstance(error, UnreadableDocumentError):
        return Failure(error.code, error.message, error.advice)
    if isinstance(error, MemoryError):
        return TOO_LARGE
    if isinstance(error, OSError):
        message = f"The file could not be opened ({error.strerror or type(error).__name__})."
        return Failure("not-opened", message, "Check that it still exists and that you may read it.")
    *_, (frame, line) = walk_tb(error.__traceback__)
    place = f"{type(error).__name__} in {Path(frame.f_code.co_filename).name}, line {line}"
    return Failure("crashed", f"The program made a mistake while reading it ({place}).", "Look at the file yourself; report the mistake.")
