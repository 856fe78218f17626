"""From screenings to files: every output in one place, each written whole before any is shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from screener.decision import Outcome, Screening
from screener.errors import UsageError
from screener.report.cells import printable
from screener.report.collecting import Collected, collecting
from screener.report.csvfile import write_csv
from screener.report.folder import RECORD_NAME, open_private, publish, unfinished_folder
from screener.report.html.person import Person, person_id
from screener.report.html.pictures import PICTURES_NAME, Draw, PageChoice, wanted_pages, write_pictures
from screener.report.json_resume import FOLDER_NAME as JSON_RESUMES_NAME
from screener.report.json_resume import write_json_resumes
from screener.report.record import RunRecord, write_record
from screener.report.rows import CANDIDATE_COLUMNS, FINDING_COLUMNS, Row, SummaryRow
from screener.report.shares import Share, share_of, wanted_for
from screener.report.tally import Tally, judged_of

if TYPE_CHECKING:
    import pandas as pd

LOG_NAME = "run.log"
PAGE_NAME = "report.html"
MAX_SHOWN = 100
_FILES_A_PART = 500
"""Of a table that is in memory at once."""

Both = Callable[[Callable[[], None], Callable[[], None]], None]
Locate = Callable[[str], Path | None]
"""Where a file of the report lies on this machine; None when it should not be linked to."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was written. rows: of each outcome the first MAX_SHOWN, in the order of the outputs. files: the outputs, by name."""

    rows: tuple[SummaryRow, ...]
    counts: dict[Outcome, int]
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a writer may use.

    folder: where outputs grow; out_dir: where they will lie.
    draw: makes pictures of pages, when it is there; pages: which ones are wanted. with_page: whether there is a page.
    """

    collected: Collected
    run: RunRecord
    folder: Path
    out_dir: Path
    locate: Locate
    draw: Draw | None = None
    pages: PageChoice = "auto"
    with_page: bool = False

    def links(self) -> Iterator[str]:
        """The way from the report to each file, empty where there is none."""
        way = _Way(self.out_dir.resolve())
        return (way.to(self.locate(file)) for file, _ in self.collected.names())

    def people(self) -> Iterator[Person]:
        """Everybody as the page shows them; nobody where there is no page."""
        return (shown.person for shown in self.collected.shown() if shown.person)

    def places(self) -> Iterator[str]:
        """The place of each file in the page, empty where there is no page."""
        return (f"{PAGE_NAME}#p={person_id(file, sha256)}" if self.with_page else "" for file, sha256 in self.collected.names())

    def findings(self) -> Iterator[Row]:
        """The table of findings."""
        return (row for rows in self.collected.rows() for row in rows)


def _write_candidates_csv(content: Content, file: BinaryIO) -> None:
    write_csv([(column.name, column.kind) for column in CANDIDATE_COLUMNS], content.collected.candidates(), file)


def _write_findings_csv(content: Content, file: BinaryIO) -> None:
    write_csv([(column.name, column.kind) for column in FINDING_COLUMNS], content.findings(), file)


def _write_workbook(content: Content, file: BinaryIO) -> None:
    from screener.report.workbook import Decisions, Glance, Size, write_workbook

    size = Size(content.collected.files, content.collected.findings)
    tables = content.collected.candidates(), content.findings()
    decisions = Decisions(content.collected.candidates(), content.places())
    glance = Glance(content.collected.counts, _tally_of(content.collected, content.run).plotted())
    write_workbook(
        *tables,
        size=size,
        run=content.run,
        links=content.links(),
        file=file,
        scratch=content.folder,
        decisions=decisions,
        glance=glance,
    )


def _tally_of(collected: Collected, run: RunRecord) -> Tally:
    """The counts of everybody who was judged, from the tables' rows."""
    names = {rule.id: rule.name for rule in run.rules}
    tally = Tally()
    for shown, rows in zip(collected.shown(), collected.rows(), strict=True):
        summary = shown.summary
        if rows and summary.score is not None:
            tally.add(summary.outcome, summary.score, (judged_of(row, names) for row in rows))
    return tally


def _write_page(content: Content, file: BinaryIO) -> None:
    from screener.report.html.page import write_page

    pictures = {}
    if content.draw is not None:
        everybody = zip(content.collected.names(), content.people(), strict=True)
        entries = ((file, sha256, person) for (file, sha256), person in everybody)
        pictures = write_pictures(wanted_pages(entries, content.pages), content.draw, content.folder / PICTURES_NAME)
    write_page(file, _People(content), content.run, content.links(), pictures, content.collected.details())


@dataclass(frozen=True, slots=True)
class _People:
    """What the page shows of each file, read from disk each time that it is asked for."""

    content: Content

    def __iter__(self) -> Iterator[Person]:
        return self.content.people()


class _Way:
    """The way from a report to files; many of them lie in one folder, which is looked for once."""

    def __init__(self, out_dir: Path) -> None:
        self._out_dir = out_dir
        self._folders: dict[Path, str | None] = {}

    def to(self, path: Path | None) -> str:
        """The way to `path`, empty when there is none."""
        if path is None:
            return ""
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = self._to_folder(folder.resolve())
        way = self._folders[folder]
        return "" if way is None else f"{way}{path.name}"

    def _to_folder(self, folder: Path) -> str | None:
        try:
            way = Path(os.path.relpath(folder, self._out_dir)).as_posix()
        except ValueError:  # on Windows: another drive
            return None
        return "" if way == "." else f"{way}/"


def _write_results(content: Content, file: BinaryIO) -> None:
    for line in content.collected.lines():
        file.write(line + b"\n")


