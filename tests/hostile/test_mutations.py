"""Files of every format with bytes flipped, cut out, put in and spliced are read or refused, and what is read keeps its promises."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import BYTES
from tests.fuzz.targets import TARGETS

_FORMATS = ("pdf", "pdf-careful", "pdf-content", "docx", "docx-story", "odt", "odt-story", "rtf", "html", "text", "mhtml", "mail", "zip", "doc", "decisions", "role")
_TEXTS = ("dates", "degrees", "skills", "resume", "posting")
_ODD = (b"\0", b"\xff", b"\x1b[31m", "\u202e".encode(), b"999999999999", b"-1", b"<", b"{", b"(", b"\n", b"&#x1b;", b"%PDF-", b"PK\x03\x04", b"1e999")


@lru_cache
def seeds(name: str) -> tuple[bytes, ...]:
    return tuple(TARGETS[name].seeds()[:25])


@lru_cache
def strangers() -> tuple[bytes, ...]:
    return tuple(make()[0] for make in BYTES.values())


def _flip(data: bytearray, at: int, chance: Random, _other: bytes) -> None:
    for place in range(at, min(at + chance.choice((1, 1, 4, 40)), len(data))):
        data[place] = chance.randrange(256)


def _cut(data: bytearray, at: int, chance: Random, _other: bytes) -> None:
    del data[at : at + chance.choice((1, 10, 200, len(data)))]


def _put_in(data: bytearray, at: int, chance: Random, _other: bytes) -> None:
    data[at:at] = chance.choice(_ODD) * chance.choice((1, 1, 3, 50))


def _splice(data: bytearray, at: int, chance: Random, other: bytes) -> None:
    start = chance.randrange(len(other))
    data[at : at + chance.choice((0, 100, len(data)))] = other[start : start + chance.choice((10, 300, len(other)))]


def _repeat(data: bytearray, at: int, chance: Random, _other: bytes) -> None:
    piece = bytes(data[at : at + chance.choice((1, 12, 90))])
    data[at:at] = piece * chance.choice((1, 2, 30))


_CHANGES: tuple[Callable[[bytearray, int, Random, bytes], None], ...] = (_flip, _cut, _put_in, _splice, _repeat)


def changed(data: bytes, chance: Random, others: tuple[bytes, ...]) -> bytes:
    """The file after one to six changes."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        chance.choice(_CHANGES)(made, chance.randrange(len(made) + 1), chance, chance.choice(others))
    return bytes(made)


@pytest.mark.parametrize("name", _FORMATS)
@settings(max_examples=60)
@given(chance=st.randoms(use_true_random=False))
def test_a_changed_file_is_read_or_refused(name: str, chance: Random) -> None:
    TARGETS[name].run(changed(chance.choice(seeds(name)), chance, seeds(name) + strangers()))


@pytest.mark.parametrize("name", _TEXTS)
@settings(max_examples=30)
@given(chance=st.randoms(use_true_random=False))
def test_facts_of_a_changed_text_quote_it(name: str, chance: Random) -> None:
    TARGETS[name].run(changed(chance.choice(seeds(name)), chance, (*seeds(name), *(word.encode() for word in TARGETS[name].words))))


def test_changes_do_change() -> None:
    made = {changed(b"Mira Testova", Random(number), (b"Otto Probe",)) for number in range(50)}
    assert len(made) > 40
