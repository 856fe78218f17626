"""Reading in child processes: a batch of files with a role, or one file without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from screener.batch.duplicates import same_bytes
from screener.batch.inputs import InputFile, find_inputs
from screener.batch.pool import Limits, run_pool
from screener.batch.worker import Options, lose_file, screen_file, try_to_read
from screener.decision import Failure, Screening
from screener.errors import UnreadableDocumentError
from screener.parse import Parser, build_parser
from screener.resume import Resume
from screener.rules import Role


def screen_folder(
    paths: Sequence[Path], role: Role, *, as_of: date, reader: str = "auto", jobs: int = 1, limits: Limits | None = None
) -> Iterator[Screening]:
    """One Screening for each résumé in the folders (and each file) of `paths`, sorted by name.

    as_of: the day on which years are counted. reader, jobs, limits: see Options and `screen_files`. Raises UsageError for a wrong path.
    """
    return screen_files(find_inputs(paths).files, Options(role, as_of, reader), jobs=jobs, limits=limits)


def screen_files(files: Sequence[InputFile], options: Options, *, jobs: int = 1, limits: Limits | None = None) -> Iterator[Screening]:
    """One Screening for each of `files`, in their order, the same whatever `jobs` is.

    jobs: number of child processes; 0 reads in this process, without any limit (for measuring and debugging).
    """
    parser = _warm_parser()
    twice = same_bytes(file.path for file in files)

    def flags(file: InputFile) -> tuple[str, ...]:
        return ("duplicate",) if file.path in twice else ()

    def work(file: InputFile) -> Screening:
        return screen_file(file, parser, options, flags=flags(file))

    def lose(file: InputFile, failure: Failure) -> Screening:
        return lose_file(file, failure, flags=flags(file))

    if jobs == 0:
        return map(work, files)
    return run_pool(files, work, lose, jobs=max(1, min(jobs, len(files))), limits=limits or Limits())


def read_one(path: Path, *, reader: str = "auto", limits: Limits | None = None) -> Resume:
    """What one file says, read in a child process. Raises UnreadableDocumentError."""
    parser = _warm_parser()

    def work(file: InputFile) -> Resume | Failure:
        return try_to_read(file.path, parser, reader)

    def lose(_: InputFile, failure: Failure) -> Resume | Failure:
        return failure

    [result] = run_pool([InputFile(path, path.name)], work, lose, jobs=1, limits=limits or Limits())
    if isinstance(result, Failure):
        raise UnreadableDocumentError(result.code, result.message, result.advice)
    return result


def _warm_parser() -> Parser:
    """The parser, with all that reading needs loaded, so that forked children need not load it each for themselves."""
    import screener.extract.docx
    import screener.extract.pdf  # noqa: F401 - loaded for the children, see above

    return build_parser()
