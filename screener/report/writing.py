"""From screenings to files: every output in one place, each written whole before any is shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from screener.decision import Outcome, Screening
from screener.errors import UsageError
from screener.report.cells import printable
from screener.report.collecting import Collected, collect
from screener.report.folder import RECORD_NAME, open_private, publish, unfinished_folder
from screener.report.html.pictures import PICTURES_NAME, Draw, PageChoice, wanted_pages, write_pictures
from screener.report.jsonl import json_document
from screener.report.record import RunRecord, record_as_data
from screener.report.rows import SummaryRow

if TYPE_CHECKING:
    import pandas as pd

LOG_NAME = "run.log"
_SPOOL_NAME = ".spool"

Locate = Callable[[str], Path | None]
"""Where a file of the report lies on this machine; None when it should not be linked to."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was written. rows: one a file, in the order of the outputs. files: the outputs, in the order of their names."""

    rows: tuple[SummaryRow, ...]
    counts: dict[Outcome, int]
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a writer may use.

    spool: whole screenings as JSON, where `Collected` says. folder: where outputs grow; out_dir: where they will lie.
    draw: makes pictures of pages, when it is there; pages: which ones are wanted.
    """

    collected: Collected
    run: RunRecord
    spool: BinaryIO
    folder: Path
    out_dir: Path
    locate: Locate
    draw: Draw | None = None
    pages: PageChoice = "auto"

    def links(self) -> list[str]:
        """The way from the report to the file of each entry, empty where there is none."""
        out_dir = self.out_dir.resolve()
        return [_relative_link(self.locate(entry.file), out_dir) for entry in self.collected.entries]

    def candidates(self) -> pd.DataFrame:
        from screener.report.frames import candidates_frame

        return candidates_frame(entry.candidate for entry in self.collected.entries)

    def findings(self) -> pd.DataFrame:
        from screener.report.frames import findings_frame

        return findings_frame(row for entry in self.collected.entries for row in entry.findings)


def _write_candidates_csv(content: Content, file: BinaryIO) -> None:
    from screener.report.csvfile import write_csv

    write_csv(content.candidates(), file)


def _write_findings_csv(content: Content, file: BinaryIO) -> None:
    from screener.report.csvfile import write_csv

    write_csv(content.findings(), file)


def _write_workbook(content: Content, file: BinaryIO) -> None:
    from screener.report.workbook import write_workbook

    write_workbook(content.candidates(), content.findings(), run=content.run, links=content.links(), file=file, scratch=content.folder)


def _write_page(content: Content, file: BinaryIO) -> None:
    from screener.report.html.page import write_page

    entries = [(entry.file, entry.sha256, entry.person) for entry in content.collected.entries if entry.person]
    pictures = {}
    if content.draw is not None:
        pictures = write_pictures(wanted_pages(entries, content.pages), content.draw, content.folder / PICTURES_NAME)
    write_page(file, [person for _, _, person in entries], content.run, content.links(), pictures)


def _relative_link(path: Path | None, out_dir: Path) -> str:
    """The way from the report to `path`, empty when there is none."""
    if path is None:
        return ""
    try:
        return Path(os.path.relpath(path.parent.resolve() / path.name, out_dir)).as_posix()
    except ValueError:  # on Windows: another drive
        return ""


def _write_results(content: Content, file: BinaryIO) -> None:
    for entry in content.collected.entries:
        content.spool.seek(entry.offset)
        file.write(content.spool.read(entry.length))
        file.write(b"\n")


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the report. format: the value of `--format` that asks for it."""

    format: str
    name: str
    write: Callable[[Content, BinaryIO], None]


OUTPUTS: tuple[Output, ...] = (
    Output("csv", "candidates.csv", _write_candidates_csv),
    Output("csv", "findings.csv", _write_findings_csv),
    Output("xlsx", "candidates.xlsx", _write_workbook),
    Output("html", "report.html", _write_page),
    Output("jsonl", "results.jsonl", _write_results),
)
FORMATS: tuple[str, ...] = tuple(dict.fromkeys(output.format for output in OUTPUTS))
_REPLACEABLE = frozenset({output.name for output in OUTPUTS} | {LOG_NAME, PICTURES_NAME})


def _no_place(_file: str) -> None:
    return None


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
    unknown = sorted(set(formats).difference(FORMATS))
    if unknown:
        raise UsageError(f"Unknown format {', '.join(unknown)}; there are {', '.join(FORMATS)}.")
    with unfinished_folder(out_dir) as folder:
        with open_private(folder / _SPOOL_NAME) as spool:
            collected = collect(screenings, spool if "jsonl" in formats else None, run.as_of if "html" in formats else None)
            content = Content(collected, run, spool, folder, out_dir, locate, draw, pages)
            for output in OUTPUTS:
                if output.format in formats:
                    with open_private(folder / output.name) as file:
                        output.write(content, file)
        (folder / _SPOOL_NAME).unlink()
        with open_private(folder / RECORD_NAME) as file:
            inputs = ((entry.file, entry.sha256) for entry in collected.entries)
            file.write(json_document(record_as_data(run, inputs, collected.counts)))
        files = publish(folder, out_dir, replaceable=_REPLACEABLE)
    return Report(tuple(entry.summary for entry in collected.entries), collected.counts, files)


def write_run_log(out_dir: Path, lines: Iterable[str]) -> Path:
    """Write run.log: what may differ between two runs with equal results (jobs, folders, timings), one printable line each."""
    with unfinished_folder(out_dir) as folder:
        with open_private(folder / LOG_NAME) as file:
            file.write("".join(f"{printable(line)}\n" for line in lines).encode())
        return publish(folder, out_dir, replaceable=frozenset())[0]