def _write_candidates_parquet(content: Content, file: BinaryIO) -> None:
    from screener.report.frames import candidates_frame
    from screener.report.parquet import write_parquet

    write_parquet(_parts(((row,) for row in content.collected.candidates()), candidates_frame), file)


def _write_findings_parquet(content: Content, file: BinaryIO) -> None:
    from screener.report.frames import findings_frame
    from screener.report.parquet import write_parquet

    write_parquet(_parts(content.collected.rows(), findings_frame), file)


def _parts(rows: Iterable[Sequence[Row]], frame: Callable[[Iterable[Row]], pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Frames of so many files each, at least one."""
    todo = iter(rows)
    part = list(islice(todo, _FILES_A_PART))
    while True:
        following = list(islice(todo, _FILES_A_PART))
        yield frame(row for each in part for row in each)
        if not following:
            return
        part = following


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the report. format: the value of `--format` that asks for it. extra: only written when asked for."""

    format: str
    name: str
    write: Callable[[Content, BinaryIO], None]
    extra: bool = False


OUTPUTS: tuple[Output, ...] = (
    Output("csv", "candidates.csv", _write_candidates_csv),
    Output("csv", "findings.csv", _write_findings_csv),
    Output("xlsx", "candidates.xlsx", _write_workbook),
    Output("html", PAGE_NAME, _write_page),
    Output("jsonl", "results.jsonl", _write_results),
    Output("parquet", "candidates.parquet", _write_candidates_parquet, extra=True),
    Output("parquet", "findings.parquet", _write_findings_parquet, extra=True),
)
_HALF = ("xlsx", "jsonl")
"""Formats that take about as much time as all others, and share nothing with those."""
FORMATS: tuple[str, ...] = tuple(dict.fromkeys(output.format for output in OUTPUTS if not output.extra))
"""What is written unless `--format` names something else."""
EXTRA_FORMATS: tuple[str, ...] = ("parquet", "json-resume")
_REPLACEABLE = frozenset({output.name for output in OUTPUTS} | {LOG_NAME, PICTURES_NAME, JSON_RESUMES_NAME})


def check_formats(formats: Collection[str]) -> None:
    """Raises UsageError for an unknown format, and for one that needs what is not installed."""
    unknown = sorted(set(formats).difference(FORMATS, EXTRA_FORMATS))
    if unknown:
        raise UsageError(f"There is no format {', '.join(unknown)}; there are {', '.join((*FORMATS, *EXTRA_FORMATS))}.")
    if "parquet" in formats:
        from screener.report.parquet import need_pyarrow

        need_pyarrow()


def _no_place(_file: str) -> None:
    return None


def one_after_the_other(first: Callable[[], None], second: Callable[[], None]) -> None:
    """Do both, here."""
    first()
    second()


def _write(outputs: Iterable[Output], content: Content) -> None:
    for output in outputs:
        with open_private(content.folder / output.name) as file:
            output.write(content, file)


def write_report(
    screenings: Iterable[Screening],
    run: RunRecord,
    out_dir: Path,
    formats: Collection[str] = FORMATS,
    *,
    locate: Locate = _no_place,
    draw: Draw | None = None,
    pages: PageChoice = "auto",
) -> Report:
    """Write the outputs that `formats` names, and run.json, into `out_dir` (see `prepare_output_folder`).

    screenings may be a generator: each is reduced to its rows at once, and nothing is shown in `out_dir` before the last one came.
    locate: gives workbook and page their links. draw: makes the pictures of pages that `pages` asks for; without it there are none.
    Raises UsageError for an unknown format.
    """
    wanted = wanted_for(formats, run.as_of)
    shares = (share_of(screening, wanted) for screening in screenings)
    return write_shares(shares, run, out_dir, formats, locate=locate, draw=draw, pages=pages)


def write_shares(
    shares: Iterable[Share],
    run: RunRecord,
    out_dir: Path,
    formats: Collection[str] = FORMATS,
    *,
    locate: Locate = _no_place,
    draw: Draw | None = None,
    pages: PageChoice = "auto",
    both: Both = one_after_the_other,
) -> Report:
    """As `write_report`, for screenings that were reduced already (see `share_of`), in any order.

    both: does two pieces of work, the second of which shares nothing with the first that it changes, and may be done elsewhere.
    """
    check_formats(formats)
    with unfinished_folder(out_dir) as folder:
        with collecting(folder) as collected:
            collected.add(shares)
            run = run if run.expected is None else replace(run, partial=collected.files < run.expected)
            content = Content(collected, run, folder, out_dir, locate, draw, pages, "html" in formats)
            asked = [output for output in OUTPUTS if output.format in formats]
            half = [output for output in asked if output.format in _HALF]

            def write_half() -> None:
                with collected.opened_again() as again:
                    _write(half, replace(content, collected=again))

            def write_others() -> None:
                _write([output for output in asked if output not in half], content)
                if "json-resume" in formats:
                    write_json_resumes(collected.lines(), folder / JSON_RESUMES_NAME)
                with open_private(folder / RECORD_NAME) as file:
                    write_record(file, run, collected.inputs(), collected.counts)

            if half:
                both(write_others, write_half)
            else:
                write_others()
            rows = tuple(shown.summary for shown in collected.first(MAX_SHOWN))
        files = publish(folder, out_dir, replaceable=_REPLACEABLE)
    return Report(rows, collected.counts, files)


def write_run_log(out_dir: Path, lines: Iterable[str]) -> Path:
    """Write run.log: what may differ between two runs with equal results (jobs, folders, timings), one printable line each."""
    with unfinished_folder(out_dir) as folder:
        with open_private(folder / LOG_NAME) as file:
            file.write("".join(f"{printable(line)}\n" for line in lines).encode())
        return publish(folder, out_dir, replaceable=frozenset())[0]
