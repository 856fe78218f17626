"""What a child process does with one file: read it or remember it, judge it, and give a row whatever happens."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from screener.batch.confine import Limits
from screener.batch.failures import failure_of
from screener.batch.inputs import InputFile
from screener.batch.likeness import likeness_of
from screener.cache import Known, Learned, Lookup, Mark, mark_of, pack, settled
from screener.decision import Failure, Screening
from screener.errors import UnreadableDocumentError
from screener.extract import How, member_bytes
from screener.extract.ocr import OCR_SECONDS, OcrTool
from screener.resume import Resume
from screener.rules import Role, questions
from screener.screening import judge, read_bytes_of_resume, read_resume

if TYPE_CHECKING:
    from screener.parse import Parser

_OF_THE_MOMENT = frozenset({"not-opened", "timed-out", "ocr-timeout"})
"""Codes of failures, and flags of readings, that tell of the moment rather than of the file's bytes: they are not remembered."""


@dataclass(frozen=True, slots=True)
class Options:
    """All that a result depends on besides the file. reader: `auto`, `pdfium` or `pdfplumber`. ocr: `auto` or `off`.

    ocr_tool: what `auto` reads scans with; None where the machine has nothing for it. converter: the same for .doc files, its path.
    """

    role: Role
    as_of: date
    reader: str = "auto"
    ocr: str = "auto"
    ocr_tool: OcrTool | None = None
    converter: str = ""

    @property
    def how(self) -> How:
        """How documents are read."""
        return How(self.reader, None if self.ocr == "off" else self.ocr_tool, self.converter)


def limits_for(how: How) -> Limits:
    """What one document may cost when documents are read so: recognising pictures of pages takes its time."""
    return Limits() if how.ocr is None else Limits(seconds=Limits().seconds + OCR_SECONDS)


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a file now. sha256: empty when its bytes could not be read. learned: for the cache, when there is one.

    content, likeness: what is known, packed (see `pack`), and what it is compared by (see `likeness_of`), where they were made already.
    """

    sha256: str
    known: Known
    learned: Learned | None = None
    content: bytes | None = None
    likeness: bytes | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A file before it is read. sha256: empty when not known. mark: only of a file of its own. known: what the cache has of it."""

    sha256: str = ""
    mark: Mark | None = None
    known: Known | None = None


def read_file(file: InputFile, parser: Parser, how: How, lookup: Lookup | None = None) -> Found:
    """What the file says, from the cache when it was read before, or why it cannot be read."""
    if file.failure is not None:
        return lost_file(file, file.failure)
    seen = Seen(file.sha256)
    try:
        seen = look_up(file, lookup)
        if seen.known is not None:
            return remembered(file, seen, seen.known)
        if file.way:
            contents = member_bytes(file.path, file.way)
            seen = replace(seen, sha256=hashlib.sha256(contents).hexdigest())
            known: Known = read_bytes_of_resume(contents, parser, how)
        else:
            known = read_resume(file.path, parser, how)
    except Exception as error:  # noqa: BLE001 - a mistake of this program in one document must not cost the others their rows
        known = failure_of(error)
    known, data = settled(known)
    if lookup is None or not seen.sha256:
        return Found(seen.sha256, known)
    content, likeness = None if data is None else pack(data), likeness_of(known)
    kept = content if may_be_kept(known) else None
    return Found(seen.sha256, known, learned_of(file, seen, kept, likeness, damaged=lookup.damaged), content, likeness)


def look_up(file: InputFile, lookup: Lookup | None) -> Seen:
    """What there is to know of a file without reading it as a résumé. Raises OSError and UnreadableDocumentError.

    The hash of a file inside a mail or archive is known, and is never remembered by the times of its container.
    """
    if file.way:
        return Seen(file.sha256, known=lookup.reading_of(file.sha256) if lookup else None)
    mark = _mark(file.path)
    sha256 = (lookup.sha256_of(os.fsencode(file.path.absolute()), mark) if lookup else "") or sha256_of(file.path)
    return Seen(sha256, mark, lookup.reading_of(sha256) if lookup else None)


def remembered(file: InputFile, seen: Seen, known: Known) -> Found:
    """A file that the cache knew."""
    return Found(seen.sha256, known, replace(learned_at(file.path, seen.mark, seen.sha256), known=True))


def may_be_kept(known: Known) -> bool:
    """Whether a reading tells of the file's bytes alone, not of the moment."""
    return _OF_THE_MOMENT.isdisjoint({known.code} if isinstance(known, Failure) else known.flags)


def learned_of(file: InputFile, seen: Seen, content: bytes | None, likeness: bytes = b"", *, damaged: bool = False) -> Learned:
    """What reading the file taught: nothing to keep when it is no longer what was hashed."""
    unchanged = bool(file.way) or _is_unchanged(file.path, seen.mark)
    learned = learned_at(file.path, seen.mark, seen.sha256)
    return replace(learned, content=content if unchanged else None, likeness=likeness, damaged=damaged)


def screening_of(file: InputFile, found: Found, options: Options) -> Screening:
    """One file's row; an unreadable file's says why."""
    if isinstance(found.known, Failure):
        return _unreadable(file, found.known, found.sha256)
    try:
        decision = judge(found.known, options.role, as_of=options.as_of)
        asked = questions(decision, found.known.qualifications, options.role, as_of=options.as_of)
    except Exception as error:  # noqa: BLE001 - as above
        return _unreadable(file, failure_of(error), found.sha256)
    return Screening(
        file=file.name,
        sha256=found.sha256,
        resume=found.known,
        decision=decision,
        flags=tuple(sorted({*found.known.flags, *decision.flags})),
        questions=tuple(question.text for question in asked),
    )


def screen_file(file: InputFile, parser: Parser, options: Options) -> Screening:
    """One file's row, read anew."""
    return screening_of(file, read_file(file, parser, options.how), options)


def lost_file(file: InputFile, failure: Failure, *, keep: bool = False) -> Found:
    """What is known of a file whose reader was lost. keep: whether to remember that, so that it is not tried again."""
    if file.way:
        _, data = settled(failure)
        content = pack(data) if keep and data is not None and file.sha256 else None
        return Found(file.sha256, failure, replace(learned_at(file.path, None, file.sha256), content=content))
    path = file.path
    try:
        mark = _mark(path)
        sha256 = sha256_of(path)
    except (OSError, UnreadableDocumentError):
        return Found("", failure)
    _, data = settled(failure)
    content = pack(data) if keep and data is not None and _is_unchanged(path, mark) else None
    return Found(sha256, failure, replace(learned_at(path, mark, sha256), content=content))


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


def learned_at(path: Path, mark: Mark | None, sha256: str) -> Learned:
    """What is known of the file at `path`, but for its reading."""
    return Learned(os.fsencode(path.absolute()), mark, sha256)


def _unreadable(file: InputFile, failure: Failure, sha256: str) -> Screening:
    flags = (failure.code,) if failure.code in ("encrypted", "scanned") else ()
    return Screening(file=file.name, sha256=sha256, failure=failure, flags=flags)
