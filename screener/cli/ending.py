"""How a program of this project begins and ends: streams that take every character, and errors in sentences of its own."""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path
from traceback import extract_tb, print_list


def prepare_streams() -> None:
    """No character that the terminal lacks stops a command, and no library's log, which may hold text of a résumé, reaches the screen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.captureWarnings(True)
    logging.getLogger().addHandler(logging.NullHandler())


def refuse(reason: str, program: str = "screen") -> int:
    """Say why the command could not be carried out; returns its exit status."""
    from screener.report.cells import printable

    for line in reason.splitlines():
        print(printable(line) if line.startswith(" ") else f"{program}: {printable(line)}", file=sys.stderr)
    return 2


def confess(error: Exception, program: str = "screen") -> int:
    """Say that there is a mistake, and where, without its own words, which may hold text of a résumé; returns the exit status."""
    here = Path(__file__).parent.parent
    print_list([frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(here)])
    print(f"{program}: a mistake of the program ({type(error).__name__}); please report the lines above.", file=sys.stderr)
    return 1
