"""What files say waits, packed, until all are known: which of them are like which others can only be told then. Judging comes after."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from screener.batch.confine import Limits
from screener.batch.duplicates import with_duplicates
from screener.batch.engine import Made
from screener.batch.inputs import InputFile
from screener.batch.likeness import likeness_of
from screener.batch.memory import all_stays
from screener.batch.pool import run_pool
from screener.batch.worker import Found, Options, learned_at, screening_of
from screener.cache import Known, Learned, Lookup, mark_of, pack, settled, unpack
from screener.decision import Duplicate, Failure, Screening

_NOWHERE = Path()
_AT_ONCE = 16
"""Files that travel to a child together: each is so little work that the way there would cost as much."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is known of a file, packed, and what that is compared by. pickled: for text without a form in UTF-8."""

    file: str
    sha256: str
    likeness: bytes
    data: bytes
    pickled: bool = False


Linked = tuple[Waiting, tuple[Duplicate, ...]]
"""What is known of a file, and the files that are like it."""


def put_by(file: InputFile, found: Found) -> Waiting:
    """What is known of a file, packed."""
    likeness = likeness_of(found.known) if found.likeness is None else found.likeness
    content = found.content
    if content is None and (data := settled(found.known)[1]) is not None:
        content = pack(data)
    if content is not None:
        return Waiting(file.name, found.sha256, likeness, content)
    # Unpickling is safe here: it never leaves this program's own processes and private temporary files.
    return Waiting(file.name, found.sha256, likeness, pickle.dumps(found.known, pickle.HIGHEST_PROTOCOL), pickled=True)


def known_before(file: InputFile, lookup: Lookup) -> tuple[Waiting, Learned] | None:
    """What the cache knows of a file that it need not open, still packed; None when it must be opened."""
    if file.failure is not None:
        return None
    try:
        mark = None if file.way else mark_of(file.path.stat())
    except OSError:
        return None
    learned = learned_at(file.path, mark, file.sha256)
    sha256 = file.sha256 if mark is None else lookup.sha256_of(learned.path, mark)
    packed = lookup.packed_of(sha256) if sha256 else None
    if packed is None:
        return None
    return Waiting(file.name, sha256, packed.likeness, packed.content), replace(learned, sha256=sha256, known=True)


def take_up(waiting: Waiting) -> Known:
    """What was packed."""
    known = pickle.loads(waiting.data) if waiting.pickled else unpack(waiting.data)
    assert isinstance(known, Known)
    return known


def judged(waiting: Waiting, options: Options) -> Screening:
    """The row of a file that waited."""
    return screening_of(InputFile(_NOWHERE, waiting.file), Found(waiting.sha256, take_up(waiting)), options)


def tell_all(
    everybody: Iterable[Waiting],
    linked: Mapping[int, tuple[Duplicate, ...]],
    options: Options,
    tell: Callable[[Screening], Made],
    *,
    jobs: int,
    limits: Limits,
) -> Iterator[Made]:
    """What `tell` makes of the screening of each, its duplicates named; judged in child processes, in order."""

    all_stays()

    def work(group: Sequence[Linked]) -> list[Made]:
        return [tell(with_duplicates(judged(waiting, options), others)) for waiting, others in group]

    def lose(group: Sequence[Linked], failure: Failure) -> list[Made]:
        if len(group) > 1:  # whose fault it was comes out when each goes alone
            alone = run_pool([[each] for each in group], work, lose, jobs=1, limits=limits)
            return [made for found in alone for made in found]
        [(waiting, others)] = group
        return [tell(with_duplicates(Screening(waiting.file, waiting.sha256, failure=failure), others))]

    groups = _groups((waiting, linked.get(index, ())) for index, waiting in enumerate(everybody))
    done = map(work, groups) if jobs == 0 else run_pool(groups, work, lose, jobs=jobs, limits=limits)
    return (made for found in done for made in found)


def _groups(items: Iterator[Linked]) -> Iterator[list[Linked]]:
    while group := list(islice(items, _AT_ONCE)):
        yield group
