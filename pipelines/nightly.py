"""Every night: each posting's inbox, screened for its role, into a folder named for the day (see docs/deploy.md).

python -m pipelines.nightly --config pipelines/nightly.toml [--dry-run] [--as-of DAY]

Exit status: 0 all was done; 1 a mistake of the program; 2 the configuration or the command is wrong, and nothing was done; 3 a posting,
the mail or something else failed, and the others were done; 4 stopped by a signal; 5 another run is at work.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from screener.cli.ending import confess, prepare_streams, refuse
from screener.cli.options import default_jobs, reading
from screener.cli.stopping import stop_on_signals
from screener.errors import ScreenerError
from screener.nightly import BusyError, Config, NightResult, Surroundings, load_config, opened_journal, rehearse, run_night, summary

PROGRAM = "nightly"
FAILED, STOPPED, BUSY = 3, 4, 5
_TOLD = "nightly: stopping: what is read is kept for the next run (once more: stop at once)"


def now() -> datetime:
    """The clock, with the zone of this machine: a night is called by the day here."""
    return datetime.now().astimezone()


def pause(seconds: float, stop: Callable[[], bool]) -> None:
    """Pass the time, or less when the job is to come to an end."""
    end = time.monotonic() + seconds
    while not stop() and (left := end - time.monotonic()) > 0:
        time.sleep(min(left, 0.2))


def status_of(result: NightResult) -> int:
    return 0 if result.well else STOPPED if result.stopped else FAILED


def main(arguments: list[str] | None = None) -> int:
    """Run the job and return its exit status (see above)."""
    parser = ArgumentParser(prog="python -m pipelines.nightly", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_suffix(".toml"))
    parser.add_argument("--dry-run", action="store_true", help="only tell what would be done")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="the night to be done, as in 2026-11-01 (default: today)")
    chosen = parser.parse_args(arguments)
    prepare_streams()
    try:
        return carry_out(load_config(chosen.config), chosen.as_of, only_tell=chosen.dry_run)
    except BusyError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return BUSY
    except ScreenerError as error:
        return refuse(str(error), PROGRAM)
    except Exception as error:  # noqa: BLE001 - told without its own words, which may hold text of a résumé
        return confess(error, PROGRAM)


def carry_out(config: Config, as_of: date | None, *, only_tell: bool) -> int:
    """Do the night, or tell what it would be."""
    how = reading("auto", "auto")
    with stop_on_signals(_TOLD) as stop:
        around = Surroundings(now, partial(pause, stop=stop), stop, os.environ, how.ocr, how.converter, default_jobs())
        day = as_of or around.today()
        if only_tell:
            lines, well = rehearse(config, day, around)
            print("\n".join(lines))
            return 0 if well else FAILED
        with opened_journal(config.log, now) as journal:
            result = run_night(config, day, around, journal)
    print(summary(result, names=True), end="")
    return status_of(result)


if __name__ == "__main__":
    sys.exit(main())
