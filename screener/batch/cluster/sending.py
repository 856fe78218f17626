"""The engine of a cluster: bytes are looked up here, sent in sheaves, and come back as rows in the order of the files."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Generic

from screener.batch.cluster.client import Cluster
from screener.batch.cluster.order import Answer, Order, Parcel
from screener.batch.engine import Engine, Made, Reading, Row, read_here, warm_parser
from screener.batch.inputs import InputFile
from screener.batch.pool import run_pool
from screener.batch.record import versions
from screener.batch.worker import Found, Options, Seen, learned_of, limits_for, look_up, remembered
from screener.cache import Warn
from screener.decision import Failure
from screener.extract import member_bytes
from screener.extract.files import read_bytes

if TYPE_CHECKING:
    from screener.parse import Parser

LARGEST_SENT = 16_000_000
"""Bytes of a document that still travels; the few larger ones are read on this machine."""
_FULL_SHEAF = 4_000_000
"""Bytes that make a sheaf full."""
_MOST_TOGETHER = 16
"""Documents in a sheaf: a scheduler can hand out a few hundred sheaves a second, of whatever size."""
_SHEAVES_PER_THREAD = 3
"""Sheaves that have been sent and not come back, for each thread of the cluster: few, because a scheduler keeps them in its memory."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A document that a worker is to read. damaged: whether the cache could not be read."""

    seen: Seen
    parcel: Parcel
    damaged: bool = False


@dataclass(slots=True)
class Sheaf(Generic[Made]):
    """Files next to each other, each with its row if it is known, with its parcel if it travels, else with None: it is read here."""

    items: list[tuple[InputFile, Row[Made] | Sent | None]] = field(default_factory=list)
    future: Any = None

    @property
    def parcels(self) -> list[Parcel]:
        """What travels."""
        return [item.parcel for _, item in self.items if isinstance(item, Sent)]

    def is_full(self, most: int) -> bool:
        """Whether to send it now, if so many documents may be in it."""
        parcels = self.parcels
        return len(parcels) >= most or sum(len(each.contents) for each in parcels) >= _FULL_SHEAF or len(self.items) >= 8 * most


@contextmanager
def dask_engine(address: str, options: Options, warn: Warn) -> Iterator[Engine]:
    """The engine on the Dask cluster whose scheduler is at `address`, ready to read with `options`.

    Raises UsageError when there is none, or when a worker holds another version of anything that a result depends on.
    """
    with Cluster(address, warn) as cluster:
        cluster.check(pickle.dumps(Order(options, _nothing, limits_for(options.how), False, versions(options))))
        yield partial(_on_cluster, cluster)


def _nothing(_file: InputFile, _found: Found) -> None:
    """Made of no file."""


def _on_cluster(
    cluster: Cluster, files: Sequence[InputFile], reading: Reading[Made], *, jobs: int, stop: Callable[[], bool]
) -> Iterator[Row[Made]]:
    """See `Engine`. jobs: child processes here that look files up and open them, and read what cannot be read there."""
    order = pickle.dumps(Order(reading.options, reading.make, reading.limits, reading.lookup is not None, versions(reading.options)))
    here = _Here(reading, jobs, stop)
    waiting: deque[Sheaf[Made]] = deque()
    sheaves = _sheaves(files, reading, cluster.threads(), jobs=jobs, stop=stop)
    try:
        while not stop():
            while len(waiting) < max(1, _SHEAVES_PER_THREAD * cluster.threads()) and (sheaf := next(sheaves, None)) is not None:
                sheaf.future = cluster.send(order, sheaf.parcels) if sheaf.parcels else None
                waiting.append(sheaf)
            if not waiting:
                return
            answers = cluster.receive(waiting[0].future, stop) if waiting[0].parcels else ()
            if answers is None and stop():
                break
            yield from here.rows(waiting.popleft(), answers or ())
        for sheaf in waiting:
            if sheaf.future is not None and sheaf.future.done():
                yield from here.rows(sheaf, cluster.receive(sheaf.future, lambda: False) or ())
    finally:
        cluster.give_up([sheaf.future for sheaf in waiting])


def _sheaves(
    files: Sequence[InputFile], reading: Reading[Made], threads: int, *, jobs: int, stop: Callable[[], bool]
) -> Iterator[Sheaf[Made]]:
    """The files in sheaves, looked up and opened in child processes here: small ones where there would be too few for all threads."""

    def work(file: InputFile) -> tuple[InputFile, Row[Made] | Sent | None]:
        return file, _looked_up(file, reading)

    def lose(file: InputFile, failure: Failure) -> tuple[InputFile, Row[Made] | Sent | None]:
        return file, reading.lose(file, failure)

    most = max(1, min(_MOST_TOGETHER, len(files) // max(1, 2 * threads)))
    sheaf = Sheaf[Made]()
    for item in run_pool(files, work, lose, jobs=max(1, min(jobs, len(files))), limits=reading.limits, stop=stop):
        sheaf.items.append(item)
        if sheaf.is_full(most):
            yield sheaf
            sheaf = Sheaf[Made]()
    if sheaf.items:
        yield sheaf


def _looked_up(file: InputFile, reading: Reading[Made]) -> Row[Made] | Sent | None:
    """The row of a file that is known, else its bytes; None for one that must be read here, if only to tell why it cannot be."""
    if file.failure is not None:
        return None
    try:
        seen = look_up(file, reading.lookup)
        if seen.known is not None:
            return reading.row(file, remembered(file, seen, seen.known))
        contents = member_bytes(file.path, file.way) if file.way else read_bytes(file.path)
    except Exception:  # noqa: BLE001 - reading it here makes the same mistake, and tells of it
        return None
    if len(contents) > LARGEST_SENT:
        return None
    if file.way:
        seen = replace(seen, sha256=sha256(contents).hexdigest())
    return Sent(seen, Parcel(file.name, seen.sha256, contents), reading.lookup is not None and reading.lookup.damaged)


class _Here(Generic[Made]):
    """This machine, which puts the rows together and reads what the cluster did not; its parser is loaded when that happens first."""

    def __init__(self, reading: Reading[Made], jobs: int, stop: Callable[[], bool]) -> None:
        self._reading, self._jobs, self._stop = reading, max(1, jobs), stop

    @cached_property
    def _parser(self) -> Parser:
        return warm_parser()

    def rows(self, sheaf: Sheaf[Made], answers: Sequence[Answer]) -> Iterator[Row[Made]]:
        """The rows of a sheaf, in order. answers: to its parcels; none when they were lost."""
        came = iter(answers if len(answers) == len(sheaf.parcels) else ())
        known = [self._row(file, item, came) for file, item in sheaf.items]
        missing = [file for (file, _), row in zip(sheaf.items, known, strict=True) if row is None]
        read = iter(read_here(missing, self._reading, self._parser, jobs=self._jobs, stop=self._stop) if missing else ())
        for row in known:
            if (made := row or next(read, None)) is not None:
                yield made

    def _row(self, file: InputFile, item: Row[Made] | Sent | None, came: Iterator[Answer]) -> Row[Made] | None:
        if not isinstance(item, Sent):
            return item
        if (answer := next(came, None)) is None:
            return None
        if self._reading.lookup is None or not item.seen.sha256:
            return answer.made, None
        return answer.made, learned_of(file, item.seen, answer.content, answer.likeness, damaged=item.damaged)
