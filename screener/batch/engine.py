"""Where documents are read: an engine takes the files of a run and gives a row for each. This one uses the processors of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from screener.batch.failures import KILLED
from screener.batch.inputs import InputFile
from screener.batch.memory import loading
from screener.batch.pool import Limits, run_pool
from screener.batch.worker import Found, Options, lost_file, read_file
from screener.cache import Learned, Lookup
from screener.decision import Failure

if TYPE_CHECKING:
    from screener.parse import Parser

Made = TypeVar("Made")

Row = tuple[Made, Learned | None]
"""What was made of one file, and what the cache may keep."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[Made]):
    """How files are read. make: applied to what is known of each where it is read, so that only what it gives has to travel."""

    options: Options
    make: Callable[[InputFile, Found], Made]
    limits: Limits
    lookup: Lookup | None = None

    def row(self, file: InputFile, found: Found) -> Row[Made]:
        """The row of a file of which that is known."""
        return self.make(file, found), found.learned

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
    return read_here(files, reading, warm_parser(files), jobs=jobs, stop=stop)


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


def warm_parser(files: Iterable[InputFile] | None = None) -> Parser:
    """The parser, with all that reading needs loaded, so that forked children need not load it each for themselves.

    files: those that will be read, by their names; None: any.
    """
    with loading():
        from screener.parse import build_parser  # here: a start is long enough without what it does not need

        suffixes = {".pdf", ".docx"} if files is None else {Path(file.name).suffix.lower() for file in files}
        if ".pdf" in suffixes:
            import screener.extract.pdf
        if ".docx" in suffixes:
            import screener.extract.docx  # noqa: F401 - loaded for the children, see above
        return build_parser()
