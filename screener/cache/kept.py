"""What is kept of a file, and its form: MessagePack, packed. Decoding builds nothing but the types named here, whatever the bytes say."""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass

import msgspec

from screener.decision import Failure
from screener.resume import Resume

Known = Resume | Failure
"""What a file says, or why it cannot be read."""

_Form = tuple[Resume | None, Failure | None]
_ENCODER = msgspec.msgpack.Encoder()
_DECODER: msgspec.msgpack.Decoder[_Form] = msgspec.msgpack.Decoder(_Form)
_LEVEL = 1
"""Of packing: a quarter of the size for a tenth of a millisecond; higher levels gain little."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file system says of a file: while it stays equal, so do the bytes. Times in nanoseconds."""

    size: int
    changed: int
    moved: int
    inode: int


@dataclass(frozen=True, slots=True)
class Learned:
    """What one file taught: its hash at `mark` (None: it changed meanwhile), and its reading.

    content: the packed reading when it is new; None when it was known, or may not be kept. known: it came from the cache.
    damaged: the cache could not be read. likeness: what goes with the reading, to compare files by.
    """

    path: bytes
    mark: Mark | None
    sha256: str
    content: bytes | None = None
    known: bool = False
    damaged: bool = False
    likeness: bytes = b""


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading as the cache holds it (see `unpack`), and what goes with it, to compare files by."""

    content: bytes
    likeness: bytes


def check_of(content: bytes, likeness: bytes) -> int:
    """A checksum: whoever passes a reading on without unpacking it must know that it is whole."""
    return zlib.crc32(likeness, zlib.crc32(content))


def mark_of(status: os.stat_result) -> Mark:
    """The mark of a file from its status: any rewriting changes one of the times, also when size and mtime are put back."""
    return Mark(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def settled(known: Known) -> tuple[Known, bytes | None]:
    """`known` just as the cache would give it back, so that no result tells whether there was a cache, and its packed form.

    What has no such form (lone surrogates are not in UTF-8) comes back as it is, with None: it cannot be kept.
    """
    form: _Form = (None, known) if isinstance(known, Failure) else (known, None)
    try:
        data = _ENCODER.encode(form)
        resume, failure = _DECODER.decode(data)
    except (msgspec.MsgspecError, ValueError, OverflowError):
        return known, None
    return resume or failure or known, data


def pack(data: bytes) -> bytes:
    """What is written into the cache for the form that `settled` gave."""
    return zlib.compress(data, _LEVEL)


def unpack(content: bytes) -> Known | None:
    """What `pack` was given; None when the bytes are damaged."""
    try:
        resume, failure = _DECODER.decode(zlib.decompress(content))
    except (zlib.error, msgspec.MsgspecError, ValueError):
        return None
    return resume or failure
