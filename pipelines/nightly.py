"""Every night: each posting's inbox, screened for its role, into a folder named for the day.

python -m pipelines.nightly --config pipelines/nightly.toml
"""

from __future__ import annotations

import os
import sys
import tomllib
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from screener.batch import Options, run_screening
from screener.errors import ScreenerError
from screener.extract.legacy import find_converter
from screener.extract.ocr import find_tool
from screener.rules import load_role


def screen_posting(posting: dict[str, str], home: Path, day: date, jobs: int) -> str:
    """Screen one posting of the configuration; paths are relative to `home`. Returns a line that says what was done."""
    role = load_role(posting["role"] if not posting["role"].endswith(".toml") else str(home / posting["role"]))
    programs = os.environ.get("PATH", os.defpath)
    options = Options(role, as_of=day, ocr_tool=find_tool(programs), converter=find_converter(programs))
    run = run_screening([home / posting["inbox"]], options, home / posting["outbox"] / day.isoformat(), jobs=jobs)
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(run.report.counts.items()))
    return f"{role.id}: {counts or 'no files'}: {run.folder}"


def main(arguments: list[str] | None = None) -> int:
    """Screen every posting, also when one fails. Returns 0, or 2 when a posting could not be screened."""
    parser = ArgumentParser(prog="python -m pipelines.nightly", description=__doc__)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_suffix(".toml"))
    file: Path = parser.parse_args(arguments).config
    config = tomllib.loads(file.read_text(encoding="utf-8"))
    status = 0
    for posting in config["posting"]:
        try:
            print(screen_posting(posting, file.parent, date.today(), config["jobs"]))
        except ScreenerError as error:
            print(f"{posting['inbox']}: {error}", file=sys.stderr)
            status = 2
    return status


if __name__ == "__main__":
    sys.exit(main())
