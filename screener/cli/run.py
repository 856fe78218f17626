"""`screen run`: a folder of résumés to a report."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from screener.cli.caching import DEFAULT_CACHE_MAX, CacheFolder, CacheMax, NoCache, Rehash, cache_settings
from screener.cli.elsewhere import Mirror, outbox_of, sources_of
from screener.cli.options import AsOf, Jobs, KeepUntil, Ocr, Reader, RoleNames, default_jobs, now, reading, today
from screener.cli.stopping import stop_on_signals
from screener.errors import UsageError

if TYPE_CHECKING:
    from screener.batch import Engine, Options
    from screener.decision import Screening
    from screener.rules import Role

_SOME_UNREADABLE = 3
_STOPPED = 4


def run_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Folders of résumés (searched through and through), files, or URLs (s3://, gs://, sftp://).")
    ],
    role: RoleNames,
    out: Annotated[
        str | None, typer.Option(metavar="DIR", help="Folder for the report, or a URL.", show_default="screening/ROLE-DATE-N")
    ] = None,
    mirror: Mirror = None,
    as_of: AsOf = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAMES", help="Outputs, as in csv,jsonl; also parquet, json-resume.", show_default="csv,xlsx,html,jsonl"
        ),
    ] = "",
    jobs: Jobs = None,
    engine: Annotated[
        Literal["local", "dask"], typer.Option(help="Where documents are read: on this machine, or by a Dask cluster.")
    ] = "local",
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Of the Dask cluster, as in tcp://10.0.0.5:8786.", show_default=False)
    ] = "",
    reader: Reader = "auto",
    ocr: Ocr = "auto",
    pages: Annotated[
        Literal["auto", "none", "evidence", "all"],
        typer.Option(help="Pictures of pages for report.html: of those with evidence (auto: up to 200 files), of all, or none."),
    ] = "auto",
    cache: CacheFolder = None,
    cache_max: CacheMax = DEFAULT_CACHE_MAX,
    no_cache: NoCache = False,
    rehash: Rehash = False,
    keep_until: KeepUntil = None,
    blind: Annotated[
        bool, typer.Option("--blind", help="Nobody's identity in any output; `screen reveal` tells who is who from the key beside it.")
    ] = False,
    blind_schools: Annotated[bool, typer.Option("--blind-schools", help="As --blind, and no names of schools.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print only where the report lies.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 3 when some files were unreadable.")] = False,
) -> None:
    """Screen résumés for a role, or for several in one pass, and write a report."""
    from screener.batch import Blinding, Options, RolesRun, Run, run_roles, run_screening
    from screener.cli.matrix import print_matrix
    from screener.cli.result import print_result, print_warning
    from screener.records import seal_all
    from screener.remote import shown
    from screener.report import write_run_log

    started = time.monotonic()
    wanted, day = _formats(formats), as_of or today()
    read = reading(reader, ocr)
    roles = [Options(each, day, reader, ocr, read.ocr, read.converter) for each in _roles(role)]
    report = out or str(_new_folder(roles[0].role.id if len(roles) == 1 else f"{len(roles)}-roles", today()))
    workers = jobs or default_jobs()
    watch = _without_progress if quiet else _with_progress
    settings = None if no_cache else cache_settings(cache, cache_max, rehash=rehash)
    blinding = Blinding(blind_schools) if blind or blind_schools else None
    where = _engine(engine, scheduler, roles[0])
    with outbox_of(report, blind=blinding is not None) as outbox, sources_of(paths, mirror) as sources:
        with stop_on_signals() as stop, where as place:
            how: dict[str, Any] = {"formats": wanted, "jobs": workers, "pages": pages, "cache": settings, "warn": print_warning}
            how |= {"watch": watch, "stop": stop, "engine": place, "blind": blinding}
            if len(roles) == 1:
                run: Run | RolesRun = run_screening(sources, roles[0], outbox.folder, **how)
            else:
                run = run_roles(sources, roles, outbox.folder, **how)
        seconds = time.monotonic() - started
        named = [] if blinding else [f"path: {shown(path)}" for path in paths]
        write_run_log(run.folder, [f"engine: {engine}", f"jobs: {workers}", f"seconds: {seconds:.1f}", *named])
        seal_all(run.folder, now(), keep_until=keep_until)
        if not quiet:
            if isinstance(run, Run):
                print_result(run, seconds)
            else:
                print_matrix(run, seconds)
        typer.echo(f"Report: {outbox.deliver()}")
    if run.partial:
        raise typer.Exit(_STOPPED)
    if strict and run.unreadable:
        raise typer.Exit(_SOME_UNREADABLE)


def _engine(name: str, scheduler: str, options: Options) -> AbstractContextManager[Engine]:
    """Where documents are read, ready for it. Raises UsageError when it cannot be, or when the options contradict each other."""
    from screener.batch import dask_engine, on_this_machine
    from screener.cli.result import print_warning

    if (name == "dask") is not bool(scheduler):
        raise UsageError("--engine dask and --scheduler ADDRESS belong together: give both, or neither.")
    return dask_engine(scheduler, options, print_warning) if scheduler else nullcontext(on_this_machine)


def _roles(names: Sequence[str]) -> list[Role]:
    """The roles of these names or files, each once; `all` stands for every shipped one."""
    from screener.rules import load_role, shipped_roles

    wanted = [each for name in names for each in (shipped_roles() if name == "all" else (name,))]
    return [load_role(name) for name in dict.fromkeys(wanted)]


def _formats(names: str) -> tuple[str, ...]:
    """The formats that `--format` names; all when it names none. Raises UsageError for an unknown one."""
    from screener.report import FORMATS, check_formats

    wanted = tuple(name.strip() for name in names.split(",") if name.strip())
    check_formats(wanted)
    return wanted or FORMATS


def _new_folder(role: str, day: date) -> Path:
    """The first `screening/ROLE-DATE-N` that does not exist yet."""
    return next(folder for number in count(1) if not (folder := Path("screening", f"{role}-{day.isoformat()}-{number}")).exists())


def _without_progress(screenings: Iterator[Screening], _total: int) -> Iterator[Screening]:
    return screenings


def _with_progress(screenings: Iterator[Screening], total: int) -> Iterator[Screening]:
    """A bar on the terminal while the screenings come; nothing where there is no terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(screenings, description="Reading", total=total, console=console, transient=True, disable=not console.is_terminal)
