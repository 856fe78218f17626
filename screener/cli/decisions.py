"""`screen decisions`: what people decided in the workbook, into the run's log."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from screener.cli.options import now


def decisions_command(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The output folder of a run.", exists=True, file_okay=False)],
    sheet: Annotated[Path, typer.Argument(metavar="SHEET.xlsx", help="Its workbook, filled in and saved.", exists=True, dir_okay=False)],
) -> None:
    """Read the sheet Decisions back and log who decided what; decisions that were logged before are left alone."""
    from screener.records import record_decisions

    done = record_decisions(run, sheet, now())
    typer.echo(f"{done.new} decision{'' if done.new == 1 else 's'} logged, {done.same} known already.")
