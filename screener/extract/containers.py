"""E-mails and zip archives of résumés: each file inside is a file of its own, named `mail.eml/cv.pdf`."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path

from screener.errors import UnreadableDocumentError
from screener.extract.files import MAX_BYTES, read_bytes
from screener.extract.sniff import sniff
from screener.extract.unreadable import unreadable
from screener.extract.zips import DamagedZipError, OversizedZipError, directory, inflate

CONTAINER_SUFFIXES = frozenset({".eml", ".zip"})

MAX_DEPTH = 3
"""Containers inside containers that are opened: a mail with a zip of mails, and no more."""

MAX_FILES = 5_000
MAX_TOTAL_BYTES = 500_000_000

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MAIL_ERRORS = (ValueError, LookupError, AttributeError, TypeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a container. name: with those of its containers, forward slashes. failure: why there are no bytes of it."""

    name: str
    data: bytes = b""
    failure: UnreadableDocumentError | None = None


@dataclass(slots=True)
class _Budget:
    """What may still come out of a container, however deep it is nested."""

    files: int
    total: int


def expand(path: Path) -> tuple[Member, ...]:
    """The files that a path holds: those inside an e-mail or zip archive, else the file itself.

    At least one, each under a name of its own, in the container's order. A file that cannot be had is there with its failure.
    """
    try:
        data = read_bytes(path)
    except UnreadableDocumentError as error:
        return (Member(path.name, failure=error),)
    return tuple(_without_equal_names(_opened(Member(path.name, data), 0, _Budget(MAX_FILES, MAX_TOTAL_BYTES))))


def _opened(member: Member, depth: int, budget: _Budget) -> Iterator[Member]:
    """The member itself, or the files inside it."""
    opener = _OPENERS.get(sniff(member.data)) if member.failure is None and depth < MAX_DEPTH else None
    inside = None if opener is None else opener(member.data, budget)
    if inside is None:
        yield member
        return
    found = False
    for child in inside:
        found = True
        budget.files -= 1
        budget.total -= len(child.data)
        if budget.files < 0 or budget.total < 0:
            yield Member(f"{member.name}/…", failure=unreadable("crowded" if budget.files < 0 else "inflates"))
            return
        yield from _opened(replace(child, name=f"{member.name}/{child.name}"), depth + 1, budget)
    if not found:
        yield Member(member.name, failure=unreadable("nothing-inside"))


def _zip_members(data: bytes, budget: _Budget) -> Iterator[Member]:
    for raw_name, info in directory(data).items():
        name = _safe(raw_name)
        if info.is_dir() or _is_clutter(name):
            continue
        try:
            if info.flag_bits & 1:
                raise unreadable("encrypted")
            yield Member(name, inflate(data, info, min(MAX_BYTES, max(budget.total, 0))))
        except DamagedZipError:
            yield Member(name, failure=unreadable("damaged"))
        except OversizedZipError:
            yield Member(name, failure=unreadable("too-large"))
        except UnreadableDocumentError as error:
            yield Member(name, failure=error)


def _is_clutter(name: str) -> bool:
    """What archive and office programs leave behind: `__MACOSX/…`, dotfiles, lock files."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith((".", "~$")) for part in parts)


def _safe(name: str) -> str:
    """A name that shows no control characters and leads nowhere else."""
    parts = [part for part in _UNSAFE.sub("", name.replace("\\", "/")).split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "unnamed"


def _mail_members(data: bytes, _budget: _Budget) -> Iterator[Member]:
    """The attachments of a mail; its own text where it has none. Pictures count only when nothing else does: they are mostly logos."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        attachments = list(_attachments(message))
        members = [member for is_picture, member in attachments if not is_picture] or [member for _, member in attachments]
    except _MAIL_ERRORS:
        members = [Member("message", failure=unreadable("damaged"))]
    yield from members


def _attachments(message: EmailMessage) -> Iterator[tuple[bool, Member]]:
    """Each attachment, and whether it is a picture."""
    body: Member | None = None
    found = False
    for part in _leaves(message):
        name, kind = part.get_filename(), part.get_content_type()
        if part.get_content_type() == "message/rfc822":
            found = True
            yield False, Member(_safe(name or "message.eml"), _attached_message(part))
        elif name or part.get_content_disposition() == "attachment":
            found = True
            yield part.get_content_maintype() == "image", Member(_file_name(name or "attachment"), _payload(part))
        elif kind in _BODIES and body is None:
            body = Member(_BODIES[kind], _payload(part))
    if not found and body is not None and body.data.strip():
        yield False, body


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, without looking inside attached messages."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            waiting += reversed([child for child in part.iter_parts() if isinstance(child, EmailMessage)])
        else:
            yield part


def _attached_message(part: EmailMessage) -> bytes:
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    return inner.as_bytes() if isinstance(inner, EmailMessage) else b""


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file_name(name: str) -> str:
    """The last part of a name that a mail gives: mails do not make folders."""
    return _safe(name).rsplit("/", 1)[-1]


def _without_equal_names(members: Iterator[Member]) -> Iterator[Member]:
    """A second file of the same name gets a number before its suffix."""
    seen: set[str] = set()
    for member in members:
        stem, dot, suffix = member.name.rpartition(".")
        name, count = member.name, 1
        while name in seen:
            count += 1
            name = f"{stem} ({count}){dot}{suffix}" if stem else f"{member.name} ({count})"
        seen.add(name)
        yield replace(member, name=name)


_BODIES = {"text/plain": "message.txt", "text/html": "message.html"}
_OPENERS: dict[str, Callable[[bytes, _Budget], Iterator[Member]]] = {"zip": _zip_members, "email": _mail_members}
