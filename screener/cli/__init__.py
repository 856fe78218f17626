"""The command line: a command parses its options, calls one function and prints. The only place for typer, rich and the clock."""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path
from traceback import extract_tb, print_list

from screener.errors import ScreenerError


def main() -> None:
    """Run the command line and exit: the one place where exceptions become exit codes.

    0 done; 2 the command could not be carried out, with a sentence that says why; 1 a mistake of this program.
    """
    from screener.cli.app import app

    _prepare_streams()
    try:
        app()
    except ScreenerError as error:
        sys.exit(_refuse(str(error)))
    except OSError as error:
        sys.exit(_refuse(f"{error.strerror or type(error).__name__}: {error.filename or 'the report'}"))
    except SystemExit as stop:
        # typer ends with 1 when whoever read the output has gone, as `| head` does: nothing is left to tell, and nothing is wrong.
        sys.exit(0 if isinstance(stop.__context__, BrokenPipeError) else stop.code)
    except Exception as error:  # noqa: BLE001 - told without its own words, which may hold text of a résumé
        sys.exit(_confess(error))


def _prepare_streams() -> None:
    """No character that the terminal lacks stops a command, and no library's log, which may hold text of a résumé, reaches the screen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.captureWarnings(True)
    logging.getLogger().addHandler(logging.NullHandler())


def _refuse(reason: str) -> int:
    from screener.report.cells import printable

    for line in reason.splitlines():
        print(printable(line) if line.startswith(" ") else f"screen: {printable(line)}", file=sys.stderr)
    return 2


def _confess(error: Exception) -> int:
    here = Path(__file__).parent.parent
    print_list([frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(here)])
    print(f"screen: a mistake of the program ({type(error).__name__}); please report the lines above.", file=sys.stderr)
    return 1
