"""Files of one person, and texts that are nearly the same: linked in every row of theirs, and none of them dropped.

Nothing here is quadratic in the number of files: equal things meet under a common key, nearly equal texts under one of the bands of
their signatures (locality-sensitive hashing). What is linked does not depend on the order of the files.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from msgspec.structs import replace

from screener.batch.keys import Keys, runs
from screener.batch.likeness import MUCH_THE_SAME, NEARLY_SAME, Signature, may_be_same_person, signature_of, similarity
from screener.batch.spool import Spool
from screener.decision import Duplicate, Likeness, Screening

FLAG = "duplicate"

_ALONE = -1
_GROUPS_AT_HAND = 64
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
    """For each index that has any: the files that are like it, sorted by name.

    signatures: gone through once, and asked for again where two files may be alike: they need not be in memory.
    """
    keys = Keys(signatures)
    groups = _Groups(len(signatures))
    everybody = range(len(signatures))
    for alike in (keys.sharing(keys.bytes, everybody), keys.sharing(keys.words, everybody)):
        for group in alike:
            groups.join(group)
    texts = keys.one_for_each_text()
    for band in keys.bands:
        for group in keys.sharing(band, texts):
            groups.join_pairs(_alike(group, signatures, NEARLY_SAME))
    for group in keys.sharing_an_address(texts):
        if len(group) <= _MOST_TEXTS_OF_A_PERSON:
            groups.join_pairs(_same_person(group, signatures))
    for group in keys.sharing(keys.names, texts):
        groups.join_pairs(_alike(group, signatures, MUCH_THE_SAME))
    return Links(groups, signatures)


def with_duplicates(screening: Screening, others: tuple[Duplicate, ...]) -> Screening:
    """The screening with the files that are like it, if there are any."""
    if not others:
        return screening
    return replace(screening, duplicates=others, flags=tuple(sorted({*screening.flags, FLAG})))


class _Groups:
    """Which indices belong together (a disjoint-set forest); iterating gives the groups of more than one."""

    def __init__(self, count: int) -> None:
        self._parents = array("L", range(count))

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

    def __iter__(self) -> Iterator[Sequence[int]]:
        return runs(range(len(self._parents)), self._root)


class Links(Mapping[int, tuple[Duplicate, ...]]):
    """The files that are like each one, told when they are asked for: of many in a group that would be much to keep."""

    def __init__(self, groups: Iterable[Sequence[int]], signatures: Sequence[Signature]) -> None:
        self._signatures = signatures
        self._first: list[array[int]] = []
        """Of each group those that can be named: one more than are, for none is named in its own row."""
        self._group_of = array("l", [_ALONE]) * len(signatures)
        for number, group in enumerate(groups):
            for index in group:
                self._group_of[index] = number
            self._first.append(array("L", sorted(group, key=lambda index: signatures[index].file)[: _MOST_NAMED + 1]))
        self._signatures_of = lru_cache(maxsize=_GROUPS_AT_HAND)(lambda number: [signatures[index] for index in self._first[number]])

    def __getitem__(self, index: int) -> tuple[Duplicate, ...]:
        if not 0 <= index < len(self._group_of) or (number := self._group_of[index]) == _ALONE:
            raise KeyError(index)
        own = self._signatures[index]
        others = [other for other in self._signatures_of(number) if other.file != own.file][:_MOST_NAMED]
        return tuple(Duplicate(other.file, _likeness(own, other)) for other in others)

    def __iter__(self) -> Iterator[int]:
        return (index for index, number in enumerate(self._group_of) if number != _ALONE)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _alike(group: Sequence[int], signatures: Sequence[Signature], least: float) -> Iterator[tuple[int, int]]:
    """Each text of a group with the first one before it whose similarity is at least `least`."""
    unlike: list[tuple[int, Signature]] = []
    for index in group:
        own = signatures[index]
        match = next((other for other, signature in unlike if similarity(own, signature) >= least), None)
        if match is not None:
            yield index, match
        elif len(unlike) < _MOST_COMPARED:
            unlike.append((index, own))


def _same_person(group: Sequence[int], signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs of those who share an address that may be from one person."""
    found = [(index, signatures[index]) for index in group]
    for (one, own), (other, others) in combinations(found, 2):
        if may_be_same_person(own, others):
            yield one, other


def _likeness(one: Signature, other: Signature) -> Likeness:
    if one.sha256 and one.sha256 == other.sha256:
        return "same-bytes"
    if one.words and one.words == other.words:
        return "same-text"
    return "similar-text" if similarity(one, other) >= NEARLY_SAME else "same-person"
