"""Reading in child processes: a batch of files with a role, or one file without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from screener.batch.duplicates import link_duplicates
from screener.batch.engine import Engine, Made, Reading, on_this_machine, warm_parser
from screener.batch.inputs import InputFile
from screener.batch.pool import Limits, run_pool
from screener.batch.unpacking import find_file, open_inputs
from screener.batch.worker import Found, Options, limits_for, lost_file, read_file, resume_or_raise, screening_of
from screener.cache import Cache
from screener.decision import Screening
from screener.extract import PLAINLY, How
from screener.extract.ocr import OcrTool
from screener.resume import Resume
from screener.rules import Role


def screen_folder(
    paths: Sequence[Path],
    role: Role,
    *,
    as_of: date,
    reader: str = "auto",
    ocr_tool: OcrTool | None = None,
    converter: str = "",
    jobs: int = 1,
    limits: Limits | None = None,
    cache: Cache | None = None,
) -> Iterator[Screening]:
    """One Screening for each résumé in the folders (and each file) of `paths`, sorted by name.

    as_of: the day on which years are counted. reader, ocr_tool, converter, jobs, limits, cache: see Options and `screen_files`.
    Raises UsageError for a wrong path.
    """
    options = Options(role, as_of, reader, ocr_tool=ocr_tool, converter=converter)
    limits = limits or limits_for(options.how)
    files = open_inputs(paths, jobs=jobs, limits=limits).files
    return link_duplicates(screen_files(files, options, jobs=jobs, limits=limits, cache=cache))


def screen_files(
    files: Sequence[InputFile], options: Options, *, jobs: int = 1, limits: Limits | None = None, cache: Cache | None = None
) -> Iterator[Screening]:
    """One Screening for each of `files`, in their order, the same whatever `jobs` is and whatever `cache` holds.

    jobs: number of child processes; 0 reads in this process, without any limit (for measuring and debugging).
    """
    make = Judging(options)
    return read_into(files, options, make, jobs=jobs, limits=limits or limits_for(options.how), cache=cache)


@dataclass(frozen=True, slots=True)
class Judging:
    """Makes the screening of a file of what is known of it."""

    options: Options

    def __call__(self, file: InputFile, found: Found) -> Screening:
        return screening_of(file, found, self.options)


def read_into(
    files: Sequence[InputFile],
    options: Options,
    make: Callable[[InputFile, Found], Made],
    *,
    jobs: int,
    limits: Limits,
    cache: Cache | None = None,
    stop: Callable[[], bool] = lambda: False,
    engine: Engine = on_this_machine,
) -> Iterator[Made]:
    """Read `files`, in their order, with `make` applied to what is known of each where it was read: only what that gives travels.

    stop: see `run_pool`. engine: where documents are read.
    """
    reading = Reading(options, make, limits, cache.lookup() if cache else None)
    for made, learned in engine(files, reading, jobs=jobs, stop=stop):
        if cache and learned:
            cache.learn(learned)
        yield made


def read_one(path: Path, how: How = PLAINLY, *, limits: Limits | None = None) -> Resume:
    """What one file says, read in a child process. Raises UnreadableDocumentError.

    path: of a file, or of one inside a mail or archive (`mail.eml/cv.pdf`). A mail or archive with one file inside stands for that one.
    Raises UsageError when there is no such file, or when it cannot be told which one is meant.
    """
    limits = limits or limits_for(how)
    file = find_file(path, limits)
    parser = warm_parser([file])

    def work(file: InputFile) -> Found:
        return read_file(file, parser, how)

    [found] = run_pool([file], work, lost_file, jobs=1, limits=limits)
    return resume_or_raise(found.known)
