"""The names of glyphs in the encodings of a PDF's fonts, found without reading the rest of the file.

A PDF parser would read every object on the way; here only the objects that speak of fonts are looked at, also inside packed ones.
Nothing here can fail on a damaged or hostile file: what is not found is not known.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

from pdfminer.encodingdb import name2unicode

_OBJECT = b" 0 obj"
_NUMBER = re.compile(rb"\d{1,7}\Z")
_STREAM = re.compile(rb"stream\r?\n")
_PACKED = re.compile(rb"/Type\s{0,2}/ObjStm")
_FIRST = re.compile(rb"/First\s{1,2}(\d{1,7})")
_FONT_NAME = re.compile(rb"/BaseFont\s{0,2}/(?:[A-Z]{6}\+)?([^\s/<>()\[\]]{1,100})")
_ENCODING = re.compile(rb"/Encoding\s{1,2}(\d{1,7})\s{1,2}0\s{1,2}R")
_DIFFERENCES = re.compile(rb"/Differences\s{0,2}\[([^\[\]]{0,20000})\]")
_DIFFERENCE = re.compile(rb"(\d{1,3})|/([^\s/<>()\[\]]{1,60})")
_MAX_INFLATED = 8_000_000  # bytes of one packed stream
_MAX_PACKED = 200


def named_characters(data: bytes) -> dict[tuple[str, int], str]:
    """(font without its subset's letters, code) → what the glyph's name says it reads as; "" where subsets of one font disagree."""
    objects = dict(_font_objects(data))
    texts: dict[tuple[str, int], str] = {}
    for body in objects.values():
        name = _FONT_NAME.search(body)
        if name is None:
            continue
        encoding = _ENCODING.search(body)
        for code, text in _differences(objects.get(encoding[1], b"") if encoding else body):
            key = name[1].decode("latin-1"), code
            if texts.setdefault(key, text) != text:
                texts[key] = ""
    return texts


def _font_objects(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Number and body of every object that is a font or an encoding."""
    packed = 0
    for (number, start), (_, end) in pairwise([*_object_starts(data), (b"", len(data))]):
        head = data[start : min(end, start + 4096)]
        if b"/BaseFont" in head or b"/Differences" in head:
            yield number, data[start:end]
        elif packed < _MAX_PACKED and _PACKED.search(head):
            packed += 1
            yield from _unpacked(head, data[start:end])


def _object_starts(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Number and first byte of every object; `find` passes over pictures and fonts far faster than a regular expression."""
    place = data.find(_OBJECT)
    while place >= 0:
        number = _NUMBER.search(data[max(0, place - 7) : place])
        if number is not None:
            yield number[0], place + len(_OBJECT)
        place = data.find(_OBJECT, place + len(_OBJECT))


def _unpacked(head: bytes, body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The same for the objects inside a packed one."""
    first, stream = _FIRST.search(head), _STREAM.search(body)
    if first is None or stream is None:
        return
    try:
        content = zlib.decompressobj().decompress(body[stream.end() :], _MAX_INFLATED)
    except zlib.error:
        return
    offset = int(first[1])
    index = content[:offset].split()
    starts = [(number, offset + int(place)) for number, place in zip(index[::2], index[1::2], strict=False) if place.isdigit()]
    for (number, start), (_, end) in pairwise([*starts, (b"", len(content))]):
        inner = content[start:end]
        if b"/BaseFont" in inner or b"/Differences" in inner:
            yield number, inner


def _differences(body: bytes) -> Iterator[tuple[int, str]]:
    """Code and text of each character that an encoding names."""
    listed = _DIFFERENCES.search(body)
    code = 0
    for number, name in _DIFFERENCE.findall(listed[1]) if listed else ():
        if number:
            code = int(number)
            continue
        with suppress(KeyError):  # not the name of a character: "a27"
            yield code, name2unicode(name.decode("latin-1"))
        code += 1
