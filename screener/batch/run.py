"""A whole run: the paths given, screened for a role, and the report in its folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from screener.batch.blind import Blinding, Telling, blindly, hidden
from screener.batch.engine import Engine, on_this_machine
from screener.batch.file_list import FilesByName
from screener.batch.gathering import Gathered, Watch
from screener.batch.inputs import InputFile, Inputs, Source
from screener.batch.pictures import draw_all
from screener.batch.pool import Limits
from screener.batch.record import reading_version, run_record
from screener.batch.screen import read_into
from screener.batch.together import at_once
from screener.batch.unpacking import open_inputs
from screener.batch.waiting import put_by, tell_all
from screener.batch.worker import Options, limits_for
from screener.cache import Cache, CacheSettings, Warn, open_cache
from screener.decision import Screening
from screener.errors import UsageError
from screener.report import FORMATS, PageChoice, Report, RunRecord, Share, prepare_output_folder, share_of, wanted_for, write_shares
from screener.report.matrix import roles_in


@dataclass(frozen=True, slots=True)
class Run:
    """What was done: the files taken and left aside, and the report, which lies in `folder`."""

    inputs: Inputs
    report: Report
    folder: Path

    @property
    def unreadable(self) -> int:
        """How many files could not be read."""
        return self.report.counts.get("unreadable", 0)

    @property
    def partial(self) -> bool:
        """Whether it was stopped before the last file was read."""
        return sum(self.report.counts.values()) < len(self.inputs.files)


def run_screening(
    paths: Sequence[Source],
    options: Options,
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
    blind: Blinding | None = None,
    aside: Collection[Path] = (),
    engine: Engine = on_this_machine,
) -> Run:
    """Screen `paths` and write the report into `folder`. Raises UsageError before any file is read when that cannot be done.

    warn: told in a sentence what is worth knowing though the run goes on.
    stop: asked again and again; once it says yes, the report is written of what is done by then, and says that files are missing.
    blind: nobody's identity in any output; who is who stands in a key beside the folder (see `key_path`).
    aside: files that are left out this time, for they are still being written to.
    engine: where documents are read; all else happens on this machine.
    """
    limits = limits or limits_for(options.how)
    inputs = open_inputs(paths, jobs=jobs, limits=limits, aside=aside)
    folder = prepare_output_folder(folder)
    if roles_in(folder):
        raise UsageError(f"{folder} holds a report of several roles; name another folder.")
    places = FilesByName(inputs.files)
    record = run_record(options, inputs.ignored, expected=len(inputs.files))
    with Gathered() as gathered:
        with opened(cache, reading_version(options, limits), warn) as kept:
            read = partial(read_into, options=options, make=put_by, jobs=jobs, limits=limits, cache=kept, stop=stop, engine=engine)
            gathered.gather(inputs.files, read, kept, watch)
        told = openly(record, places, jobs, limits) if blind is None else blindly(record, gathered, hidden(gathered, folder, blind))
        wanted = wanted_for(formats, options.as_of)

        def tell(screening: Screening) -> Share:
            return share_of(told.show(screening), wanted)

        shares = tell_all(gathered, gathered.duplicates(), options, tell, jobs=jobs, limits=limits)
        report = write_shares(
            shares, told.record, folder, formats, locate=told.locate, draw=told.draw, pages=pages, both=at_once(jobs)
        )
    return Run(replace(inputs, ignored=told.record.ignored), report, folder)


def openly(record: RunRecord, places: Mapping[str, InputFile], jobs: int, limits: Limits) -> Telling:
    """As everything is."""
    draw = partial(draw_all, places=places, jobs=jobs, limits=limits)
    return Telling(record, lambda screening: screening, locate(places), draw)


def locate(places: Mapping[str, InputFile]) -> Callable[[str], Path | None]:
    """Where the file of a name lies, for links: a file inside a mail or archive has no place of its own, and the link leads to that.

    None leads to a copy, which need not outlive the run.
    """
    def place(name: str) -> Path | None:
        file = places.get(name)
        return file.path if file and not file.copied else None

    return place


def opened(cache: CacheSettings | None, version: str, warn: Warn) -> AbstractContextManager[Cache | None]:
    """The cache, for as long as it is needed; None when there is to be none, or when one that is not needed cannot be used."""
    if cache is None:
        return nullcontext()
    try:
        return open_cache(cache, version, warn)
    except UsageError as error:
        if cache.needed:
            raise
        warn(f"{error} The run does without.")
        return nullcontext()
