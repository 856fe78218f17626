"""Reading in child processes: a batch of files with a role, or one file without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from screener.batch.duplicates import link_duplicates
from screener.batch.failures import KILLED
from screener.batch.inputs import InputFile, find_inputs
from screener.batch.pool import Limits, run_pool
from screener.batch.worker import Found, Options, lost_file, read_file, resume_or_raise, screening_of
from screener.cache import Cache, Learned
from screener.decision import Failure, Screening
from screener.parse import Parser, build_parser
from screener.resume import Resume
from screener.rules import Role

Made = TypeVar("Made")


def screen_folder(
    paths: Sequence[Path],
    role: Role,
    *,
    as_of: date,
    reader: str = "auto",
    jobs: int = 1,
    limits: Limits | None = None,
    cache: Cache | None = None,
) -> Iterator[Screening]:
    """One Screening for each résumé in the folders (and each file) of `paths`, sorted by name.

    as_of: the day on which years are counted. reader, jobs, limits, cache: see Options and `screen_files`.
    Raises UsageError for a wrong path.
    """
    return link_duplicates(screen_files(find_inputs(paths).files, Options(role, as_of, reader), jobs=jobs, limits=limits, cache=cache))


def screen_files(
    files: Sequence[InputFile], options: Options, *, jobs: int = 1, limits: Limits | None = None, cache: Cache | None = None
) -> Iterator[Screening]:
    """One Screening for each of `files`, in their order, the same whatever `jobs` is and whatever `cache` holds.

    jobs: number of child processes; 0 reads in this process, without any limit (for measuring and debugging).
    """
    return screen_into(files, options, lambda screening: screening, jobs=jobs, limits=limits, cache=cache)


def screen_into(
    files: Sequence[InputFile],
    options: Options,
    make: Callable[[Screening], Made],
    *,
    jobs: int = 1,
    limits: Limits | None = None,
    cache: Cache | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Made]:
    """As `screen_files`, with `make` applied to each screening where it was made: only what that gives travels between processes.

    stop: see `run_pool`.
    """
    parser = _warm_parser()
    lookup = cache.lookup() if cache else None

    def row(file: InputFile, found: Found) -> tuple[Made, Learned | None]:
        return make(screening_of(file, found, options)), found.learned

    def work(file: InputFile) -> tuple[Made, Learned | None]:
        return row(file, read_file(file.path, parser, options.reader, lookup))

    def lose(file: InputFile, failure: Failure) -> tuple[Made, Learned | None]:
        return row(file, lost_file(file.path, failure, keep=failure is not KILLED))

    children = max(1, min(jobs, len(files)))
    results = map(work, files) if jobs == 0 else run_pool(files, work, lose, jobs=children, limits=limits or Limits(), stop=stop)
    for made, learned in results:
        if cache and learned:
            cache.learn(learned)
        yield made


def read_one(path: Path, *, reader: str = "auto", limits: Limits | None = None) -> Resume:
    """What one file says, read in a child process. Raises UnreadableDocumentError."""
    parser = _warm_parser()

    def work(file: InputFile) -> Found:
        return read_file(file.path, parser, reader)

    def lose(file: InputFile, failure: Failure) -> Found:
        return lost_file(file.path, failure)

    [found] = run_pool([InputFile(path, path.name)], work, lose, jobs=1, limits=limits or Limits())
    return resume_or_raise(found.known)


def _warm_parser() -> Parser:
    """The parser, with all that reading needs loaded, so that forked children need not load it each for themselves."""
    import screener.extract.docx
    import screener.extract.pdf  # noqa: F401 - loaded for the children, see above

    return build_parser()
