"""Options that several commands share, each written once."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from screener.extract import How
    from screener.extract.ocr import OcrTool

DEFAULT_ROLE = "senior-backend"

_MOST_JOBS = 8
"""More child processes than this only pay on a machine that does nothing else: whoever has one says --jobs."""


def _as_date(value: str | date) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date like 2026-11-01.") from None


AsOf = Annotated[
    date | None,
    typer.Option(parser=_as_date, metavar="YYYY-MM-DD", help="The day on which years are counted.", show_default="today"),
]
KeepUntil = Annotated[
    date | None,
    typer.Option("--keep-until", parser=_as_date, metavar="YYYY-MM-DD", help="The last day for `screen purge` to leave the run alone."),
]
RoleName = Annotated[str, typer.Option("--role", metavar="NAME_OR_FILE", help="A shipped role (see `screen roles list`) or a role file.")]
RoleNames = Annotated[
    list[str],
    typer.Option("--role", metavar="NAME_OR_FILE", help="A shipped role, a role file, or all; give it again for more roles in one pass."),
]
Reader = Annotated[
    Literal["auto", "pdfium", "pdfplumber"],
    typer.Option(help="PDF reader: the fast one, the careful one, or the careful one where the fast one looks doubtful."),
]
Ocr = Annotated[Literal["auto", "off"], typer.Option(help="Text recognition for scans, where the machine has it.")]
Jobs = Annotated[int | None, typer.Option(min=1, help="Child processes that read documents.", show_default="one per processor, 8 at most")]
ResumeFile = Annotated[Path, typer.Argument(metavar="FILE", help="A résumé, perhaps inside a mail or archive (mail.eml/cv.pdf).")]


def ocr_tool(ocr: Literal["auto", "off"]) -> OcrTool | None:
    """What this machine has to recognise text with; None when it has nothing, or when it is not wanted."""
    if ocr == "off":
        return None
    from screener.extract.ocr import find_tool

    return find_tool(os.environ.get("PATH", os.defpath), os.environ.get("TESSDATA_PREFIX", ""))


def reading(reader: str, ocr: Literal["auto", "off"]) -> How:
    """How documents are read on this machine."""
    from screener.extract import How
    from screener.extract.legacy import find_converter

    return How(reader, ocr_tool(ocr), find_converter(os.environ.get("PATH", os.defpath)))


def today() -> date:
    """The clock, for an --as-of that was not given."""
    return date.today()


def now() -> datetime:
    """The clock, for the log."""
    return datetime.now(UTC)


def default_jobs() -> int:
    """One child process for each processor that this program may use."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, _MOST_JOBS)
