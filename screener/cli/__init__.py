"""The command line: a command parses its options, calls one function and prints. The only place for typer, rich and the clock."""

from __future__ import annotations

import sys

from screener.cli.ending import confess, prepare_streams, refuse
from screener.errors import ScreenerError


def main() -> None:
    """Run the command line and exit: the one place where exceptions become exit codes.

    0 done; 2 the command could not be carried out, with a sentence that says why; 1 a mistake of this program.
    """
    from screener.cli.app import app

    prepare_streams()
    try:
        app()
    except ScreenerError as error:
        sys.exit(refuse(str(error)))
    except OSError as error:
        sys.exit(refuse(f"{error.strerror or type(error).__name__}: {error.filename or 'the report'}"))
    except SystemExit as stop:
        # typer ends with 1 when whoever read the output has gone, as `| head` does: nothing is left to tell, and nothing is wrong.
        sys.exit(0 if isinstance(stop.__context__, BrokenPipeError) else stop.code)
    except Exception as error:  # noqa: BLE001 - told without its own words, which may hold text of a résumé
        sys.exit(confess(error))
