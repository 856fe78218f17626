"""Many roles in one pass: each file read once, a report for each role in a folder of its own, and a matrix over all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from screener.batch.blind import Blinding, blindly, hidden
from screener.batch.engine import Engine, on_this_machine
from screener.batch.file_list import FilesByName
from screener.batch.gathering import Gathered, Watch
from screener.batch.inputs import Inputs, Source
from screener.batch.pictures import DrawnOnce
from screener.batch.pool import Limits
from screener.batch.record import reading_version, run_record
from screener.batch.run import opened, openly
from screener.batch.screen import read_into
from screener.batch.together import at_once
from screener.batch.unpacking import open_inputs
from screener.batch.waiting import put_by, tell_all
from screener.batch.worker import Options, limits_for
from screener.cache import CacheSettings, Warn
from screener.decision import Screening
from screener.errors import UsageError
from screener.report import FORMATS, PageChoice, Report, Share, Wanted, prepare_output_folder, share_of, wanted_for, write_shares
from screener.report.folder import RECORD_NAME
from screener.report.matrix import Matrix, MatrixRow, in_order, matrix_row, merged, roles_in, row_of_share, write_matrix


@dataclass(frozen=True, slots=True)
class RolesRun:
    """What was done for many roles. reports: of each role, in order, in `folder`/its id; rows: of the matrix, in its order."""

    inputs: Inputs
    roles: tuple[Options, ...]
    reports: tuple[Report, ...]
    rows: tuple[MatrixRow, ...]
    folder: Path

    @property
    def unreadable(self) -> int:
        """How many files could not be read."""
        return self.reports[0].counts.get("unreadable", 0)

    @property
    def partial(self) -> bool:
        """Whether it was stopped before the last file was read."""
        return len(self.rows) < len(self.inputs.files)


def run_roles(
    paths: Sequence[Source],
    roles: Sequence[Options],
    folder: Path,
    *,
    formats: Collection[str] = FORMATS,
    jobs: int = 1,
    limits: Limits | None = None,
    pages: PageChoice = "auto",
    cache: CacheSettings | None = None,
    warn: Warn = lambda _: None,
    watch: Watch = lambda steps, _: steps,
    stop: Callable[[], bool] = lambda: False,
    engine: Engine = on_this_machine,
    blind: Blinding | None = None,
) -> RolesRun:
    """As `run_screening`, for several roles that differ in nothing else; what lies in the folder of each is what it would be alone.

    Raises UsageError, before any file is read, also for two roles of one id and for a folder that holds another kind of run.
    """
    limits = limits or limits_for(roles[0].how)
    _check_roles(roles)
    inputs = open_inputs(paths, jobs=jobs, limits=limits)
    folder = prepare_output_folder(folder)
    _check_folder(folder, roles)
    folders = [prepare_output_folder(folder / options.role.id) for options in roles]
    places = FilesByName(inputs.files)
    records = [run_record(options, inputs.ignored, expected=len(inputs.files)) for options in roles]
    with ExitStack() as stack:
        gathered = stack.enter_context(Gathered())
        with opened(cache, reading_version(roles[0], limits), warn) as kept:
            read = partial(read_into, options=roles[0], make=put_by, jobs=jobs, limits=limits, cache=kept, stop=stop, engine=engine)
            gathered.gather(inputs.files, read, kept, watch)
        linked = gathered.duplicates()
        wanted = wanted_for(formats, roles[0].as_of)
        drawn = DrawnOnce(Path(stack.enter_context(TemporaryDirectory())))
        names = None if blind is None else hidden(gathered, folder, blind)
        reports: list[Report] = []
        standings: list[list[MatrixRow]] = []
        for place, (options, out_dir) in enumerate(zip(roles, folders, strict=True)):
            record = records[place]
            told = openly(record, places, jobs, limits) if names is None else blindly(record, gathered, names)
            records[place] = told.record
            tell = partial(_told, show=told.show, wanted=wanted, blind=names is not None)
            standings.append([])
            shares = _kept(tell_all(gathered, linked, options, tell, jobs=jobs, limits=limits), standings[-1])
            draw = partial(drawn.draw, draw=told.draw)
            how = partial(write_shares, locate=told.locate, draw=draw, pages=pages, both=at_once(jobs))
            reports.append(how(shares, told.record, out_dir, formats))
    ordered = in_order(merged(each) for each in zip(*standings, strict=True))
    write_matrix(Matrix(ordered, records, formats), folder)
    return RolesRun(replace(inputs, ignored=records[0].ignored), tuple(roles), tuple(reports), tuple(ordered), folder)


def _told(screening: Screening, *, show: Callable[[Screening], Screening], wanted: Wanted, blind: bool) -> tuple[Share, MatrixRow]:
    """The share of one file in the report of a role, and its row of the matrix for that role alone."""
    share = share_of(show(screening), wanted)
    return share, row_of_share(share) if blind else matrix_row([screening])


def _kept(told: Iterable[tuple[Share, MatrixRow]], rows: list[MatrixRow]) -> Iterator[Share]:
    """The shares as they pass by, and their rows put into `rows`."""
    for share, row in told:
        rows.append(row)
        yield share


def _check_roles(roles: Sequence[Options]) -> None:
    ids = [options.role.id for options in roles]
    for repeated in sorted({each for each in ids if ids.count(each) > 1}):
        raise UsageError(f'Two of the roles have the id "{repeated}": each needs one of its own.')


def _check_folder(folder: Path, roles: Sequence[Options]) -> None:
    """An earlier report may be written over only by one of the same roles: of others, files would stay behind and mislead."""
    if (folder / RECORD_NAME).exists() and roles_in(folder) != tuple(options.role.id for options in roles):
        raise UsageError(f"{folder} holds the report of other roles; name another folder.")
