"""Screenings that wait, packed, until all are known: which files are like which others can only be told then."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import msgspec
from msgspec.structs import replace

from screener.batch.confine import Limits
from screener.batch.duplicates import with_duplicates
from screener.batch.likeness import Signature, signature_of
from screener.batch.pool import run_pool
from screener.decision import Duplicate, Failure, Screening
from screener.report import Share, Wanted, share_of

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Screening)
_AT_ONCE = 16
"""Screenings that travel to a child together: each is so little work that the way there would cost as much."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A screening, packed. file, sha256: its own, known without unpacking it. pickled: for text without a form in UTF-8."""

    file: str
    sha256: str
    data: bytes
    pickled: bool = False


Show = Callable[[Screening], Screening]
Linked = tuple[Waiting, tuple[Duplicate, ...]]
"""A screening, and the files that are like it."""


def put_by(screening: Screening) -> tuple[Signature, Waiting]:
    """What is needed to find the files that are like this one, and the screening, packed."""
    file, sha256 = screening.file, screening.sha256
    try:
        waiting = Waiting(file, sha256, _ENCODER.encode(replace(screening, file="")))
    except UnicodeEncodeError:
        # Unpickling is safe here: it never leaves this program's own processes and private temporary files.
        waiting = Waiting(file, sha256, pickle.dumps(screening, pickle.HIGHEST_PROTOCOL), pickled=True)
    return signature_of(screening), waiting


def take_up(waiting: Waiting) -> Screening:
    """The screening that `put_by` packed."""
    if waiting.pickled:
        screening = pickle.loads(waiting.data)
        assert isinstance(screening, Screening)
        return screening
    return replace(_DECODER.decode(waiting.data), file=waiting.file)


def share_all(
    everybody: Iterable[Waiting],
    linked: Mapping[int, tuple[Duplicate, ...]],
    wanted: Wanted,
    *,
    jobs: int,
    limits: Limits,
    show: Show = lambda screening: screening,
) -> Iterator[Share]:
    """The share of each screening in every output, its duplicates named, made in child processes, in order.

    show: makes of a screening what the outputs may tell of it.
    """

    def work(group: Sequence[Linked]) -> list[Share]:
        return [share_of(show(with_duplicates(take_up(waiting), others)), wanted) for waiting, others in group]

    def lose(group: Sequence[Linked], failure: Failure) -> list[Share]:
        if len(group) > 1:  # whose fault it was comes out when each goes alone
            alone = run_pool([[each] for each in group], work, lose, jobs=1, limits=limits)
            return [share for shares in alone for share in shares]
        [(waiting, others)] = group
        return [share_of(show(with_duplicates(Screening(waiting.file, waiting.sha256, failure=failure), others)), wanted)]

    groups = _groups((waiting, linked.get(index, ())) for index, waiting in enumerate(everybody))
    done = map(work, groups) if jobs == 0 else run_pool(groups, work, lose, jobs=jobs, limits=limits)
    return (share for shares in done for share in shares)


def _groups(items: Iterator[Linked]) -> Iterator[list[Linked]]:
    while group := list(islice(items, _AT_ONCE)):
        yield group
