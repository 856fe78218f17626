"""Files of one person, and texts that are nearly the same: linked in every row of theirs, and none of them dropped.

Nothing here is quadratic in the number of files: equal things meet under a common key, nearly equal texts under one of the bands of
their signatures (locality-sensitive hashing). What is linked does not depend on the order of the files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec.structs import replace

from screener.batch.likeness import MUCH_THE_SAME, NEARLY_SAME, Signature, may_be_same_person, signature_of, similarity
from screener.batch.spool import Spool
from screener.decision import Duplicate, Likeness, Screening

FLAG = "duplicate"

_BANDS = 16
"""Texts of similarity 0.9 meet in at least one of 16 bands of 8 bins in all but one case of ten thousand."""
_MOST_NAMED = 20
"""So many other files are named in a row at most."""
_MOST_TEXTS_OF_A_PERSON = 20
"""An address that stands in more different texts is an agency's, not a person's."""
_MOST_COMPARED = 50
"""So many unlike texts of one band are compared with a new one at most, whatever a folder holds."""


def link_duplicates(screenings: Iterable[Screening]) -> Iterator[Screening]:
    """The screenings, in their order, each with the other files that are like it. The first one comes when the last one is known."""
    with Spool[Screening]() as spool:
        signatures = []
        for screening in screenings:
            signatures.append(signature_of(screening))
            spool.append(screening)
        linked = find_duplicates(signatures)
        for index, screening in enumerate(spool):
            yield with_duplicates(screening, linked.get(index, ()))


def find_duplicates(signatures: Sequence[Signature]) -> Mapping[int, tuple[Duplicate, ...]]:
    """For each index that has any: the files that are like it, sorted by name."""
    groups = _Groups(len(signatures))
    numbers = range(len(signatures))
    for alike in (_sharing(numbers, lambda index: signatures[index].sha256), _sharing(numbers, lambda index: signatures[index].words)):
        for group in alike:
            groups.join(group)
    texts = _one_for_each_text(signatures)
    for band in range(_BANDS):
        for group in _sharing(texts, lambda index, band=band: _band(signatures[index], band)):  # type: ignore[misc] # mypy cannot type a default
            groups.join_pairs(_alike(group, signatures, NEARLY_SAME))
    groups.join_pairs(_same_person(texts, signatures))
    for group in _sharing(texts, lambda index: signatures[index].name if len(signatures[index].name) > 1 else None):
        groups.join_pairs(_alike(group, signatures, MUCH_THE_SAME))
    linked: dict[int, tuple[Duplicate, ...]] = {}
    for group in groups:
        if len(group) > 1:
            # One more than are named, for none is named in its own row.
            first = sorted(group, key=lambda index: signatures[index].file)[: _MOST_NAMED + 1]
            linked |= {index: _named(index, first, signatures) for index in group}
    return linked


def with_duplicates(screening: Screening, others: tuple[Duplicate, ...]) -> Screening:
    """The screening with the files that are like it, if there are any."""
    if not others:
        return screening
    return replace(screening, duplicates=others, flags=tuple(sorted({*screening.flags, FLAG})))


class _Groups:
    """Which indices belong together (a disjoint-set forest); iterating gives the groups."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def join(self, indices: Sequence[int]) -> None:
        self.join_pairs((indices[0], index) for index in indices[1:])

    def join_pairs(self, pairs: Iterable[tuple[int, int]]) -> None:
        for one, other in pairs:
            self._parents[self._root(one)] = self._root(other)

    def _root(self, index: int) -> int:
        while self._parents[index] != index:
            self._parents[index] = self._parents[self._parents[index]]
            index = self._parents[index]
        return index

    def __iter__(self) -> Iterator[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for index in range(len(self._parents)):
            found[self._root(index)].append(index)
        return iter(found.values())


def _sharing(indices: Iterable[int], key: Callable[[int], Hashable]) -> list[list[int]]:
    """The indices that share a key with another one; an empty key is shared with nobody."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for index in indices:
        if value := key(index):
            found[value].append(index)
    return [group for group in found.values() if len(group) > 1]


def _one_for_each_text(signatures: Sequence[Signature]) -> list[int]:
    """One file of each text with words, in an order that is the text's own."""
    first = {signature.words: index for index, signature in enumerate(signatures) if signature.words}
    return [first[words] for words in sorted(first)]


def _band(signature: Signature, band: int) -> bytes:
    """The band's bins; empty when they hold nothing."""
    size = len(signature.bins) // _BANDS
    part = signature.bins[band * size : (band + 1) * size]
    return part if any(part) else b""


def _alike(group: Sequence[int], signatures: Sequence[Signature], least: float) -> Iterator[tuple[int, int]]:
    """Each text of a group with the first one before it whose similarity is at least `least`."""
    unlike: list[int] = []
    for index in group:
        match = next((other for other in unlike if similarity(signatures[index], signatures[other]) >= least), None)
        if match is not None:
            yield index, match
        elif len(unlike) < _MOST_COMPARED:
            unlike.append(index)


def _same_person(texts: Sequence[int], signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs that share an address and may be from one person."""
    found: dict[bytes, list[int]] = defaultdict(list)
    for index in texts:
        for address in signatures[index].contacts:
            found[address].append(index)
    for group in found.values():
        if len(group) <= _MOST_TEXTS_OF_A_PERSON:
            yield from (pair for pair in combinations(group, 2) if may_be_same_person(*(signatures[index] for index in pair)))


def _named(index: int, first: Sequence[int], signatures: Sequence[Signature]) -> tuple[Duplicate, ...]:
    """The others of a group, as many as are named. first: of the group, by name."""
    others = [other for other in first if other != index][:_MOST_NAMED]
    return tuple(Duplicate(signatures[other].file, _likeness(signatures[index], signatures[other])) for other in others)


def _likeness(one: Signature, other: Signature) -> Likeness:
    if one.sha256 and one.sha256 == other.sha256:
        return "same-bytes"
    if one.words and one.words == other.words:
        return "same-text"
    return "similar-text" if similarity(one, other) >= NEARLY_SAME else "same-person"
