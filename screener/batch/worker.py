"""What a child process does with one file: read it or remember it, judge it, and give a row whatever happens."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from screener.batch.failures import failure_of
from screener.batch.inputs import InputFile
from screener.cache import Known, Learned, Lookup, Mark, mark_of, pack, settled
from screener.decision import Failure, Screening
from screener.errors import UnreadableDocumentError
from screener.parse import Parser
from screener.resume import Resume
from screener.rules import Role
from screener.screening import judge, read_resume

_OF_THE_MOMENT = frozenset({"not-opened"})
"""Codes of failures that say nothing about the file's bytes: they are not remembered."""


@dataclass(frozen=True, slots=True)
class Options:
    """All that a result depends on besides the file. reader: `auto`, `pdfium` or `pdfplumber`. ocr: `auto` or `off`."""

    role: Role
    as_of: date
    reader: str = "auto"
    ocr: str = "auto"


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a file now. sha256: empty when its bytes could not be read. learned: for the cache, when there is one."""

    sha256: str
    known: Known
    learned: Learned | None = None


def read_file(path: Path, parser: Parser, reader: str, lookup: Lookup | None = None) -> Found:
    """What the file says, from the cache when it was read before, or why it cannot be read."""
    sha256, mark = "", None
    try:
        mark = _mark(path)
        sha256 = (lookup.sha256_of(os.fsencode(path.absolute()), mark) if lookup else "") or sha256_of(path)
        known = lookup.reading_of(sha256) if lookup else None
        if known is not None:
            return Found(sha256, known, _learned(path, mark, sha256, known=True))
        known = read_resume(path, parser, reader)
    except Exception as error:  # noqa: BLE001 - a mistake of this program in one document must not cost the others their rows
        known = failure_of(error)
    known, data = settled(known)
    if lookup is None or not sha256:
        return Found(sha256, known)
    content = None if data is None or _momentary(known) or not _is_unchanged(path, mark) else pack(data)
    return Found(sha256, known, _learned(path, mark, sha256, content=content, damaged=lookup.damaged))


def screening_of(file: InputFile, found: Found, options: Options) -> Screening:
    """One file's row; an unreadable file's says why."""
    if isinstance(found.known, Failure):
        return _unreadable(file, found.known, found.sha256)
    try:
        decision = judge(found.known, options.role, as_of=options.as_of)
    except Exception as error:  # noqa: BLE001 - as above
        return _unreadable(file, failure_of(error), found.sha256)
    return Screening(
        file=file.name,
        sha256=found.sha256,
        resume=found.known,
        decision=decision,
        flags=tuple(sorted({*found.known.flags, *decision.flags})),
    )


def screen_file(file: InputFile, parser: Parser, options: Options) -> Screening:
    """One file's row, read anew."""
    return screening_of(file, read_file(file.path, parser, options.reader), options)


def lost_file(path: Path, failure: Failure, *, keep: bool = False) -> Found:
    """What is known of a file whose reader was lost. keep: whether to remember that, so that it is not tried again."""
    try:
        mark = _mark(path)
        sha256 = sha256_of(path)
    except (OSError, UnreadableDocumentError):
        return Found("", failure)
    _, data = settled(failure)
    content = pack(data) if keep and data is not None and _is_unchanged(path, mark) else None
    return Found(sha256, failure, _learned(path, mark, sha256, content=content))


def sha256_of(path: Path) -> str:
    """Hexadecimal SHA-256 of the file's bytes. Raises OSError, and UnreadableDocumentError for what is not a regular file."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableDocumentError("unsupported", "This is not a regular file.", "Ask for the résumé as PDF or DOCX.")
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def resume_or_raise(known: Known) -> Resume:
    """The résumé. Raises UnreadableDocumentError for a file that could not be read."""
    if isinstance(known, Failure):
        raise UnreadableDocumentError(known.code, known.message, known.advice)
    return known


def _mark(path: Path) -> Mark:
    return mark_of(path.stat())


def _is_unchanged(path: Path, mark: Mark | None) -> bool:
    """Whether what was hashed is still what was read."""
    try:
        return _mark(path) == mark
    except OSError:
        return False


def _momentary(known: Known) -> bool:
    return isinstance(known, Failure) and known.code in _OF_THE_MOMENT


def _learned(
    path: Path, mark: Mark | None, sha256: str, *, content: bytes | None = None, known: bool = False, damaged: bool = False
) -> Learned:
    return Learned(os.fsencode(path.absolute()), mark, sha256, content, known, damaged)


def _unreadable(file: InputFile, failure: Failure, sha256: str) -> Screening:
    flags = (failure.code,) if failure.code in ("encrypted", "scanned") else ()
    return Screening(file=file.name, sha256=sha256, failure=failure, flags=flags)
