"""What files that may be alike have in common, as numbers: eight bytes where an object would take ten times as much."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from screener.batch.likeness import Signature

_BANDS = 16
"""Texts of similarity 0.9 meet in at least one of 16 bands of 8 bins in all but one case of ten thousand."""
_ALL_64 = (1 << 64) - 1
_MIX = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio, the usual odd multiplier of multiplicative hashing
_NONE = 0
"""The key of what is shared with nobody."""


class Keys:
    """One number for each file and each thing that it may share, by the index of its signature.

    bytes: of the file; words: of its text; bands: of its signature; names: of its person, where there is more than one word.
    """

    def __init__(self, signatures: Iterable[Signature]) -> None:
        self.bytes, self.words, self.names = array("Q"), array("Q"), array("Q")
        self.bands = [array("Q") for _ in range(_BANDS)]
        self._addresses, self._owners = array("Q"), array("L")
        for index, signature in enumerate(signatures):
            self.bytes.append(_number(signature.sha256.encode()))
            self.words.append(int.from_bytes(signature.words))
            self.names.append(_number(b"".join(sorted(signature.name))) if len(signature.name) > 1 else _NONE)
            for band, key in zip(self.bands, _bands(signature.bins), strict=True):
                band.append(key)
            for address in signature.contacts:
                self._addresses.append(int.from_bytes(address))
                self._owners.append(index)

    def sharing(self, keys: array[int], indices: Iterable[int]) -> Iterator[Sequence[int]]:
        """Those of the indices that share a key with another one, in their order."""
        return runs((index for index in indices if keys[index] != _NONE), keys.__getitem__)

    def sharing_an_address(self, indices: Sequence[int]) -> Iterator[Sequence[int]]:
        """The same for addresses, of which a file may have several."""
        wanted = set(indices)
        places = (place for place, owner in enumerate(self._owners) if owner in wanted)
        for group in runs(places, self._addresses.__getitem__):
            yield [self._owners[place] for place in group]

    def one_for_each_text(self) -> list[int]:
        """One file of each text with words, in an order that is the text's own."""
        ordered = sorted((index for index, words in enumerate(self.words) if words != _NONE), key=self.words.__getitem__)
        return [list(group)[-1] for _, group in groupby(ordered, self.words.__getitem__)]


def runs(indices: Iterable[int], key: Callable[[int], int]) -> Iterator[Sequence[int]]:
    """Groups of more than one with the same key, each in the order of `indices`."""
    for _, group in groupby(sorted(indices, key=key), key):
        found = array("L", group)
        if len(found) > 1:
            yield found


def _bands(bins: bytes) -> list[int]:
    """A number for each band of bins; none for one that holds nothing."""
    if not bins:
        return [_NONE] * _BANDS
    halves = memoryview(bins).cast("Q")
    return [((first * _MIX) & _ALL_64) ^ second for first, second in zip(halves[::2], halves[1::2], strict=True)]


def _number(value: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(value, digest_size=8).digest()) if value else _NONE
