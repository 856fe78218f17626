"""What two files are compared by: about half a kilobyte each, so that a hundred thousand of them fit in memory.

Nearly the same text is told by MinHash (A. Broder, "On the resemblance and containment of documents", 1997) in its one-permutation
form (P. Li, A. Owen, C.-H. Zhang, 2012): the share of equal bins estimates the Jaccard similarity of the sets of three-word runs.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from screener.decision import Failure, Screening
from screener.resume import Contact, Resume

BINS = 128
NEARLY_SAME = 0.9
"""Jaccard similarity of the runs of three words from which on two texts are nearly the same."""
MUCH_THE_SAME = 0.5
"""Similarity from which on two texts under one full name are one person's: an older and a newer résumé, without a common address."""

_Form = tuple[bytes, bytes, list[bytes], list[bytes]]
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Form)

_BIN_BITS = BINS.bit_length() - 1
_EMPTY = 0
_ALL_64 = (1 << 64) - 1
_MIX = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio, the usual odd multiplier of multiplicative hashing
_WORD = re.compile(r"\w+")
_PHONE_DIGITS = 9
"""The last digits of a number, which are the same with and without the country's code."""
_FEWEST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Signature:
    """One file. words: a digest of its normalised words, empty without any. bins: of its runs of three words.

    contacts: digests of its e-mail addresses and phone numbers. name: of the words of the person's name, folded.
    """

    file: str
    sha256: str
    words: bytes = b""
    bins: bytes = b""
    contacts: frozenset[bytes] = frozenset()
    name: frozenset[bytes] = frozenset()


def likeness_of(known: Resume | Failure) -> bytes:
    """What a file's reading gives to compare it by, packed; empty for one that could not be read, which has only its bytes."""
    if isinstance(known, Failure):
        return b""
    words = _WORD.findall(known.document.text.casefold())
    digest = _digest(" ".join(words)) if words else b""
    contacts, name = ([_digest(each) for each in found] for found in (_addresses(known.contact), _name_words(known.contact)))
    form: _Form = digest, _bins(words), sorted(contacts), sorted(name)
    return _ENCODER.encode(form)


def signature_from(file: str, sha256: str, likeness: bytes) -> Signature:
    """The signature of a file with these bytes. likeness: see `likeness_of`."""
    if not likeness:
        return Signature(file, sha256)
    words, bins, contacts, name = _DECODER.decode(likeness)
    return Signature(file, sha256, words, bins, frozenset(contacts), frozenset(name))


def signature_of(screening: Screening) -> Signature:
    """The signature of one file."""
    likeness = likeness_of(screening.resume) if screening.resume else b""
    return signature_from(screening.file, screening.sha256, likeness)


def similarity(one: Signature, other: Signature) -> float:
    """The estimated Jaccard similarity of two texts, from 0 to 1; 0 for texts of fewer than three words."""
    pairs = list(zip(memoryview(one.bins).cast("H"), memoryview(other.bins).cast("H"), strict=False))
    filled = sum(a != _EMPTY or b != _EMPTY for a, b in pairs)
    equal = sum(a == b != _EMPTY for a, b in pairs)
    return equal / filled if filled else 0.0


def may_be_same_person(one: Signature, other: Signature) -> bool:
    """Whether two files with the same address can be from one person: their names share a word, or one has none."""
    return not one.name or not other.name or not one.name.isdisjoint(other.name)


def _bins(words: list[str]) -> bytes:
    """The lowest hash of the runs of three words in each bin, cut to 16 bits; nothing for a shorter text."""
    hashes = [zlib.crc32(word.encode()) for word in words]
    lowest = [_ALL_64] * BINS
    for first, second, third in zip(hashes, hashes[1:], hashes[2:], strict=False):
        value = ((((first * _MIX + second) & _ALL_64) ^ third) * _MIX) & _ALL_64
        value ^= value >> 32
        value = (value * _MIX & _ALL_64) >> 8
        place, rest = value & (BINS - 1), value >> _BIN_BITS
        lowest[place] = min(lowest[place], rest)
    if len(hashes) < 3:
        return b""
    return array("H", (_EMPTY if value == _ALL_64 else value % 0xFFFF + 1 for value in lowest)).tobytes()


def _addresses(contact: Contact) -> Iterable[str]:
    """The e-mail addresses, and the last digits of the phone numbers."""
    yield from (span.text.casefold() for span in contact.emails)
    for span in contact.phones:
        digits = "".join(character for character in span.text if character.isdecimal())
        if len(digits) >= _FEWEST_DIGITS:
            yield digits[-_PHONE_DIGITS:]


def _name_words(contact: Contact) -> frozenset[str]:
    """The words of the name without case and accents; initials say nothing."""
    if contact.name is None:
        return frozenset()
    plain = unicodedata.normalize("NFKD", contact.name.text.casefold())
    return frozenset(word for word in _WORD.findall(re.sub(r"[\u0300-\u036f]", "", plain)) if len(word) > 1)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
