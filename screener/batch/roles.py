"""Many roles in one pass: each file read once, a report for each role in a folder of its own, and a matrix over all of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from screener.batch.blind import Blinding, blindly, hidden
from screener.batch.duplicates import find_duplicates
from screener.batch.engine import Engine, on_this_machine
from screener.batch.inputs import InputFile, Inputs, Source
from screener.batch.likeness import Signature
from screener.batch.pictures import DrawnOnce
from screener.batch.pool import Limits
from screener.batch.record import reading_version, run_record
from screener.batch.run import Watch, opened, openly
from screener.batch.screen import screen_into
from screener.batch.spool import Spool
from screener.batch.unpacking import open_inputs
from screener.batch.waiting import Waiting, put_by, share_all
from screener.batch.worker import Found, Options, limits_for, screening_of
from screener.cache import CacheSettings, Warn
from screener.decision import Screening
from screener.errors import UsageError
from screener.report import FORMATS, PageChoice, Report, Share, prepare_output_folder, wanted_for, write_shares
from screener.report.folder import RECORD_NAME
from screener.report.matrix import Matrix, MatrixRow, in_order, matrix_row, merged, roles_in, row_of_share, write_matrix

_NOWHERE = Path()


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


Judged = tuple[Signature, tuple[Waiting, ...], MatrixRow]
"""One file for all roles: what finds its like, its screenings, its row."""


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
    places = {file.name: file for file in inputs.files}
    records = [run_record(options, inputs.ignored, expected=len(inputs.files)) for options in roles]
    with ExitStack() as stack:
        spools = [stack.enter_context(Spool[Waiting]()) for _ in roles]
        signatures: list[Signature] = []
        rows: list[MatrixRow] = []
        with opened(cache, reading_version(roles[0], limits), warn) as kept:
            make = partial(_for_all, roles)
            screened = screen_into(inputs.files, roles[0], make, jobs=jobs, limits=limits, cache=kept, stop=stop, engine=engine)
            for signature, waiting, row in watch(screened, len(inputs.files)):
                signatures.append(signature)
                rows.append(row)
                for spool, each in zip(spools, waiting, strict=True):
                    spool.append(each)
        linked = find_duplicates(signatures)
        wanted = wanted_for(formats, roles[0].as_of)
        drawn = DrawnOnce(Path(stack.enter_context(TemporaryDirectory())))
        names = None if blind is None else hidden(spools[0], folder, blind)
        reports: list[Report] = []
        standings: list[list[MatrixRow]] = []
        for place, (record, out_dir) in enumerate(zip(records, folders, strict=True)):
            spool = spools[place]
            told = openly(record, places, jobs, limits) if names is None else blindly(record, spool, names)
            records[place] = told.record
            shares: Iterable[Share] = share_all(spool, linked, wanted, jobs=jobs, limits=limits, show=told.show)
            if names is not None:
                standings.append([])
                shares = _telling(shares, standings[-1])
            draw = partial(drawn.draw, draw=told.draw)
            reports.append(write_shares(shares, told.record, out_dir, formats, locate=told.locate, draw=draw, pages=pages))
    if names is not None:
        rows = [merged(each) for each in zip(*standings, strict=True)]
    ordered = in_order(rows)
    write_matrix(Matrix(ordered, records, formats), folder)
    return RolesRun(replace(inputs, ignored=records[0].ignored), tuple(roles), tuple(reports), tuple(ordered), folder)


def _telling(shares: Iterable[Share], rows: list[MatrixRow]) -> Iterator[Share]:
    """The shares as they pass by, and of each what a blind report tells of it: a row for its role alone."""
    for share in shares:
        rows.append(row_of_share(share))
        yield share


def _for_all(roles: Sequence[Options], first: Screening) -> Judged:
    """The screening for the first role, and those for the others from the same reading."""
    known = first.resume or first.failure
    assert known is not None  # a screening has one of them
    found, file = Found(first.sha256, known), InputFile(_NOWHERE, first.file)
    screenings = [first, *(screening_of(file, found, options) for options in roles[1:])]
    packed = [put_by(screening) for screening in screenings]
    return packed[0][0], tuple(waiting for _, waiting in packed), matrix_row(screenings)


def _check_roles(roles: Sequence[Options]) -> None:
    ids = [options.role.id for options in roles]
    for repeated in sorted({each for each in ids if ids.count(each) > 1}):
        raise UsageError(f'Two of the roles have the id "{repeated}": each needs one of its own.')


def _check_folder(folder: Path, roles: Sequence[Options]) -> None:
    """An earlier report may be written over only by one of the same roles: of others, files would stay behind and mislead."""
    if (folder / RECORD_NAME).exists() and roles_in(folder) != tuple(options.role.id for options in roles):
        raise UsageError(f"{folder} holds the report of other roles; name another folder.")
