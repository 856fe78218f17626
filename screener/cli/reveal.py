"""`screen reveal`: whom pseudonyms stand for, told against a line in the log."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from screener.cli.options import now
from screener.cli.terminal import console_for_output, safe
from screener.errors import UsageError


def reveal_command(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The output folder of a blind run.", exists=True, file_okay=False)],
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Pseudonyms, as in 3f9a2c71.")],
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="The key.", show_default="RUN.key.json beside it")] = None,
    by: Annotated[str, typer.Option("--by", help="Who asks, for the log.", show_default="your user name")] = "",
) -> None:
    """Tell who is who in a blind run, and log who was revealed, when and to whom."""
    from screener.records import add_event
    from screener.report.blind import key_of, read_key

    entries = read_key(key or key_of(run))
    wanted = [each.removeprefix("Candidate ").removeprefix("candidate-").split(".")[0] for each in ids]
    if unknown := [each for each in wanted if each not in entries]:
        raise UsageError(f"There is nobody called {', '.join(unknown)} in this run; nobody was revealed.")
    console = console_for_output()
    for each in dict.fromkeys(wanted):
        entry = entries[each]
        # The line stands in the log before the name on the screen.
        add_event(run, "revealed", now(), id=each, person=entry.sha256, by=by or getpass.getuser())
        console.print(safe(f"{each}: {entry.candidate or 'no name was read'} ({entry.file})"), soft_wrap=True)
