"""Where documents are read: an engine takes the files of a run and gives a row for each. This one uses the processors of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from screener.batch.failures import KILLED
from screener.batch.inputs import InputFile
from screener.batch.memory import settle
from screener.batch.pool import Limits, run_pool
from screener.batch.worker import Found, Options, lost_file, read_file, screening_of
from screener.cache import Learned, Lookup
from screener.decision import Failure, Screening
from screener.parse import Parser, build_parser

Made = TypeVar("Made")

Row = tuple[Made, Learned | None]
"""What was made of one file's screening, and what the cache may keep."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[Made]):
    """What is done with each file. make: applied to its screening where that was made, so that only what it gives has to travel."""

    options: Options
    make: Callable[[Screening], Made]
    limits: Limits
    lookup: Lookup | None = None

    def row(self, file: InputFile, found: Found) -> Row[Made]:
        """The row of a file of which that is known."""
        return self.make(screening_of(file, found, self.options)), found.learned

    def lose(self, file: InputFile, failure: Failure) -> Row[Made]:
        """The row of a file whose reader was lost."""
        return self.row(file, lost_file(file, failure, keep=failure is not KILLED))


class Engine(Protocol):
    """One row for each of `files`, in their order and the same whatever the engine; jobs and stop: as in `run_pool`."""

    def __call__(
        self, files: Sequence[InputFile], reading: Reading[Made], *, jobs: int, stop: Callable[[], bool]
    ) -> Iterator[Row[Made]]: ...


def on_this_machine(files: Sequence[InputFile], reading: Reading[Made], *, jobs: int, stop: Callable[[], bool]) -> Iterator[Row[Made]]:
    """In `jobs` child processes; 0 reads in this process, without any limit."""
    return read_here(files, reading, warm_parser(), jobs=jobs, stop=stop)


def read_here(
    files: Sequence[InputFile], reading: Reading[Made], parser: Parser, *, jobs: int, stop: Callable[[], bool]
) -> Iterator[Row[Made]]:
    """As `on_this_machine`, with a parser that is there already."""

    def work(file: InputFile) -> Row[Made]:
        return reading.row(file, read_file(file, parser, reading.options.how, reading.lookup))

    if jobs == 0:
        return map(work, files)
    children = max(1, min(jobs, len(files)))
    return run_pool(files, work, reading.lose, jobs=children, limits=reading.limits, stop=stop)


def warm_parser() -> Parser:
    """The parser, with all that reading needs loaded, so that forked children need not load it each for themselves."""
    import screener.extract.docx
    import screener.extract.pdf  # noqa: F401 - loaded for the children, see above

    parser = build_parser()
    settle()
    return parser
