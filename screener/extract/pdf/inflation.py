"""Files that unpack to far more than any résumé holds, told before anything is unpacked whole.

Only streams whose first bytes are packed unusually tightly are looked at further; pictures, which are unpacked only when a page is drawn,
are left alone. What gets past this meets the limits of the process that reads it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MAX_INFLATED = 12_000_000  # bytes of all tightly packed streams together
_SMALL = 512  # bytes; what is packed into fewer is no danger unless it is packed twice
_PEEK = 8192  # bytes of a stream that are unpacked to see how tightly it is packed
_TIGHT = 40  # times; text and drawings are packed to a third or a tenth
_STEP = 1_000_000
_HEAD = 400  # bytes before a stream that hold its dictionary
_STREAM, _END = b"stream", b"endstream"
_PACKED_TWICE = re.compile(rb"/(?:Fl|FlateDecode|LZWDecode)[\s/]{1,8}(?:Fl|FlateDecode)\b")


def inflates_too_far(data: bytes) -> bool:
    """Whether the streams of a PDF unpack to more than `MAX_INFLATED` bytes."""
    total = 0
    for body, layers in _packed_streams(data):
        if layers == 1 and not _is_tight(body):
            continue
        total += _inflated_size(body, layers, MAX_INFLATED - total)
        if total >= MAX_INFLATED:
            return True
    return False


def _packed_streams(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Each packed stream that is no picture, and how many times it is packed."""
    end = 0
    while (place := data.find(_STREAM, end)) >= 0:
        start = place + len(_STREAM)
        start += 2 if data[start : start + 2] == b"\r\n" else 1
        end = data.find(_END, start)
        if end < 0:
            end = len(data)
        head = data[max(0, place - _HEAD) : place].rpartition(b" obj")[2]
        layers = 2 if _PACKED_TWICE.search(head) else 1
        if (layers > 1 or end - start > _SMALL) and data[start : start + 1] == b"x" and b"/Image" not in head:
            yield data[start:end], layers
        end += len(_END)


def _is_tight(body: bytes) -> bool:
    unpacker = zlib.decompressobj()
    try:
        size = len(unpacker.decompress(body, _PEEK))
    except zlib.error:
        return False
    return size > _TIGHT * (len(body) - len(unpacker.unconsumed_tail))


def _inflated_size(body: bytes, layers: int, limit: int) -> int:
    """How many bytes a stream unpacks to, counted up to a limit."""
    unpackers = [zlib.decompressobj() for _ in range(layers)]
    size = 0
    try:
        for piece in _pieces(unpackers[0], body):
            size += len(piece) if layers == 1 else sum(map(len, _pieces(unpackers[1], piece)))
            if size >= limit:
                break
    except zlib.error:
        return size
    return size


def _pieces(unpacker: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    """What a packed piece holds, a step at a time."""
    while packed and not unpacker.eof:
        yield unpacker.decompress(packed, _STEP)
        packed = unpacker.unconsumed_tail
