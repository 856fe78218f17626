"""E-mails and zip archives of résumés: each file inside is a file of its own, named `mail.eml/cv.pdf`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipInfo

from screener.errors import UnreadableDocumentError
from screener.extract import mails
from screener.extract.files import MAX_BYTES, read_bytes
from screener.extract.sniff import sniff
from screener.extract.suffixes import reason_to_ignore_name
from screener.extract.unreadable import unreadable
from screener.extract.zips import DamagedZipError, OversizedZipError, directory, inflate

MAX_CONTAINER_BYTES = 200_000_000
MAX_DEPTH = 3
"""Containers inside containers that are opened: a mail with a zip of mails, and no more."""

MAX_FILES = 5_000
MAX_TOTAL_BYTES = 500_000_000

Step = str | int
"""The way from a container to a file in it: the name in a zip archive's directory, or which part of a mail, from 0."""

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_READ_WHATEVER_NAME = frozenset({"pdf", "docx", "doc", "odt", "rtf", "zip", "email"})


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a container. name: with those of its containers, forward slashes. way: to it, from the outermost container.

    failure: why there are no bytes of it. ignored: why it is left aside, without looking at it; empty: it is not.
    """

    name: str
    data: bytes = b""
    way: tuple[Step, ...] = ()
    failure: UnreadableDocumentError | None = None
    ignored: str = ""


@dataclass(slots=True)
class _Budget:
    """What may still come out of a container, however deep it is nested."""

    files: int
    total: int


def expand(path: Path) -> tuple[Member, ...]:
    """The files that a path holds: those inside an e-mail or zip archive, else the file itself.

    At least one that is not ignored, each under a name of its own, in the container's order. A file that cannot be had is there with
    its failure.
    """
    try:
        data = read_bytes(path, MAX_CONTAINER_BYTES)
    except UnreadableDocumentError as error:
        return (Member(path.name, failure=error),)
    return tuple(_without_equal_names(_opened(Member(path.name, data), 0, _Budget(MAX_FILES, MAX_TOTAL_BYTES))))


def member_bytes(path: Path, way: tuple[Step, ...]) -> bytes:
    """The bytes of one file inside a container. Raises UnreadableDocumentError when they cannot be had (any more)."""
    data = read_bytes(path, MAX_CONTAINER_BYTES if way else MAX_BYTES)
    for step in way:
        data = _zip_member(data, step) if isinstance(step, str) else mails.part_bytes(data, step)
    return data


def _opened(member: Member, depth: int, budget: _Budget) -> Iterator[Member]:
    """The member itself, or the files inside it."""
    opener = None if member.failure or member.ignored or depth >= MAX_DEPTH else _OPENERS.get(sniff(member.data))
    if opener is None:
        yield member if len(member.data) <= MAX_BYTES else replace(member, data=b"", failure=unreadable("too-large"))
        return
    found, seen = False, False
    for child in opener(member.data, budget):
        seen, found = True, found or not child.ignored
        budget.files -= not child.ignored
        budget.total -= len(child.data)
        if budget.files < 0 or budget.total < 0:
            yield Member(f"{member.name}/…", failure=unreadable("crowded" if budget.files < 0 else "inflates"))
            return
        yield from _opened(replace(child, name=f"{member.name}/{child.name}", way=member.way + child.way), depth + 1, budget)
    if not found:
        yield Member(member.name, failure=unreadable("nothing-readable" if seen else "nothing-inside"))


def _zip_members(data: bytes, budget: _Budget) -> Iterator[Member]:
    for raw_name, info in directory(data).items():
        name = safe_name(raw_name)
        if not raw_name or raw_name.endswith("/"):  # a folder
            continue
        if reason := _reason_to_ignore_in_zip(name):
            yield Member(name, ignored=reason)
            continue
        try:
            yield Member(name, _unpacked(data, info, min(MAX_BYTES, max(budget.total, 0))), (raw_name,))
        except UnreadableDocumentError as error:
            yield Member(name, way=(raw_name,), failure=error)


def _zip_member(data: bytes, name: str) -> bytes:
    try:
        info = directory(data)[name]
    except (DamagedZipError, KeyError) as error:
        raise unreadable("damaged") from error
    return _unpacked(data, info, MAX_BYTES)


def _unpacked(data: bytes, info: ZipInfo, limit: int) -> bytes:
    if info.flag_bits & 1:
        raise unreadable("encrypted")
    try:
        return inflate(data, info, limit)
    except DamagedZipError as error:
        raise unreadable("damaged") from error
    except OversizedZipError as error:
        raise unreadable("too-large") from error


def _reason_to_ignore_in_zip(name: str) -> str:
    folders = name.split("/")[:-1]
    if folders[:1] == ["__MACOSX"]:
        return "left by the program that made the archive"
    return "its folder's name begins with a dot" if any(part.startswith(".") for part in folders) else reason_to_ignore_name(name)


def _mail_members(data: bytes, _budget: _Budget) -> Iterator[Member]:
    """The attachments of a mail; where none can be read its pictures, else its own text."""
    try:
        parts = mails.parts_of(data)
    except UnreadableDocumentError as error:
        yield Member("message", failure=error)
        return
    by_rank = {part.number: _rank(part) for part in parts}
    best = min(by_rank.values(), default=_NEVER)
    for part in parts:
        name = safe_name(part.name)
        if by_rank[part.number] == best < _NEVER:
            yield Member(name if part.is_mail else name.rsplit("/", 1)[-1], part.data, (part.number,))
        else:
            yield Member(name.rsplit("/", 1)[-1], ignored=_reason_to_ignore_in_mail(part))


_DOCUMENT, _PICTURE, _TEXT, _NEVER = range(4)


def _rank(part: mails.Part) -> int:
    """What a part is taken for: pictures are mostly logos, and the text mostly says that the résumé is attached."""
    if part.is_body:
        return _TEXT if part.data.strip() else _NEVER
    if part.is_picture:
        return _PICTURE
    wanted = part.is_mail or not reason_to_ignore_name(part.name) or sniff(part.data) in _READ_WHATEVER_NAME
    return _DOCUMENT if wanted else _NEVER


def _reason_to_ignore_in_mail(part: mails.Part) -> str:
    if part.is_body:
        return "the mail's own text"
    return "a picture" if part.is_picture else reason_to_ignore_name(part.name)


def safe_name(name: str) -> str:
    """A name that shows no control characters and leads nowhere else."""
    parts = [part for part in _UNSAFE.sub("", name.replace("\\", "/")).split("/") if part not in ("", ".", "..")]
    return "/".join(parts) or "unnamed"


def _without_equal_names(members: Iterator[Member]) -> Iterator[Member]:
    """A second file of the same name gets a number before its suffix."""
    seen: dict[str, int] = {}
    for member in members:
        stem, dot, suffix = member.name.rpartition(".")
        name, count = member.name, seen.get(member.name, 1)
        while name in seen:
            count += 1
            name = f"{stem} ({count}){dot}{suffix}" if stem else f"{member.name} ({count})"
        seen[name] = 1
        seen[member.name] = count
        yield replace(member, name=name)


_OPENERS: dict[str, Callable[[bytes, _Budget], Iterator[Member]]] = {"zip": _zip_members, "email": _mail_members}
