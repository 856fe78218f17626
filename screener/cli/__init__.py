"""The command line: a command parses its options, calls one function and prints. The only place for typer, rich and the clock."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from traceback import extract_tb, print_list

from screener.errors import ScreenerError


def main() -> None:
    """Run the command line and exit: the one place where exceptions become exit codes.

    0 done; 2 the command could not be carried out, with one sentence that says why; 1 a mistake of this program.
    """
    from screener.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except ScreenerError as error:
        sys.exit(_refuse(error))
    except SystemExit as stop:
        # typer ends with 1 when whoever read the output has gone, as `| head` does: nothing is left to tell, and nothing is wrong.
        sys.exit(0 if isinstance(stop.__context__, BrokenPipeError) else stop.code)
    except Exception as error:  # noqa: BLE001 - told without its own words, which may hold text of a résumé
        sys.exit(_confess(error))


def _refuse(error: ScreenerError) -> int:
    from screener.report.cells import printable

    for line in str(error).splitlines():
        print(f"screen: {printable(line)}" if not line.startswith(" ") else printable(line), file=sys.stderr)
    return 2


def _confess(error: Exception) -> int:
    here = Path(__file__).parent.parent
    print_list([frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(here)])
    print(f"screen: a mistake of the program ({type(error).__name__}); please report the lines above.", file=sys.stderr)
    return 1
