"""Unpacking zip archives that may have been made to do harm.

The sizes that a zip directory declares may be lies: what counts here is what really comes out, while it comes out.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

MAX_MEMBERS = 10_000

_LOCAL_HEADER = 30
_LOCAL_MAGIC = b"PK\x03\x04"


class DamagedZipError(Exception):
    """The archive, or one of its members, cannot be unpacked."""


class OversizedZipError(Exception):
    """A member unpacks to more than is allowed."""


def directory(data: bytes) -> dict[str, zipfile.ZipInfo]:
    """The members by name, with forward slashes; the last one of a name counts. Raises DamagedZipError."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError) as error:
        raise DamagedZipError from error
    return {member.filename.replace("\\", "/").lstrip("/"): member for member in members}


def inflate(data: bytes, member: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of one member.

    Raises OversizedZipError as soon as more than `limit` bytes have come out, DamagedZipError when the member is broken.
    """
    start = _payload_start(data, member)
    packed = memoryview(data)[start : start + member.compress_size]
    if len(packed) < member.compress_size:
        raise DamagedZipError
    content = _unpacked(packed, member.compress_type, limit)
    if len(content) > limit:
        raise OversizedZipError
    if zlib.crc32(content) != member.CRC:
        raise DamagedZipError
    return content


def _payload_start(data: bytes, member: zipfile.ZipInfo) -> int:
    header = data[member.header_offset : member.header_offset + _LOCAL_HEADER] if member.header_offset >= 0 else b""
    if len(header) < _LOCAL_HEADER or not header.startswith(_LOCAL_MAGIC):
        raise DamagedZipError
    name_length, extra_length = int.from_bytes(header[26:28], "little"), int.from_bytes(header[28:30], "little")
    return member.header_offset + _LOCAL_HEADER + name_length + extra_length


def _unpacked(packed: memoryview, method: int, limit: int) -> bytes:
    """At most one byte more than `limit`: enough to know that there is too much."""
    if method == zipfile.ZIP_STORED:
        return bytes(packed[: limit + 1])
    if method != zipfile.ZIP_DEFLATED:
        raise DamagedZipError
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, limit + 1)
    except zlib.error as error:
        raise DamagedZipError from error
    if not inflater.eof and len(content) <= limit:
        raise DamagedZipError
    return content
